#pragma once

#include "app/cli/hub_calls.h"
#include "app/cli/options.h"
#include "core/base/error.h"
#include "core/base/job_context.h"
#include "core/mapping/key_map.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wb::cli {

// One run of the program: what was asked for, and what core functions need. Used from one thread, but for the log.
class Session {
public:
    Session(const CommandLine& line, const CancelToken& cancel, HubCalls hub = {});

    const CommandLine& line() const noexcept { return m_line; }
    bool wantsJson() const noexcept { return m_line.json; }
    JobContext& job() noexcept { return m_job; }
    // How the network is used, by environment and options. Throws UrlRefused.
    const net::Settings& network();
    // The same with the token for what is done in the user's name, also where it is not to be sent for reading.
    net::Settings networkAsUser();
    const HubCalls& hub() const noexcept { return m_hub; }
    // Runs work with its progress shown.
    void withProgress(const std::function<void()>& work);
    // One line on stderr, unless --quiet.
    void note(const std::string& text) const;
    void warning(const std::string& text) const;

private:
    void warnInProgress(std::string_view text) const;

    const CommandLine& m_line;
    HubCalls m_hub;
    Progress m_progress;
    Log m_log;  // its warnings are the user's
    JobContext m_job;
    std::optional<net::Settings> m_network;
};

// What a verb leaves: text or JSON for stdout, and an error where the result is not what was asked for.
struct CommandResult {
    std::string output;
    std::optional<Error> error;
};

}  // namespace wb::cli
