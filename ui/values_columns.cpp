#include "ui/values_columns.h"

#include "ui/error_sentences.h"
#include "ui/models/key_map_filter.h"
#include "ui/models/key_map_model.h"
#include "ui/pages/key_map_page.h"
#include "ui/pages/key_map_views.h"
#include "ui/session.h"
#include "ui/widgets/key_table.h"
#include "ui/widgets/progress_row.h"
#include "ui/worker/behind_the_window.h"

#include "core/job/look_at_values.h"

#include <QAction>
#include <QHeaderView>

#include <algorithm>
#include <mutex>
#include <utility>

namespace wb::ui {

namespace {

using Found = std::vector<std::pair<uint32_t, mapping::ValueSummary>>;

mapping::ValueSummary summaryOf(const inspect::TensorStatistics& statistics)
{
    mapping::ValueSummary summary;
    if (statistics.finite > 0) {
        summary.min = statistics.min;
        summary.max = statistics.max;
        summary.mean = statistics.mean;
        summary.deviation = statistics.deviation;
    }
    summary.zeros = statistics.zeros;
    summary.nan = statistics.nan;
    summary.infinite = statistics.positiveInfinity + statistics.negativeInfinity;
    return summary;
}

// The plan of a file whose values can be read here; null: none.
std::shared_ptr<const plan::Plan> readablePlan(const Session& session)
{
    const auto plan = session.plan();
    const bool isReadable = plan && !plan->source.files.empty() && !plan->source.records.empty() && !session.isRemote() &&
                            !tensor::isAddress(plan->source.files.front().path);
    return isReadable ? plan : nullptr;
}

}  // namespace

// Between the thread that reads and the window's.
class ValuesColumns::Basket {
public:
    void put(uint32_t tensor, const mapping::ValueSummary& summary)
    {
        const std::lock_guard lock(m_mutex);
        m_found.emplace_back(tensor, summary);
    }
    Found take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_found, {});
    }

private:
    std::mutex m_mutex;
    Found m_found;
};

ValuesColumns::ValuesColumns(Session& session, KeyMapPage& page, std::shared_ptr<inspect::StatisticsCache> cache, QAction& compute)
    : QObject(&page), m_session(session), m_page(page), m_cache(std::move(cache)), m_compute(compute),
      m_row(new ProgressRow(QStringLiteral("valuesColumns"), &page))
{
    page.setFoot(m_row);
    connect(&m_compute, &QAction::triggered, this, &ValuesColumns::computeAll);
    connect(m_row, &ProgressRow::stopped, this, &ValuesColumns::stop);
    connect(&m_session, &Session::stateChanged, this, &ValuesColumns::showState);
    connect(page.views()->table(), &KeyTable::columnsChosen, this, &ValuesColumns::lookUpKnown);
    connect(&m_task, &BackgroundTask::sampled, this, [this](const Progress::Snapshot& now) {
        empty();
        m_row->showProgress(now);
    });
    showState();
}

void ValuesColumns::take(uint32_t tensor, const inspect::TensorStatistics& statistics)
{
    if (m_plan) {
        m_page.model()->setValues({{tensor, summaryOf(statistics)}});
    }
}

// What is known stays as long as the file is the same.
void ValuesColumns::showState()
{
    const auto plan = readablePlan(m_session);
    const bool isSame = plan && m_plan && job::isSameSource(plan->source, m_plan->source);
    if (!isSame) {
        stop();
        m_isLookedUp = false;
        if (m_plan) {
            m_page.model()->forgetValues();
        }
    }
    m_plan = plan;
    m_compute.setEnabled(m_plan && !m_isComputing);
    lookUpKnown();
}

void ValuesColumns::lookUpKnown()
{
    if (m_plan && !m_isLookedUp && !m_isComputing && m_page.views()->table()->showsValues()) {
        m_isLookedUp = true;
        start(true);
    }
}

void ValuesColumns::computeAll()
{
    if (!m_plan || m_isComputing) {
        return;
    }
    m_isComputing = true;
    m_compute.setEnabled(false);
    m_row->begin(tr("Computing statistics:"));
    if (!m_page.views()->table()->showsValues()) {
        m_page.views()->table()->showValues();
    }
    start(false);
}

void ValuesColumns::start(bool cachedOnly)
{
    m_basket = std::make_shared<Basket>();
    m_task.start(
        [plan = m_plan, basket = m_basket, cache = m_cache, cachedOnly, first = tensorsOnScreen()](JobContext& job) {
            goBehindTheWindow();
            std::vector<uint32_t> tensors = job::tensorsInFileOrder(plan->source);
            std::stable_partition(tensors.begin(), tensors.end(),
                                  [&first](uint32_t tensor) { return std::binary_search(first.begin(), first.end(), tensor); });
            job::lookAtAll(plan->source, tensors, cachedOnly, *cache, job,
                           [&basket](uint32_t tensor, const inspect::TensorStatistics& statistics) { basket->put(tensor, summaryOf(statistics)); });
        },
        [this](const std::optional<Error>& error) { end(error); });
}

void ValuesColumns::empty()
{
    if (m_basket) {
        m_page.model()->setValues(m_basket->take());
    }
}

void ValuesColumns::stop()
{
    m_task.cancel();
    end({});
}

void ValuesColumns::end(const std::optional<Error>& error)
{
    empty();
    m_basket.reset();
    m_row->hide();
    if (m_isComputing && error) {
        const ErrorText text = describe(*error);
        m_page.say(text.sentence + u' ' + text.hint);
    }
    m_isComputing = false;
    m_compute.setEnabled(m_plan != nullptr);
}

// Sorted.
std::vector<uint32_t> ValuesColumns::tensorsOnScreen() const
{
    const KeyTable& table = *m_page.views()->table();
    std::vector<uint32_t> tensors;
    for (int y = 0; y < table.viewport()->height(); y += table.verticalHeader()->defaultSectionSize()) {
        const QModelIndex index = table.indexAt(QPoint(1, y));
        const int row = index.isValid() ? index.data(KeyMapModel::MapRowRole).toInt() : -1;
        if (const auto tensor = row < 0 ? std::nullopt : m_page.model()->mapRow(row).tensor) {
            tensors.push_back(*tensor);
        }
    }
    std::sort(tensors.begin(), tensors.end());
    return tensors;
}

}  // namespace wb::ui
