#pragma once

#include <QObject>
#include <QSystemTrayIcon>

#include <functional>
#include <memory>

class QAction;
class QMainWindow;
class QMenu;

namespace wb::ui {

class JobQueue;
class Session;

// The program in the desktop's tray, with what its menu does: there while jobs are at work, while they are paused from there, and as long as it keeps
// the window. Nothing is asked of the desktop before the first job. Window, session and queue outlive it.
class Tray : public QObject {
    Q_OBJECT

public:
    using IsAvailable = std::function<bool()>;

    Tray(QMainWindow& window, Session& session, JobQueue& queue, IsAvailable isAvailable = QSystemTrayIcon::isSystemTrayAvailable,
         QObject* parent = nullptr);
    ~Tray() override;

    bool isAvailable() const { return m_isAvailable(); }
    bool isShown() const { return m_icon && m_icon->isVisible(); }
    QMenu& menu() { return *m_menu; }
    // All of the window and of the queue.
    void pause();
    void resume();
    void showWindow();
    // Hides the window until it is shown again, from here or by another start of the program.
    void keep();

Q_SIGNALS:
    void kept();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeMenu();
    void makeIcon();
    bool isWorking() const;
    bool canResume() const;
    void showState();

    QMainWindow& m_window;
    Session& m_session;
    JobQueue& m_queue;
    IsAvailable m_isAvailable;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QAction* m_pause = nullptr;
    bool m_isPausedHere = false;
    bool m_isKept = false;
};

}  // namespace wb::ui
