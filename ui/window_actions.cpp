#include "ui/window_actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::WindowActions)
};

QAction* add(QMenu* menu, const QString& name, const QString& text, const QKeySequence& keys)
{
    QAction* action = menu->addAction(text);
    action->setObjectName(name);
    action->setShortcut(keys);
    return action;
}

QMenu* addMenu(QMainWindow& window, const QString& name, const QString& text)
{
    QMenu* menu = window.menuBar()->addMenu(text);
    menu->setObjectName(name);
    return menu;
}

void addSteps(QMenu& view, WindowActions& actions)
{
    QMenu* steps = view.addMenu(Words::tr("&Go to"));
    steps->setObjectName(u"stepsMenu"_s);
    const std::array<QString, StepStrip::StepCount> texts{Words::tr("&Source"), Words::tr("&Map"), Words::tr("&Convert"), Words::tr("&Verify"),
                                                          Words::tr("&Publish")};
    for (size_t i = 0; i < texts.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        actions.steps[i] = add(steps, u"step%1Action"_s.arg(number), texts[i], QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)));
    }
}

}  // namespace

WindowActions makeWindowActions(QMainWindow& window)
{
    WindowActions actions;
    QMenu* file = addMenu(window, u"fileMenu"_s, Words::tr("&File"));
    actions.fileMenu = file;
    actions.open = add(file, u"openAction"_s, Words::tr("&Open file…"), QKeySequence::Open);
    actions.openAddress = add(file, u"openAddressAction"_s, Words::tr("Open &address…"), QKeySequence(Qt::CTRL | Qt::Key_L));
    actions.closeFile = add(file, u"closeFileAction"_s, Words::tr("&Close file"), QKeySequence(Qt::CTRL | Qt::Key_W));
    file->addSeparator();
    addMapFileActions(*file, actions.edits);
    file->addSeparator();
    actions.quit = add(file, u"quitAction"_s, Words::tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    actions.quit->setMenuRole(QAction::QuitRole);

    QMenu* edit = addMenu(window, u"editMenu"_s, Words::tr("&Edit"));
    addEditActions(*edit, actions.edits);
    edit->addSeparator();
    actions.copy = add(edit, u"copyAction"_s, Words::tr("&Copy cells"), QKeySequence::Copy);
    actions.copy->setShortcutContext(Qt::WidgetShortcut);
    actions.paste = add(edit, u"pasteAction"_s, Words::tr("&Paste address"), QKeySequence::Paste);
    actions.find = add(edit, u"findAction"_s, Words::tr("&Filter keys"), QKeySequence::Find);
    edit->addSeparator();
    actions.settings = add(edit, u"settingsAction"_s, Words::tr("Se&ttings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    actions.settings->setMenuRole(QAction::PreferencesRole);

    QMenu* view = addMenu(window, u"viewMenu"_s, Words::tr("&View"));
    actions.nextProblem = add(view, u"nextProblemAction"_s, Words::tr("&Next problem"), QKeySequence(Qt::Key_F8));
    actions.previousProblem = add(view, u"previousProblemAction"_s, Words::tr("&Previous problem"), QKeySequence(Qt::SHIFT | Qt::Key_F8));
    addSteps(*view, actions);
    actions.refresh = add(view, u"refreshAction"_s, Words::tr("Look at the file &again"), QKeySequence::Refresh);
    actions.preview = add(view, u"previewAction"_s, Words::tr("Model card: &text or preview"), QKeySequence(Qt::CTRL | Qt::Key_E));

    QMenu* job = addMenu(window, u"jobMenu"_s, Words::tr("&Job"));
    actions.nextAct = add(job, u"nextActAction"_s, Words::tr("&Convert, resume or open the result"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    actions.report = add(job, u"reportAction"_s, Words::tr("&Report of the result"), QKeySequence(Qt::CTRL | Qt::Key_R));
    actions.publish = add(job, u"publishAction"_s, Words::tr("P&ublish…"), QKeySequence(Qt::CTRL | Qt::Key_U));
    actions.pause = add(job, u"pauseAction"_s, Words::tr("&Pause"), QKeySequence(Qt::CTRL | Qt::Key_P));
    actions.tryNow = add(job, u"tryNowAction"_s, Words::tr("&Try now"), QKeySequence(Qt::CTRL | Qt::Key_T));
    actions.cancel = add(job, u"cancelAction"_s, Words::tr("C&ancel"), QKeySequence(Qt::CTRL | Qt::Key_Period));

    QMenu* tools = addMenu(window, u"toolsMenu"_s, Words::tr("&Tools"));
    actions.compare = add(tools, u"compareAction"_s, Words::tr("&Compare with…"), QKeySequence(Qt::CTRL | Qt::Key_D));
    actions.compareResult =
        add(tools, u"compareResultAction"_s, Words::tr("Compare with the &result"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    actions.computeValues = add(tools, u"computeValuesAction"_s, Words::tr("Compute &statistics of all tensors"), {});

    QMenu* help = addMenu(window, u"helpMenu"_s, Words::tr("&Help"));
    actions.guide = add(help, u"guideAction"_s, Words::tr("Weightbridge &help"), QKeySequence::HelpContents);
    actions.keys = add(help, u"keysAction"_s, Words::tr("&Keyboard shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Question));
    actions.demo = add(help, u"demoAction"_s, Words::tr("Try the &demo (no network)"), {});
    help->addSeparator();
    actions.environment = add(help, u"environmentAction"_s, Words::tr("&Environment report"), QKeySequence(Qt::SHIFT | Qt::Key_F1));
    actions.about = add(help, u"aboutAction"_s, Words::tr("&About Weightbridge"), {});
    actions.about->setMenuRole(QAction::AboutRole);
    return actions;
}

}  // namespace wb::ui
