#include "app/cli/session.h"

#include "core/base/text.h"
#include "core/job/remote_source.h"

#include <unistd.h>

#include <cstdio>
#include <utility>

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

Session::Session(const CommandLine& line, const CancelToken& cancel, HubCalls hub)
    : m_line(line), m_hub(std::move(hub)),
      m_log([this](Log::Level, std::string_view text) { warnInProgress(text); }, Log::Level::Warning), m_job{cancel, m_progress, m_log}
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

net::Settings Session::networkAsUser()
{
    net::Settings settings = network();
    if (settings.token.empty()) {
        settings.token = m_hub.findToken().token;
        hub::keepOutOfCoreDumps();
    }
    return settings;
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
