#pragma once

#include "core/net/connection_limit.h"
#include "core/net/http_client.h"
#include "core/net/remote_file.h"
#include "core/net/remote_reader.h"
#include "core/net/retry.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <future>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wb::net {

// What bytes a fetch wants and where they go. Called on the fetching thread only.
class FetchTarget {
public:
    virtual ~FetchTarget() = default;

    // The next run of bytes to ask for, at most so many; empty when there is none now. What was taken is written, or asked for again by the fetcher.
    virtual std::optional<ByteRange> take(uint64_t mostBytes) = 0;
    // Bytes not taken yet.
    virtual uint64_t untaken() const = 0;
    virtual bool isDone() const = 0;
    // In order within a run that was taken, in pieces of any size. May throw: the fetch ends with that error.
    virtual void write(uint64_t offset, std::span<const std::byte> bytes) = 0;
};

// Thrown when the server sends the whole file for a part of it, again and again.
struct IgnoresRanges {};

// Fetches the runs that a target wants over several connections. A run that is cut is gone on with where it stopped; connections that stall are given
// up; a server that allows fewer connections gets fewer, and more again later; Retry-After is kept; an expired address is asked for anew.
// Throws IgnoresRanges, RemoteChanged, what a refused answer throws, the last failure after Settings::giveUp without a byte, Cancelled.
class RangeFetcher {
public:
    struct RequestBytes {
        uint64_t least = 4ULL << 20;
        uint64_t most = 128ULL << 20;
    };

    // `remote`: opened; used for its file and, from another thread, to look again. All outlive the fetcher. `job` gets the transfer's state, ten
    // times a second.
    RangeFetcher(RemoteReader& remote, const Settings& settings, RequestBytes request, JobContext& job);
    ~RangeFetcher();

    // Until the target is done.
    void run(FetchTarget& target);
    // The same over one connection by one request for the whole file, for servers without ranges: the target gets every byte from the first on,
    // again after each failure. Ends with the failure when several tries in a row do not come further.
    void runWhole(FetchTarget& target);
    // A target may have something to take again. From any thread.
    void wake() noexcept { m_client.wake(); }
    // Ends run() as if it were cancelled. From any thread.
    void stop() noexcept;

private:
    class Part;
    // A run whose request failed.
    struct Rest {
        ByteRange range;
        uint32_t failures = 0;  // in a row, without a byte
        Clock::time_point notBefore;
    };

    void startParts(FetchTarget& target);
    std::optional<Rest> nextRun(FetchTarget& target);
    void start(FetchTarget& target, const Rest& run, std::optional<ByteRange> asked);
    void finish(const End& end);
    void noteBytes() noexcept;
    void retry(const Part& part, const Error& failure, std::optional<std::chrono::seconds> asked, std::string_view token);
    void handle(const Part& part, const End& end);
    void handleEnd(const Part& part, const End& end);
    void handleAnswer(const Part& part);
    void askForLess(std::string_view token);
    template <typename Begin> void runUntilDone(FetchTarget& target, Begin begin);
    void requirePatience();
    void lookAgainIfNeeded();
    void endLook() noexcept;
    void report();
    void takeTryNow();
    void retryNow();
    void dropParts() noexcept;

    RemoteReader& m_remote;
    RemoteFile m_file;
    Settings m_settings;
    RequestBytes m_request;
    JobContext& m_job;
    HttpClient m_client;
    Backoff m_backoff;
    std::vector<std::unique_ptr<Part>> m_parts;
    std::deque<Rest> m_rests;
    ConnectionLimit m_limit;
    Clock::time_point m_notBefore;  // no request before
    Clock::time_point m_lastByte;
    Clock::time_point m_reported;
    std::string m_waitingFor;
    std::optional<Error> m_failure;  // the latest
    uint32_t m_refusals = 0;         // answers in a row that time alone does not mend
    uint32_t m_wholes = 0;           // answers in a row with the whole file
    uint32_t m_fruitless = 0;        // whole files in a row that ended before the furthest byte
    uint64_t m_furthest = 0;         // of a whole file
    uint32_t m_looks = 0;            // times in a row that the address was asked for anew
    uint32_t m_place = 0;            // how often it has changed
    bool m_lookAgain = false;
    std::future<void> m_look;  // beside the parts that go on
    CancelToken m_stop;
};

}  // namespace wb::net
