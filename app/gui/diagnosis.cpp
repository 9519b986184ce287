#include "app/gui/diagnosis.h"

#include "ui/dialogs/environment_dialog.h"

#include "core/job/diagnose.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace wb::gui {

void answerDiagnosis(int argc, char** argv)
{
    const std::vector<std::string_view> words(argv + 1, argv + argc);
    if (std::find(words.begin(), words.end(), "--diagnose") == words.end()) {
        return;
    }
    const auto isSet = [](const char* name) { return !qEnvironmentVariableIsEmpty(name); };
    const bool hasDisplay = isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
    std::fputs(job::diagnosis(net::processEnvironment()).c_str(), stdout);
    if (!hasDisplay) {
        std::fputs("display: none\n", stdout);
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    std::fflush(stdout);  // whatever the display does now
    const QApplication application(argc, argv);
    std::fputs(ui::windowDiagnosis().toUtf8().constData(), stdout);
    std::exit(std::fflush(stdout) == 0 ? 0 : 1);
}

}  // namespace wb::gui
