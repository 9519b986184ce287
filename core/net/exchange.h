#pragma once

#include "core/base/job_context.h"
#include "core/net/http_client.h"
#include "core/net/patience.h"
#include "core/net/settings.h"

#include <cstdint>
#include <optional>
#include <string>

namespace wb::net {

// A whole answer, or how it failed to come; the settings' token is hidden wherever the server repeats it.
struct Reply {
    End end;
    Head head;
    std::string body;
    bool tooLong = false;  // the body went on past the limit

    bool isWhole() const noexcept { return end.kind == End::Kind::Whole && !tooLong; }
};

// Of a reply that a new try may better: no answer for reasons of the network, or one of a server that is busy or broken for now.
std::optional<Setback> setbackOf(const Reply& reply, const Url& url, bool tokenSent);

// Requests with small answers, one at a time over kept connections. Used by one thread. Throws the errors of net_errors.h, BadResponse (problem
// "too-long"), Offline, Cancelled.
class Exchange {
public:
    static constexpr uint64_t mostAnswerBytes = 16 << 20;

    // The job must outlive it.
    Exchange(const Settings& settings, JobContext& job);

    // Tried once: for a request that may not be repeated without a look at what has become of it.
    Reply once(const Request& request);
    // As often as patience lasts: for a request that may be repeated. Returns a whole answer, of whatever status is left after that.
    Reply ask(const Request& request);
    // Waits before the caller's own next try.
    void endure(const Setback& setback, Patience& patience);
    void pause(std::chrono::milliseconds wait, std::string_view token);

    // The host was reached inside this machine or network.
    bool wasInside() const noexcept { return m_wasInside; }

private:
    Settings m_settings;
    JobContext& m_job;
    HttpClient m_client;
    bool m_wasInside = false;
    bool m_wasReached = false;
};

}  // namespace wb::net
