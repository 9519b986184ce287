#include "ui/widgets/throughput_chart.h"

#include "ui/widgets/chart_look.h"

#include <QChart>
#include <QEvent>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double megabyte = 1e6;

}  // namespace

ThroughputChart::ThroughputChart(QWidget* parent)
    : QChartView(parent), m_read(new QLineSeries(this)), m_written(new QLineSeries(this)), m_time(new QValueAxis(this)), m_speed(new QValueAxis(this))
{
    setObjectName(u"throughputChart"_s);
    setUpChart(*this);
    m_read->setName(tr("Read"));
    m_written->setName(tr("Written"));
    m_time->setTitleText(tr("Minutes ago"));
    m_time->setReverse(true);
    m_time->setTickCount(6);
    m_time->setLabelFormat(u"%.3g"_s);
    m_speed->setTitleText(tr("MB/s"));
    m_speed->setLabelFormat(u"%.0f"_s);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_speed, Qt::AlignLeft);
    for (QLineSeries* series : {m_read, m_written}) {
        chart()->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_speed);
    }
    setPoints({}, 1);
    colour();
}

void ThroughputChart::setPoints(const std::vector<SpeedHistory::Point>& points, int minutes)
{
    QList<QPointF> read;
    QList<QPointF> written;
    double most = 10;
    for (const SpeedHistory::Point& point : points) {
        read.append({point.secondsAgo / 60, point.read / megabyte});
        written.append({point.secondsAgo / 60, point.written / megabyte});
        most = std::max({most, point.read / megabyte, point.written / megabyte});
    }
    m_read->replace(read);
    m_written->replace(written);
    m_time->setRange(0, minutes);
    m_speed->setRange(0, most);
    m_speed->applyNiceNumbers();
}

void ThroughputChart::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        colour();
    }
}

void ThroughputChart::colour()
{
    colourChart(*this);
    m_read->setPen(QPen(QColor(chartBlue), 2));
    m_written->setPen(QPen(QColor(chartOrange), 2, Qt::DashLine));
}

}  // namespace wb::ui
