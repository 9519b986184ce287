#pragma once

#include "ui/summary.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QToolButton;

namespace wb::ui {

class ElidedLabel;

// What was found in the source: title, facts, warnings.
class SourcePage : public QWidget {
    Q_OBJECT

public:
    explicit SourcePage(QWidget* parent = nullptr);

    void showSummary(const Summary& summary);
    // In a low window there is room for the title alone; the facts come at the press of a button.
    void setLow(bool isLow);

private:
    ElidedLabel* m_title;
    QToolButton* m_more;  // shows the facts; only in a low window
    QWidget* m_factBox;
    QGridLayout* m_facts;
    Summary m_summary;
    QWidget* m_warningRow;
    QLabel* m_warningIcon;
    QLabel* m_warnings;
};

}  // namespace wb::ui
