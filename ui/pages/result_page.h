#pragma once

#include "ui/worker/background_task.h"

#include "core/job/pipeline.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace wb::ui {

class ElidedLabel;
class FilesPane;

// What was made and what was proved about it.
class ResultPage : public QWidget {
    Q_OBJECT

public:
    explicit ResultPage(QWidget* parent = nullptr);

    // An outcome that is shown already, perhaps verified again since, stays as it is until forget().
    void showOutcome(const job::Outcome& outcome, uint64_t tensors);
    void forget() { m_isShown = false; }

Q_SIGNALS:
    void openFolderRequested();
    void cardRequested();

private:
    QWidget* makeHead();
    void showVerdict(const job::Outcome& outcome);
    void verifyAgain();
    void takeReport(const verify::Report& report);
    void addChecks(const verify::Report& report);

    BackgroundTask m_verifying;
    job::Outcome m_outcome;
    uint64_t m_tensors = 0;
    bool m_isShown = false;
    QLabel* m_icon;
    QLabel* m_verdict;
    QLabel* m_notes;
    ElidedLabel* m_folder;
    QPushButton* m_verify;
    FilesPane* m_files;
    QTreeWidget* m_checks;
};

// "626 of 626 tensors proved"; a result that was not verified says so.
QString verdictText(const job::Outcome& outcome, uint64_t tensors);

}  // namespace wb::ui
