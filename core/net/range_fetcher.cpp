#include "core/net/range_fetcher.h"

#include "core/base/error.h"
#include "core/net/net_errors.h"
#include "core/net/redirects.h"

#include <algorithm>
#include <ctime>
#include <random>
#include <utility>

namespace wb::net {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds pollInterval{50};
constexpr milliseconds reportInterval{100};
constexpr uint32_t mostRefusals = 8;
constexpr uint32_t mostWholes = 3;
constexpr uint32_t mostFruitless = 6;
constexpr uint32_t mostLooks = 12;
constexpr uint64_t leastProgress = 16 << 10;  // a connection that brings less before it ends is not asked again at once

bool isCrowding(std::string_view token) noexcept
{
    constexpr std::string_view tokens[] = {"connect", "timeout", "reset", "cut", "stall", "handshake"};
    return std::find(std::begin(tokens), std::end(tokens), token) != std::end(tokens);
}

}  // namespace

// One request: what is left of its run, and what its answer was.
class RangeFetcher::Part : public Receiver {
public:
    Part(RangeFetcher& fetcher, FetchTarget& target, const Rest& run, std::optional<ByteRange> asked)
        : m_fetcher(fetcher), m_target(target), m_run(run), m_asked(asked), m_wantedEnd(run.range.end), m_place(fetcher.m_place)
    {}

    bool takeHead(const Head& head) override
    {
        m_head = head;
        m_answer = judge(head, m_fetcher.m_file, m_asked);
        const bool isTaken = m_answer->verdict == Verdict::Take;
        m_run.range.end = isTaken ? m_run.range.begin + std::min(m_run.range.size(), m_answer->bytes) : m_run.range.end;
        return isTaken;
    }

    bool takeBody(std::span<const std::byte> bytes) override
    {
        const auto wanted = bytes.first(static_cast<size_t>(std::min<uint64_t>(bytes.size(), m_run.range.size())));
        try {
            m_target.write(m_run.range.begin, wanted);
        } catch (...) {
            m_thrown = std::current_exception();
            return false;
        }
        m_run.range.begin += wanted.size();
        m_received += wanted.size();
        if (m_asked) {
            m_fresh += wanted.size();
        } else if (m_run.range.begin > m_fetcher.m_furthest) {
            m_fresh += m_run.range.begin - m_fetcher.m_furthest;
            m_fetcher.m_furthest = m_run.range.begin;
        }
        m_lastByte = Clock::now();
        m_fetcher.noteBytes();
        return wanted.size() == bytes.size();
    }

    uint64_t number = 0;
    ByteRange rest() const noexcept { return {m_run.range.begin, m_wantedEnd}; }
    uint32_t failures() const noexcept { return m_run.failures; }
    bool moved() const noexcept { return m_fresh >= leastProgress || (m_fresh > 0 && m_run.range.begin == m_wantedEnd); }
    bool isFruitless() const noexcept { return !m_asked && m_received > 0 && m_fresh == 0; }
    bool isOfPlace(uint32_t place) const noexcept { return m_place == place; }
    bool isServed(Clock::time_point since) const noexcept { return m_received > 0 && m_lastByte > since; }
    const Head& head() const noexcept { return m_head; }
    const std::optional<Answer>& answer() const noexcept { return m_answer; }
    void rethrow() const
    {
        if (m_thrown) {
            std::rethrow_exception(m_thrown);
        }
    }

private:
    RangeFetcher& m_fetcher;
    FetchTarget& m_target;
    Rest m_run;
    std::optional<ByteRange> m_asked;  // empty: the whole file
    uint64_t m_wantedEnd;              // of the run, also when the answer is shorter
    uint32_t m_place;
    Clock::time_point m_lastByte;
    Head m_head;
    std::optional<Answer> m_answer;
    std::exception_ptr m_thrown;
    uint64_t m_received = 0;
    uint64_t m_fresh = 0;  // of these, bytes that had not come before
};

RangeFetcher::RangeFetcher(RemoteReader& remote, const Settings& settings, RequestBytes request, JobContext& job)
    : m_remote(remote), m_file(remote.file()), m_settings(settings), m_request(request), m_job(job), m_client(settings, &job.log),
      m_backoff(settings, std::random_device{}()), m_limit(settings), m_lastByte(Clock::now())
{
    m_settings.connections = m_limit.most();
}

RangeFetcher::~RangeFetcher()
{
    endLook();
    dropParts();
}

// The client must not hold a receiver that is gone.
void RangeFetcher::dropParts() noexcept
{
    for (const auto& part : m_parts) {
        m_client.stop(part->number);
    }
    m_parts.clear();
}

void RangeFetcher::stop() noexcept
{
    m_stop.cancel();
    m_remote.stop();
    m_client.wake();
}

std::optional<RangeFetcher::Rest> RangeFetcher::nextRun(FetchTarget& target)
{
    const Clock::time_point now = Clock::now();
    const auto due = std::find_if(m_rests.begin(), m_rests.end(), [now](const Rest& rest) { return rest.notBefore <= now; });
    if (due != m_rests.end()) {
        const Rest rest = *due;
        m_rests.erase(due);
        return rest;
    }
    if (m_parts.size() + m_rests.size() >= m_limit.now()) {
        return std::nullopt;  // those that wait count too: a busy server is not asked for ever more
    }
    const uint64_t share = target.untaken() / (2ULL * m_settings.connections);
    const auto range = target.take(std::clamp(share, m_request.least, m_request.most));
    return range ? std::optional<Rest>(Rest{*range, 0, {}}) : std::nullopt;
}

void RangeFetcher::start(FetchTarget& target, const Rest& run, std::optional<ByteRange> asked)
{
    const RemoteFile& file = m_file;
    auto part = std::make_unique<Part>(*this, target, run, asked);
    part->number =
        m_client.start({file.place, asked, asked ? file.validator() : std::string(), tokenFor(file.place, m_settings), file.onlyOutside}, *part);
    m_parts.push_back(std::move(part));
}

void RangeFetcher::startParts(FetchTarget& target)
{
    while (m_parts.size() < m_limit.now() && Clock::now() >= m_notBefore && !m_lookAgain) {
        const std::optional<Rest> run = nextRun(target);
        if (!run) {
            break;
        }
        start(target, *run, run->range);
    }
    if (m_parts.empty() && m_rests.empty()) {
        m_lastByte = Clock::now();  // nothing is wanted: no reason for impatience
    }
}

void RangeFetcher::noteBytes() noexcept
{
    m_lastByte = Clock::now();
    m_refusals = 0;
    m_wholes = 0;
    m_looks = 0;
}

// The server, or what lies before it, does not like so many at once: it says so, or it serves others meanwhile.
void RangeFetcher::askForLess(std::string_view token)
{
    const Clock::time_point since = Clock::now() - m_settings.stallAlone;
    const bool servesOthers = std::any_of(m_parts.begin(), m_parts.end(), [since](const auto& part) { return part->isServed(since); });
    if (!m_parts.empty() && (token == "busy" || (isCrowding(token) && servesOthers))) {
        m_limit.less();
    }
}

void RangeFetcher::retry(const Part& part, const Error& failure, std::optional<std::chrono::seconds> asked, std::string_view token)
{
    if (!part.moved()) {
        askForLess(token);
    }
    m_fruitless = part.isFruitless() ? m_fruitless + 1 : part.moved() ? 0 : m_fruitless;
    if (m_fruitless > mostFruitless) {
        throw failure;
    }
    const uint32_t failures = part.moved() ? 0 : part.failures() + 1;
    const milliseconds wait = std::max<milliseconds>(m_backoff.next(failures), asked.value_or(std::chrono::seconds(0)));
    const Clock::time_point now = Clock::now();
    if (asked && m_parts.empty() && now - m_lastByte + wait > m_settings.giveUp) {
        throw failure;
    }
    if (part.rest().size() > 0) {
        m_rests.push_back({part.rest(), failures, now + wait});
    }
    if (asked && m_parts.empty()) {
        m_notBefore = now + wait;
    }
    m_waitingFor = token;
    m_failure = failure;
}

// The connection ended before all of its bytes came, or before any answer.
void RangeFetcher::handleEnd(const Part& part, const End& end)
{
    const Error failure = failureOf(end, m_file.place);
    const bool isFinal = end.kind == End::Kind::Tls || end.kind == End::Kind::Proxy || end.problem == "to-inside";
    if (isFinal || (end.kind == End::Kind::Answer && ++m_refusals > mostRefusals)) {
        throw failure;
    }
    const std::string_view token = end.kind == End::Kind::Answer ? "network" : end.problem.empty() ? "cut" : std::string_view(end.problem);
    retry(part, failure, std::nullopt, token);
}

void RangeFetcher::handleAnswer(const Part& part)
{
    const Answer& answer = *part.answer();
    const Url& place = m_file.place;
    const Error refusal = refusalOf(answer, part.head(), place, !tokenFor(place, m_settings).empty());
    switch (answer.verdict) {
    case Verdict::Take:
        return;
    case Verdict::Whole:
        if (++m_wholes > mostWholes) {
            throw IgnoresRanges{};
        }
        retry(part, refusal, std::nullopt, "other-range");
        return;
    case Verdict::LookAgain:
        if (part.isOfPlace(m_place) && !m_lookAgain && ++m_looks > mostLooks) {
            throw refusal;
        }
        m_lookAgain = m_lookAgain || part.isOfPlace(m_place);
        retry(part, refusal, std::nullopt, answer.problem);
        return;
    case Verdict::Wait:
        if (answer.problem == "other-range" && ++m_refusals > mostRefusals) {
            throw refusal;
        }
        retry(part, refusal, askedToWait(part.head(), std::time(nullptr)), answer.problem);
        return;
    case Verdict::Changed:
    case Verdict::Refuse:
        throw refusal;
    }
}

void RangeFetcher::handle(const Part& part, const End& end)
{
    const bool isTaken = part.answer() && part.answer()->verdict == Verdict::Take;
    if (!part.answer() || (isTaken && part.rest().size() > 0)) {
        handleEnd(part, end);
    } else {
        handleAnswer(part);
    }
}

void RangeFetcher::finish(const End& end)
{
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), [&end](const auto& part) { return part->number == end.transfer; });
    if (found == m_parts.end()) {
        return;
    }
    const std::unique_ptr<Part> part = std::move(*found);
    m_parts.erase(found);  // the client has let go of it
    part->rethrow();
    handle(*part, end);
}

void RangeFetcher::requirePatience()
{
    if (Clock::now() - m_lastByte > m_settings.giveUp && m_failure) {
        throw *m_failure;
    }
}

void RangeFetcher::lookAgainIfNeeded()
{
    if (m_lookAgain && !m_look.valid()) {
        m_look = std::async(std::launch::async, [this] {
            m_remote.lookAgain();
            m_client.wake();
        });
    }
    if (m_look.valid() && m_look.wait_for(milliseconds(0)) == std::future_status::ready) {
        m_lookAgain = false;
        m_look.get();
        m_file = m_remote.file();
        ++m_place;
        if (m_looks <= 1) {
            retryNow();  // what the old place refused
        }
    }
}

void RangeFetcher::endLook() noexcept
{
    if (m_look.valid()) {
        m_remote.stop();
        m_look.wait();
        m_remote.allow();
    }
}

void RangeFetcher::takeTryNow()
{
    if (m_job.tryNow != nullptr && !m_look.valid() && m_job.tryNow->take()) {
        retryNow();
    }
}

void RangeFetcher::retryNow()
{
    m_notBefore = {};
    for (Rest& rest : m_rests) {
        rest.notBefore = {};
    }
}

void RangeFetcher::report()
{
    const Clock::time_point now = Clock::now();
    if (now - m_reported < reportInterval) {
        return;
    }
    m_reported = now;
    Transfer transfer = m_job.progress.snapshot().transfer;
    transfer.connections = static_cast<uint32_t>(m_parts.size());
    transfer.mostConnections = m_settings.connections;
    if (!m_look.valid()) {  // else it tells itself what it waits for
        transfer.waiting.clear();
        transfer.retryInSeconds = 0;
    }
    if (m_parts.empty() && !m_rests.empty() && !m_look.valid()) {
        const auto soonest = std::min_element(m_rests.begin(), m_rests.end(), [](const Rest& a, const Rest& b) { return a.notBefore < b.notBefore; });
        const auto left = std::chrono::duration_cast<milliseconds>(std::max(soonest->notBefore, m_notBefore) - now);
        transfer.waiting = m_waitingFor;
        transfer.retryInSeconds = static_cast<uint64_t>(std::max<int64_t>(left.count() + 999, 0) / 1000);
    }
    m_job.progress.transfer(std::move(transfer));
}

// `begin` starts what may be started now.
template <typename Begin> void RangeFetcher::runUntilDone(FetchTarget& target, Begin begin)
{
    while (!target.isDone()) {
        if (m_job.cancel.isCancelled() || m_stop.isCancelled()) {
            throw Cancelled{};
        }
        takeTryNow();
        lookAgainIfNeeded();
        begin();
        for (const End& end : m_client.run(pollInterval)) {
            finish(end);
        }
        requirePatience();
        report();
    }
    m_reported = {};
    report();
}

void RangeFetcher::run(FetchTarget& target)
{
    runUntilDone(target, [&] {
        m_limit.regain();
        startParts(target);
    });
}

void RangeFetcher::runWhole(FetchTarget& target)
{
    const uint64_t bytes = m_file.bytes.value_or(0);
    m_rests.clear();
    dropParts();
    m_lastByte = Clock::now();
    m_rests.push_back({{0, bytes}, 0, {}});
    runUntilDone(target, [&] {
        if (m_parts.empty() && !m_rests.empty() && !m_lookAgain && std::max(m_rests.front().notBefore, m_notBefore) <= Clock::now()) {
            Rest run = m_rests.front();
            run.range.begin = 0;  // such a server begins at the front each time
            m_rests.pop_front();
            start(target, run, std::nullopt);
        }
    });
}

}  // namespace wb::net
