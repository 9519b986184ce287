#include "ui/window_jobs.h"

#include "ui/edits/kept_maps.h"
#include "ui/format.h"
#include "ui/log/log_page.h"
#include "ui/queue/dropped_files.h"
#include "ui/queue/jobs_page.h"
#include "ui/queue/queue_store.h"

#include <QAction>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSet>
#include <QSettings>
#include <QTabWidget>
#include <QTimer>

#include <memory>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

WindowJobs::WindowJobs(QMainWindow& window, Session& session, QSettings& settings)
    : QObject(&window), m_window(window), m_session(session), m_settings(settings), m_queue(session.pipeline(), session.log()),
      m_store(new QueueStore(m_queue, QFileInfo(settings.fileName()).absolutePath() + u"/queue.json"_s, this)),
      m_maps(new KeptMaps(QFileInfo(settings.fileName()).absolutePath() + u"/keymaps"_s, this)),
      m_page(new JobsPage(session, m_queue, *m_maps, &window)), m_dock(new QDockWidget(tr("Jobs"), &window))
{
    makeDock();
    makeActions();
    connect(&m_queue, &JobQueue::stored, this, &WindowJobs::showActions);
    connect(&m_session, &Session::stateChanged, this, &WindowJobs::showActions);
    connect(&m_session, &Session::keyMapChanged, this, &WindowJobs::showActions);
    showActions();
    if (!m_store->note().isEmpty()) {
        QTimer::singleShot(0, this, [this] { Q_EMIT noted(m_store->note(), {}); });
    }
}

WindowJobs::~WindowJobs()
{
    m_session.log()->observe({});
    delete m_dock;  // it shows the queue
    delete m_store;
}

void WindowJobs::makeDock()
{
    m_dock->setObjectName(u"jobsDock"_s);
    auto* tabs = new QTabWidget(m_dock);
    tabs->setObjectName(u"jobsTabs"_s);
    tabs->setAccessibleName(tr("Jobs and their log"));
    tabs->setDocumentMode(true);
    tabs->addTab(m_page, tr("Jobs"));
    tabs->addTab(new LogPage(watch(*m_session.log()), tabs), tr("Log"));
    m_dock->setWidget(tabs);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    m_dock->hide();
    m_page->restoreColumnState(m_settings.value(u"jobs/columns"_s).toByteArray());
    connect(m_page, &JobsPage::showRequested, this, &WindowJobs::showRequested);
    connect(m_page, &JobsPage::folderRequested, this, &WindowJobs::openRequested);
    connect(m_page, &JobsPage::reportRequested, this, &WindowJobs::reportRequested);
    connect(m_maps, &KeptMaps::failed, this, [this](const QString& path, const QString& reason) {
        Q_EMIT noted(tr("The key map that the command needs cannot be written to %1: %2.").arg(shown(pathBytes(path)), reason), {});
    });
}

void WindowJobs::makeActions()
{
    m_addCurrent = new QAction(tr("Add to &queue"), &m_window);
    m_addCurrent->setObjectName(u"addToQueueAction"_s);
    m_addCurrent->setToolTip(tr("Converts it in its turn, while the window is free for something else"));
    m_addCurrent->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    connect(m_addCurrent, &QAction::triggered, this, &WindowJobs::addCurrent);
    m_addFiles = new QAction(tr("Add &files to queue…"), &m_window);
    m_addFiles->setObjectName(u"addFilesAction"_s);
    m_addFiles->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    connect(m_addFiles, &QAction::triggered, this, &WindowJobs::askForFiles);
    QAction* toggle = m_dock->toggleViewAction();
    toggle->setObjectName(u"jobsDockAction"_s);
    toggle->setText(tr("&Jobs and log"));
    toggle->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_J));
    if (auto* job = m_window.findChild<QMenu*>(u"jobMenu"_s)) {
        job->addSeparator();
        job->addActions({m_addCurrent, m_addFiles, m_page->actions().constLast()});
        QMenu* chosen = job->addMenu(tr("C&hosen job"));
        chosen->setObjectName(u"chosenJobMenu"_s);
        chosen->addActions(m_page->actions().first(m_page->actions().size() - 1));
    }
    if (auto* view = m_window.findChild<QMenu*>(u"viewMenu"_s)) {
        view->addAction(toggle);
    }
}

void WindowJobs::showActions()
{
    const auto entry = entryOf(m_session);
    m_addCurrent->setEnabled(entry.has_value());
}

void WindowJobs::addCurrent()
{
    if (auto entry = entryOf(m_session)) {
        m_dock->show();
        m_queue.add({*std::move(entry)});
    }
}

void WindowJobs::askForFiles()
{
    auto* dialog = new QFileDialog(&m_window, tr("Add files to the queue"), m_settings.value(u"files/lastFolder"_s).toString());
    dialog->setObjectName(u"addFilesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Checkpoints (*.torch *.pth *.pt *.bin *.safetensors *.index.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &WindowJobs::addAll);
    dialog->open();
}

void WindowJobs::addFiles(const QStringList& paths)
{
    if (paths.size() < 2) {
        addAll(paths);
        return;
    }
    auto* question = new QMessageBox(QMessageBox::Question, tr("Add to the queue"),
                                     tr("Add %n files to the queue?", nullptr, static_cast<int>(paths.size())), QMessageBox::Cancel, &m_window);
    question->setObjectName(u"addFilesQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("They are converted one after another, each into a folder of its own. One that fails does not stop the others."));
    QPushButton* add = question->addButton(tr("Add to queue"), QMessageBox::AcceptRole);
    question->setDefaultButton(add);
    connect(question, &QMessageBox::accepted, this, [this, paths] { addAll(paths); });
    question->open();
}

// What they are is looked at on a thread of its own: a drive may not answer.
void WindowJobs::addAll(const QStringList& paths)
{
    m_waiting += paths;
    if (m_waiting.isEmpty() || m_look.isRunning()) {
        return;
    }
    m_look.ask([this, all = std::exchange(m_waiting, {}), options = m_session.defaultOptions(),
                folder = m_session.resultFolder()](JobContext& job) -> BackgroundCall::Answer {
        const auto files = std::make_shared<DroppedFiles>(sortOut(all, options, folder, job));
        return [this, files] {
            takeFiles(std::move(*files));
            addAll({});  // that came meanwhile
        };
    });
}

// Files that would go into the same folder, as a.pth and a.torch, get folders of their own.
void WindowJobs::takeFiles(DroppedFiles files)
{
    QSet<QString> taken;
    for (const QueueEntry& entry : m_queue.entries()) {
        taken.insert(pathFromBytes(entry.options.outputFolder));
    }
    for (QueueEntry& entry : files.entries) {
        const QString folder = pathFromBytes(entry.options.outputFolder);
        QString own = folder;
        for (int number = 2; taken.contains(own); ++number) {
            own = folder + u'-' + QString::number(number);
        }
        taken.insert(own);
        entry.options.outputFolder = pathBytes(own);
    }
    const LeftOutText leftOut = leftOutText(files);
    if (!files.entries.empty()) {
        m_dock->show();
        m_queue.add(std::move(files.entries));
    }
    if (!leftOut.sentence.isEmpty()) {
        Q_EMIT noted(leftOut.sentence, leftOut.reasons);
    }
}

void WindowJobs::saveSettings()
{
    m_settings.setValue(u"jobs/columns"_s, m_page->columnState());
}

}  // namespace wb::ui
