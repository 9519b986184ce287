#include "ui/pace_memory.h"

#include "ui/queue/job_queue.h"
#include "ui/session.h"

#include <QSettings>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

const QString settingsKey = u"speed/conversions"_s;

}  // namespace

PaceMemory::PaceMemory(Session& session, JobQueue& queue, QSettings& settings, QObject* parent)
    : QObject(parent), m_session(session), m_settings(settings)
{
    session.setPaces(pacesFromText(settings.value(settingsKey).toStringList()));
    connect(&session, &Session::stateChanged, this, [this] {
        const auto& outcome = m_session.outcome();
        if (outcome && outcome->pace != m_ofSession) {
            m_ofSession = outcome->pace;
            note(m_ofSession);
        }
    });
    connect(&queue, &JobQueue::ended, this, [this, &queue](quint64 id) {
        if (const QueueEntry* entry = queue.entry(id); entry != nullptr && entry->outcome) {
            note(entry->outcome->pace);
        }
    });
}

void PaceMemory::note(const job::Pace& pace)
{
    Paces paces = withPace(m_session.paces(), pace);
    if (paces != m_session.paces()) {
        m_settings.setValue(settingsKey, pacesToText(paces));
        m_session.setPaces(std::move(paces));
    }
}

}  // namespace wb::ui
