#pragma once

#include "ui/session.h"
#include "ui/window_actions.h"

#include <QMainWindow>

class QSettings;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace wb::ui {

class Banner;
class ElidedLabel;
class JobPage;
class KeyMapPage;
class ResultPage;
class SourcePage;
class StepStrip;
class VariantPane;
class VerifyPage;

// Lays the pages out and connects them to the session, which decides everything.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    // Both outlive the window.
    MainWindow(Session& session, QSettings& settings, QWidget* parent = nullptr);

    void openFile(const QString& path);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeCentre();
    void connectActions();
    void connectSession();
    void restoreSettings();
    void saveSettings();
    void askForFile();
    void askForFolder();
    void askForPicture();
    void openResultFolder();
    void showKeys();
    void showState();
    void showMessage();
    void showKeyMap();
    void showSteps();
    void showActions();

    Session& m_session;
    QSettings& m_settings;
    WindowActions m_actions;
    QSplitter* m_splitter;
    VariantPane* m_variants;
    StepStrip* m_steps;
    Banner* m_banner;
    QStackedWidget* m_stack;
    QWidget* m_startPage = nullptr;
    ElidedLabel* m_readingPage = nullptr;
    QTabWidget* m_tabs;
    SourcePage* m_sourcePage;
    QWidget* m_workPage = nullptr;
    KeyMapPage* m_keyMapPage;
    ResultPage* m_resultPage;
    VerifyPage* m_verifyPage;
    JobPage* m_jobPage;
    bool m_stopped = false;  // the worker has ended, the window may go
};

}  // namespace wb::ui
