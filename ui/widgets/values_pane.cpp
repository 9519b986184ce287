#include "ui/widgets/values_pane.h"

#include "ui/error_sentences.h"
#include "ui/format.h"
#include "ui/models/numbers_model.h"
#include "ui/values_text.h"
#include "ui/widgets/chart_look.h"
#include "ui/widgets/chart_with_table.h"
#include "ui/widgets/flat_bar.h"
#include "ui/widgets/histogram_chart.h"
#include "ui/widgets/wrapped_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

#include <limits>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr uint64_t readUnasked = 64'000'000;  // bytes: a moment on any disk
constexpr int statisticsLines = 8;

}  // namespace

ValuesPane::ValuesPane(Session& session, std::shared_ptr<inspect::StatisticsCache> cache, QWidget* parent)
    : QWidget(parent), m_session(session), m_cache(std::move(cache)), m_note(new QLabel(this)), m_act(new QPushButton(this)),
      m_progress(new FlatBar(this)), m_stop(new QPushButton(tr("Stop"), this))
{
    setObjectName(u"valuesPane"_s);
    auto* title = new QLabel(tr("Values"), this);
    QFont strong = title->font();
    strong.setBold(true);
    title->setFont(strong);
    m_note->setObjectName(u"valuesNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_act->setObjectName(u"valuesLook"_s);
    m_progress->setObjectName(u"valuesProgress"_s);
    m_progress->setAccessibleName(tr("Reading the values"));
    m_progress->setRange(0, 1000);
    m_stop->setObjectName(u"valuesStop"_s);
    m_stop->setAccessibleName(tr("Stop reading the values"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(title);
    column->addWidget(m_note);
    column->addWidget(m_act, 0, Qt::AlignLeft);
    column->addLayout(row);
    column->addStretch();
    connect(m_act, &QPushButton::clicked, this, [this] { look(std::numeric_limits<uint64_t>::max()); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_task.cancel();
        showNote(tr("Reading was stopped."), tr("Look at all %1").arg(bytesText(bytesToRead())));
    });
    connect(&m_task, &BackgroundTask::sampled, this,
            [this](const Progress::Snapshot& now) { m_progress->setValue(permille(now.bytesDone, now.bytesTotal)); });
    connect(&m_session, &Session::stateChanged, this, &ValuesPane::showState);
    showNote({});
}

std::shared_ptr<inspect::StatisticsCache> ValuesPane::userCache()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return std::make_shared<inspect::StatisticsCache>(folder.isEmpty() ? std::string() : pathBytes(folder + u"/values"_s));
}

void ValuesPane::makeResults()
{
    m_results = new QWidget(this);
    m_difference = new QLabel(m_results);
    m_difference->setObjectName(u"valuesDifference"_s);
    m_difference->setTextFormat(Qt::PlainText);
    m_difference->setWordWrap(true);
    m_difference->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_numbers = new NumbersModel(this);
    m_table = new QTableView(m_results);
    m_table->setObjectName(u"valuesTable"_s);
    m_table->setAccessibleName(tr("Statistics of the values"));
    m_table->setModel(m_numbers);
    setUpNumbers(*m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setFixedHeight(fontMetrics().height() * 3 / 2 * (statisticsLines + 1) + fontMetrics().height());
    m_chart = new HistogramChart;
    m_histogram = new ChartWithTable(m_chart, tr("How the values are spread"), m_results);
    m_histogram->setMinimumHeight(fontMetrics().height() * 13);
    m_first = new WrappedText(m_results);
    m_first->setObjectName(u"valuesFirst"_s);
    auto* firstTitle = new QLabel(tr("&First values"), m_results);
    firstTitle->setBuddy(m_first);
    auto* column = new QVBoxLayout(m_results);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : std::initializer_list<QWidget*>{m_difference, m_table, m_histogram, firstTitle, m_first}) {
        column->addWidget(part);
    }
    auto* all = static_cast<QVBoxLayout*>(layout());
    all->insertWidget(all->count() - 1, m_results);
}

void ValuesPane::showRow(const std::shared_ptr<const mapping::KeyMap>& map, int row)
{
    const bool hasRow = map && row >= 0 && static_cast<size_t>(row) < map->rows.size();
    m_row = hasRow ? std::optional(map->rows[static_cast<size_t>(row)]) : std::nullopt;
    m_question.reset();
    showState();
}

QString ValuesPane::problemWith(const plan::Plan* plan) const
{
    if (!m_row->source) {
        return tr("The checkpoint has no such tensor.");
    }
    if (plan == nullptr || !m_row->tensor || *m_row->tensor >= plan->source.tensors.size() || plan->source.records.empty()) {
        return tr("The values are in the checkpoint: open its file.");
    }
    const tensor::Record& record = plan->source.records.at(plan->source.tensors[*m_row->tensor].record);
    if (tensor::isAddress(plan->source.files.at(record.file).path)) {
        return tr("The values can be looked at once the file is on this machine.");
    }
    return {};
}

// Asks anew only where the row, its file or its result is another.
void ValuesPane::showState()
{
    setVisible(m_row.has_value());
    if (!m_row) {
        m_task.cancel();
        return;
    }
    const auto plan = m_session.plan();
    if (const QString problem = problemWith(plan.get()); !problem.isEmpty()) {
        m_task.cancel();
        m_question.reset();
        showNote(problem);
        return;
    }
    const bool hasResult = m_session.outcome() && m_row->destination;
    const job::ValuesQuestion question{*m_row->tensor, hasResult ? m_session.outcome()->converted.folder : std::string(),
                                       m_row->destination.value_or(std::string())};
    const bool isSame = m_question && m_question->tensor == question.tensor && m_question->folder == question.folder &&
                        m_question->destination == question.destination;
    if (isSame && m_plan && job::isSameSource(m_plan->source, plan->source)) {
        return;
    }
    m_plan = plan;
    m_question = question;
    look(readUnasked);
}

uint64_t ValuesPane::bytesToRead() const
{
    return m_plan && m_question ? m_plan->source.tensors[m_question->tensor].bytes() : 0;
}

void ValuesPane::look(uint64_t mostBytes)
{
    showNote({});
    m_progress->setValue(0);
    m_progress->show();
    m_stop->show();
    const auto found = std::make_shared<std::optional<inspect::FoundValues>>();
    m_task.start([plan = m_plan, question = *m_question, cache = m_cache, mostBytes,
                  found](JobContext& job) { *found = job::lookAtValues(plan->source, question, mostBytes, *cache, job); },
                 [this, found](const std::optional<Error>& error) { take(error, *found); });
}

void ValuesPane::take(const std::optional<Error>& error, const std::optional<inspect::FoundValues>& found)
{
    if (error) {
        const ErrorText text = describe(*error);
        showNote(text.sentence + u' ' + text.hint, tr("Try again"));
    } else if (!found) {
        showNote(tr("This is a large tensor: it is read when you ask for it."), tr("Look at all %1").arg(bytesText(bytesToRead())));
    } else {
        showFound(*found);
        Q_EMIT this->found(m_question->tensor, found->first);
    }
}

void ValuesPane::showNote(const QString& note, const QString& act)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_act->setText(act);
    m_act->setVisible(!act.isEmpty());
    m_progress->hide();
    m_stop->hide();
    if (m_results != nullptr) {
        m_results->hide();
    }
}

void ValuesPane::showFound(const inspect::FoundValues& found)
{
    showNote({});
    if (m_results == nullptr) {
        makeResults();
    }
    m_difference->setText(differenceText(found));
    m_difference->setVisible(found.difference.has_value());
    m_numbers->setTable(statisticsHeadings(found), statisticsRows(found));
    m_chart->setHistograms(found.first.histogram, found.second ? std::optional(found.second->histogram) : std::nullopt);
    m_histogram->setNumbers(histogramHeadings(found), histogramRows(found));
    m_histogram->setVisible(found.first.finite > 0);
    m_first->setText(found.first.values.empty() ? tr("none") : firstValuesText(found.first));
    m_results->show();
}

}  // namespace wb::ui
