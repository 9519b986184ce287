#include "ui/widgets/chart_look.h"

#include <QAbstractAxis>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QHeaderView>
#include <QLegend>
#include <QTableView>

namespace wb::ui {

void setUpChart(QChartView& view)
{
    view.setFocusPolicy(Qt::NoFocus);
    view.setRenderHint(QPainter::Antialiasing);
    view.setFrameShape(QFrame::NoFrame);
    view.setMinimumHeight(view.fontMetrics().height() * 9);
    view.chart()->setMargins({});
    view.chart()->layout()->setContentsMargins(0, 0, 0, 0);
    view.chart()->setBackgroundRoundness(0);
    view.chart()->legend()->setAlignment(Qt::AlignTop);
}

void colourChart(QChartView& view)
{
    const QPalette palette = view.palette();
    const QColor text = palette.color(QPalette::Text);
    QColor grid = text;
    grid.setAlphaF(0.2F);
    QChart& chart = *view.chart();
    chart.setBackgroundBrush(palette.color(QPalette::Base));
    chart.legend()->setLabelColor(text);
    chart.legend()->setFont(view.font());
    for (QAbstractAxis* axis : chart.axes()) {
        axis->setLabelsColor(text);
        axis->setTitleBrush(text);
        axis->setLinePenColor(text);
        axis->setGridLineColor(grid);
        axis->setLabelsFont(view.font());
        axis->setTitleFont(view.font());
    }
}

void setUpNumbers(QTableView& table)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setAlternatingRowColors(true);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() * 3 / 2);
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

}  // namespace wb::ui
