#include "core/net/remote_reader.h"

#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/net/net_errors.h"
#include "core/net/patience.h"
#include "core/net/redirects.h"

#include <algorithm>
#include <ctime>
#include <random>
#include <utility>

namespace wb::net {

namespace {

using std::chrono::milliseconds;

constexpr uint32_t mostRefusals = 10;
constexpr uint32_t mostLooks = 4;
constexpr size_t leastProgress = 16 << 10;  // a connection that brings less before it ends is not asked again at once

// The SHA-256 in an ETag of the Hub; empty for another kind.
std::string sha256Of(std::string_view etag)
{
    if (etag.starts_with("W/")) {
        etag.remove_prefix(2);
    }
    if (etag.size() > 1 && etag.front() == '"' && etag.back() == '"') {
        etag = etag.substr(1, etag.size() - 2);
    }
    return isHex(etag, 64) ? std::string(etag) : std::string();
}

bool isRedirect(int status) noexcept
{
    return status >= 300 && status < 400 && status != 304;
}

}  // namespace

// What came of one request.
struct RemoteReader::Reply {
    End end;
    Head head;
    std::vector<std::byte> bytes;
    bool tooMuch = false;  // the body went on past what was wanted
};

// Why an answer, or its absence, does not bring on.
struct RemoteReader::Trouble {
    enum class Kind { Passing, Stubborn, Expired, Final };  // mended by time; by some new tries, or never; by a new address; never
    Kind kind = Kind::Final;
    Error failure;
    std::string token;
    std::optional<std::chrono::seconds> asked;  // to wait
};

// Gathers the body of a 200 or 206, up to what is wanted.
class RemoteReader::Collector : public Receiver {
public:
    Collector(Reply& reply, uint64_t mostBytes) : m_reply(reply), m_mostBytes(mostBytes) {}

    bool takeHead(const Head& head) override
    {
        m_reply.head = head;
        return head.status == 200 || head.status == 206;
    }
    bool takeBody(std::span<const std::byte> bytes) override
    {
        const auto room = static_cast<size_t>(m_mostBytes - m_reply.bytes.size());
        m_reply.tooMuch = m_reply.tooMuch || bytes.size() > room;
        const auto taken = bytes.first(std::min(room, bytes.size()));
        m_reply.bytes.insert(m_reply.bytes.end(), taken.begin(), taken.end());
        return !m_reply.tooMuch;
    }

private:
    Reply& m_reply;
    uint64_t m_mostBytes;
};

RemoteReader::RemoteReader(Url url, const Settings& settings, Patience patience, JobContext& job)
    : m_url(std::move(url)), m_settings(settings), m_patience(patience), m_job(job), m_client(settings, &job.log),
      m_backoff(settings, std::random_device{}()), m_file{m_url, m_url, {}, {}, {}, {}, {}, false, false}, m_lastByte(Clock::now())
{
    requireTaken(m_url, m_settings);
}

RemoteReader::Reply RemoteReader::ask(const Request& request, uint64_t mostBytes)
{
    Reply reply;
    Collector collector(reply, mostBytes);
    ++m_requests;
    reply.end = transferred(m_client, request, collector, [this] { throwIfStopped(); });
    m_bytesRead += reply.bytes.size();
    m_wasReached = m_wasReached || reply.head.status != 0;
    return reply;
}

void RemoteReader::stop() noexcept
{
    m_stop.cancel();
    m_client.wake();
}

void RemoteReader::throwIfStopped() const
{
    if (m_job.cancel.isCancelled() || m_stop.isCancelled()) {
        throw Cancelled{};
    }
}

void RemoteReader::endure(const Trouble& trouble)
{
    const bool isStubborn = trouble.kind == Trouble::Kind::Stubborn && ++m_refusals > mostRefusals;
    const bool isExpired = trouble.kind == Trouble::Kind::Expired && ++m_looks > mostLooks;
    if (trouble.kind == Trouble::Kind::Final || isStubborn || isExpired) {
        throw trouble.failure;
    }
    const auto quiet = std::chrono::duration_cast<milliseconds>(Clock::now() - m_lastByte);
    const milliseconds own = m_backoff.next(++m_failures);
    const milliseconds pause = std::max<milliseconds>(own, trouble.asked.value_or(std::chrono::seconds(0)));
    const milliseconds patience = m_wasReached ? m_patience.later : std::min(m_patience.firstContact, m_patience.later);
    if (quiet + (trouble.asked ? pause : milliseconds(0)) > patience) {
        throw trouble.failure;
    }
    const milliseconds wait = trouble.asked ? pause : std::min(pause, patience - quiet);
    waitShown(wait, trouble.token, m_client, m_job, [this] { throwIfStopped(); });
}

// Of an answer to a request for so many bytes; empty when it brought some of them.
std::optional<RemoteReader::Trouble> RemoteReader::troubleOf(const Reply& reply, const Answer& answer, const RemoteFile& file, uint64_t wanted,
                                                             bool tokenSent)
{
    using Kind = Trouble::Kind;
    const bool isMute = reply.head.status == 0;
    const bool isTaken = answer.verdict == Verdict::Take || answer.verdict == Verdict::Whole;
    if (isMute || (isTaken && reply.bytes.empty() && wanted > 0)) {
        const bool isFinal = reply.end.kind == End::Kind::Tls || reply.end.kind == End::Kind::Proxy || reply.end.problem == "to-inside";
        const bool isPassing = reply.end.kind == End::Kind::Network;
        return Trouble{isFinal     ? Kind::Final
                       : isPassing ? Kind::Passing
                                   : Kind::Stubborn,
                       failureOf(reply.end, file.place), reply.end.problem.empty() ? "cut" : reply.end.problem, std::nullopt};
    }
    if (isTaken) {
        return std::nullopt;
    }
    Kind kind = answer.verdict == Verdict::LookAgain ? Kind::Expired : Kind::Final;
    if (answer.verdict == Verdict::Wait) {
        kind = answer.problem == "other-range" ? Kind::Stubborn : Kind::Passing;
    }
    return Trouble{kind, refusalOf(answer, reply.head, file.place, tokenSent), answer.problem, askedToWait(reply.head, std::time(nullptr))};
}

void RemoteReader::noteFields(const Head& head, const Url& at, RemoteFile& found) const
{
    if (at.origin() != m_url.origin()) {
        return;  // only the asked server knows what it links to
    }
    if (const std::string_view commit = head.field("x-repo-commit"); found.commit.empty() && !commit.empty()) {
        found.commit = commit;
    }
    if (const auto size = parseSize(head.field("x-linked-size"))) {
        found.bytes = size;
    }
    const bool isHub = !found.commit.empty();
    const std::string_view linked = head.field("x-linked-etag");
    if (found.sha256.empty() && (isHub || !linked.empty())) {
        found.sha256 = sha256Of(linked.empty() && !isRedirect(head.status) ? head.field("etag") : linked);
    }
}

RemoteReader::Reply RemoteReader::follow(ByteRange first, RemoteFile& found)
{
    bool fromInside = m_url.isInside();
    for (int hop = 0; hop <= mostRedirects; ++hop) {
        Request request{found.place, first, {}, tokenFor(found.place, m_settings), found.onlyOutside};
        Reply reply = ask(request, first.size());
        fromInside = fromInside || (hop == 0 && reply.end.wasInside);
        noteFields(reply.head, found.place, found);
        if (!isRedirect(reply.head.status)) {
            return reply;
        }
        found.place = followed(found.place, reply.head.field("location"), m_url, fromInside, m_settings);
        found.onlyOutside = !fromInside;
    }
    throw Error(ErrorCode::RedirectRefused).file(m_url.shown()).with("host", found.place.host()).with("problem", "too-many");
}

void RemoteReader::takeFirst(Reply& reply, RemoteFile& found, ByteRange first) const
{
    const auto got = parseContentRange(reply.head.field("content-range"));
    std::optional<uint64_t> total = found.bytes;
    if (reply.head.status == 206 && got) {
        total = got->total;
        found.ranges = true;
    } else if (const std::string_view length = reply.head.field("content-length"); !length.empty()) {
        total = parseSize(length);
    }
    if (found.bytes && total && found.bytes != total) {
        throw Error(ErrorCode::BadResponse)
            .file(m_url.shown())
            .with("host", found.place.host())
            .with("problem", "other-total")
            .with("expected", *found.bytes)
            .with("found", *total);
    }
    if (total == uint64_t{0}) {
        throw Error(ErrorCode::EmptyFile).file(m_url.shown()).offset(0);
    }
    found.bytes = total ? total : found.bytes;
    found.etag = reply.head.field("etag");
    found.lastModified = reply.head.field("last-modified");
    if (first.begin == 0) {
        if (const std::string_view kind = impostor(reply.bytes); !kind.empty()) {
            throw Error(ErrorCode::BadResponse).file(m_url.shown()).with("host", found.place.host()).with("problem", kind);
        }
    }
}

// One or more tries to have the file's facts and its first bytes.
RemoteFile RemoteReader::look(ByteRange first, std::vector<std::byte>& bytes)
{
    while (true) {
        RemoteFile found{m_url, m_url, {}, {}, {}, {}, {}, false, false};
        Reply reply = follow(first, found);
        if (reply.head.status == 416 && reply.head.field("content-range") == "bytes */0") {
            throw Error(ErrorCode::EmptyFile).file(m_url.shown()).offset(0);
        }
        const RemoteFile unknown{m_url, found.place, {}, {}, {}, {}, {}, false, false};
        const Answer answer = reply.head.status == 0 ? Answer{} : judge(reply.head, unknown, first);
        const bool tokenSent = !tokenFor(found.place, m_settings).empty();
        const bool isTaken = answer.verdict == Verdict::Take || answer.verdict == Verdict::Whole;
        const uint64_t wanted = isTaken ? std::min(first.size(), answer.bytes) : 0;
        if (const auto trouble = troubleOf(reply, answer, found, wanted, tokenSent)) {
            endure(*trouble);
            continue;
        }
        takeFirst(reply, found, first);
        const bool isCut = reply.end.kind != End::Kind::Whole && reply.end.kind != End::Kind::Stopped;
        if (isCut && reply.bytes.size() < wanted) {
            endure({Trouble::Kind::Stubborn, failureOf(reply.end, found.place), reply.end.problem, std::nullopt});
            continue;
        }
        bytes = std::move(reply.bytes);
        return found;
    }
}

const RemoteFile& RemoteReader::open(uint64_t firstBytes)
{
    m_lastByte = Clock::now();
    m_failures = 0;
    m_refusals = 0;
    m_looks = 0;
    m_file = look({0, firstBytes}, m_first);
    return m_file;
}

void RemoteReader::lookAgain()
{
    m_refusals = 0;
    m_looks = 0;
    lookOnceMore();
}

void RemoteReader::lookOnceMore()
{
    m_lastByte = Clock::now();
    m_failures = 0;
    std::vector<std::byte> ignored;
    const RemoteFile found = look({0, 1}, ignored);
    requireSameState(found, m_file);
    m_file.place = found.place;
    m_file.onlyOutside = found.onlyOutside;
    m_file.etag = found.etag;  // another mirror may have others for the same bytes
    m_file.lastModified = found.lastModified;
}

std::vector<std::byte> RemoteReader::read(ByteRange range)
{
    std::vector<std::byte> bytes;
    bytes.reserve(static_cast<size_t>(range.size()));
    m_lastByte = Clock::now();
    m_failures = 0;
    m_refusals = 0;
    m_looks = 0;
    while (bytes.size() < range.size()) {
        throwIfStopped();
        const ByteRange rest{range.begin + bytes.size(), range.end};
        const std::string token = tokenFor(m_file.place, m_settings);
        const Reply reply = ask({m_file.place, rest, m_file.validator(), token, m_file.onlyOutside}, rest.size());
        const Answer answer = reply.head.status == 0 ? Answer{} : judge(reply.head, m_file, rest);
        if (answer.verdict == Verdict::Whole) {
            throw refusalOf(answer, reply.head, m_file.place, !token.empty());
        }
        if (const auto trouble = troubleOf(reply, answer, m_file, rest.size(), !token.empty())) {
            endure(*trouble);
            if (answer.verdict == Verdict::LookAgain) {
                lookOnceMore();
            }
            continue;
        }
        bytes.insert(bytes.end(), reply.bytes.begin(), reply.bytes.end());
        m_lastByte = Clock::now();
        m_failures = reply.bytes.size() < leastProgress ? m_failures : 0;
        m_refusals = 0;
        m_looks = 0;
        if (bytes.size() < range.size() && reply.bytes.size() < leastProgress) {
            endure({Trouble::Kind::Passing, failureOf(reply.end, m_file.place), "cut", std::nullopt});
        }
    }
    return bytes;
}

std::string readSmallText(const Url& url, uint64_t mostBytes, const Settings& settings, JobContext& job)
{
    try {
        constexpr std::chrono::seconds patience{5};
        RemoteReader reader(url, settings, {patience, patience}, job);
        const RemoteFile& file = reader.open(mostBytes);
        if (file.bytes ? *file.bytes > mostBytes : reader.firstBytes().size() == mostBytes) {
            return {};
        }
        return {reinterpret_cast<const char*>(reader.firstBytes().data()), reader.firstBytes().size()};
    } catch (const Error&) {
        return {};
    }
}

}  // namespace wb::net
