#pragma once

#include "ui/queue/queue_model.h"

#include <QWidget>

class QAction;
class QToolBar;
class QTreeView;

namespace wb::ui {

class ElidedLabel;

// Every job in a table, and what can be done with the chosen one. Session and queue outlive it.
class JobsPage : public QWidget {
    Q_OBJECT

public:
    JobsPage(Session& session, JobQueue& queue, QWidget* parent = nullptr);

    QList<QAction*> actions() const { return m_actions; }
    QByteArray columnState() const;
    void restoreColumnState(const QByteArray& state);

Q_SIGNALS:
    // The source of a job, to be opened in the window; empty: what is open there.
    void showRequested(const QString& source);
    void folderRequested(const QString& folder);
    void reportRequested(const QString& folder);
    void addFilesRequested();

private:
    QAction* add(const QString& name, const QString& text, const QKeySequence& keys, void (JobsPage::*act)());
    void makeActions();
    void makeView();
    int current() const;
    quint64 currentId() const;
    void pause();
    void resume();
    void cancel();
    void remove();
    void moveUp() { moveChosen(-1); }
    void moveDown() { moveChosen(1); }
    void moveChosen(int by);
    void showChosen();
    void openFolder();
    void openReport();
    void copyCommand();
    void showActions();
    void showNow();

    Session& m_session;
    JobQueue& m_queue;
    QueueModel* m_model;
    QTreeView* m_view;
    QToolBar* m_bar;
    ElidedLabel* m_now;
    QList<QAction*> m_actions;
    QAction* m_pause = nullptr;
    QAction* m_resume = nullptr;
    QAction* m_cancel = nullptr;
    QAction* m_show = nullptr;
    QAction* m_folder = nullptr;
    QAction* m_report = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_up = nullptr;
    QAction* m_down = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_resumeAll = nullptr;
};

}  // namespace wb::ui
