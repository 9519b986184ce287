#pragma once

#include "ui/queue/job_queue.h"
#include "ui/worker/background_call.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

class QAction;
class QDockWidget;
class QMainWindow;
class QSettings;

namespace wb::ui {

class JobsPage;
class KeptMaps;
class QueueStore;
struct DroppedFiles;

// The queue of a window, with the dock that shows every job and the log, and what adds to it. Belongs to the window, whose menus get the acts.
class WindowJobs : public QObject {
    Q_OBJECT

public:
    // Session and settings outlive it. The queue is kept in the settings' folder.
    WindowJobs(QMainWindow& window, Session& session, QSettings& settings);
    ~WindowJobs() override;

    JobQueue& queue() { return m_queue; }
    QAction& addAction() const { return *m_addCurrent; }
    // Asks once where there are several.
    void addFiles(const QStringList& paths);
    void saveSettings();
    JobsPage& page() const { return *m_page; }

Q_SIGNALS:
    // A path or an address; empty: what is open.
    void showRequested(const QString& source);
    void openRequested(const QString& path);  // with the desktop's program
    void reportRequested(const wb::ui::QueueEntry& entry);
    void noted(const QString& sentence, const QString& hint);

private:
    void makeActions();
    void makeDock();
    void addCurrent();
    void askForFiles();
    void addAll(const QStringList& paths);
    void takeFiles(DroppedFiles files);
    void showActions();

    QMainWindow& m_window;
    Session& m_session;
    QSettings& m_settings;
    JobQueue m_queue;
    BackgroundCall m_look;
    QStringList m_waiting;  // to be looked at next
    QueueStore* m_store;
    KeptMaps* m_maps;
    JobsPage* m_page;
    QPointer<QDockWidget> m_dock;
    QAction* m_addCurrent = nullptr;
    QAction* m_addFiles = nullptr;
};

}  // namespace wb::ui
