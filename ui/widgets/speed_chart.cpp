#include "ui/widgets/speed_chart.h"

#include "ui/format.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t shownMilliseconds = 120'000;
constexpr int64_t stepMilliseconds = 1'000;
constexpr int64_t longestGap = 5'000;  // nothing came, such as in a pause
constexpr QRgb blue = 0x0072b2;

}  // namespace

SpeedChart::SpeedChart(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"speedChart"_s);
    setAccessibleName(tr("Speed over the last 2 minutes"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumHeight(fontMetrics().height() * 4);
    setMaximumHeight(fontMetrics().height() * 14);
}

void SpeedChart::clear()
{
    m_samples.clear();
    setAccessibleDescription({});
    update();
}

void SpeedChart::add(int64_t milliseconds, double bytesPerSecond)
{
    if (!m_samples.empty() && milliseconds / stepMilliseconds == m_samples.back().milliseconds / stepMilliseconds) {
        m_samples.pop_back();
    }
    if (!m_samples.empty() && milliseconds - m_samples.back().milliseconds > longestGap) {
        m_samples.push_back({m_samples.back().milliseconds + stepMilliseconds, 0});
        m_samples.push_back({milliseconds - stepMilliseconds, 0});
    }
    m_samples.push_back({milliseconds, bytesPerSecond});
    while (milliseconds - m_samples.front().milliseconds > shownMilliseconds) {
        m_samples.pop_front();
    }
    setAccessibleDescription(summary());
    update();
}

double SpeedChart::highest() const
{
    double most = 0;
    for (const Sample& sample : m_samples) {
        most = std::max(most, sample.bytesPerSecond);
    }
    return most;
}

QString SpeedChart::summary() const
{
    if (m_samples.empty()) {
        return {};
    }
    return tr("Now %1, at most %2 in the last 2 minutes").arg(speedText(m_samples.back().bytesPerSecond), speedText(highest()));
}

QSize SpeedChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 6};
}

void SpeedChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = fontMetrics().height();
    const QRectF area = QRectF(rect()).adjusted(0.5, line + 0.5, -0.5, -line - 0.5);
    QColor faint = palette().color(QPalette::WindowText);
    faint.setAlphaF(0.35F);
    painter.fillRect(area, palette().color(QPalette::Base));
    painter.setPen(faint);
    painter.drawRect(area);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignLeft, summary());
    painter.drawText(QRectF(0, height() - line, width(), line), Qt::AlignLeft, tr("2 minutes ago"));
    painter.drawText(QRectF(0, height() - line, width(), line), Qt::AlignRight, tr("now"));
    const double most = highest();
    if (m_samples.size() < 2 || most <= 0) {
        return;
    }
    const auto x = [&](int64_t at) {
        return area.right() - area.width() * static_cast<double>(m_samples.back().milliseconds - at) / static_cast<double>(shownMilliseconds);
    };
    QPolygonF points;
    for (const Sample& sample : m_samples) {
        points.append({x(sample.milliseconds), area.bottom() - area.height() * 0.92 * sample.bytesPerSecond / most});
    }
    QPainterPath filled(QPointF(points.first().x(), area.bottom()));
    for (const QPointF& point : points) {
        filled.lineTo(point);
    }
    filled.lineTo(points.last().x(), area.bottom());
    QColor tint(blue);
    tint.setAlphaF(0.25F);
    painter.fillPath(filled, tint);
    painter.setPen(QPen(QColor(blue), 1.5));
    painter.drawPolyline(points);
}

}  // namespace wb::ui
