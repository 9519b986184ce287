#include "core/hub/part_sender.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/net/exchange.h"
#include "core/net/net_errors.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace wb::hub {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds pollInterval{100};
constexpr milliseconds answerWithin{120'000};  // once all is handed to the kernel, which may still hold much of it
constexpr uint32_t mostRefusals = 4;
constexpr uint32_t leastTries = 5;
constexpr size_t mostAnswerBytes = 64 << 10;

// "<Code>…</Code>" of an answer of S3.
std::string codeIn(std::string_view body)
{
    constexpr std::string_view open = "<Code>";
    const size_t begin = body.find(open);
    const size_t end = body.find("</Code>");
    const bool isThere = begin != std::string_view::npos && end != std::string_view::npos && end > begin;
    return isThere ? printable(body.substr(begin + open.size(), end - begin - open.size())) : std::string();
}

// The address has expired, its upload has ended, or somebody else's word is asked for: a new address may do.
bool isStale(int status) noexcept
{
    return status == 401 || status == 403 || status == 404 || status == 410;
}

}  // namespace

SendProgress::SendProgress(uint64_t bytesTotal, JobContext& job) : m_job(job)
{
    m_job.progress.begin(Stage::Send, bytesTotal);
}

void SendProgress::resumed(uint64_t bytes)
{
    m_resumed += bytes;
    m_job.progress.resumed(bytes);
    showKept();
}

void SendProgress::stored(uint64_t bytes)
{
    m_stored += bytes;
    showKept();
}

void SendProgress::showKept()
{
    Transfer transfer = m_job.progress.snapshot().transfer;
    transfer.bytesKept = m_resumed + m_stored;
    m_job.progress.transfer(std::move(transfer));
}

void SendProgress::show(uint64_t onTheWay, uint32_t connections, uint32_t mostConnections)
{
    const uint64_t sent = m_stored + onTheWay;
    if (sent > m_shown) {
        m_job.progress.advance(sent - m_shown);
        m_shown = sent;
    }
    Transfer transfer = m_job.progress.snapshot().transfer;
    transfer.connections = connections;
    transfer.mostConnections = mostConnections;
    m_job.progress.transfer(std::move(transfer));
}

// One put in its present try.
struct PartSender::Sending final : public net::Receiver {
    bool takeHead(const net::Head& head) override
    {
        reply.head = head;
        return true;
    }
    bool takeBody(std::span<const std::byte> bytes) override
    {
        const size_t room = mostAnswerBytes - reply.body.size();
        reply.body.append(reinterpret_cast<const char*>(bytes.data()), std::min(room, bytes.size()));
        return true;
    }
    void sent(uint64_t bytes) override { onTheWay = bytes; }

    net::Reply reply;
    uint64_t onTheWay = 0;
    uint64_t transfer = 0;  // 0: not running
    uint32_t refusals = 0;
    std::optional<net::Patience> patience;
    net::Clock::time_point notBefore{};
    std::string waitingFor;
    bool isDone = false;
};

// All puts of one call.
class PartSender::Round {
public:
    Round(PartSender& sender, const std::vector<PartPut>& puts, const std::function<void(size_t, const std::string&)>& stored)
        : m_sender(sender), m_puts(puts), m_stored(stored), m_sendings(puts.size())
    {}
    ~Round()
    {
        for (const Sending& each : m_sendings) {
            if (each.transfer != 0) {
                m_sender.m_client.stop(each.transfer);
            }
        }
    }
    Round(const Round&) = delete;
    Round& operator=(const Round&) = delete;

    std::vector<size_t> run()
    {
        while (!isOver()) {
            m_sender.m_job.cancel.throwIfCancelled();
            takeTryNow();
            startSome();
            for (net::End& end : m_sender.m_client.run(pollInterval)) {
                take(std::move(end));
            }
            show();
        }
        return {m_stale.begin(), m_stale.end()};
    }

private:
    bool isOver() const
    {
        return std::all_of(m_sendings.begin(), m_sendings.end(), [](const Sending& each) { return each.isDone; });
    }

    size_t running() const
    {
        return static_cast<size_t>(std::count_if(m_sendings.begin(), m_sendings.end(), [](const Sending& each) { return each.transfer != 0; }));
    }

    void takeTryNow()
    {
        if (m_sender.m_job.tryNow != nullptr && m_sender.m_job.tryNow->take()) {
            for (Sending& each : m_sendings) {
                each.notBefore = {};
            }
        }
    }

    void startSome()
    {
        const size_t most = std::min(m_sender.m_settings.connections, mostConnections);
        size_t count = running();
        const auto now = net::Clock::now();
        for (size_t at = 0; at < m_puts.size() && count < most; ++at) {
            if (!m_sendings[at].isDone && m_sendings[at].transfer == 0 && m_sendings[at].notBefore <= now) {
                start(at);
                ++count;
            }
        }
    }

    void start(size_t at)
    {
        const PartPut& put = m_puts[at];
        Sending& sending = m_sendings[at];
        net::Request request{put.url};
        request.method = "PUT";
        request.fields = put.fields;
        request.body = net::bodyOf(put.source, put.range);
        request.onlyOutside = m_sender.m_onlyOutside;
        request.answerWithin = std::max(answerWithin, m_sender.m_settings.stallTimeout);
        put.source->willRead(put.range.begin, put.range.size());
        sending.reply = {};
        sending.onTheWay = 0;
        sending.waitingFor.clear();
        sending.transfer = m_sender.m_client.start(request, sending);
    }

    void take(net::End end)
    {
        const auto found = std::find_if(m_sendings.begin(), m_sendings.end(), [&end](const Sending& each) { return each.transfer == end.transfer; });
        if (found == m_sendings.end()) {
            return;
        }
        found->transfer = 0;
        found->onTheWay = 0;
        found->reply.end = std::move(end);
        judge(static_cast<size_t>(found - m_sendings.begin()));
    }

    void judge(size_t at)
    {
        const PartPut& put = m_puts[at];
        Sending& sending = m_sendings[at];
        const net::Reply& reply = sending.reply;
        if (reply.end.bodyFailure) {
            std::rethrow_exception(reply.end.bodyFailure);
        }
        const std::string etag(reply.head.field("etag"));
        if (reply.isWhole() && reply.head.status >= 200 && reply.head.status < 300 && (!put.needsTag || !etag.empty())) {
            sending.isDone = true;
            m_sender.m_progress.stored(put.range.size());
            m_stored(at, etag);
        } else if (const auto setback = net::setbackOf(reply, put.url, false)) {
            wait(sending, *setback);
        } else if (reply.isWhole() && isStale(reply.head.status)) {
            giveUp(put.upload);
        } else if (++sending.refusals < mostRefusals) {
            wait(sending, {refusal(put, reply), "status", std::nullopt});
        } else {
            throw refusal(put, reply);
        }
    }

    void wait(Sending& sending, const net::Setback& setback)
    {
        if (!sending.patience) {
            sending.patience.emplace(m_sender.m_settings, leastTries);
        }
        sending.notBefore = net::Clock::now() + sending.patience->next(setback);
        sending.waitingFor = setback.token;
    }

    static Error refusal(const PartPut& put, const net::Reply& reply)
    {
        if (!reply.isWhole()) {
            return net::failureOf(reply.end, put.url);
        }
        const bool isTaken = reply.head.status >= 200 && reply.head.status < 300;
        Error error(isTaken ? ErrorCode::BadResponse : ErrorCode::HubRefused);
        error.with("file", put.source->name()).with("host", put.url.host()).with("problem", isTaken ? "etag" : "part");
        error.with("found", static_cast<uint64_t>(reply.head.status));
        if (const std::string code = codeIn(reply.body); !code.empty()) {
            error.with("reason", code);
        }
        return error;
    }

    void giveUp(size_t upload)
    {
        m_stale.insert(upload);
        for (size_t at = 0; at < m_puts.size(); ++at) {
            Sending& each = m_sendings[at];
            if (m_puts[at].upload == upload && !each.isDone) {
                if (each.transfer != 0) {
                    m_sender.m_client.stop(std::exchange(each.transfer, 0));
                }
                each.onTheWay = 0;
                each.isDone = true;
            }
        }
    }

    void show() const
    {
        uint64_t onTheWay = 0;
        const Sending* next = nullptr;  // to be tried again
        for (const Sending& each : m_sendings) {
            onTheWay += each.onTheWay;
            const bool waits = !each.isDone && each.transfer == 0 && !each.waitingFor.empty();
            next = waits && (next == nullptr || each.notBefore < next->notBefore) ? &each : next;
        }
        m_sender.m_progress.show(onTheWay, static_cast<uint32_t>(running()), std::min(m_sender.m_settings.connections, mostConnections));
        Transfer transfer = m_sender.m_job.progress.snapshot().transfer;
        const bool isWaiting = running() == 0 && next != nullptr;
        const auto left = isWaiting ? std::chrono::ceil<std::chrono::seconds>(next->notBefore - net::Clock::now()) : std::chrono::seconds(0);
        transfer.waiting = isWaiting ? next->waitingFor : std::string();
        transfer.retryInSeconds = static_cast<uint64_t>(std::max<int64_t>(0, left.count()));
        m_sender.m_job.progress.transfer(std::move(transfer));
    }

    PartSender& m_sender;
    const std::vector<PartPut>& m_puts;
    const std::function<void(size_t, const std::string&)>& m_stored;
    std::vector<Sending> m_sendings;
    std::set<size_t> m_stale;
};

PartSender::PartSender(const net::Settings& settings, bool onlyOutside, SendProgress& progress, JobContext& job)
    : m_settings(settings), m_onlyOutside(onlyOutside), m_progress(progress), m_job(job), m_client(settings, &job.log)
{}

PartSender::~PartSender() = default;

std::vector<size_t> PartSender::send(const std::vector<PartPut>& puts, const std::function<void(size_t put, const std::string& etag)>& stored)
{
    return Round(*this, puts, stored).run();
}

}  // namespace wb::hub
