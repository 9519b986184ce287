#pragma once

#include "ui/edits/edit_actions.h"
#include "ui/widgets/step_strip.h"

#include <array>

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
    QAction* refresh = nullptr;
    std::array<QAction*, StepStrip::StepCount> steps{};
    QAction* guide = nullptr;
    QAction* compare = nullptr;
    QAction* compareResult = nullptr;
    QAction* computeValues = nullptr;
    QAction* report = nullptr;
    QAction* settings = nullptr;
    QAction* environment = nullptr;
    QAction* keys = nullptr;
    QAction* demo = nullptr;
    EditActions edits;
    QAction* about = nullptr;
};

// Makes them and the menus that hold them.
WindowActions makeWindowActions(QMainWindow& window);

}  // namespace wb::ui
