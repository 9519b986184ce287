#include "ui/screenshot.h"

#include "ui/error_sentences.h"

#include <QPixmap>
#include <QTextStream>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <utility>

namespace wb::ui {

Screenshot::Screenshot(const Session& session, QWidget& window, QString file, bool waits)
    : QObject(&window), m_session(session), m_window(window), m_file(std::move(file))
{
    if (waits) {
        connect(&session, &Session::stateChanged, this, &Screenshot::takeAtRest, Qt::QueuedConnection);
    } else {
        QTimer::singleShot(0, this, &Screenshot::take);
    }
}

void Screenshot::takeAtRest()
{
    const bool atRest =
        m_session.state() == Session::State::Planned || m_session.state() == Session::State::Blocked || m_session.state() == Session::State::Failed;
    if (atRest && m_session.isWorkerIdle()) {
        QTimer::singleShot(0, this, &Screenshot::take);
    }
}

void Screenshot::take()
{
    if (std::exchange(m_isTaken, true)) {
        return;
    }
    QTextStream err(stderr);
    int exitCode = 0;
    if (m_session.state() == Session::State::Failed && m_session.error()) {
        const ErrorText text = describe(*m_session.error());
        err << text.sentence << '\n' << text.hint << '\n' << text.details << '\n';
        exitCode = static_cast<int>(m_session.error()->exitCode());
    }
    if (!m_window.grab().save(m_file, "PNG")) {
        err << tr("The picture could not be saved to %1.").arg(m_file) << '\n';
        exitCode = exitCode == 0 ? 1 : exitCode;
    }
    Q_EMIT taken(exitCode);
}

}  // namespace wb::ui
