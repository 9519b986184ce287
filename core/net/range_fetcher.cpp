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
constexpr std::chrono::seconds regainAfter{15};
constexpr uint32_t mostRefusals = 24;
constexpr uint32_t mostLooks = 4;

}  // namespace

// One request: what is left of its run, and what its answer was.
class RangeFetcher::Part : public Receiver {
public:
    Part(RangeFetcher& fetcher, FetchTarget& target, const Rest& run, std::optional<ByteRange> asked)
        : m_fetcher(fetcher), m_target(target), m_run(run), m_asked(asked)
    {}

    bool takeHead(const Head& head) override
    {
        m_head = head;
        m_answer = judge(head, m_fetcher.m_remote.file(), m_asked);
        m_run.range.end = m_answer->verdict == Verdict::Take ? std::min(m_run.range.end, m_run.range.begin + m_answer->bytes) : m_run.range.end;
        return m_answer->verdict == Verdict::Take;
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
        m_moved = m_moved || !wanted.empty();
        m_fetcher.m_lastByte = Clock::now();
        m_fetcher.m_refusals = 0;
        m_fetcher.m_looks = 0;
        return wanted.size() == bytes.size();
    }

    uint64_t number = 0;
    ByteRange rest() const noexcept { return {m_run.range.begin, m_wantedEnd}; }
    void setWantedEnd(uint64_t end) noexcept { m_wantedEnd = end; }
    uint32_t failures() const noexcept { return m_moved ? 0 : m_run.failures; }
    bool moved() const noexcept { return m_moved; }
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
    uint64_t m_wantedEnd = 0;          // of the run, also when the answer is shorter
    Head m_head;
    std::optional<Answer> m_answer;
    std::exception_ptr m_thrown;
    bool m_moved = false;
};

RangeFetcher::RangeFetcher(RemoteReader& remote, const Settings& settings, RequestBytes request, JobContext& job)
    : m_remote(remote), m_settings(settings), m_request(request), m_job(job), m_client(settings), m_backoff(settings, std::random_device{}()),
      m_limit(std::clamp(settings.connections, 1U, 8U)), m_trouble(Clock::now()), m_lastByte(Clock::now())
{}

RangeFetcher::~RangeFetcher()
{
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
    if (m_parts.size() + m_rests.size() >= m_limit) {
        return std::nullopt;  // those that wait count too: a busy server is not asked for ever more
    }
    const uint64_t share = target.untaken() / (2ULL * m_settings.connections);
    const auto range = target.take(std::clamp(share, m_request.least, m_request.most));
    return range ? std::optional<Rest>(Rest{*range, 0, {}}) : std::nullopt;
}

void RangeFetcher::start(FetchTarget& target, const Rest& run, std::optional<ByteRange> asked)
{
    const RemoteFile& file = m_remote.file();
    auto part = std::make_unique<Part>(*this, target, run, asked);
    part->setWantedEnd(run.range.end);
    part->number =
        m_client.start({file.place, asked, asked ? file.validator() : std::string(), tokenFor(file.place, m_settings), file.onlyOutside}, *part);
    m_parts.push_back(std::move(part));
}

void RangeFetcher::startParts(FetchTarget& target)
{
    while (m_parts.size() < m_limit && Clock::now() >= m_notBefore && !m_lookAgain) {
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

// The server, or what lies before it, does not like so many at once.
void RangeFetcher::askForLess(std::string_view token)
{
    const bool isCrowd = token == "busy" || token == "connect" || token == "reset" || token == "cut";
    if (isCrowd && !m_parts.empty()) {
        m_limit = std::max<uint32_t>(1, m_limit - 1);
        m_trouble = Clock::now();
    }
}

void RangeFetcher::allowMore()
{
    if (m_limit < m_settings.connections && Clock::now() - m_trouble > regainAfter) {
        ++m_limit;
        m_trouble = Clock::now();
    }
}

void RangeFetcher::retry(const Part& part, Error failure, std::optional<std::chrono::seconds> asked, std::string_view token)
{
    if (!part.moved()) {
        askForLess(token);
    }
    const milliseconds wait = asked ? milliseconds(*asked) : m_backoff.next(part.moved() ? 0 : part.failures() + 1);
    if (asked && wait > m_settings.giveUp) {
        throw failure;
    }
    const Clock::time_point notBefore = Clock::now() + wait;
    if (part.rest().size() > 0) {
        m_rests.push_back({part.rest(), part.moved() ? 0 : part.failures() + 1, notBefore});
    }
    if (asked && m_parts.empty()) {
        m_notBefore = notBefore;
    }
    m_waitingFor = token;
    m_failure = std::move(failure);
}

void RangeFetcher::handle(const Part& part, const End& end)
{
    const Url& place = m_remote.file().place;
    if (!part.answer()) {
        if (end.kind != End::Kind::Network) {
            throw failureOf(end, place);
        }
        retry(part, failureOf(end, place), std::nullopt, end.problem);
        return;
    }
    const Answer& answer = *part.answer();
    const bool tokenSent = !tokenFor(place, m_settings).empty();
    const Error refusal = refusalOf(answer, part.head(), place, tokenSent);
    switch (answer.verdict) {
    case Verdict::Take:
        if (part.rest().size() > 0) {
            retry(part, failureOf(end, place), std::nullopt, end.problem.empty() ? "cut" : end.problem);
        }
        return;
    case Verdict::Whole:
        throw IgnoresRanges{};
    case Verdict::LookAgain:
        if (!m_lookAgain && ++m_looks > mostLooks) {
            throw refusal;
        }
        m_lookAgain = true;
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
    if (m_lookAgain && m_parts.empty()) {
        m_remote.lookAgain();
        m_lookAgain = false;
    }
}

void RangeFetcher::takeTryNow()
{
    if (m_job.tryNow != nullptr && m_job.tryNow->take()) {
        m_notBefore = {};
        for (Rest& rest : m_rests) {
            rest.notBefore = {};
        }
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
    transfer.waiting.clear();
    transfer.retryInSeconds = 0;
    if (m_parts.empty() && !m_rests.empty()) {
        const auto soonest = std::min_element(m_rests.begin(), m_rests.end(), [](const Rest& a, const Rest& b) { return a.notBefore < b.notBefore; });
        const auto left = std::chrono::duration_cast<milliseconds>(std::max(soonest->notBefore, m_notBefore) - now);
        transfer.waiting = m_waitingFor;
        transfer.retryInSeconds = static_cast<uint64_t>(std::max<int64_t>(left.count() + 999, 0) / 1000);
    }
    m_job.progress.transfer(std::move(transfer));
}

void RangeFetcher::run(FetchTarget& target)
{
    while (!target.isDone()) {
        if (m_job.cancel.isCancelled() || m_stop.isCancelled()) {
            throw Cancelled{};
        }
        takeTryNow();
        lookAgainIfNeeded();
        allowMore();
        startParts(target);
        for (const End& end : m_client.run(pollInterval)) {
            finish(end);
        }
        requirePatience();
        report();
    }
}

void RangeFetcher::runWhole(FetchTarget& target)
{
    const uint64_t bytes = m_remote.file().bytes.value_or(0);
    m_limit = 1;
    m_rests.clear();
    dropParts();
    m_rests.push_back({{0, bytes}, 0, {}});
    while (!target.isDone()) {
        if (m_job.cancel.isCancelled() || m_stop.isCancelled()) {
            throw Cancelled{};
        }
        takeTryNow();
        lookAgainIfNeeded();
        if (m_parts.empty() && !m_rests.empty() && std::max(m_rests.front().notBefore, m_notBefore) <= Clock::now()) {
            Rest run = m_rests.front();
            run.range.begin = 0;  // such a server begins at the front each time
            m_rests.pop_front();
            start(target, run, std::nullopt);
        }
        for (const End& end : m_client.run(pollInterval)) {
            finish(end);
        }
        requirePatience();
        report();
    }
}

}  // namespace wb::net
