#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QChartView;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace wb::ui {

class NumbersModel;

// A chart, and behind it the same as a table: a button turns it over. What the chart shows in words is its accessible description.
class ChartWithTable : public QWidget {
    Q_OBJECT

public:
    // Takes the chart over. The names of its table and button begin with the chart's objectName.
    ChartWithTable(QChartView* chart, const QString& title, QWidget* parent = nullptr);

    void setNumbers(const QStringList& headings, const QList<QStringList>& rows);
    // Stands in the line of the title, before the button.
    void addToTitle(QWidget* widget);
    QTableView* table() const { return m_table; }

private:
    QChartView* m_chart;
    NumbersModel* m_model;
    QTableView* m_table;
    QStackedWidget* m_sides;
    QWidget* m_titleRow;
    QToolButton* m_turn;
};

}  // namespace wb::ui
