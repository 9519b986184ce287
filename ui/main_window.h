#pragma once

#include "ui/session.h"
#include "ui/window_actions.h"

#include <QMainWindow>

#include <functional>

class QSettings;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace wb::ui {

class Banner;
class Demo;
class DownloadKeeper;
class DownloadPage;
class ElidedLabel;
class EffectiveSettings;
class ErrorButtons;
class JobPage;
class Inspection;
class JobQueue;
class KeyMapPage;
class LastOpen;
class MapEditing;
class PublishMemory;
class PublishPage;
class Quitting;
class RecentFiles;
class ReportPage;
class ResultPage;
class SettingsWindow;
class SourcePage;
class StartPage;
class SumPane;
class Tray;
class VariantPane;
class VerifyPage;
class WayPane;
class WindowJobs;
struct QueueEntry;

// Lays the pages out and connects them to the session, which decides everything.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    // Both outlive the window.
    MainWindow(Session& session, QSettings& settings, QWidget* parent = nullptr);

    void openFile(const QString& path);
    // The program was ended by a fault last time; it left the file.
    void tellOfCrash(const QString& report);
    // A path, an address or the name of a variant. Empty text is ignored.
    void openNamed(const QString& name);
    // The decisions of the key map are loaded once the source has its plan.
    void openWithMap(const QString& name, const QString& keyMap);
    // Those that another start of the program was given; shows the window.
    void openHandedOver(const QStringList& names);
    // One is opened, a file with its key map too; several are queued.
    void openAll(const QStringList& names);
    // What was open when the program ended last.
    void reopenLast();
    // With the desktop's program for it.
    void openWithDesktop(const QString& path);
    // Without a question; what runs is paused, unsaved edits are kept and offered at the next start.
    void quitNow();
    // It may be gone before the window.
    void useTray(Tray& tray);
    JobQueue& queue();
    EffectiveSettings& settings();
    // Nothing runs, in the window or in the queue.
    bool isAtRest() const;

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeCentre();
    void connectActions();
    void connectSession();
    void connectErrorButtons();
    void connectRecentFiles();
    void restoreSettings();
    void saveSettings();
    void connectJobs();
    void showReportOf(const QueueEntry& entry);
    bool openHere(const QString& path);
    void settleAndOpen(const std::function<bool()>& open, const QString& keyMap);
    void askForFile();
    void askForSource();
    void askForOutputFolder();
    void askForKeepFolder();
    void askForVerifyPicture();
    void openResultFolder();
    void openSeveral(const QStringList& paths);
    void goToStep(StepStrip::Step step);
    void showBusy();
    void showState();
    void showSummary();
    void showTabs();
    void goToPage(QWidget* page);
    void showMessage();
    void showKeyMap();
    void showActions();

    Session& m_session;
    QSettings& m_settings;
    WindowActions m_actions;
    QSplitter* m_splitter;
    VariantPane* m_variants;
    StepStrip* m_steps;
    Banner* m_banner;
    SumPane* m_sums;
    QStackedWidget* m_stack;
    StartPage* m_startPage = nullptr;
    ElidedLabel* m_readingPage = nullptr;
    QTabWidget* m_tabs;
    SourcePage* m_sourcePage;
    QWidget* m_workPage = nullptr;
    QWidget* m_page = nullptr;  // that the state led to last
    KeyMapPage* m_keyMapPage;
    DownloadPage* m_downloadPage;
    ResultPage* m_resultPage;
    ReportPage* m_reportPage;
    VerifyPage* m_verifyPage;
    PublishMemory* m_memory;
    PublishPage* m_publishPage;
    WayPane* m_wayPane;
    JobPage* m_jobPage;
    DownloadKeeper* m_keeper;
    ErrorButtons* m_errorButtons;
    RecentFiles* m_recent;
    SettingsWindow* m_settingsWindow;
    Demo* m_demo;
    Inspection* m_inspection = nullptr;
    MapEditing* m_editing;
    WindowJobs* m_jobs;
    Quitting* m_quitting;
    LastOpen* m_lastOpen;
};

}  // namespace wb::ui
