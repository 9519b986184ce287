#include "ui/widgets/stage_chart.h"

#include "ui/format.h"
#include "ui/widgets/chart_look.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QEvent>
#include <QHorizontalBarSeries>
#include <QLegend>
#include <QLocale>
#include <QValueAxis>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;

StageChart::StageChart(QWidget* parent)
    : QChartView(parent), m_series(new QHorizontalBarSeries(this)), m_bars(new QBarSet({}, this)), m_names(new QBarCategoryAxis(this)),
      m_shares(new QValueAxis(this))
{
    setObjectName(u"stageChart"_s);
    setUpChart(*this);
    m_series->append(m_bars);
    m_series->setBarWidth(0.7);
    chart()->addSeries(m_series);
    chart()->addAxis(m_names, Qt::AlignLeft);
    chart()->addAxis(m_shares, Qt::AlignBottom);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_shares);
    m_shares->setLabelFormat(u"%.0f %"_s);
    m_names->setGridLineVisible(false);
    chart()->legend()->hide();
    colour();
}

// From top to bottom as the network runs: the axis begins at the bottom.
void StageChart::setStages(const std::vector<StageBytes>& stages)
{
    QStringList names;
    double most = 0;
    m_bars->remove(0, m_bars->count());
    for (auto stage = stages.rbegin(); stage != stages.rend(); ++stage) {
        names.append(u"%1  %2"_s.arg(stage->name, bytesText(stage->bytes)));
        m_bars->append(stage->share * 100);
        most = std::max(most, stage->share * 100);
    }
    m_names->setCategories(names);
    m_shares->setRange(0, most > 50 ? 100 : (most > 20 ? 50 : 20));
    m_shares->setTickCount(6);
}

void StageChart::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        colour();
    }
}

void StageChart::colour()
{
    colourChart(*this);
    m_bars->setColor(QColor(chartBlue));
    m_bars->setBorderColor(palette().color(QPalette::Text));
}

}  // namespace wb::ui
