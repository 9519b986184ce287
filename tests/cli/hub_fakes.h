#pragma once

#include "app/cli/commands.h"
#include "app/cli/json_output.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <map>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

// A Hub and a keychain of the test's own, which note what they were asked.
class FakeHub {
public:
    wb::cli::HubCalls calls()
    {
        wb::cli::HubCalls calls;
        calls.findToken = [this] { return found; };
        calls.keepToken = [this](const std::string& endpoint, const std::string& token) { keychain[endpoint] = token; };
        calls.dropToken = [this](const std::string& endpoint) { return keychain.erase(endpoint) > 0; };
        calls.whoAmI = [this](const wb::net::Settings& settings, wb::JobContext&) { return statusOf(settings); };
        calls.requirePublishable = [this](const wb::job::PublishOptions& options, const wb::mapping::Architecture& architecture,
                                          const wb::net::Settings& settings, wb::JobContext&) {
            checked.push_back({options.repository, architecture.naming});
            if (refusal) {
                throw *refusal;
            }
            statusOf(settings);
        };
        calls.plan = [this](const wb::job::PublishOptions& options, const wb::net::Settings& settings, wb::JobContext&) {
            planned = options;
            return planOf(options, settings);
        };
        calls.publish = [this](const wb::job::PublishPlan& plan, const wb::net::Settings&, wb::JobContext&) { return publicationOf(plan); };
        return calls;
    }

    wb::hub::FoundToken found{"hf_test", wb::hub::TokenSource::Environment, "HF_TOKEN"};
    std::map<std::string, std::string> keychain;
    std::vector<std::pair<std::string, std::string>> checked;  // repository, naming
    std::optional<wb::Error> refusal;                          // of the check before
    std::optional<wb::Error> failure;                          // of publishing
    wb::job::PublishOptions planned;
    int published = 0;

private:
    static wb::job::TokenStatus statusOf(const wb::net::Settings& settings)
    {
        if (settings.token != "hf_test") {
            throw wb::Error(wb::ErrorCode::NotAuthorised).with("host", "hub").with("problem", settings.token.empty() ? "no-token" : "token");
        }
        wb::job::TokenStatus status;
        status.user = "alice";
        status.role = "write";
        status.owners = {"alice", "team"};
        return status;
    }

    static wb::job::PublishPlan planOf(const wb::job::PublishOptions& options, const wb::net::Settings& settings)
    {
        using Way = wb::job::PublishFile::Way;
        wb::job::PublishPlan plan;
        plan.options = options;
        plan.token = statusOf(settings);
        if (options.repository.find('/') == std::string::npos) {
            plan.options.repository = "alice/" + options.repository;
        }
        plan.files = {{"config.json", 100, "aa", Way::Inline},
                      {"model.safetensors", 5'000'000'000, "bb", Way::Send},
                      {"preprocessor_config.json", 50, "cc", Way::There},
                      {"notes.log", 7, "dd", Way::Ignored}};
        plan.bytesToSend = 5'000'000'100;
        plan.licence = "mit";
        return plan;
    }

    wb::job::Publication publicationOf(const wb::job::PublishPlan& plan)
    {
        if (failure) {
            throw *failure;
        }
        ++published;
        wb::job::Publication publication;
        publication.repository = plan.options.repository;
        publication.commit = "c0ffee";
        publication.commitUrl = "https://hub/" + plan.options.repository + "/commit/c0ffee";
        publication.files = plan.files;
        publication.bytesSent = plan.bytesToSend;
        return publication;
    }
};

// Something else on the program's stdin, and on stderr too where that is a terminal, while this lives.
class Input {
public:
    // Text that comes by a pipe.
    explicit Input(const std::string& text)
    {
        int ends[2] = {-1, -1};
        m_isGood = ::pipe(ends) == 0 && ::write(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size());
        ::close(ends[1]);
        take(ends[0], {STDIN_FILENO});
    }

    // A terminal on which somebody types the text as soon as it shows the prompt.
    Input(const std::string& prompt, const std::string& typed) : m_terminal(::posix_openpt(O_RDWR | O_NOCTTY))
    {
        m_isGood = ::grantpt(m_terminal) == 0 && ::unlockpt(m_terminal) == 0;
        take(m_isGood ? ::open(::ptsname(m_terminal), O_RDWR | O_NOCTTY) : -1, {STDIN_FILENO, STDERR_FILENO});
        m_user = std::thread([this, prompt, typed] { type(prompt, typed); });
    }

    ~Input() { finish(); }
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    bool isGood() const { return m_isGood; }
    // Gives back what was there before; what the terminal showed.
    std::string finish()
    {
        for (const auto& [number, saved] : m_saved) {
            ::dup2(saved, number);
            ::close(saved);
        }
        m_saved.clear();
        if (m_user.joinable()) {
            m_user.join();
            ::close(m_terminal);
        }
        return m_shown;
    }

private:
    // Until nothing has the terminal open any more.
    void type(const std::string& prompt, const std::string& typed)
    {
        bool isTyped = false;
        char piece[512];
        for (ssize_t got = 0; (got = ::read(m_terminal, piece, sizeof piece)) > 0;) {
            m_shown.append(piece, static_cast<size_t>(got));
            if (!isTyped && m_shown.find(prompt) != std::string::npos) {
                isTyped = ::write(m_terminal, typed.data(), typed.size()) > 0;
            }
        }
    }

    void take(int descriptor, const std::vector<int>& numbers)
    {
        for (const int number : numbers) {
            m_saved.emplace_back(number, ::dup(number));
            ::dup2(descriptor, number);
        }
        ::close(descriptor);
    }

    std::vector<std::pair<int, int>> m_saved;
    int m_terminal = -1;
    bool m_isGood = false;
    std::string m_shown;
    std::thread m_user;
};

// One verb with its words, against a fake Hub.
class HubRun {
public:
    HubRun(FakeHub& hub, std::vector<const char*> words) : m_line(parsed(std::move(words))), m_session(m_line, m_cancel, hub.calls()) {}

    wb::cli::Session& session() { return m_session; }

private:
    static wb::cli::CommandLine parsed(std::vector<const char*> words)
    {
        words.insert(words.begin(), "weightbridge-cli");
        return wb::cli::parseCommandLine(static_cast<int>(words.size()), words.data());
    }

    wb::CancelToken m_cancel;
    wb::cli::CommandLine m_line;
    wb::cli::Session m_session;
};
