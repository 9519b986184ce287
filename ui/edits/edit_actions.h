#pragma once

#include <QList>

class QAction;
class QMenu;

namespace wb::ui {

// What can be done to the key map and its file. Owned by the menus.
struct EditActions {
    QAction* loadMap = nullptr;
    QAction* saveMap = nullptr;
    QAction* saveMapAs = nullptr;
    QAction* undo = nullptr;
    QAction* redo = nullptr;
    QAction* accept = nullptr;
    QAction* choose = nullptr;
    QAction* drop = nullptr;
    QAction* reset = nullptr;
    QAction* makeRule = nullptr;
    QAction* clear = nullptr;

    QList<QAction*> all() const;
};

void addMapFileActions(QMenu& menu, EditActions& actions);
void addEditActions(QMenu& menu, EditActions& actions);

}  // namespace wb::ui
