#include "ui/quitting.h"

#include "ui/desktop/tray.h"
#include "ui/queue/job_queue.h"
#include "ui/session.h"

#include <QGuiApplication>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QSessionManager>

namespace wb::ui {

using namespace Qt::StringLiterals;

Quitting::Quitting(QMainWindow& window, Session& session, JobQueue& queue) : QObject(&window), m_window(window), m_session(session), m_queue(queue)
{
    connect(&session, &Session::stopped, this, [this] { note(m_sessionLeft); });
    connect(&queue, &JobQueue::stopped, this, [this] { note(m_queueLeft); });
    connect(
        qGuiApp, &QGuiApplication::commitDataRequest, this, [this](QSessionManager&) { quitNow(); }, Qt::DirectConnection);
}

void Quitting::useTray(Tray& tray)
{
    m_tray = &tray;
}

bool Quitting::isWorking() const
{
    return m_session.isRunning() || m_queue.isRunning();
}

bool Quitting::mayClose()
{
    if ((m_sessionLeft && m_queueLeft) || (m_session.isWorkerIdle() && !m_queue.isRunning())) {
        return true;
    }
    if (!m_isStopping && isWorking()) {
        ask();
    } else {
        stop();
    }
    return false;
}

void Quitting::quitNow()
{
    if (m_question != nullptr) {
        m_question->close();
    }
    stop();
}

void Quitting::ask()
{
    if (m_question != nullptr) {
        m_question->raise();
        m_question->activateWindow();
        return;
    }
    m_question = new QMessageBox(QMessageBox::Question, tr("Quit Weightbridge"), tr("Work is not finished. Pause it and quit?"),
                                 QMessageBox::NoButton, &m_window);
    m_question->setObjectName(u"quitQuestion"_s);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setInformativeText(tr("What is done so far is kept. The next start shows the work as paused, to go on with."));
    QPushButton* quit = m_question->addButton(tr("&Pause and quit"), QMessageBox::AcceptRole);
    quit->setObjectName(u"pauseAndQuitButton"_s);
    if (m_tray && m_tray->isAvailable()) {
        QPushButton* toTray = m_question->addButton(tr("Keep in &tray"), QMessageBox::ActionRole);
        toTray->setObjectName(u"keepInTrayButton"_s);
        connect(toTray, &QPushButton::clicked, m_tray, &Tray::keep);
    }
    QPushButton* keep = m_question->addButton(tr("&Keep working"), QMessageBox::RejectRole);
    keep->setObjectName(u"keepWorkingButton"_s);
    m_question->setDefaultButton(keep);
    m_question->setEscapeButton(keep);
    connect(m_question, &QObject::destroyed, this, [this] { m_question = nullptr; });
    connect(quit, &QPushButton::clicked, this, &Quitting::stop);
    m_question->open();
}

void Quitting::stop()
{
    if (m_isStopping) {
        return;
    }
    m_isStopping = true;
    m_session.shutDown();
    m_queue.shutDown();
}

void Quitting::note(bool& isLeft)
{
    isLeft = true;
    if (m_isStopping && m_sessionLeft && m_queueLeft) {
        const bool isHidden = m_window.isHidden();
        m_window.close();
        if (isHidden) {
            QCoreApplication::quit();  // no window was closed that Qt would count
        }
    }
}

}  // namespace wb::ui
