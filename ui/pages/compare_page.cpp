#include "ui/pages/compare_page.h"

#include "ui/conversion_pipeline.h"
#include "ui/dialogs/ask_dialogs.h"
#include "ui/error_sentences.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/models/compare_model.h"
#include "ui/named_source.h"
#include "ui/widgets/chart_look.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/flat_bar.h"

#include "core/io/output_file.h"
#include "core/job/compare_models.h"

#include <QButtonGroup>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;
using inspect::PairStatus;

ComparePage::ComparePage(std::shared_ptr<ConversionPipeline> pipeline, QWidget* parent)
    : QWidget(parent), m_pipeline(std::move(pipeline)), m_model(new CompareModel(this)), m_filter(new CompareFilter(this)),
      m_title(new ElidedLabel(this)), m_icon(new QLabel(this)), m_verdict(new QLabel(this)), m_hint(new QLabel(this)), m_progress(new FlatBar(this)),
      m_stop(new QPushButton(tr("Stop"), this)), m_again(new QPushButton(tr("Compare with &another…"), this)),
      m_export(new QPushButton(tr("E&xport as CSV…"), this)), m_chipGroup(new QButtonGroup(this)), m_chipRow(makeChips()),
      m_table(new QTableView(this))
{
    setObjectName(u"comparePage"_s);
    m_filter->setSourceModel(m_model);
    makeTable();
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeHead());
    column->addWidget(m_chipRow);
    column->addWidget(m_table, 1);
    column->addStretch();
    connect(m_stop, &QPushButton::clicked, this, &ComparePage::stop);
    connect(m_again, &QPushButton::clicked, this, &ComparePage::otherWanted);
    connect(m_export, &QPushButton::clicked, this, &ComparePage::askForExport);
    connect(&m_task, &BackgroundTask::sampled, this, [this](const Progress::Snapshot& now) {
        m_progress->setValue(permille(now.bytesDone, now.bytesTotal));
        m_hint->setText(now.bytesTotal > 0 ? tr("%1 of %2 read").arg(bytesText(now.bytesDone), bytesText(now.bytesTotal)) : QString());
    });
    showRunning(false);
    showChips();
    showVerdict(u"message-information"_s, tr("Compare the open file with another file or folder."),
                tr("Any two checkpoints or model folders, tensor by tensor."));
}

QWidget* ComparePage::makeHead()
{
    auto* head = new QWidget(this);
    m_title->setObjectName(u"compareTitle"_s);
    m_verdict->setObjectName(u"compareVerdict"_s);
    m_hint->setObjectName(u"compareHint"_s);
    m_progress->setObjectName(u"compareProgress"_s);
    m_progress->setAccessibleName(tr("Comparing"));
    m_progress->setRange(0, 1000);
    m_stop->setObjectName(u"compareStop"_s);
    m_again->setObjectName(u"compareAgain"_s);
    m_export->setObjectName(u"compareExport"_s);
    QFont large = m_verdict->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_verdict->setFont(large);
    for (QLabel* label : {m_verdict, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto* texts = new QVBoxLayout;
    texts->addWidget(m_verdict);
    texts->addWidget(m_hint);
    auto* verdict = new QHBoxLayout;
    verdict->addWidget(m_icon, 0, Qt::AlignTop);
    verdict->addLayout(texts, 1);
    verdict->addWidget(m_again, 0, Qt::AlignTop);
    verdict->addWidget(m_export, 0, Qt::AlignTop);
    auto* progress = new QHBoxLayout;
    progress->addWidget(m_progress, 1);
    progress->addWidget(m_stop);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addLayout(verdict);
    column->addLayout(progress);
    return head;
}

QWidget* ComparePage::makeChips()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_chipGroup->setExclusive(true);
    for (size_t i = 0; i < chipCount; ++i) {
        auto* chip = new QToolButton(row);
        chip->setObjectName(u"compareChip-"_s + (i == 0 ? u"all"_s : QString::fromUtf8(inspect::pairStatusName(inspect::pairStatuses[i - 1]))));
        chip->setCheckable(true);
        chip->setFocusPolicy(Qt::TabFocus);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        if (i > 0) {
            chip->setIcon(icon(pairStatusIcon(inspect::pairStatuses[i - 1])));
        }
        m_chipGroup->addButton(chip, static_cast<int>(i));
        m_chips[i] = chip;
        layout->addWidget(chip);
    }
    layout->addStretch();
    connect(m_chipGroup, &QButtonGroup::idClicked, this, &ComparePage::applyChip);
    return row;
}

void ComparePage::makeTable()
{
    m_table->setObjectName(u"compareTable"_s);
    m_table->setAccessibleName(tr("Tensors of both"));
    setUpNumbers(*m_table);
    m_table->setModel(m_filter);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(CompareModel::StatusColumn, Qt::AscendingOrder);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    const std::array<int, CompareModel::ColumnCount> letters{18, 34, 34, 22, 12, 17, 15};
    for (int column = 0; column < CompareModel::ColumnCount; ++column) {
        header->resizeSection(column, letters[static_cast<size_t>(column)] * letter);
    }
}

void ComparePage::compare(const QString& first, const QString& second)
{
    m_first = first;
    m_second = second;
    m_title->setFullText(tr("%1 with %2").arg(first, shownSource(second)));
    m_model->setComparison({});
    showChips();
    showVerdict(u"step-current"_s, tr("Comparing…"), {});
    showRunning(true);
    const auto found = std::make_shared<job::ComparedModels>();
    m_task.start(
        [found, pipeline = m_pipeline, a = pathBytes(first), b = pathBytes(second)](JobContext& job) { *found = pipeline->compareModels(a, b, job); },
        [this, found](const std::optional<Error>& error) { take(error, found); });
}

void ComparePage::take(const std::optional<Error>& error, const std::shared_ptr<const job::ComparedModels>& models)
{
    showRunning(false);
    if (error) {
        const ErrorText text = describe(*error);
        showVerdict(u"message-error"_s, text.sentence, text.hint);
        return;
    }
    m_model->setComparison(models);
    showRunning(false);
    showChips();
    const inspect::Comparison& comparison = models->comparison;
    const QString matched = comparison.byMap ? tr("Tensors belong together by the key map.") : tr("Tensors belong together by their keys.");
    if (comparison.isEqual()) {
        showVerdict(u"status-mapped"_s, tr("Both hold the same: %n tensor(s)", nullptr, static_cast<int>(comparison.pairs.size())), matched);
        return;
    }
    const uint64_t equal = comparison.count(PairStatus::Equal);
    showVerdict(u"message-warning"_s,
                tr("%1 of %2 tensors differ").arg(countText(comparison.pairs.size() - equal), countText(comparison.pairs.size())), matched);
}

void ComparePage::stop()
{
    if (!m_task.isRunning()) {
        return;
    }
    m_task.cancel();
    showRunning(false);
    showVerdict(u"message-information"_s, tr("Comparing was stopped."), {});
}

void ComparePage::showRunning(bool runs)
{
    const bool hasResult = m_model->models() != nullptr;
    m_progress->setValue(0);
    m_progress->setVisible(runs);
    m_stop->setVisible(runs);
    m_again->setEnabled(!runs);
    m_export->setVisible(hasResult);
    m_chipRow->setVisible(hasResult);
    m_table->setVisible(hasResult);
}

void ComparePage::showVerdict(const QString& iconName, const QString& verdict, const QString& hint)
{
    const int side = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this) * 3 / 4;
    m_icon->setPixmap(icon(iconName).pixmap(QSize(side, side), devicePixelRatioF()));
    m_verdict->setText(verdict);
    m_hint->setText(hint);
}

void ComparePage::showChips()
{
    const job::ComparedModels* models = m_model->models();
    m_chips[0]->setText(tr("All %1").arg(countText(models != nullptr ? models->comparison.pairs.size() : 0)));
    for (size_t i = 1; i < chipCount; ++i) {
        const PairStatus status = inspect::pairStatuses[i - 1];
        const uint64_t count = models != nullptr ? models->comparison.count(status) : 0;
        QString word = pairStatusWord(status);
        word[0] = word[0].toUpper();
        m_chips[i]->setText(word + u' ' + countText(count));
        m_chips[i]->setEnabled(count > 0);
    }
    for (QToolButton* chip : m_chips) {
        chip->setAccessibleName(chip->text());
    }
    m_chips[0]->setChecked(true);
    applyChip(0);
}

void ComparePage::applyChip(int chip)
{
    m_filter->setStatus(chip == 0 ? std::nullopt : std::optional(inspect::pairStatuses[static_cast<size_t>(chip - 1)]));
}

void ComparePage::askForExport()
{
    askForSavePath(this, tr("Export the comparison"), QFileInfo(m_second.startsWith(u'/') ? m_second : m_first).absolutePath() + u"/comparison.csv"_s,
                   tr("CSV tables (*.csv)"), [this](const QString& path) { exportTo(path); });
}

void ComparePage::exportTo(const QString& path)
{
    const job::ComparedModels& models = *m_model->models();
    try {
        io::writeFileAtomically(pathBytes(path), inspect::comparisonToCsv(models.first, models.second, models.comparison));
        m_hint->setText(tr("Exported to %1.").arg(path));
    } catch (const Error& error) {
        const ErrorText text = describe(error);
        m_hint->setText(text.sentence + u' ' + text.hint);
    }
}

}  // namespace wb::ui
