#pragma once

#include "ui/summary.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace wb::ui {

class ElidedLabel;

// What was found in the source: title, facts, warnings.
class SourcePage : public QWidget {
    Q_OBJECT

public:
    explicit SourcePage(QWidget* parent = nullptr);

    void showSummary(const Summary& summary);

private:
    ElidedLabel* m_title;
    QGridLayout* m_facts;
    QWidget* m_warningRow;
    QLabel* m_warningIcon;
    QLabel* m_warnings;
};

}  // namespace wb::ui
