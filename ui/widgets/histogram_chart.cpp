#include "ui/widgets/histogram_chart.h"

#include "ui/widgets/chart_look.h"

#include <QAreaSeries>
#include <QChart>
#include <QEvent>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

// The outline of the bars, from the axis and back to it.
QList<QPointF> stepsOf(const inspect::Histogram& histogram)
{
    QList<QPointF> points;
    if (histogram.counts.empty()) {
        return points;
    }
    points.append({histogram.begin(0), 0});
    for (size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        const auto count = static_cast<double>(histogram.counts[bin]);
        points.append({histogram.begin(bin), count});
        points.append({histogram.begin(bin + 1), count});
    }
    points.append({histogram.begin(histogram.counts.size()), 0});
    return points;
}

double highest(const QList<QPointF>& points)
{
    double most = 0;
    for (const QPointF& point : points) {
        most = std::max(most, point.y());
    }
    return most;
}

}  // namespace

void bringToOneWidth(inspect::Histogram& first, inspect::Histogram& second)
{
    const int exponent = std::max(first.exponent, second.exponent);
    first = inspect::coarsened(first, exponent);
    second = inspect::coarsened(second, exponent);
}

HistogramChart::HistogramChart(QWidget* parent)
    : QChartView(parent), m_outline(new QLineSeries(this)), m_first(new QAreaSeries(m_outline)), m_second(new QLineSeries(this)),
      m_values(new QValueAxis(this)), m_counts(new QValueAxis(this))
{
    setObjectName(u"histogram"_s);
    setUpChart(*this);
    m_first->setName(tr("Checkpoint"));
    m_second->setName(tr("Result"));
    m_values->setTickCount(3);
    m_values->setLabelFormat(u"%.3g"_s);
    m_counts->setTickCount(3);
    m_counts->setLabelFormat(u"%.0f"_s);
    chart()->addAxis(m_values, Qt::AlignBottom);
    chart()->addAxis(m_counts, Qt::AlignLeft);
    for (QAbstractSeries* series : std::initializer_list<QAbstractSeries*>{m_first, m_second}) {
        chart()->addSeries(series);
        series->attachAxis(m_values);
        series->attachAxis(m_counts);
    }
    colour();
}

void HistogramChart::setHistograms(const inspect::Histogram& first, const std::optional<inspect::Histogram>& second)
{
    inspect::Histogram a = first;
    inspect::Histogram b = second.value_or(inspect::Histogram());
    if (!a.counts.empty() && !b.counts.empty()) {
        bringToOneWidth(a, b);
    }
    const QList<QPointF> outline = stepsOf(a);
    const QList<QPointF> over = stepsOf(b);
    m_outline->replace(outline);
    m_second->replace(over);
    m_second->setVisible(!over.isEmpty());
    chart()->legend()->setVisible(!over.isEmpty());
    const QList<QPointF> all = outline + over;
    if (all.isEmpty()) {
        return;
    }
    const auto [left, right] = std::minmax_element(all.begin(), all.end(), [](const QPointF& p, const QPointF& q) { return p.x() < q.x(); });
    m_values->setRange(left->x(), right->x());
    m_counts->setRange(0, highest(all) * 1.05);
}

void HistogramChart::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        colour();
    }
}

void HistogramChart::colour()
{
    colourChart(*this);
    QColor fill(chartBlue);
    fill.setAlphaF(0.45F);
    m_first->setBrush(fill);
    m_first->setPen(QPen(QColor(chartBlue), 1));
    m_second->setPen(QPen(QColor(chartOrange), 1.5, Qt::DashLine));
}

}  // namespace wb::ui
