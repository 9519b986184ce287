#pragma once

#include "core/job/pipeline.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace wb::ui {

class ElidedLabel;

// What was made and what was proved about it.
class ResultPage : public QWidget {
    Q_OBJECT

public:
    explicit ResultPage(QWidget* parent = nullptr);

    void showOutcome(const job::Outcome& outcome, uint64_t tensors);

Q_SIGNALS:
    void openFolderRequested();

private:
    void addFiles(const job::Outcome& outcome);
    void addChecks(const verify::Report& report);

    QLabel* m_icon;
    QLabel* m_verdict;
    QLabel* m_notes;
    ElidedLabel* m_folder;
    QTreeWidget* m_files;
    QTreeWidget* m_checks;
};

// "626 of 626 tensors proved"; a result that was not verified says so.
QString verdictText(const job::Outcome& outcome, uint64_t tensors);

}  // namespace wb::ui
