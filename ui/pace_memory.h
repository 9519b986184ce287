#pragma once

#include "core/job/pace.h"

#include <QObject>

class QSettings;

namespace wb::ui {

class JobQueue;
class Session;

// Keeps in the settings (speed/conversions) how fast the conversions of the window and of its queue went, and tells the session, which says by it how
// long the next may take.
class PaceMemory : public QObject {
    Q_OBJECT

public:
    // All outlive it.
    PaceMemory(Session& session, JobQueue& queue, QSettings& settings, QObject* parent = nullptr);

private:
    void note(const job::Pace& pace);

    Session& m_session;
    QSettings& m_settings;
    job::Pace m_ofSession;  // that was noted last
};

}  // namespace wb::ui
