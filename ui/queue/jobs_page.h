#pragma once

#include "ui/queue/queue_model.h"

#include <QWidget>

#include <functional>

class QAction;
class QToolBar;
class QTreeView;

namespace wb::ui {

class ElidedLabel;
class KeptMaps;

// Every job in a table, and what can be done with the chosen one. Session and queue outlive it.
class JobsPage : public QWidget {
    Q_OBJECT

public:
    // `maps`: keeps what a copied line names; outlives it too.
    JobsPage(Session& session, JobQueue& queue, KeptMaps& maps, QWidget* parent = nullptr);

    // Tells the file in which the user has saved the session's decisions as they are; empty: there is none.
    void setSavedMap(const std::function<QString()>& savedMap) { m_savedMap = savedMap; }
    QList<QAction*> actions() const { return m_actions; }
    QByteArray columnState() const;
    void restoreColumnState(const QByteArray& state);

Q_SIGNALS:
    // The source of a job, to be opened in the window; empty: what is open there.
    void showRequested(const QString& source);
    void folderRequested(const QString& folder);
    void reportRequested(const wb::ui::QueueEntry& entry);
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
    std::string commandOfChosen(const std::string& keyMapFile) const;
    void showActions();
    void showNow();

    Session& m_session;
    JobQueue& m_queue;
    KeptMaps& m_maps;
    std::function<QString()> m_savedMap;
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
