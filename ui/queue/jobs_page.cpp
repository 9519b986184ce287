#include "ui/queue/jobs_page.h"

#include "ui/command_line.h"
#include "ui/edits/kept_maps.h"
#include "ui/format.h"
#include "ui/queue/share_delegate.h"
#include "ui/resident_memory.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/roomy_delegate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QToolBar>
#include <QTreeView>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

JobsPage::JobsPage(Session& session, JobQueue& queue, KeptMaps& maps, QWidget* parent)
    : QWidget(parent), m_session(session), m_queue(queue), m_maps(maps), m_model(new QueueModel(session, queue, this)), m_view(new QTreeView(this)),
      m_bar(new QToolBar(this)), m_now(new ElidedLabel(this))
{
    setObjectName(u"jobsPage"_s);
    m_now->setObjectName(u"jobsNow"_s);
    makeView();
    makeActions();
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_bar);
    column->addWidget(m_view, 1);
    column->addWidget(m_now);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &JobsPage::showActions);
    connect(m_view, &QTreeView::activated, this, &JobsPage::showChosen);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_model, signal, this, &JobsPage::showActions);
    }
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &JobsPage::showActions);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &JobsPage::showActions);
    showActions();
}

void JobsPage::makeView()
{
    m_view->setObjectName(u"jobsTable"_s);
    m_view->setAccessibleName(tr("Jobs"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setItemDelegate(new RoomyDelegate(m_view));
    m_view->setItemDelegateForColumn(QueueModel::Share, new ShareDelegate(m_view));
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    const int letter = fontMetrics().averageCharWidth();
    QHeaderView* header = m_view->header();
    header->setStretchLastSection(false);
    m_view->setMinimumHeight(header->sizeHint().height() + fontMetrics().height() * 2);  // one job
    header->setSectionResizeMode(QueueModel::Step, QHeaderView::Stretch);
    header->setMinimumSectionSize(letter * 6);
    header->resizeSection(QueueModel::Job, letter * 36);
    header->resizeSection(QueueModel::Share, letter * 44);
    header->resizeSection(QueueModel::Speed, letter * 16);
    header->resizeSection(QueueModel::Left, letter * 14);
}

QAction* JobsPage::add(const QString& name, const QString& text, const QKeySequence& keys, void (JobsPage::*act)())
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);  // of the table
    connect(action, &QAction::triggered, this, act);
    m_view->addAction(action);
    m_bar->addAction(action);
    m_actions.append(action);
    return action;
}

void JobsPage::makeActions()
{
    m_bar->setObjectName(u"jobsBar"_s);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_pause = add(u"pauseJobAction"_s, tr("Pause"), QKeySequence(Qt::Key_P), &JobsPage::pause);
    m_resume = add(u"resumeJobAction"_s, tr("Resume"), QKeySequence(Qt::Key_R), &JobsPage::resume);
    m_cancel = add(u"cancelJobAction"_s, tr("Cancel"), QKeySequence(Qt::Key_Period), &JobsPage::cancel);
    m_bar->addSeparator();
    m_up = add(u"jobUpAction"_s, tr("Move up"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Up), &JobsPage::moveUp);
    m_down = add(u"jobDownAction"_s, tr("Move down"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Down), &JobsPage::moveDown);
    m_remove = add(u"removeJobAction"_s, tr("Remove"), QKeySequence::Delete, &JobsPage::remove);
    m_bar->addSeparator();
    m_show = add(u"showJobAction"_s, tr("Show"), QKeySequence(Qt::Key_S), &JobsPage::showChosen);
    m_folder = add(u"jobFolderAction"_s, tr("Open folder"), QKeySequence(Qt::Key_O), &JobsPage::openFolder);
    m_report = add(u"jobReportAction"_s, tr("Report"), QKeySequence(Qt::Key_E), &JobsPage::openReport);
    m_copy = add(u"copyCommandAction"_s, tr("Copy as command"), QKeySequence::Copy, &JobsPage::copyCommand);
    auto* gap = new QWidget(m_bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_bar->addWidget(gap);
    m_resumeAll = new QAction(tr("Resume all"), this);
    m_resumeAll->setObjectName(u"resumeAllAction"_s);
    m_resumeAll->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    connect(m_resumeAll, &QAction::triggered, &m_queue, &JobQueue::resumeAll);
    m_bar->addAction(m_resumeAll);
    m_actions.append(m_resumeAll);
}

int JobsPage::current() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? index.row() : -1;
}

quint64 JobsPage::currentId() const
{
    const QueueEntry* entry = m_model->entryAt(current());
    return entry == nullptr ? 0 : entry->id;
}

void JobsPage::pause()
{
    if (m_model->isSession(current())) {
        m_session.pause();
    } else {
        m_queue.pause(currentId());
    }
}

void JobsPage::resume()
{
    if (m_model->isSession(current())) {
        m_session.convert();
    } else {
        m_queue.resume(currentId());
    }
}

void JobsPage::cancel()
{
    if (m_model->isSession(current())) {
        m_session.cancel();
    } else {
        m_queue.cancel(currentId());
    }
}

void JobsPage::remove()
{
    m_queue.remove(currentId());
}

void JobsPage::moveChosen(int by)
{
    m_queue.move(currentId(), by);
}

// What is done is shown as a folder that can be verified and published, the rest as its source.
void JobsPage::showChosen()
{
    const QueueEntry* entry = m_model->entryAt(current());
    if (entry == nullptr) {
        Q_EMIT showRequested({});
    } else if (entry->state == QueueEntry::State::Done && entry->options.format != plan::Format::Pth) {
        Q_EMIT showRequested(pathFromBytes(entry->options.outputFolder));
    } else {
        Q_EMIT showRequested(entry->isPublished() ? entry->address : entry->path);
    }
}

void JobsPage::openFolder()
{
    Q_EMIT folderRequested(m_model->jobAt(current()).value_or(JobRow{}).folder);
}

void JobsPage::openReport()
{
    if (const QueueEntry* entry = m_model->entryAt(current())) {
        Q_EMIT reportRequested(*entry);
    }
}

void JobsPage::copyCommand()
{
    const QueueEntry* entry = m_model->entryAt(current());
    const auto& edits = entry != nullptr ? entry->options.edits : m_session.edits();
    const std::string saved = entry == nullptr && m_savedMap ? pathBytes(m_savedMap()) : std::string();
    const QString line = QString::fromStdString(commandOfChosen(saved.empty() ? m_maps.pathOf(edits) : saved));
    const auto copy = [line] { QGuiApplication::clipboard()->setText(line); };
    if (edits.empty() || !saved.empty()) {
        copy();
    } else {
        m_maps.keep(edits, copy);
    }
}

std::string JobsPage::commandOfChosen(const std::string& keyMapFile) const
{
    const QueueEntry* entry = m_model->entryAt(current());
    return entry != nullptr ? convertCommand(*entry, keyMapFile) : commandOf(m_session, keyMapFile);
}

void JobsPage::showActions()
{
    if (current() < 0 && m_model->rowCount() > 0) {
        m_view->setCurrentIndex(m_model->index(0, 0));
    }
    const std::optional<JobRow> job = m_model->jobAt(current());
    const QueueEntry* entry = m_model->entryAt(current());
    const quint64 id = currentId();
    m_pause->setEnabled(job && job->canPause);
    m_resume->setEnabled(job && job->canResume);
    m_resume->setText(job && job->isFailed ? tr("Try again") : tr("Resume"));
    m_cancel->setEnabled(job && job->canCancel);
    m_up->setEnabled(m_queue.canMove(id, -1));
    m_down->setEnabled(m_queue.canMove(id, 1));
    m_remove->setEnabled(id != 0);
    m_show->setEnabled(job && (entry == nullptr || !entry->isPublished() || !entry->address.isEmpty()));
    m_folder->setEnabled(job && !job->folder.isEmpty());
    m_report->setEnabled(job && !job->folder.isEmpty());
    m_copy->setEnabled(job && !commandOfChosen("any").empty());
    m_resumeAll->setEnabled(m_queue.canResumeAll());
    showNow();
}

void JobsPage::showNow()
{
    const std::optional<JobRow> job = m_model->jobAt(current());
    if (!job) {
        m_now->setFullText(tr("No jobs. Add what the window shows with Ctrl+Shift+Return, or drop several files at once."));
        return;
    }
    const bool runs = m_model->isSession(current()) ? m_session.isRunning() : currentId() != 0 && currentId() == m_queue.runningId();
    if (!runs) {
        m_now->setFullText(job->detail);
    } else if (job->detail.isEmpty()) {
        m_now->setFullText(tr("memory: %1").arg(bytesText(residentBytes())));
    } else {
        //: the tensor at hand, then the memory that the program takes
        m_now->setFullText(tr("now: %1 · memory: %2").arg(job->detail, bytesText(residentBytes())));
    }
}

QByteArray JobsPage::columnState() const
{
    return m_view->header()->saveState();
}

void JobsPage::restoreColumnState(const QByteArray& state)
{
    m_view->header()->restoreState(state);
}

}  // namespace wb::ui
