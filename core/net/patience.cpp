#include "core/net/patience.h"

#include <algorithm>
#include <random>
#include <utility>

namespace wb::net {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds pollInterval{100};

void showWaiting(std::string_view token, uint64_t seconds, JobContext& job)
{
    Transfer transfer = job.progress.snapshot().transfer;
    transfer.waiting = token;
    transfer.retryInSeconds = seconds;
    job.progress.transfer(std::move(transfer));
}

}  // namespace

Patience::Patience(const Settings& settings, uint32_t leastTries)
    : m_longest(settings.giveUp), m_backoff(settings, std::random_device{}()), m_since(Clock::now()), m_leastTries(leastTries)
{}

void Patience::renew() noexcept
{
    m_since = Clock::now();
    m_failures = 0;
}

milliseconds Patience::next(const Setback& setback)
{
    const auto quiet = std::chrono::duration_cast<milliseconds>(Clock::now() - m_since);
    const milliseconds own = m_backoff.next(++m_failures);
    const milliseconds asked = setback.asked.value_or(std::chrono::seconds(0));
    if (asked > m_longest || (quiet + asked > m_longest && m_failures > m_leastTries)) {
        throw setback.failure;
    }
    return std::max(asked, std::min(own, m_longest));
}

void waitShown(milliseconds wait, std::string_view token, HttpClient& client, JobContext& job, const StopCheck& throwIfStopped)
{
    const Clock::time_point until = Clock::now() + wait;
    while (Clock::now() < until) {
        throwIfStopped();
        if (job.tryNow != nullptr && job.tryNow->take()) {
            break;
        }
        const auto left = std::chrono::duration_cast<milliseconds>(until - Clock::now());
        showWaiting(token, static_cast<uint64_t>((left.count() + 999) / 1000), job);
        client.run(std::min(pollInterval, left + milliseconds(1)));
    }
    showWaiting({}, 0, job);
}

End transferred(HttpClient& client, const Request& request, Receiver& receiver, const StopCheck& throwIfStopped)
{
    const uint64_t transfer = client.start(request, receiver);
    while (true) {
        std::vector<End> ended = client.run(pollInterval);
        if (!ended.empty()) {
            return std::move(ended.front());
        }
        try {
            throwIfStopped();
        } catch (const Cancelled&) {
            client.stop(transfer);
            throw;
        }
    }
}

}  // namespace wb::net
