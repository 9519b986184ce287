#include "app/gui/crash_report.h"

#include "core/base/version.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fmt/format.h>

#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>

namespace wb::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostKept = 5;
constexpr int mostFrames = 64;
constexpr std::array<std::pair<int, const char*>, 5> faults{
    {{SIGSEGV, "SIGSEGV"}, {SIGABRT, "SIGABRT"}, {SIGBUS, "SIGBUS"}, {SIGFPE, "SIGFPE"}, {SIGILL, "SIGILL"}}};

// Made beforehand: the handler may allocate nothing.
std::string reportPath;
std::string reportHead;

void writeText(int file, const char* text, size_t length)
{
    static_cast<void>(!::write(file, text, length));
}

const char* nameOf(int signal)
{
    for (const auto& [number, name] : faults) {
        if (number == signal) {
            return name;
        }
    }
    return "?";
}

// The default of the signal stands again (SA_RESETHAND), so raising it ends the program as it would have ended.
void leaveReport(int signal)
{
    const int file = ::open(reportPath.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file >= 0) {
        const char* name = nameOf(signal);
        writeText(file, reportHead.data(), reportHead.size());
        writeText(file, name, std::char_traits<char>::length(name));
        writeText(file, "\n", 1);
        std::array<void*, mostFrames> frames{};
        ::backtrace_symbols_fd(frames.data(), ::backtrace(frames.data(), mostFrames), file);
        ::close(file);
    }
    ::raise(signal);
}

void watch()
{
    void* frame = nullptr;
    ::backtrace(&frame, 1);  // loads what it needs now, not in the handler
    struct sigaction action = {};
    action.sa_handler = leaveReport;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
    for (const auto& fault : faults) {
        ::sigaction(fault.first, &action, nullptr);
    }
}

QString keptAside(const QDir& folder)
{
    const QFileInfo left(folder.filePath(u"crash.txt"_s));
    if (!left.isFile()) {
        return {};
    }
    const QString lasting = folder.filePath(u"crash-%1.txt"_s.arg(left.lastModified().toUTC().toString(u"yyyyMMdd-HHmmss"_s)));
    QFile::remove(lasting);
    return QFile::rename(left.filePath(), lasting) ? lasting : left.filePath();
}

void removeOldest(const QDir& folder)
{
    const QStringList reports = folder.entryList({u"crash-*.txt"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString& report : reports.mid(mostKept)) {
        QFile::remove(folder.filePath(report));
    }
}

}  // namespace

QString keepCrashReports(const QString& folder)
{
    const QDir place(folder);
    const QString earlier = keptAside(place);
    removeOldest(place);
    reportPath = QFile::encodeName(place.absoluteFilePath(u"crash.txt"_s)).toStdString();
    reportHead = fmt::format("{}\nended by ", versionText("weightbridge", fmt::format("Qt/{}", qVersion())));
    watch();
    return earlier;
}

}  // namespace wb::gui
