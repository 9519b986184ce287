#pragma once

#include <QObject>
#include <QPointer>

class QMainWindow;
class QMessageBox;
class QSessionManager;

namespace wb::ui {

class JobQueue;
class Session;
class Tray;

// The end of the program: work that runs is paused first, so that it can be gone on with, and the user is asked once whether that is wanted.
class Quitting : public QObject {
    Q_OBJECT

public:
    // All outlive it, or go with it.
    Quitting(QMainWindow& window, Session& session, JobQueue& queue);

    // Of the window, at a wish to close it. False: it closes by itself once nothing runs, or the user has been asked and decides.
    bool mayClose();
    bool isStopping() const { return m_isStopping; }
    // Asks nothing: for signals and the end of the desktop's session. The window closes within about a second.
    void quitNow();
    // Where the question may leave the work to.
    void useTray(Tray& tray);

private:
    bool isWorking() const;
    void ask();
    void stop();
    void note(bool& isLeft);

    QMainWindow& m_window;
    Session& m_session;
    JobQueue& m_queue;
    QPointer<Tray> m_tray;
    QMessageBox* m_question = nullptr;
    bool m_isStopping = false;
    bool m_sessionLeft = false;
    bool m_queueLeft = false;
};

}  // namespace wb::ui
