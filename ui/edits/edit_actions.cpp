#include "ui/edits/edit_actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMenu>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::EditActions)
};

// `button`: the name on a button in the page, where menus are not seen.
QAction* add(QMenu& menu, const QString& name, const QString& text, const QKeySequence& keys, const QString& button = {})
{
    QAction* action = menu.addAction(text);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setEnabled(false);
    if (!button.isEmpty()) {
        action->setIconText(button);
    }
    return action;
}

}  // namespace

QList<QAction*> EditActions::all() const
{
    return {undo, redo, accept, choose, drop, reset, makeRule, clear, loadMap, saveMap, saveMapAs};
}

void addMapFileActions(QMenu& menu, EditActions& actions)
{
    actions.loadMap = add(menu, u"loadMapAction"_s, Words::tr("&Load key map…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    actions.saveMap = add(menu, u"saveMapAction"_s, Words::tr("&Save key map"), QKeySequence(Qt::CTRL | Qt::Key_S));
    actions.saveMapAs = add(menu, u"saveMapAsAction"_s, Words::tr("Sa&ve key map as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
}

void addEditActions(QMenu& menu, EditActions& actions)
{
    actions.undo = add(menu, u"undoAction"_s, Words::tr("&Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z));
    actions.redo = add(menu, u"redoAction"_s, Words::tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    menu.addSeparator();
    actions.accept =
        add(menu, u"acceptAction"_s, Words::tr("Acc&ept the suggestion (or 1 to 5)"), QKeySequence(Qt::ALT | Qt::Key_Return), Words::tr("Accept"));
    actions.choose = add(menu, u"chooseAction"_s, Words::tr("Ch&oose another place…"), QKeySequence(Qt::Key_F2), Words::tr("Choose…"));
    actions.drop = add(menu, u"dropAction"_s, Words::tr("&Drop the key"), QKeySequence(Qt::Key_Delete), Words::tr("Drop"));
    actions.drop->setShortcutContext(Qt::WidgetShortcut);
    actions.reset = add(menu, u"resetAction"_s, Words::tr("&Keep as the rules say"), QKeySequence(Qt::CTRL | Qt::Key_Backspace), Words::tr("Reset"));
    actions.makeRule =
        add(menu, u"makeRuleAction"_s, Words::tr("&Make a rule from this edit…"), QKeySequence(Qt::CTRL | Qt::Key_M), Words::tr("Make a rule…"));
    actions.clear = add(menu, u"clearEditsAction"_s, Words::tr("C&lear all edits"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace));
}

}  // namespace wb::ui
