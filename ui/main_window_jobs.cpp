// What of the window belongs to the jobs: the queue, what is dropped, and the end.
#include "ui/edits/map_editing.h"
#include "ui/format.h"
#include "ui/inspection.h"
#include "ui/last_open.h"
#include "ui/main_window.h"
#include "ui/named_source.h"
#include "ui/pages/job_page.h"
#include "ui/pages/report_page.h"
#include "ui/pages/sum_pane.h"
#include "ui/pages/way_pane.h"
#include "ui/queue/jobs_page.h"
#include "ui/quitting.h"
#include "ui/widgets/banner.h"
#include "ui/window_jobs.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileInfo>
#include <QMimeData>
#include <QTabWidget>
#include <QUrl>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;

void MainWindow::connectJobs()
{
    m_jobPage->addAct(m_jobs->addAction());
    m_wayPane->addAct(m_jobs->addAction());
    connect(m_jobs, &WindowJobs::showRequested, this, &MainWindow::openNamed);
    connect(m_jobs, &WindowJobs::openRequested, this, &MainWindow::openWithDesktop);
    connect(m_jobs, &WindowJobs::reportRequested, this, &MainWindow::showReportOf);
    connect(m_reportPage, &ReportPage::jobClosed, this, &MainWindow::showState);
    m_jobs->page().setSavedMap([this] { return m_editing->savedFile(); });
    connect(m_lastOpen, &LastOpen::missed, this, [this](const QString& path) {
        m_banner->showMessage(Banner::Kind::Information, tr("%1 was open last, and is not there now.").arg(shown(pathBytes(path))),
                              tr("Open it where it is, or something else."));
    });
    connect(m_jobs, &WindowJobs::noted, this,
            [this](const QString& sentence, const QString& hint) { m_banner->showMessage(Banner::Kind::Information, sentence, hint); });
}

void MainWindow::showReportOf(const QueueEntry& entry)
{
    m_reportPage->showJob(entry);
    showState();
    m_tabs->setCurrentWidget(m_reportPage);
    m_reportPage->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::openWithDesktop(const QString& path)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path))) {
        const bool isFolder = QFileInfo(path).isDir();
        m_banner->showMessage(Banner::Kind::Information, isFolder ? tr("No program here opens folders.") : tr("No program here opens this file."),
                              isFolder ? tr("The result is in %1.").arg(path) : tr("It is %1.").arg(path));
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_editing->hasUnsaved() && !m_quitting->isStopping()) {
        event->ignore();
        m_editing->settleThen([this] { close(); });
        return;
    }
    saveSettings();
    event->setAccepted(m_quitting->mayClose());
}

void MainWindow::quitNow()
{
    saveSettings();
    m_quitting->quitNow();
}

void MainWindow::useTray(Tray& tray)
{
    m_quitting->useTray(tray);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!sourceNamedBy(event->mimeData()).isEmpty() || !filesNamedBy(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString name = sourceNamedBy(event->mimeData());
    event->acceptProposedAction();
    if (const QStringList several = filesNamedBy(event->mimeData()); !several.isEmpty()) {
        openAll(several);
    } else if (isAddress(name)) {
        openNamed(name);
    } else if (SumPane::isList(name) || !m_inspection->offerOnDrop(name, mapToGlobal(event->position().toPoint()))) {
        openFile(name);
    }
}

// A file that comes with its list of sums is opened and held against it; lists are no work for the queue.
void MainWindow::openSeveral(const QStringList& paths)
{
    QStringList files = paths;
    files.erase(std::remove_if(files.begin(), files.end(), SumPane::isList), files.end());
    if (files.size() == paths.size()) {
        m_jobs->addFiles(files);
        return;
    }
    if (files.size() == 1) {
        openFile(files.front());
    } else if (!files.isEmpty()) {
        m_jobs->addFiles(files);
    }
    const auto list = std::find_if(paths.begin(), paths.end(), SumPane::isList);
    m_sums->check(*list, files.size() == 1 ? files.front() : QString());
}

JobQueue& MainWindow::queue()
{
    return m_jobs->queue();
}

bool MainWindow::isAtRest() const
{
    return m_session.isWorkerIdle() && !m_jobs->queue().isRunning();
}

void MainWindow::reopenLast()
{
    m_lastOpen->reopen();
}

void MainWindow::openAll(const QStringList& names)
{
    if (const auto both = sourceWithMap(names)) {
        openWithMap(both->source, both->map);
    } else if (names.size() > 1) {
        openSeveral(names);
    } else if (!names.isEmpty()) {
        openNamed(names.front());
    }
}

void MainWindow::openHandedOver(const QStringList& names)
{
    openAll(names);
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

}  // namespace wb::ui
