#include "app/gui/crash_report.h"
#include "app/gui/diagnosis.h"
#include "app/gui/first_paint.h"
#include "app/gui/option_table.h"
#include "app/gui/settings_file.h"
#include "app/gui/start_failure.h"

#include "ui/core_pipeline.h"
#include "ui/desktop/desktop.h"
#include "ui/icons.h"
#include "ui/languages.h"
#include "ui/main_window.h"
#include "ui/named_source.h"
#include "ui/pages/sum_pane.h"
#include "ui/screenshot.h"
#include "ui/session.h"
#include "ui/settings/effective_settings.h"
#include "ui/single_instance.h"
#include "ui/termination_signals.h"

#include "core/base/error.h"
#include "core/base/version.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct Arguments {
    QStringList files;  // or addresses
    QString profile;
    QString screenshot;
    QSize size;
    QString language;
    bool isNew = false;
};

QString translated(const char* text)
{
    return QApplication::translate("main", text);
}

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(translated(wb::gui::programDescription));
    for (const wb::gui::OptionRow& row : wb::gui::options) {
        parser.addOption({QString::fromLatin1(row.name), translated(row.help), QString::fromLatin1(row.value)});
    }
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"FILE"_s, translated(wb::gui::fileHelp), u"[FILE]"_s);
    parser.addPositionalArgument(u"MAP"_s, translated(wb::gui::mapHelp), u"[MAP]"_s);
}

// --help and --version need no display.
void answerTextQuestions(int argc, char** argv)
{
    const std::vector<std::string_view> words(argv + 1, argv + argc);
    const auto has = [&words](std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); };
    if (has("--version") || has("-v")) {
        std::puts(wb::versionText("weightbridge", fmt::format("Qt/{}", qVersion())).c_str());
        std::exit(0);
    }
    if (has("--help") || has("-h")) {
        const QCoreApplication application(argc, argv);
        wb::ui::useLanguage(QLatin1StringView(wb::ui::systemLanguage));
        QCommandLineParser parser;
        addOptions(parser);
        parser.showHelp();
    }
}

void requireLanguage(const QString& code)
{
    QStringList codes{QLatin1StringView(wb::ui::systemLanguage)};
    for (const wb::ui::Language& language : wb::ui::languages()) {
        codes.append(language.code);
    }
    if (!code.isEmpty() && !codes.contains(code)) {
        std::fprintf(stderr, "weightbridge: --lang wants one of %s\n", codes.join(u", "_s).toUtf8().constData());
        std::exit(static_cast<int>(wb::ExitCode::Usage));
    }
}

// The picture is of one source once it is read; lists of sums may come with it, and its key map.
void requireOneSource(const QStringList& names)
{
    const auto sources = std::count_if(names.begin(), names.end(), [](const QString& name) { return !wb::ui::SumPane::isList(name); });
    if (!names.isEmpty() && sources != 1 && !wb::ui::sourceWithMap(names)) {
        std::fputs("weightbridge: --screenshot wants one FILE, with its MAP at most\n", stderr);
        std::exit(static_cast<int>(wb::ExitCode::Usage));
    }
}

// That of the command line, else that of the settings.
QString wantedLanguage(const Arguments& arguments, const QSettings& settings)
{
    return arguments.language.isEmpty() ? settings.value(u"interface/language"_s).toString() : arguments.language;
}

Arguments parse(const QApplication& application)
{
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);

    Arguments arguments;
    for (const QString& word : parser.positionalArguments()) {
        const QUrl url(word);  // as desktops hand a file over
        const QString name = url.isLocalFile() ? url.toLocalFile() : word;
        const QFileInfo file(name);
        // Another program may take it. Whether a whole path is there is not asked here: a drive may not answer.
        arguments.files.append(file.isAbsolute() || file.exists() ? file.absoluteFilePath() : name);
    }
    arguments.isNew = parser.isSet(u"new"_s);
    arguments.profile = parser.value(u"profile"_s);
    arguments.screenshot = parser.value(u"screenshot"_s);
    if (!arguments.screenshot.isEmpty()) {
        requireOneSource(arguments.files);
    }
    arguments.language = parser.value(u"lang"_s);
    requireLanguage(arguments.language);
    if (const QString size = parser.value(u"size"_s); !size.isEmpty()) {
        const auto match = QRegularExpression(u"^(\\d{2,5})x(\\d{2,5})$"_s).match(size);
        arguments.size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
        if (!match.hasMatch()) {
            std::fputs("weightbridge: --size wants WxH, such as 1280x800\n", stderr);
            std::exit(static_cast<int>(wb::ExitCode::Usage));
        }
    }
    return arguments;
}

// Where log and crash reports go. It may be that it cannot be made.
QString stateFolder(const QString& profile)
{
    const QString folder = profile.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) : profile;
    QDir().mkpath(folder);
    return folder;
}

// Without a place to write, the program works on and logs nothing.
std::shared_ptr<wb::Log> makeLog(const QString& folder)
{
    try {
        return wb::Log::toFile(QFile::encodeName(folder + u"/weightbridge.log"_s).toStdString());
    } catch (const wb::Error&) {
        return std::make_shared<wb::Log>();
    }
}

}  // namespace

int main(int argc, char** argv)
{
    answerTextQuestions(argc, argv);
    wb::gui::explainFatalMessages();
    wb::gui::answerDiagnosis(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"weightbridge"_s);
    QApplication::setApplicationDisplayName(u"Weightbridge"_s);
    QApplication::setApplicationVersion(QString::fromUtf8(wb::version()));
    QApplication::setDesktopFileName(u"weightbridge"_s);
    QApplication::setWindowIcon(wb::ui::icon(u"weightbridge"_s));
    wb::ui::useLanguage(QLatin1StringView(wb::ui::systemLanguage));
    const Arguments arguments = parse(application);
    if (!wb::gui::haveFonts()) {
        return static_cast<int>(wb::ExitCode::Unexpected);
    }
    const wb::ui::TerminationSignals termination;  // one that comes early ends the window once it is there
    wb::ui::SingleInstance instance(arguments.profile);
    if (arguments.screenshot.isEmpty() && instance.handOver(arguments.files)) {
        return 0;
    }
    QString note;
    const std::unique_ptr<QSettings> settings = wb::gui::openSettings(wb::gui::settingsFile(arguments.profile), note);
    if (!note.isEmpty()) {
        std::fprintf(stderr, "weightbridge: %s\n", note.toUtf8().constData());
    }
    wb::ui::useLanguage(wantedLanguage(arguments, *settings));

    const QString folder = stateFolder(arguments.profile);
    const QString crashReport = wb::gui::keepCrashReports(folder);
    int exitCode = 0;
    bool isIdle = true;
    {
        wb::ui::Session session(std::make_shared<wb::ui::CorePipeline>(), makeLog(folder));
        wb::ui::MainWindow window(session, *settings);
        wb::ui::Desktop desktop(window, session, window.queue(), *settings);
        desktop.connectToBuses();
        window.useTray(desktop.tray());
        QObject::connect(&desktop, &wb::ui::Desktop::folderRequested, &window, &wb::ui::MainWindow::openWithDesktop);
        QObject::connect(&instance, &wb::ui::SingleInstance::asked, &window, &wb::ui::MainWindow::openHandedOver);
        QObject::connect(&termination, &wb::ui::TerminationSignals::received, &window, &wb::ui::MainWindow::quitNow);
        if (!arguments.language.isEmpty()) {
            window.settings().setOption(wb::ui::Setting::Language, u"--lang"_s, arguments.language);
        }
        if (arguments.size.isValid()) {
            window.resize(arguments.size);
        }
        new wb::gui::FirstPaint(window);
        window.show();
        if (!crashReport.isEmpty()) {
            window.tellOfCrash(crashReport);
        }
        if (!arguments.screenshot.isEmpty()) {
            auto* screenshot = new wb::ui::Screenshot(session, window, arguments.screenshot, !arguments.files.isEmpty());
            QObject::connect(screenshot, &wb::ui::Screenshot::taken, &application, &QApplication::exit, Qt::QueuedConnection);
        }
        if (!arguments.files.isEmpty()) {
            window.openAll(arguments.files);
        } else if (!arguments.isNew && arguments.screenshot.isEmpty()) {
            window.reopenLast();
        }
        exitCode = QApplication::exec();
        isIdle = window.isAtRest();
    }
    if (!isIdle) {
        // The worker did not end in time; what it wrote can be resumed, as after a power cut.
        std::_Exit(exitCode);
    }
    return exitCode;
}
