#pragma once

#include "core/job/publish.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace wb::ui {

// Each file of a plan with its size and the way that it goes, and what they come to.
class PublishFiles : public QWidget {
    Q_OBJECT

public:
    explicit PublishFiles(QWidget* parent = nullptr);

    void showPlan(const job::PublishPlan& plan);

private:
    QTreeWidget* m_table;
    QLabel* m_totals;
};

}  // namespace wb::ui
