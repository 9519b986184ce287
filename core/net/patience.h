#pragma once

#include "core/base/error.h"
#include "core/base/job_context.h"
#include "core/net/http_client.h"
#include "core/net/retry.h"
#include "core/net/settings.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace wb::net {

// Why a request has not brought on, where time may mend it.
struct Setback {
    Error failure;                              // to be thrown when patience is at its end
    std::string token;                          // stable, of why nothing moves
    std::optional<std::chrono::seconds> asked;  // to wait
};

// How long failures in a row are borne: with growing waits, until nothing has come for as long as the settings say.
class Patience {
public:
    // Borne whatever the time: failures that come after long work, such as a large part that was nearly sent.
    explicit Patience(const Settings& settings, uint32_t leastTries = 1);

    // Something has come: the time begins anew.
    void renew() noexcept;
    // How long to wait before the next try. Throws the failure when that is longer than patience lasts.
    std::chrono::milliseconds next(const Setback& setback);

private:
    std::chrono::milliseconds m_longest;
    Backoff m_backoff;
    Clock::time_point m_since;
    uint32_t m_leastTries;
    uint32_t m_failures = 0;
};

// Throws Cancelled where waiting is to end.
using StopCheck = std::function<void()>;

// Lets the time pass, until the user asks to try now; shows why and how long. Transfers of the client go on meanwhile.
void waitShown(std::chrono::milliseconds wait, std::string_view token, HttpClient& client, JobContext& job, const StopCheck& throwIfStopped);
// Starts the one transfer of a client and runs it to its end.
End transferred(HttpClient& client, const Request& request, Receiver& receiver, const StopCheck& throwIfStopped);

}  // namespace wb::net
