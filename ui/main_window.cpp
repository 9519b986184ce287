#include "ui/main_window.h"

#include "ui/demo.h"
#include "ui/dialogs/ask_dialogs.h"
#include "ui/dialogs/environment_dialog.h"
#include "ui/edits/map_editing.h"
#include "ui/error_buttons.h"
#include "ui/format.h"
#include "ui/help_menu.h"
#include "ui/inspection.h"
#include "ui/key_map_actions.h"
#include "ui/last_open.h"
#include "ui/models/recent_files.h"
#include "ui/named_source.h"
#include "ui/pace_memory.h"
#include "ui/pages/download_page.h"
#include "ui/pages/job_page.h"
#include "ui/pages/key_map_page.h"
#include "ui/pages/publish_page.h"
#include "ui/pages/report_page.h"
#include "ui/pages/result_page.h"
#include "ui/pages/source_page.h"
#include "ui/pages/start_page.h"
#include "ui/pages/sum_pane.h"
#include "ui/pages/variant_pane.h"
#include "ui/pages/verify_page.h"
#include "ui/pages/way_pane.h"
#include "ui/publish_memory.h"
#include "ui/quitting.h"
#include "ui/recent_menu.h"
#include "ui/settings/settings_window.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/step_strip.h"
#include "ui/window_jobs.h"
#include "ui/window_message.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;
using State = Session::State;

namespace {

// Whether a file of a whole path is there, the worker finds out: a drive may not answer.
bool isOnThisMachine(const QString& name)
{
    return !isAddress(name) && (QFileInfo(name).isAbsolute() || QFileInfo::exists(name));
}

}  // namespace

MainWindow::MainWindow(Session& session, QSettings& settings, QWidget* parent)
    : QMainWindow(parent), m_session(session), m_settings(settings), m_actions(makeWindowActions(*this)), m_splitter(new QSplitter(this)),
      m_variants(new VariantPane(session.variants(), this)), m_steps(new StepStrip(m_actions.steps, this)), m_banner(new Banner(this)),
      m_sums(new SumPane(this)), m_stack(new QStackedWidget(this)), m_tabs(new QTabWidget(this)), m_sourcePage(new SourcePage(this)),
      m_keyMapPage(new KeyMapPage(this)), m_downloadPage(new DownloadPage(session, this)), m_resultPage(new ResultPage(this)),
      m_reportPage(new ReportPage(session, this)), m_verifyPage(new VerifyPage(session, this)), m_memory(new PublishMemory(session, settings, this)),
      m_publishPage(new PublishPage(session, *m_memory, this)), m_wayPane(new WayPane(session, this)), m_jobPage(new JobPage(session, this)),
      m_keeper(new DownloadKeeper(session, settings, this)), m_errorButtons(new ErrorButtons(session, *m_banner, this)),
      m_recent(new RecentFiles(session, settings, this)), m_settingsWindow(new SettingsWindow(session, settings, *this)),
      m_demo(new Demo(session, this)), m_editing(new MapEditing(session, settings, *m_keyMapPage, m_actions.edits, *this)),
      m_jobs(new WindowJobs(*this, session, settings)), m_quitting(new Quitting(*this, session, m_jobs->queue())),
      m_lastOpen(new LastOpen(session, *m_tabs, settings))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    m_splitter->setObjectName(u"splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_variants);
    m_splitter->addWidget(makeCentre());
    m_splitter->setStretchFactor(1, 1);
    const int letter = fontMetrics().averageCharWidth();
    m_splitter->setSizes({letter * 56, letter * 150});
    auto* frame = new QWidget(this);
    auto* column = new QVBoxLayout(frame);
    column->addWidget(m_splitter);
    setCentralWidget(frame);
    resize(letter * 208, fontMetrics().height() * 48);
    connectActions();
    connectSession();
    connectErrorButtons();
    connectRecentFiles();
    new PaceMemory(session, m_jobs->queue(), settings, this);
    m_inspection = new Inspection(session, *m_tabs, *m_keyMapPage, *m_recent, m_actions, this);
    connect(m_inspection, &Inspection::openWanted, this, &MainWindow::openFile);
    connectJobs();
    restoreSettings();
    showKeyMap();
    m_variants->view()->setFocus();
}

QWidget* MainWindow::makeCentre()
{
    m_startPage = new StartPage(this);
    connect(m_startPage, &StartPage::openRequested, this, &MainWindow::askForFile);
    connect(m_startPage, &StartPage::demoRequested, m_actions.demo, &QAction::trigger);
    connect(m_startPage, &StartPage::addressGiven, this, &MainWindow::openNamed);
    connect(m_startPage, &StartPage::folderGiven, this, &MainWindow::openFile);
    connect(m_startPage, &StartPage::folderForgotten, this, [this](const QString& folder) {
        m_memory->forgetUpload(folder);
        m_startPage->showUnfinished(m_memory->lastUpload());
    });
    m_readingPage = new ElidedLabel(this);
    m_readingPage->setObjectName(u"readingPage"_s);
    m_readingPage->setAlignment(Qt::AlignCenter);
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->setAccessibleName(tr("Pages"));
    m_tabs->addTab(m_keyMapPage, tr("Key map"));
    m_tabs->addTab(m_downloadPage, tr("Download"));
    m_tabs->addTab(m_resultPage, tr("Result"));
    m_tabs->addTab(m_verifyPage, tr("Verify"));
    m_tabs->addTab(m_reportPage, tr("Report"));
    m_tabs->addTab(m_publishPage, tr("Publish"));
    m_workPage = new QWidget(this);
    auto* work = new QVBoxLayout(m_workPage);
    work->setContentsMargins(0, 0, 0, 0);
    work->addWidget(m_sourcePage);
    work->addWidget(m_tabs, 1);
    m_stack->setObjectName(u"pages"_s);
    for (QWidget* page : std::initializer_list<QWidget*>{m_startPage, m_readingPage, m_workPage}) {
        m_stack->addWidget(page);
    }
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(fontMetrics().averageCharWidth(), 0, 0, 0);
    column->addWidget(m_steps);
    column->addWidget(m_banner);
    column->addWidget(m_sums);
    column->addWidget(m_stack, 1);
    column->addWidget(m_wayPane);
    column->addWidget(m_jobPage);
    return centre;
}

void MainWindow::connectActions()
{
    connect(m_actions.open, &QAction::triggered, this, &MainWindow::askForFile);
    connect(m_actions.openAddress, &QAction::triggered, this, &MainWindow::askForSource);
    connect(m_actions.paste, &QAction::triggered, this, [this] { openNamed(sourceNamedBy(QGuiApplication::clipboard()->mimeData())); });
    connect(m_actions.tryNow, &QAction::triggered, &m_session, &Session::tryNow);
    connect(&m_session, &Session::sampled, this, [this] { m_actions.tryNow->setEnabled(m_session.isWaiting()); });
    connect(m_actions.closeFile, &QAction::triggered, this, [this] { m_editing->settleThen([this] { m_session.closeFile(); }); });
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    new KeyMapActions(*this, *m_keyMapPage);
    connect(m_actions.copy, &QAction::triggered, m_keyMapPage, &KeyMapPage::copyCells);
    m_keyMapPage->table()->addAction(m_actions.copy);
    connect(m_actions.find, &QAction::triggered, this, [this] {
        m_tabs->setCurrentWidget(m_keyMapPage);
        m_keyMapPage->focusFilter();
    });
    connect(m_actions.nextProblem, &QAction::triggered, this, [this] { m_keyMapPage->goToProblem(true); });
    connect(m_actions.previousProblem, &QAction::triggered, this, [this] { m_keyMapPage->goToProblem(false); });
    connect(m_actions.nextAct, &QAction::triggered, this, [this] {
        if (m_wayPane->takeFields()) {
            m_jobPage->doNextAct();
        }
    });
    connect(m_actions.publish, &QAction::triggered, this, [this] {
        m_tabs->setCurrentWidget(m_publishPage);
        m_publishPage->focusTarget();
    });
    connect(m_actions.preview, &QAction::triggered, m_publishPage, &PublishPage::switchCardView);
    connect(m_actions.pause, &QAction::triggered, &m_session, &Session::pause);
    connect(m_actions.cancel, &QAction::triggered, &m_session, &Session::cancel);
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::showActions);
    connect(m_actions.refresh, &QAction::triggered, &m_session, &Session::lookAgain);
    connect(m_actions.demo, &QAction::triggered, m_demo, &Demo::start);
    for (size_t step = 0; step < m_actions.steps.size(); ++step) {
        connect(m_actions.steps[step], &QAction::triggered, this, [this, step] { goToStep(static_cast<StepStrip::Step>(step)); });
    }
    connectHelp(*this, m_actions);
    connect(m_actions.report, &QAction::triggered, this, [this] { m_tabs->setCurrentWidget(m_reportPage); });
    connect(m_actions.settings, &QAction::triggered, m_settingsWindow, &SettingsWindow::open);
    connect(m_actions.environment, &QAction::triggered, this, [this] { openEnvironmentReport(m_session, this); });
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::stateChanged, this, &MainWindow::showState);
    connect(&m_session, &Session::keyMapChanged, this, &MainWindow::showKeyMap);
    connect(&m_session, &Session::variantsFound, m_variants, &VariantPane::showHere);
    connect(m_variants, &VariantPane::variantChosen, &m_session, &Session::selectVariant);
    connect(m_jobPage, &JobPage::openRequested, this, &MainWindow::askForFile);
    connect(m_jobPage, &JobPage::browseRequested, this, &MainWindow::askForOutputFolder);
    connect(m_wayPane, &WayPane::folderRequested, this, &MainWindow::askForKeepFolder);
    connect(m_jobPage, &JobPage::openFolderRequested, this, &MainWindow::openResultFolder);
    connect(m_jobPage, &JobPage::compareRequested, this, [this] {
        m_tabs->setCurrentWidget(m_verifyPage);
        m_verifyPage->compare();
    });
    connect(m_jobPage, &JobPage::publishRequested, m_actions.publish, &QAction::trigger);
    connect(m_demo, &Demo::made, this, [this](const QString& path) {
        m_recent->leaveOut(path);
        m_editing->settleThen([this, path] { m_session.open(path); });
    });
    connect(m_demo, &Demo::failed, m_banner,
            [this](const WindowMessage& message) { m_banner->showMessage(message.kind, message.sentence, message.hint, message.details); });
    connect(m_resultPage, &ResultPage::openFolderRequested, this, &MainWindow::openResultFolder);
    connect(m_resultPage, &ResultPage::cardRequested, m_actions.publish, &QAction::trigger);
    connect(m_verifyPage, &VerifyPage::browseRequested, this, &MainWindow::askForVerifyPicture);
}

void MainWindow::connectErrorButtons()
{
    connect(m_errorButtons, &ErrorButtons::fileWanted, this, &MainWindow::askForFile);
    connect(m_errorButtons, &ErrorButtons::folderWanted, this, &MainWindow::askForOutputFolder);
    connect(m_errorButtons, &ErrorButtons::modelWanted, m_variants->view(), [this] { m_variants->view()->setFocus(); });
    connect(m_errorButtons, &ErrorButtons::mapWanted, m_actions.nextProblem, &QAction::trigger);
    connect(m_errorButtons, &ErrorButtons::publishingWanted, m_actions.publish, &QAction::trigger);
    connect(m_errorButtons, &ErrorButtons::settingsWanted, m_settingsWindow, &SettingsWindow::open);
    connect(m_errorButtons, &ErrorButtons::tokenWanted, m_settingsWindow, &SettingsWindow::openAtToken);
    connect(m_errorButtons, &ErrorButtons::publishCheckWanted, m_publishPage, &PublishPage::check);
    connect(m_errorButtons, &ErrorButtons::verificationWanted, this, [this] { m_tabs->setCurrentWidget(m_verifyPage); });
}

void MainWindow::connectRecentFiles()
{
    m_actions.fileMenu->insertMenu(m_actions.closeFile, new RecentMenu(*m_recent, this));
    m_startPage->setRecent(*m_recent);
    connect(m_recent, &RecentFiles::openWanted, this, &MainWindow::openNamed);
    connect(m_recent, &RecentFiles::placeWanted, this, [this](const QString& name) {
        askForCheckpoint(this, QFileInfo(name).path(), [this, name](const QString& path) {
            m_recent->replace(name, path);
            openFile(path);
        });
    });
}

void MainWindow::restoreSettings()
{
    restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray());
    m_variants->restoreColumnState(m_settings.value(u"catalogue/columns"_s).toByteArray());
    restoreState(m_settings.value(u"window/state"_s).toByteArray());
    m_splitter->restoreState(m_settings.value(u"window/splitter"_s).toByteArray());
    const QByteArray columns = m_settings.value(u"keymap/columns"_s).toByteArray();
    if (!columns.isEmpty()) {
        m_keyMapPage->restoreColumnState(columns);
    }
}

void MainWindow::saveSettings()
{
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    m_settings.setValue(u"window/state"_s, saveState());
    m_jobs->saveSettings();
    m_lastOpen->save();
    m_settings.setValue(u"window/splitter"_s, m_splitter->saveState());
    m_settings.setValue(u"catalogue/columns"_s, m_variants->columnState());
    m_settings.setValue(u"keymap/columns"_s, m_keyMapPage->columnState());
    m_settings.sync();
}

void MainWindow::openFile(const QString& path)
{
    if (m_editing->takesFile(path)) {
        return;
    }
    if (SumPane::isList(path)) {
        m_sums->check(path, m_session.sourcePath());
        return;
    }
    settleAndOpen([this, path] { return openHere(path); }, {});
}

bool MainWindow::openHere(const QString& path)
{
    if (!m_session.open(path)) {
        return false;
    }
    m_settings.setValue(u"files/lastFolder"_s, QFileInfo(path).absolutePath());
    return true;
}

void MainWindow::settleAndOpen(const std::function<bool()>& open, const QString& keyMap)
{
    m_editing->settleThen([this, open, keyMap] {
        if (open()) {
            m_editing->loadOncePlanned(keyMap);
        } else {
            showBusy();
        }
    });
}

void MainWindow::tellOfCrash(const QString& report)
{
    m_banner->showMessage(Banner::Kind::Warning, tr("Weightbridge ended unexpectedly last time. What was written by then can be gone on with."),
                          tr("A report of it is in %1. It was sent nowhere; please attach it when you report the fault.").arg(report));
}

void MainWindow::openNamed(const QString& name)
{
    if (isOnThisMachine(name)) {
        openFile(name);
    } else if (!name.isEmpty()) {
        openWithMap(name, {});
    }
}

void MainWindow::openWithMap(const QString& name, const QString& keyMap)
{
    settleAndOpen([this, name, isHere = isOnThisMachine(name)] { return isHere ? openHere(name) : m_session.openAddress(name); }, keyMap);
}

void MainWindow::showBusy()
{
    m_banner->showMessage(Banner::Kind::Information, tr("A download or a conversion is running."),
                          tr("Pause or cancel it before you open another file."));
}

void MainWindow::askForFile()
{
    askForCheckpoint(this, m_settings.value(u"files/lastFolder"_s).toString(), [this](const QString& path) { openFile(path); });
}

EffectiveSettings& MainWindow::settings()
{
    return m_settingsWindow->settings();
}

// On the start page the address is typed where it stands.
void MainWindow::askForSource()
{
    if (m_startPage->isVisible()) {
        m_startPage->focusAddress();
    } else {
        askForAddress(this, [this](const QString& text) { openNamed(text); });
    }
}

void MainWindow::askForOutputFolder()
{
    const QFileInfo now(pathFromBytes(m_session.options().outputFolder));
    askForFolder(this, tr("Choose the output folder"), now.absolutePath(), [this](const QString& folder) { m_session.setOutputFolder(folder); });
}

void MainWindow::askForKeepFolder()
{
    const QFileInfo now(m_session.published()->folder);
    askForFolder(this, tr("Choose the folder in which the file is kept"), now.absolutePath(),
                 [this](const QString& folder) { m_session.setKeepFolder(folder); });
}

void MainWindow::askForVerifyPicture()
{
    askForPicture(this, m_settings.value(u"files/lastPictureFolder"_s).toString(), [this](const QString& path) {
        m_settings.setValue(u"files/lastPictureFolder"_s, QFileInfo(path).absolutePath());
        m_verifyPage->setPicture(path);
    });
}

void MainWindow::openResultFolder()
{
    if (!m_session.outcome()) {
        return;
    }
    openWithDesktop(pathFromBytes(m_session.outcome()->converted.folder));
}

// To the page of the step, or to what begins it.
void MainWindow::goToStep(StepStrip::Step step)
{
    QWidget* const pages[] = {m_downloadPage, m_keyMapPage, m_resultPage, m_verifyPage, m_publishPage};
    QWidget* page = pages[step];
    if (m_tabs->isVisible() && m_tabs->isTabVisible(m_tabs->indexOf(page)) && m_tabs->isTabEnabled(m_tabs->indexOf(page))) {
        m_tabs->setCurrentWidget(page);
        m_tabs->tabBar()->setFocus(Qt::ShortcutFocusReason);
    } else if (step == StepStrip::SourceStep) {
        m_variants->view()->setFocus(Qt::ShortcutFocusReason);
    } else if (step == StepStrip::ConvertStep && m_session.isEditable()) {
        m_jobPage->focusOptions();
    } else {
        m_jobPage->focusButtons();
    }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    constexpr int lowLines = 56;  // with the jobs below, all that is shown takes 55
    m_sourcePage->setLow(height() < fontMetrics().height() * lowLines);
}

}  // namespace wb::ui
