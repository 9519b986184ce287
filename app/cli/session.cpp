#include "app/cli/session.h"

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
