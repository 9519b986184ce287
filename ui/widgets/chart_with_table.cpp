#include "ui/widgets/chart_with_table.h"

#include "ui/models/numbers_model.h"
#include "ui/widgets/chart_look.h"

#include <QChartView>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

ChartWithTable::ChartWithTable(QChartView* chart, const QString& title, QWidget* parent)
    : QWidget(parent), m_chart(chart), m_model(new NumbersModel(this)), m_table(new QTableView(this)), m_sides(new QStackedWidget(this)),
      m_titleRow(new QWidget(this)), m_turn(new QToolButton(m_titleRow))
{
    const QString name = chart->objectName();
    chart->setAccessibleName(title);
    m_table->setObjectName(name + u"Table"_s);
    m_table->setAccessibleName(title);
    m_table->setModel(m_model);
    setUpNumbers(*m_table);
    m_sides->addWidget(chart);
    m_sides->addWidget(m_table);

    auto* heading = new QLabel(title, m_titleRow);
    QFont strong = heading->font();
    strong.setBold(true);
    heading->setFont(strong);
    heading->setWordWrap(true);
    m_turn->setObjectName(name + u"Turn"_s);
    m_turn->setText(tr("Numbers"));
    m_turn->setToolTip(tr("Show the numbers instead of the chart"));
    m_turn->setAccessibleName(tr("Numbers of “%1”").arg(title));
    m_turn->setCheckable(true);
    m_turn->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(m_titleRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(heading, 1);
    row->addWidget(m_turn);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_titleRow);
    column->addWidget(m_sides, 1);
    connect(m_turn, &QToolButton::toggled, this, [this](bool numbers) { m_sides->setCurrentIndex(numbers ? 1 : 0); });
}

void ChartWithTable::setNumbers(const QStringList& headings, const QList<QStringList>& rows)
{
    m_model->setTable(headings, rows);
    m_chart->setAccessibleDescription(rows.isEmpty() ? tr("Nothing yet.") : m_model->spoken());
}

void ChartWithTable::addToTitle(QWidget* widget)
{
    auto* row = static_cast<QHBoxLayout*>(m_titleRow->layout());
    row->insertWidget(row->count() - 1, widget);
    QWidget::setTabOrder(widget, m_turn);
}

}  // namespace wb::ui
