#include "ui/log/log_page.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int refreshMilliseconds = 250;

}  // namespace

LogPage::LogPage(std::shared_ptr<LogLines> lines, QWidget* parent)
    : QWidget(parent), m_model(new LogModel(std::move(lines), this)), m_filter(new LogFilter(this)), m_level(new QComboBox(this)),
      m_job(new QComboBox(this)), m_words(new QLineEdit(this)), m_view(new QTableView(this))
{
    setObjectName(u"logPage"_s);
    m_filter->setSourceModel(m_model);
    m_view->setObjectName(u"logTable"_s);
    m_view->setAccessibleName(tr("Log"));
    m_view->setModel(m_filter);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 5 / 4);
    const int letter = fontMetrics().averageCharWidth();
    m_view->setColumnWidth(LogModel::Time, letter * 12);
    m_view->setColumnWidth(LogModel::Level, letter * 14);
    m_view->setColumnWidth(LogModel::Job, letter * 28);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeBar());
    column->addWidget(m_view, 1);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) { noteJobs(first, last); });
    auto* timer = new QTimer(this);
    timer->setInterval(refreshMilliseconds);
    connect(timer, &QTimer::timeout, this, &LogPage::refresh);
    timer->start();
}

QWidget* LogPage::makeBar()
{
    m_level->setObjectName(u"logLevel"_s);
    for (const Log::Level level : {Log::Level::Debug, Log::Level::Info, Log::Level::Warning, Log::Level::Error}) {
        m_level->addItem(LogModel::levelText(level), static_cast<int>(level));
    }
    m_level->setCurrentIndex(static_cast<int>(Log::Level::Info));
    connect(m_level, &QComboBox::currentIndexChanged, this, [this](int level) { m_filter->setLowest(static_cast<Log::Level>(level)); });
    m_job->setObjectName(u"logJob"_s);
    m_job->addItem(tr("all jobs"));
    m_job->setMinimumContentsLength(20);
    m_job->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_job, &QComboBox::currentIndexChanged, this, [this](int at) { m_filter->setJob(at <= 0 ? QString() : m_job->itemText(at)); });
    m_words->setObjectName(u"logSearch"_s);
    m_words->setPlaceholderText(tr("Search the log"));
    m_words->setAccessibleName(tr("Search the log"));
    m_words->setClearButtonEnabled(true);
    connect(m_words, &QLineEdit::textChanged, m_filter, &LogFilter::setText);
    auto* copy = new QPushButton(tr("Co&py lines"), this);
    copy->setObjectName(u"logCopy"_s);
    copy->setToolTip(tr("Copies the chosen lines, or all that are shown"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(chosenText()); });
    auto* copyKey = new QAction(tr("Copy lines"), m_view);
    copyKey->setShortcut(QKeySequence::Copy);
    copyKey->setShortcutContext(Qt::WidgetShortcut);
    connect(copyKey, &QAction::triggered, copy, &QPushButton::click);
    m_view->addAction(copyKey);

    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    auto* levelLabel = new QLabel(tr("&Level from"), bar);
    levelLabel->setBuddy(m_level);
    auto* jobLabel = new QLabel(tr("&Of"), bar);
    jobLabel->setBuddy(m_job);
    m_job->setAccessibleName(tr("Job"));
    for (QWidget* widget : std::initializer_list<QWidget*>{levelLabel, m_level, jobLabel, m_job}) {
        row->addWidget(widget);
    }
    row->addWidget(m_words, 1);
    row->addWidget(copy);
    return bar;
}

// Stays at the end where the end is shown.
void LogPage::refresh()
{
    const QScrollBar* bar = m_view->verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum();
    const int before = m_filter->rowCount();
    m_model->refresh();
    if (isAtEnd && m_filter->rowCount() != before) {
        m_view->scrollToBottom();
    }
}

void LogPage::noteJobs(int first, int last)
{
    constexpr int mostJobs = 1000;
    for (int row = first; row <= last && m_job->count() < mostJobs; ++row) {
        const QString job = m_model->index(row, LogModel::Job).data().toString();
        if (!job.isEmpty() && m_job->findText(job, Qt::MatchExactly | Qt::MatchCaseSensitive) < 0) {
            m_job->addItem(job);
        }
    }
}

QString LogPage::chosenText() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        for (int row = 0; row < m_filter->rowCount(); ++row) {
            rows.append(m_filter->index(row, 0));
        }
    }
    std::sort(rows.begin(), rows.end());
    QString text;
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (int column = 0; column < LogModel::ColumnCount; ++column) {
            cells.append(row.siblingAtColumn(column).data().toString());
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

}  // namespace wb::ui
