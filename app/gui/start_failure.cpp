#include "app/gui/start_failure.h"

#include "core/base/error.h"

#include <QCoreApplication>
#include <QFont>
#include <QGuiApplication>
#include <QRawFont>

#include <cstdio>
#include <cstdlib>

namespace wb::gui {

using namespace Qt::StringLiterals;

namespace {

QtMessageHandler inner = nullptr;

// What is said while the application object is being made, so without translation.
QString whatHelps()
{
    const bool hasDisplay = !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    if (!hasDisplay && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        return u"There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Start it in a desktop session, or over ssh -X."_s;
    }
    return u"Qt found no way to show a window: the display does not answer, or Qt's platform plugin or a library of it is missing.\n"
           "Install the plugin (Debian, Ubuntu: apt install qt6-qpa-plugins), and unset QT_QPA_PLATFORM and QT_QPA_PLATFORM_PLUGIN_PATH."_s;
}

void handle(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (type != QtFatalMsg) {
        inner(type, context, message);
        return;
    }
    std::fprintf(stderr, "%s\n", message.toUtf8().constData());
    printMissing(whatHelps());
    std::_Exit(static_cast<int>(ExitCode::Unexpected));
}

}  // namespace

void printMissing(const QString& sentence)
{
    const QString other = QCoreApplication::translate("main", "The command line needs no window: weightbridge-cli --help");
    std::fprintf(stderr, "weightbridge: %s\n%s\n", sentence.toUtf8().constData(), other.toUtf8().constData());
}

void explainFatalMessages()
{
    inner = qInstallMessageHandler(handle);
}

bool haveFonts()
{
    // QFontDatabase always has a Serif and a Sans Serif, be there a file to them or not.
    if (!QRawFont::fromFont(QGuiApplication::font()).fontTable("cmap").isEmpty()) {
        return true;
    }
    printMissing(QCoreApplication::translate(
        "main", "There is no font, so the window would show no letter. Install one (Debian, Ubuntu: apt install fonts-dejavu-core)."));
    return false;
}

}  // namespace wb::gui
