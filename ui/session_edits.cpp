// The user's decisions on keys.
#include "ui/session.h"

#include "core/mapping/edits.h"

#include <utility>

namespace wb::ui {

void Session::setEdits(std::vector<mapping::KeyEdit> edits)
{
    if (!canEditMap()) {
        return;
    }
    const bool hadError = m_editsError.has_value();
    m_editsError.reset();
    if (edits != m_options.edits) {
        m_options.edits = std::move(edits);
        planAgain();
    } else if (hadError) {
        Q_EMIT stateChanged();
    }
}

void Session::leaveOutUnplaced()
{
    if (!canEditMap()) {
        return;
    }
    std::vector<mapping::KeyEdit> edits = m_options.edits;
    for (const mapping::KeyMapRow& row : m_plan->map.rows) {
        if (row.status == mapping::Status::Unmapped && row.source) {
            edits = mapping::withEdit(std::move(edits), {*row.source, std::nullopt});
        }
    }
    setEdits(std::move(edits));
}

// Decisions that name a key which the file or the model has not: those of the plan stay.
bool Session::takeEditsFailure(const JobResult& result)
{
    const bool isAboutEdits = m_state == State::Inspecting && m_plan && result.error && result.error->code() == ErrorCode::KeyMapFile;
    if (!isAboutEdits || m_options.edits == m_plan->options.edits) {
        return false;
    }
    m_options.edits = m_plan->options.edits;
    m_editsError = result.error;
    m_error = m_planError;
    setState(m_error ? State::Blocked : State::Planned);
    return true;
}

}  // namespace wb::ui
