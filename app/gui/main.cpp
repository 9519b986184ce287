#include "ui/core_pipeline.h"
#include "ui/icons.h"
#include "ui/main_window.h"
#include "ui/screenshot.h"
#include "ui/session.h"
#include "ui/termination_signals.h"

#include "core/base/error.h"
#include "core/base/version.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

struct Arguments {
    QString file;
    QString profile;
    QString screenshot;
    QSize size;
};

Arguments parse(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Converts RegNet checkpoints to Hugging Face model folders."));
    const QCommandLineOption profile(u"profile"_s, QApplication::translate("main", "Keep settings and log in DIR."), u"DIR"_s);
    const QCommandLineOption screenshot(u"screenshot"_s, QApplication::translate("main", "Load FILE, save a picture of the window, exit."),
                                        u"FILE.png"_s);
    const QCommandLineOption size(u"size"_s, QApplication::translate("main", "Size of the window."), u"WxH"_s);
    parser.addOptions({profile, screenshot, size});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"FILE"_s, QApplication::translate("main", "Checkpoint to open, or its address."), u"[FILE]"_s);
    parser.process(application);

    Arguments arguments;
    arguments.file = parser.positionalArguments().value(0);
    arguments.profile = parser.value(profile);
    arguments.screenshot = parser.value(screenshot);
    if (parser.isSet(size)) {
        const auto match = QRegularExpression(u"^(\\d{2,5})x(\\d{2,5})$"_s).match(parser.value(size));
        arguments.size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
        if (!match.hasMatch()) {
            std::fputs("weightbridge: --size wants WxH, such as 1280x800\n", stderr);
            std::exit(static_cast<int>(wb::ExitCode::Usage));
        }
    }
    return arguments;
}

// Without a place to write, the program works on and logs nothing.
std::shared_ptr<wb::Log> makeLog(const QString& profile)
{
    const QString folder = profile.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) : profile;
    QDir().mkpath(folder);
    try {
        return wb::Log::toFile(QFile::encodeName(folder + u"/weightbridge.log"_s).toStdString());
    } catch (const wb::Error&) {
        return std::make_shared<wb::Log>();
    }
}

std::unique_ptr<QSettings> makeSettings(const QString& profile)
{
    if (profile.isEmpty()) {
        return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, u"weightbridge"_s, u"weightbridge"_s);
    }
    return std::make_unique<QSettings>(profile + u"/settings.ini"_s, QSettings::IniFormat);
}

// As the user has set them in the settings file; there is no dialog for them.
wb::ui::NetworkLimits networkLimits(const QSettings& settings)
{
    wb::ui::NetworkLimits limits;
    if (settings.contains(u"network/connections"_s)) {
        limits.connections = settings.value(u"network/connections"_s).toUInt();
    }
    if (settings.contains(u"network/bytesPerSecond"_s)) {
        limits.bytesPerSecond = settings.value(u"network/bytesPerSecond"_s).toULongLong();
    }
    return limits;
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"weightbridge"_s);
    QApplication::setApplicationDisplayName(u"Weightbridge"_s);
    QApplication::setApplicationVersion(QString::fromUtf8(wb::version()));
    QApplication::setDesktopFileName(u"weightbridge"_s);
    QApplication::setWindowIcon(wb::ui::icon(u"weightbridge"_s));
    const Arguments arguments = parse(application);
    const std::unique_ptr<QSettings> settings = makeSettings(arguments.profile);

    int exitCode = 0;
    bool isIdle = true;
    {
        wb::ui::Session session(std::make_shared<wb::ui::CorePipeline>(networkLimits(*settings)), makeLog(arguments.profile));
        wb::ui::MainWindow window(session, *settings);
        const wb::ui::TerminationSignals termination;
        QObject::connect(&termination, &wb::ui::TerminationSignals::received, &window, &QWidget::close);
        if (arguments.size.isValid()) {
            window.resize(arguments.size);
        }
        window.show();
        if (!arguments.screenshot.isEmpty()) {
            auto* screenshot = new wb::ui::Screenshot(session, window, arguments.screenshot, !arguments.file.isEmpty());
            QObject::connect(screenshot, &wb::ui::Screenshot::taken, &application, &QApplication::exit, Qt::QueuedConnection);
        }
        if (!arguments.file.isEmpty()) {
            window.openNamed(arguments.file);
        }
        exitCode = QApplication::exec();
        isIdle = session.isWorkerIdle();
    }
    if (!isIdle) {
        // The worker did not end in time; what it wrote can be resumed, as after a power cut.
        std::_Exit(exitCode);
    }
    return exitCode;
}
