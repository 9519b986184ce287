#pragma once

#include "ui/log/log_model.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTableView;

namespace wb::ui {

// What the program has noted: by level, by job, by words; to copy.
class LogPage : public QWidget {
    Q_OBJECT

public:
    explicit LogPage(std::shared_ptr<LogLines> lines, QWidget* parent = nullptr);

    // The chosen lines, all shown ones where none is chosen; tabs between the columns.
    QString chosenText() const;

private:
    QWidget* makeBar();
    void refresh();
    void noteJobs(int first, int last);

    LogModel* m_model;
    LogFilter* m_filter;
    QComboBox* m_level;
    QComboBox* m_job;
    QLineEdit* m_words;
    QTableView* m_view;
};

}  // namespace wb::ui
