#include "ui/widgets/parity_chart.h"

#include "ui/parity_text.h"

#include <QCategoryAxis>
#include <QChart>
#include <QCursor>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QRegularExpression>
#include <QScatterSeries>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QRgb blue = 0x0072b2;
constexpr QRgb orange = 0xd55e00;
constexpr double leastError = 1e-12;  // below the roundings of any sum
constexpr double edge = 0.25;         // decades that points keep from the ends of the axis, to be seen whole

// Part of the network that the axis names: stages by their numbers, so that short ones have room for theirs.
QString stageName(const std::string& layer)
{
    static const QRegularExpression stage(u"^encoder\\.stages\\.(\\d+)\\."_s);
    const QString name = QString::fromStdString(layer);
    const auto match = stage.match(name);
    if (match.hasMatch()) {
        return QString::number(match.captured(1).toInt() + 1);
    }
    return name == u"embedder"_s ? ParityChart::tr("stem") : ParityChart::tr("head");
}

}  // namespace

ParityChart::ParityChart(QWidget* parent)
    : QChartView(parent), m_line(new QLineSeries(this)), m_tolerance(new QLineSeries(this)), m_within(nullptr), m_equal(nullptr), m_over(nullptr),
      m_errors(new QLogValueAxis(this)), m_stages(new QCategoryAxis(this))
{
    setObjectName(u"parityChart"_s);
    setAccessibleName(tr("Relative error of each layer"));
    setFocusPolicy(Qt::NoFocus);
    setRenderHint(QPainter::Antialiasing);
    setMinimumHeight(fontMetrics().height() * 11);
    m_tolerance->setName(tr("Tolerance"));
    setFrameShape(QFrame::NoFrame);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->addAxis(m_errors, Qt::AlignLeft);
    chart()->addAxis(m_stages, Qt::AlignBottom);
    m_errors->setTitleText(tr("Relative error"));
    m_errors->setLabelFormat(u"%.0e"_s);
    m_errors->setBase(10);
    m_errors->setMinorTickCount(0);
    m_stages->setTitleText(tr("Stage"));
    m_stages->setLabelsPosition(QCategoryAxis::AxisLabelsPositionCenter);
    for (QLineSeries* series : {m_line, m_tolerance}) {
        chart()->addSeries(series);
        series->attachAxis(m_errors);
        series->attachAxis(m_stages);
    }
    chart()->legend()->setAlignment(Qt::AlignTop);
    for (QLegendMarker* marker : chart()->legend()->markers(m_line)) {
        marker->setVisible(false);  // it only joins the points
    }
    m_equal = addPoints(tr("Equal, bit for bit (0)"), u"equalPoints"_s);
    m_within = addPoints(tr("Within the tolerance"), u"withinPoints"_s);
    m_over = addPoints(tr("Over the tolerance"), u"overPoints"_s);
    m_over->setMarkerShape(QScatterSeries::MarkerShapeRectangle);
    colour();
}

QScatterSeries* ParityChart::addPoints(const QString& name, const QString& objectName)
{
    auto* series = new QScatterSeries(this);
    series->setName(name);
    series->setObjectName(objectName);
    series->setMarkerSize(fontMetrics().height() * 0.5);
    chart()->addSeries(series);
    series->attachAxis(m_errors);
    series->attachAxis(m_stages);
    connect(series, &QScatterSeries::hovered, this, &ParityChart::showToolTip);
    return series;
}

void ParityChart::setReport(const verify::ParityReport& report)
{
    m_layers = report.layers;
    setAccessibleDescription(parityVerdict(report));
    for (QXYSeries* series : std::initializer_list<QXYSeries*>{m_line, m_tolerance, m_within, m_equal, m_over}) {
        series->clear();
    }
    showScale(report);
    showStages(report);
    m_tolerance->append(m_stages->min(), report.tolerance);
    m_tolerance->append(m_stages->max(), report.tolerance);
    const double lowest = m_errors->min() * std::pow(10.0, edge);
    const double highest = m_errors->max() / std::pow(10.0, edge);
    for (size_t number = 0; number < m_layers.size(); ++number) {
        const std::optional<double>& error = m_layers[number].distance.maxRel;
        const double height = std::clamp(error.value_or(highest), lowest, highest);
        const QPointF point(static_cast<double>(number), height);
        m_line->append(point);
        QScatterSeries* points = verify::isOver(m_layers[number], report.tolerance) ? m_over : (error == 0.0 ? m_equal : m_within);
        points->append(point);
    }
    for (QScatterSeries* points : {m_within, m_equal, m_over}) {
        points->setVisible(points->count() > 0);
    }
}

// Whole decades, with the tolerance inside.
void ParityChart::showScale(const verify::ParityReport& report)
{
    double least = report.tolerance > 0 ? report.tolerance / 100 : leastError;
    double most = std::max(report.tolerance, leastError) * 10;
    for (const verify::LayerParity& layer : report.layers) {
        const double error = layer.distance.maxRel.value_or(0);
        if (error > 0) {
            least = std::min(least, error / 2);
            most = std::max(most, error * 2);
        }
    }
    m_errors->setRange(std::pow(10.0, std::floor(std::log10(std::max(least, leastError)))), std::pow(10.0, std::ceil(std::log10(most))));
}

void ParityChart::showStages(const verify::ParityReport& report)
{
    constexpr double margin = 1.5;  // room for the names of the first and the last part, which are one or two layers wide
    const QStringList old = m_stages->categoriesLabels();
    for (const QString& label : old) {
        m_stages->remove(label);
    }
    const auto count = static_cast<double>(report.layers.size());
    m_stages->setStartValue(-margin);
    for (size_t number = 0; number < report.layers.size(); ++number) {
        const QString name = stageName(report.layers[number].name);
        const bool isLast = number + 1 == report.layers.size();
        if (isLast || stageName(report.layers[number + 1].name) != name) {
            m_stages->append(name, isLast ? count - 1 + margin : static_cast<double>(number) + 0.5);
        }
    }
    m_stages->setRange(-margin, std::max(count - 1, 0.0) + margin);
}

void ParityChart::showToolTip(const QPointF& point, bool isOver)
{
    const auto number = static_cast<size_t>(std::max(0.0, std::round(point.x())));
    if (!isOver || number >= m_layers.size()) {
        QToolTip::hideText();
        return;
    }
    const verify::LayerParity& layer = m_layers[number];
    QToolTip::showText(QCursor::pos(), u"%1: %2"_s.arg(layerText(layer.name), errorText(layer.distance.maxRel)).toHtmlEscaped(), this);
}

void ParityChart::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        colour();
    }
}

// The window's own colours, so that the chart is dark in a dark desktop.
void ParityChart::colour()
{
    const QColor text = palette().color(QPalette::Text);
    const QColor base = palette().color(QPalette::Base);
    QColor grid = text;
    grid.setAlphaF(0.2F);
    chart()->setBackgroundBrush(base);
    chart()->setBackgroundRoundness(0);
    chart()->legend()->setLabelColor(text);
    chart()->legend()->setFont(font());
    for (QAbstractAxis* axis : std::initializer_list<QAbstractAxis*>{m_errors, m_stages}) {
        axis->setLabelsColor(text);
        axis->setTitleBrush(text);
        axis->setLinePenColor(text);
        axis->setGridLineColor(grid);
        axis->setLabelsFont(font());
        axis->setTitleFont(font());
    }
    m_line->setPen(QPen(grid, 1.5));
    m_tolerance->setPen(QPen(text, 1.5, Qt::DashLine));
    for (QScatterSeries* points : {m_within, m_equal, m_over}) {
        if (points != nullptr) {
            points->setColor(points == m_over ? QColor(orange) : (points == m_equal ? base : QColor(blue)));
            points->setBorderColor(points == m_over ? QColor(orange) : QColor(blue));
        }
    }
}

}  // namespace wb::ui
