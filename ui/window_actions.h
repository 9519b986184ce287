#pragma once

#include <QList>

class QAction;
class QMainWindow;
class QMenu;

namespace wb::ui {

// The acts of the menu bar. Owned by the window.
struct WindowActions {
    QMenu* fileMenu = nullptr;
    QAction* open = nullptr;
    QAction* openAddress = nullptr;
    QAction* closeFile = nullptr;
    QAction* quit = nullptr;
    QAction* paste = nullptr;
    QAction* copy = nullptr;
    QAction* find = nullptr;
    QAction* publish = nullptr;
    QAction* nextProblem = nullptr;
    QAction* previousProblem = nullptr;
    QAction* preview = nullptr;
    QAction* nextAct = nullptr;
    QAction* pause = nullptr;
    QAction* tryNow = nullptr;
    QAction* cancel = nullptr;
    QAction* keys = nullptr;

    QList<QAction*> all() const;
};

// Makes them and the menus that hold them.
WindowActions makeWindowActions(QMainWindow& window);

}  // namespace wb::ui
