#include "core/net/exchange.h"

#include "core/base/log.h"
#include "core/net/net_errors.h"
#include "core/net/redirects.h"
#include "core/net/remote_file.h"

#include <ctime>
#include <utility>

namespace wb::net {

namespace {

constexpr std::chrono::milliseconds firstContact{10'000};  // the name of a host that was never reached may be mistyped

class Collector final : public Receiver {
public:
    Collector(Reply& reply, uint64_t mostBytes) : m_reply(reply), m_mostBytes(mostBytes) {}

    bool takeHead(const Head& head) override
    {
        m_reply.head = head;
        return true;
    }
    bool takeBody(std::span<const std::byte> bytes) override
    {
        m_reply.tooLong = bytes.size() > m_mostBytes - m_reply.body.size();
        if (!m_reply.tooLong) {
            m_reply.body.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        }
        return !m_reply.tooLong;
    }

private:
    Reply& m_reply;
    uint64_t m_mostBytes;
};

}  // namespace

std::optional<Setback> setbackOf(const Reply& reply, const Url& url, bool tokenSent)
{
    if (reply.end.kind == End::Kind::Network) {
        return Setback{failureOf(reply.end, url), reply.end.problem.empty() ? "network" : reply.end.problem, std::nullopt};
    }
    if (reply.isWhole() && isBusy(reply.head.status)) {
        const std::string token(busyToken(reply.head.status));
        return Setback{refusalOf({Verdict::Wait, 0, token}, reply.head, url, tokenSent), token, askedToWait(reply.head, std::time(nullptr))};
    }
    return std::nullopt;
}

Exchange::Exchange(const Settings& settings, JobContext& job) : m_settings(settings), m_job(job), m_client(settings, &job.log) {}

Reply Exchange::once(const Request& request)
{
    m_job.cancel.throwIfCancelled();
    requireTaken(request.url, m_settings);
    Reply reply;
    Collector collector(reply, mostAnswerBytes);
    reply.end = transferred(m_client, request, collector, [this] { m_job.cancel.throwIfCancelled(); });
    hideSecret(reply.body, m_settings.token);
    m_wasInside = m_wasInside || reply.end.wasInside;
    m_wasReached = m_wasReached || reply.head.status != 0;
    return reply;
}

Reply Exchange::ask(const Request& request)
{
    Patience patience(m_settings);
    const Clock::time_point begin = Clock::now();
    while (true) {
        Reply reply = once(request);
        if (const auto setback = setbackOf(reply, request.url, !request.token.empty())) {
            if (!m_wasReached && Clock::now() - begin > firstContact) {
                throw setback->failure;
            }
            endure(*setback, patience);
            continue;
        }
        if (reply.tooLong) {
            throw Error(ErrorCode::BadResponse).file(request.url.shown()).with("host", request.url.host()).with("problem", "too-long");
        }
        if (!reply.isWhole()) {
            throw failureOf(reply.end, request.url);
        }
        return reply;
    }
}

void Exchange::endure(const Setback& setback, Patience& patience)
{
    pause(patience.next(setback), setback.token);
}

void Exchange::pause(std::chrono::milliseconds wait, std::string_view token)
{
    waitShown(wait, token, m_client, m_job, [this] { m_job.cancel.throwIfCancelled(); });
}

}  // namespace wb::net
