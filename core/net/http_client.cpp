#include "core/net/http_client.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/net/curl_failure.h"
#include "core/net/curl_line.h"
#include "core/net/curl_transfer.h"

#include <curl/curl.h>

#include <algorithm>
#include <map>
#include <mutex>

namespace wb::net {

namespace {

using Clock = std::chrono::steady_clock;

constexpr uint64_t leastBytesPerSecond = 1024;  // slower than this is a stall

struct MultiCleanup {
    void operator()(CURLM* multi) const noexcept { curl_multi_cleanup(multi); }
};

void initialise()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

}  // namespace

std::string_view Head::field(std::string_view name) const noexcept
{
    const auto found = std::find_if(fields.begin(), fields.end(), [name](const auto& field) { return field.first == name; });
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

struct HttpClient::Impl {
    Impl(const Settings& wanted, Log* requests) : settings(wanted), log(requests), throttle(wanted.bytesPerSecond) {}

    Settings settings;
    Log* log;  // may be null
    Throttle throttle;
    std::unique_ptr<CURLM, MultiCleanup> multi;
    std::map<uint64_t, std::unique_ptr<CurlTransfer>> transfers;
    uint64_t lastNumber = 0;
    Clock::time_point looked = Clock::now();  // for stalls

    End endOf(uint64_t number, CurlTransfer& transfer, CURLcode code) const;
    void remove(uint64_t number);
    void takeEnded(std::vector<End>& ended);
    std::chrono::milliseconds goOn(std::chrono::milliseconds longest);
    static void noteUploaded(CurlTransfer& transfer, Clock::time_point now);
    bool isStalled(const CurlTransfer& transfer, bool othersMove, Clock::time_point now) const noexcept;
    void takeStalled(std::vector<End>& ended, Clock::duration waited);
};

HttpClient::HttpClient(const Settings& settings, Log* log) : m_impl(std::make_unique<Impl>(settings, log))
{
    initialise();
    m_impl->multi.reset(curl_multi_init());
    if (!m_impl->multi) {
        throw Error(ErrorCode::OutOfMemory);
    }
    curl_multi_setopt(m_impl->multi.get(), CURLMOPT_MAXCONNECTS, 16L);
    curl_multi_setopt(m_impl->multi.get(), CURLMOPT_PIPELINING, CURLPIPE_NOTHING);
}

HttpClient::~HttpClient()
{
    while (!m_impl->transfers.empty()) {
        m_impl->remove(m_impl->transfers.begin()->first);
    }
}

uint64_t HttpClient::start(const Request& request, Receiver& receiver)
{
    if (m_impl->settings.offline) {
        throw Error(ErrorCode::Offline).with("host", request.url.host());
    }
    auto transfer = std::make_unique<CurlTransfer>();
    transfer->receiver = &receiver;
    transfer->throttle = &m_impl->throttle;
    prepare(*transfer, request, m_impl->settings);
    if (curl_multi_add_handle(m_impl->multi.get(), transfer->easy.get()) != CURLM_OK) {
        throw Error(ErrorCode::OutOfMemory);
    }
    if (m_impl->log != nullptr) {
        m_impl->log->debug(curlLine(request, m_impl->settings));
    }
    const uint64_t number = ++m_impl->lastNumber;
    m_impl->transfers.emplace(number, std::move(transfer));
    return number;
}

// Lets those go on that the speed limit has stopped; returns how long to wait at most.
std::chrono::milliseconds HttpClient::Impl::goOn(std::chrono::milliseconds longest)
{
    const auto wait = throttle.wait(Clock::now());
    if (wait.count() > 0) {
        return std::min(wait, longest);
    }
    for (const auto& [number, transfer] : transfers) {
        if (transfer->isPaused) {
            transfer->isPaused = false;
            transfer->lastByte = Clock::now();
            curl_easy_pause(transfer->easy.get(), CURLPAUSE_CONT);
        }
    }
    return longest;
}

void HttpClient::Impl::remove(uint64_t number)
{
    const auto found = transfers.find(number);
    if (found != transfers.end()) {
        curl_multi_remove_handle(multi.get(), found->second->easy.get());
        transfers.erase(found);
    }
}

void HttpClient::stop(uint64_t transfer)
{
    m_impl->remove(transfer);
}

size_t HttpClient::running() const noexcept
{
    return m_impl->transfers.size();
}

End HttpClient::Impl::endOf(uint64_t number, CurlTransfer& transfer, CURLcode code) const
{
    CURL* const easy = transfer.easy.get();
    End end;
    end.transfer = number;
    end.reason = printable(transfer.reason.data());
    const char* address = nullptr;
    curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &address);
    end.wasInside = address != nullptr && isInsideAddress(address) && !transfer.mayBeProxied;
    if (code == CURLE_OK && !transfer.headIsWhole) {
        end.problem = "cut";
    } else if (code == CURLE_OK) {
        end.kind = giveHead(transfer) ? End::Kind::Whole : End::Kind::Stopped;
    } else if (transfer.stopped) {
        end.kind = End::Kind::Stopped;
        end.bodyFailure = transfer.bodyFailure;
    } else if (transfer.tooMuchHead) {
        end.kind = End::Kind::Answer;
        end.problem = "header-bytes";
    } else {
        tellFailure(easy, code, end);
    }
    return end;
}

void HttpClient::Impl::takeEnded(std::vector<End>& ended)
{
    int left = 0;
    while (const CURLMsg* const message = curl_multi_info_read(multi.get(), &left)) {
        const auto found = std::find_if(transfers.begin(), transfers.end(),
                                        [message](const auto& entry) { return entry.second->easy.get() == message->easy_handle; });
        if (message->msg == CURLMSG_DONE && found != transfers.end()) {
            ended.push_back(endOf(found->first, *found->second, message->data.result));
            remove(ended.back().transfer);
        }
    }
}

void HttpClient::Impl::noteUploaded(CurlTransfer& transfer, Clock::time_point now)
{
    curl_off_t uploaded = 0;
    if (!transfer.body || curl_easy_getinfo(transfer.easy.get(), CURLINFO_SIZE_UPLOAD_T, &uploaded) != CURLE_OK) {
        return;
    }
    const auto count = static_cast<uint64_t>(uploaded);
    if (count != transfer.uploaded) {
        transfer.moved += count > transfer.uploaded ? count - transfer.uploaded : 0;
        transfer.uploaded = count;
        transfer.lastByte = now;
        transfer.receiver->sent(count);
    }
}

bool HttpClient::Impl::isStalled(const CurlTransfer& transfer, bool othersMove, Clock::time_point now) const noexcept
{
    const auto quiet = now - transfer.lastByte;
    if (transfer.isPaused) {
        return false;
    }
    const bool awaitsAnswer = transfer.answerWithin.count() > 0 && transfer.received == 0 && !transfer.isSending();
    if (awaitsAnswer) {
        return quiet >= transfer.answerWithin;
    }
    if (quiet >= settings.stallTimeout || (othersMove && quiet >= settings.stallAlone)) {
        return true;
    }
    uint64_t least = leastBytesPerSecond;
    if (throttle.isLimited()) {
        least = std::min(least, settings.bytesPerSecond / transfers.size() / 4);
    }
    const bool isWindowOver = now - transfer.watched >= settings.stallTimeout;
    return isWindowOver && transfer.moved < least * static_cast<uint64_t>(settings.stallTimeout.count()) / 1000;
}

// `waited`: of the time since the last call. Bytes that lay in the kernel while the caller wrote to a slow disk are not missed.
void HttpClient::Impl::takeStalled(std::vector<End>& ended, Clock::duration waited)
{
    const Clock::time_point now = Clock::now();
    const Clock::duration away = std::max<Clock::duration>(now - looked - waited, Clock::duration::zero());
    looked = now;
    Clock::time_point latest{};
    for (const auto& [number, transfer] : transfers) {
        transfer->watched = std::min(transfer->watched + away, now);
        transfer->lastByte = std::min(transfer->lastByte + away, now);
        noteUploaded(*transfer, now);
        latest = transfer->moved > 0 ? std::max(latest, transfer->lastByte) : latest;
    }
    for (const auto& [number, transfer] : transfers) {
        if (isStalled(*transfer, now - latest < settings.stallAlone, now)) {
            End& end = ended.emplace_back();
            end.transfer = number;
            end.problem = "stall";
        } else if (now - transfer->watched >= settings.stallTimeout) {
            transfer->watched = now;
            transfer->moved = 0;
        }
    }
    for (const End& end : ended) {
        remove(end.transfer);
    }
}

std::vector<End> HttpClient::run(std::chrono::milliseconds longest)
{
    std::vector<End> ended;
    int running = 0;
    Clock::duration waited{};
    longest = m_impl->goOn(longest);
    curl_multi_perform(m_impl->multi.get(), &running);
    m_impl->takeEnded(ended);
    if (ended.empty()) {
        const Clock::time_point before = Clock::now();
        curl_multi_poll(m_impl->multi.get(), nullptr, 0, static_cast<int>(longest.count()), nullptr);
        waited = Clock::now() - before;
        curl_multi_perform(m_impl->multi.get(), &running);
        m_impl->takeEnded(ended);
    }
    m_impl->takeStalled(ended, waited);
    return ended;
}

void HttpClient::wake() noexcept
{
    curl_multi_wakeup(m_impl->multi.get());
}

}  // namespace wb::net
