// Planning anew: with other options, or with other decisions of the user on keys.
#include "ui/session.h"

#include "ui/format.h"

#include "core/mapping/edits.h"

#include <utility>

namespace wb::ui {

void Session::setPaces(Paces paces)
{
    m_paces = std::move(paces);
    Q_EMIT stateChanged();
}

std::optional<double> Session::secondsExpected() const
{
    const bool isStreamed = isRemote() && m_published->way == job::Way::Stream;
    if (isStreamed || (!m_plan && (!m_forecast || m_forecast->results.empty()))) {
        return std::nullopt;
    }
    const uint64_t bytes = m_plan ? job::bytesMoved(*m_plan) : m_forecast->sourceBytes + m_forecast->results.front().bytes;
    const uint64_t fileSystem = m_plan ? m_plan->forecast.fileSystem : m_forecast->fileSystem;
    for (const job::Pace& pace : m_paces) {
        if (const auto seconds = job::secondsFor(bytes, fileSystem, pace)) {
            return seconds;
        }
    }
    return std::nullopt;
}

void Session::setOutputFolder(const QString& folder)
{
    const std::string bytes = pathBytes(folder);
    if (isEditable() && !folder.isEmpty() && bytes != m_options.outputFolder) {
        m_options.outputFolder = bytes;
        planAgain();
    }
}

void Session::setFormat(plan::Format format)
{
    if (isEditable() && format != m_options.format) {
        m_options.format = format;
        planAgain();
    }
}

void Session::setDType(std::optional<tensor::DType> dtype)
{
    if (isEditable() && dtype != m_options.dtype) {
        m_options.dtype = dtype;
        planAgain();
    }
}

void Session::setShardBytes(quint64 bytes)
{
    if (isEditable() && bytes != m_options.shardBytes) {
        m_options.shardBytes = bytes;
        planAgain();
    }
}

void Session::planAgain()
{
    const State before = m_state;
    planQuietly();
    if (m_state != before) {
        m_error.reset();
        setState(m_state);
    }
}

void Session::planQuietly()
{
    if (m_state == State::Inspecting) {
        m_planStale = true;
        return;
    }
    if (!m_plan) {
        return;
    }
    dropOutcome();
    const JobHandle job = startJob();
    post([job, options = m_options](JobWorker& worker) { worker.planAgain(job, options); });
    m_state = State::Inspecting;
    m_quiet.start();
}

void Session::setEdits(std::vector<mapping::KeyEdit> edits)
{
    if (!canEditMap()) {
        return;
    }
    const bool hadError = m_editsError.has_value();
    m_editsError.reset();
    if (edits != m_options.edits) {
        m_options.edits = std::move(edits);
        planQuietly();
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
