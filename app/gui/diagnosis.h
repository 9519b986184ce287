#pragma once

namespace wb::gui {

// Prints the environment report on stdout and ends the program, where --diagnose asks for it. Needs no display: without one it says so.
void answerDiagnosis(int argc, char** argv);

}  // namespace wb::gui
