#include "ui/pages/charts_page.h"

#include "ui/format.h"
#include "ui/models/stage_bytes.h"
#include "ui/widgets/chart_with_table.h"
#include "ui/widgets/stage_chart.h"
#include "ui/widgets/throughput_chart.h"

#include "core/io/process_io.h"

#include <QComboBox>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostPoints = 120;
constexpr int leastLines = 13;  // of a chart, which writes "…" at its axes where it is lower

}  // namespace

ChartsPage::ChartsPage(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(u"chartsPage"_s);
    m_clock.start();
    connect(&m_session, &Session::sampled, this, &ChartsPage::takeSample);
    connect(&m_session, &Session::keyMapChanged, this, &ChartsPage::showStages);
}

void ChartsPage::makeCharts()
{
    m_stages = new StageChart;
    m_stageNumbers = new ChartWithTable(m_stages, tr("Bytes of each stage"), this);
    m_throughput = new ThroughputChart;
    m_speedNumbers = new ChartWithTable(m_throughput, tr("Speed of reading and writing"), this);
    m_span = new QComboBox(this);
    m_span->setObjectName(u"throughputSpan"_s);
    m_span->setAccessibleName(tr("How far back"));
    for (const int minutes : {1, 5, 30}) {
        m_span->addItem(tr("Last %n minute(s)", nullptr, minutes), minutes);
    }
    m_speedNumbers->addToTitle(m_span);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins({});
    for (ChartWithTable* chart : {m_stageNumbers, m_speedNumbers}) {
        chart->setMinimumHeight(fontMetrics().height() * leastLines);
        column->addWidget(chart, 1);
    }
    auto* area = new QScrollArea(this);
    area->setObjectName(u"chartsArea"_s);
    area->setAccessibleName(tr("Charts"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);  // it follows the focus of what is in it
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto* page = new QVBoxLayout(this);
    page->addWidget(area);
    connect(m_span, &QComboBox::currentIndexChanged, this, &ChartsPage::showSpeeds);
}

void ChartsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stages == nullptr) {
        makeCharts();
    }
    showStages();
    showSpeeds();
}

void ChartsPage::takeSample()
{
    const auto io = io::processIo();
    const bool isNew = io && m_speeds.add(m_clock.elapsed(), io->read, io->written);
    if (isNew && isVisible() && m_span != nullptr) {
        showSpeeds();
    }
}

void ChartsPage::showStages()
{
    if (m_stages == nullptr || !isVisible() || m_shown == m_session.keyMap()) {
        return;
    }
    m_shown = m_session.keyMap();
    const std::vector<StageBytes> stages = m_shown ? stageBytes(*m_shown) : std::vector<StageBytes>();
    QList<QStringList> rows;
    for (const StageBytes& stage : stages) {
        rows.append({stage.name, countText(stage.tensors), bytesText(stage.bytes), tr("%1 %").arg(QLocale().toString(stage.share * 100, 'f', 1))});
    }
    m_stages->setStages(stages);
    m_stageNumbers->setNumbers({tr("Part"), tr("Tensors"), tr("Size"), tr("Share")}, rows);
}

void ChartsPage::showSpeeds()
{
    const int minutes = m_span->currentData().toInt();
    const std::vector<SpeedHistory::Point> points = m_speeds.points(minutes, mostPoints);
    QList<QStringList> rows;
    for (auto point = points.rbegin(); point != points.rend(); ++point) {
        rows.append({tr("%1 ago").arg(durationText(point->secondsAgo)), speedText(point->read), speedText(point->written)});
    }
    m_throughput->setPoints(points, minutes);
    m_speedNumbers->setNumbers({tr("When"), tr("Read"), tr("Written")}, rows);
}

}  // namespace wb::ui
