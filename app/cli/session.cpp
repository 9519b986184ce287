#include "app/cli/session.h"

#include "core/base/text.h"
#include "core/job/remote_source.h"

#include <unistd.h>

#include <cstdio>

namespace wb::cli {

namespace {

ProgressMode modeOf(const CommandLine& line)
{
    if (line.progress) {
        return *line.progress;
    }
    return !line.quiet && ::isatty(STDERR_FILENO) == 1 ? ProgressMode::Bar : ProgressMode::None;
}

}  // namespace

Session::Session(const CommandLine& line, const CancelToken& cancel)
    : m_line(line), m_log([this](Log::Level, std::string_view text) { warnInProgress(text); }, Log::Level::Warning), m_job{cancel, m_progress, m_log}
{}

void Session::warnInProgress(std::string_view text) const
{
    note(std::string(modeOf(m_line) == ProgressMode::Bar ? clearLine : "") + "warning: " + printable(text, 4200));
}

void Session::withProgress(const std::function<void()>& work)
{
    const ProgressOutput output(m_progress, modeOf(m_line));
    work();
}

const net::Settings& Session::network()
{
    if (!m_network) {
        m_network = withOptions(job::networkSettings(), m_line.network);
    }
    return *m_network;
}

void Session::note(const std::string& text) const
{
    if (!m_line.quiet) {
        std::fputs((text + "\n").c_str(), stderr);
    }
}

void Session::warning(const std::string& text) const
{
    note("warning: " + text);
}

}  // namespace wb::cli
