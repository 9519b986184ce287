#pragma once

#include <QString>

// What stands between the program and its window, said with what to do about it.
namespace wb::gui {

// From now on a fatal message of Qt (there is no display, the platform plugin is missing) is followed by what helps, and ends the program with exit
// code 1 instead of a core dump.
void explainFatalMessages();

// Prints on stderr that something is missing, what helps, and that the command line needs no window.
void printMissing(const QString& sentence);

// True when there is any font; else it has been said. Needs the application object.
bool haveFonts();

}  // namespace wb::gui
