// What the window shows of the session's state.
#include "ui/demo.h"
#include "ui/edits/map_editing.h"
#include "ui/error_buttons.h"
#include "ui/format.h"
#include "ui/main_window.h"
#include "ui/pages/download_page.h"
#include "ui/pages/job_page.h"
#include "ui/pages/key_map_page.h"
#include "ui/pages/publish_page.h"
#include "ui/pages/report_page.h"
#include "ui/pages/result_page.h"
#include "ui/pages/source_page.h"
#include "ui/pages/start_page.h"
#include "ui/pages/variant_pane.h"
#include "ui/pages/verify_page.h"
#include "ui/publish_memory.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/step_strip.h"
#include "ui/window_message.h"

#include <QAction>
#include <QApplication>
#include <QFileInfo>
#include <QStackedWidget>
#include <QTabWidget>

namespace wb::ui {

using namespace Qt::StringLiterals;
using State = Session::State;

void MainWindow::showState()
{
    const bool hasMap = m_session.keyMap() != nullptr;
    const bool reading = m_session.state() == State::Inspecting && !hasMap;
    const bool isNamed = m_session.published().has_value();
    const QString name = isNamed ? shown(m_session.published()->source.fileName) : shown(QFileInfo(m_session.sourcePath()).fileName().toStdString());
    m_readingPage->setFullText(m_session.isRemote() ? tr("Looking into %1 online…").arg(name) : tr("Reading %1…").arg(name));
    m_stack->setCurrentWidget(reading ? static_cast<QWidget*>(m_readingPage)
                                      : (hasMap || isNamed || m_reportPage->isOfJob() ? m_workPage : m_startPage));
    m_sourcePage->setVisible(hasMap || isNamed);
    m_jobPage->setVisible(reading || isNamed || m_session.plan() != nullptr);
    if (isNamed) {
        m_startPage->clearAddress();
    }
    if (m_stack->currentWidget() == m_startPage) {
        m_startPage->showUnfinished(m_memory->lastUpload());
    }
    setWindowTitle(name.isEmpty() ? tr("Weightbridge") : tr("%1[*] – Weightbridge").arg(QString(name).replace(u"[*]"_s, u"[*][*]"_s)));
    showSummary();
    showTabs();
    showMessage();
    m_steps->setLooks(stepsOf(m_session));
    showActions();
}

void MainWindow::showTabs()
{
    const bool done = m_session.outcome().has_value();
    if (!done) {
        m_resultPage->forget();
    }
    const bool isStarted = m_session.published() && m_session.published()->isStarted;
    m_tabs->setTabVisible(m_tabs->indexOf(m_downloadPage), isStarted);
    m_tabs->setTabEnabled(m_tabs->indexOf(m_keyMapPage), m_session.keyMap() != nullptr);
    if (m_page == m_keyMapPage && m_session.keyMap() == nullptr) {
        m_page = nullptr;  // Qt has turned to another page: to be shown again with the next map
    }
    m_tabs->setTabEnabled(m_tabs->indexOf(m_resultPage), done);
    m_tabs->setTabEnabled(m_tabs->indexOf(m_verifyPage), done);
    m_tabs->setTabEnabled(m_tabs->indexOf(m_reportPage), done || m_reportPage->isOfJob());
    m_tabs->setTabEnabled(m_tabs->indexOf(m_publishPage), m_session.canPublish() || m_session.isPublishing());
    const bool isJobRead = m_tabs->currentWidget() == m_reportPage && m_reportPage->isOfJob();
    if (isJobRead || (m_tabs->currentWidget() == m_publishPage && m_tabs->isTabEnabled(m_tabs->currentIndex()))) {
        return;
    }
    if (done && m_session.state() == State::Done) {
        m_resultPage->showOutcome(*m_session.outcome(), m_session.plan()->tensors.size());
        goToPage(m_resultPage);
    } else if (!done) {
        const bool isLeft = m_session.publishing().earlier.has_value();
        goToPage(isStarted && m_session.isRemote() ? static_cast<QWidget*>(m_downloadPage)
                 : isLeft                          ? static_cast<QWidget*>(m_publishPage)
                                                   : m_keyMapPage);
    }
}

// Once: the page that the user goes to afterwards stays.
void MainWindow::goToPage(QWidget* page)
{
    if (page != m_page) {
        m_page = page;
        m_tabs->setCurrentWidget(page);
    }
}

void MainWindow::showMessage()
{
    const auto ofDemo = m_demo->message();
    if (const auto message = ofDemo ? ofDemo : messageOf(m_session)) {
        m_banner->showMessage(message->kind, message->sentence, message->hint, message->details);
        m_errorButtons->show(message->error);
    } else {
        m_banner->hide();
    }
}

void MainWindow::showKeyMap()
{
    const auto map = m_session.keyMap();
    const auto plan = m_session.plan();
    const mapping::Variant* variant = m_session.variant(m_session.catalogueVariant());
    m_keyMapPage->setKeyMap(map);
    if (plan) {
        m_variants->showVariant(QString::fromStdString(plan->detection.architecture.variant));
    } else {
        m_variants->showVariant(map && variant != nullptr ? m_session.catalogueVariant() : QString());
    }
    showState();
}

void MainWindow::showSummary()
{
    const mapping::Variant* variant = m_session.variant(m_session.catalogueVariant());
    if (m_session.plan()) {
        m_sourcePage->showSummary(summarize(*m_session.plan(), m_session.published()));
    } else if (m_session.published()) {
        m_sourcePage->showSummary(summarize(*m_session.published()));
    } else if (m_session.keyMap() && variant != nullptr) {
        m_sourcePage->showSummary(summarize(*variant, m_session.forecast(), m_session.secondsExpected()));
    }
}

void MainWindow::showActions()
{
    const bool running = m_session.isRunning() && !m_session.isStopping();
    const bool hasMap = m_session.keyMap() != nullptr;
    m_variants->setEnabled(m_session.isEditable());
    for (QAction* action : {m_actions.open, m_actions.openAddress, m_actions.paste, m_actions.demo}) {
        action->setEnabled(m_session.isEditable());
    }
    m_actions.closeFile->setEnabled(m_session.isEditable() && (hasMap || m_session.hasSource() || m_session.unfinished()));
    m_actions.refresh->setEnabled(m_session.canLookAgain());
    m_actions.steps[StepStrip::MapStep]->setEnabled(hasMap);
    m_actions.steps[StepStrip::ConvertStep]->setEnabled(m_jobPage->isVisibleTo(this));
    m_actions.steps[StepStrip::VerifyStep]->setEnabled(m_session.outcome().has_value() || m_session.state() == State::Verifying);
    m_actions.steps[StepStrip::PublishStep]->setEnabled(m_session.canPublish() || m_session.isPublishing());
    m_actions.tryNow->setEnabled(m_session.isWaiting());
    m_actions.report->setEnabled(m_session.outcome().has_value() || m_reportPage->isOfJob());
    m_actions.publish->setEnabled(m_session.canPublish() || m_session.isPublishing());
    m_actions.preview->setEnabled(m_publishPage->isVisible());
    for (QAction* action : {m_actions.find, m_actions.copy, m_actions.nextProblem, m_actions.previousProblem}) {
        action->setEnabled(hasMap);
    }
    m_actions.pause->setEnabled(m_session.canPause());
    m_actions.cancel->setEnabled(running || m_session.state() == State::Inspecting || m_session.state() == State::Paused);
    // What had the focus may have been switched off.
    if (isActiveWindow() && QApplication::focusWidget() == nullptr && m_jobPage->isVisible()) {
        m_jobPage->focusButtons();
    }
}

}  // namespace wb::ui
