#pragma once

class QMainWindow;

namespace wb::ui {

struct WindowActions;

// What the Help menu opens: each in a window of its own that is shown once and stays beside this one.
void connectHelp(QMainWindow& window, const WindowActions& actions);

}  // namespace wb::ui
