#include "core/net/http_client.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/version.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

namespace wb::net {

namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t mostHeadBytes = 128 << 10;  // of all heads of a transfer, interim answers too
constexpr size_t mostFields = 256;
constexpr uint64_t leastBytesPerSecond = 1024;  // slower than this is a stall
constexpr uint64_t receiveBufferBytes = 512 << 10;
constexpr uint64_t leastReceiveBufferBytes = 1024;  // that libcurl takes

// X509_V_ERR numbers of OpenSSL, as CURLINFO_SSL_VERIFYRESULT gives them.
std::string_view certificateProblem(long verifyResult)  // NOLINT(google-runtime-int)
{
    switch (verifyResult) {
    case 0:
        return "wrong-host";  // the chain is right, so it is the name that is not
    case 9:
    case 10:
        return "expired";
    case 18:
    case 19:
        return "self-signed";
    case 2:
    case 20:
    case 21:
        return "unknown-authority";
    default:
        return "certificate";
    }
}

struct Failure {
    CURLcode code;
    End::Kind kind;
    std::string_view problem;
};

constexpr auto failures = std::to_array<Failure>({
    {CURLE_COULDNT_RESOLVE_HOST, End::Kind::Network, "dns"},
    {CURLE_COULDNT_RESOLVE_PROXY, End::Kind::Network, "dns"},
    {CURLE_COULDNT_CONNECT, End::Kind::Network, "connect"},
    {CURLE_OPERATION_TIMEDOUT, End::Kind::Network, "timeout"},
    {CURLE_PARTIAL_FILE, End::Kind::Network, "cut"},
    {CURLE_GOT_NOTHING, End::Kind::Network, "cut"},
    {CURLE_RECV_ERROR, End::Kind::Network, "reset"},
    {CURLE_SEND_ERROR, End::Kind::Network, "reset"},
    {CURLE_SSL_CONNECT_ERROR, End::Kind::Network, "handshake"},
    {CURLE_SSL_CACERT_BADFILE, End::Kind::Tls, "ca-file"},
    {CURLE_SSL_CERTPROBLEM, End::Kind::Tls, "certificate"},
    {CURLE_SSL_ISSUER_ERROR, End::Kind::Tls, "certificate"},
    {CURLE_UNSUPPORTED_PROTOCOL, End::Kind::Answer, "no-http"},
    {CURLE_WEIRD_SERVER_REPLY, End::Kind::Answer, "no-http"},
    {CURLE_OUT_OF_MEMORY, End::Kind::Answer, "header-bytes"},  // a header line of more than libcurl keeps
    {CURLE_BAD_CONTENT_ENCODING, End::Kind::Answer, "encoding"},
    {CURLE_PROXY, End::Kind::Proxy, "handshake"},
    {CURLE_ABORTED_BY_CALLBACK, End::Kind::Answer, "to-inside"},
});

struct SlistCleanup {
    void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};
struct EasyCleanup {
    void operator()(CURL* easy) const noexcept { curl_easy_cleanup(easy); }
};
struct MultiCleanup {
    void operator()(CURLM* multi) const noexcept { curl_multi_cleanup(multi); }
};

struct Transfer {
    std::unique_ptr<CURL, EasyCleanup> easy;
    std::unique_ptr<curl_slist, SlistCleanup> fields;
    std::array<char, CURL_ERROR_SIZE> reason{};
    Receiver* receiver = nullptr;
    Head head;
    size_t headBytes = 0;
    bool headGiven = false;
    bool stopped = false;
    bool tooMuchHead = false;
    bool onlyOutside = false;
    Clock::time_point lastByte = Clock::now();  // of the body
    Clock::time_point watched = Clock::now();   // since when `received` counts
    uint64_t received = 0;
};

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const size_t begin = text.find_first_not_of(space);
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

size_t takeField(char* text, size_t, size_t bytes, void* user)
{
    Transfer& transfer = *static_cast<Transfer*>(user);
    const std::string_view line(text, bytes);
    transfer.headBytes += bytes;
    if (transfer.headBytes > mostHeadBytes || transfer.head.fields.size() > mostFields) {
        transfer.tooMuchHead = true;
        return 0;
    }
    if (line.starts_with("HTTP/")) {
        transfer.head = Head{};
        return bytes;
    }
    const size_t colon = line.find(':');
    if (colon != std::string_view::npos) {
        transfer.head.fields.emplace_back(lowered(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1))));
    }
    return bytes;
}

// The head is whole when the first byte of the body comes, or the transfer ends.
bool giveHead(Transfer& transfer)
{
    if (!transfer.headGiven) {
        transfer.headGiven = true;
        long status = 0;  // NOLINT(google-runtime-int): libcurl's type
        curl_easy_getinfo(transfer.easy.get(), CURLINFO_RESPONSE_CODE, &status);
        transfer.head.status = static_cast<int>(status);
        transfer.stopped = !transfer.receiver->takeHead(transfer.head);
    }
    return !transfer.stopped;
}

size_t takeBytes(char* bytes, size_t, size_t count, void* user)
{
    Transfer& transfer = *static_cast<Transfer*>(user);
    transfer.received += count;
    transfer.lastByte = Clock::now();
    if (!giveHead(transfer) || !transfer.receiver->takeBody(std::as_bytes(std::span(bytes, count)))) {
        transfer.stopped = true;
        return 0;
    }
    return count;
}

// Called when the connection stands and before anything is sent on it.
int beforeRequest(void* user, char* address, char*, int, int)
{
    const Transfer& transfer = *static_cast<const Transfer*>(user);
    const bool isRefused = transfer.onlyOutside && isInsideAddress(address);
    return isRefused ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

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
    Settings settings;
    std::unique_ptr<CURLM, MultiCleanup> multi;
    std::map<uint64_t, std::unique_ptr<Transfer>> transfers;
    uint64_t lastNumber = 0;
    Clock::time_point looked = Clock::now();  // for stalls

    void setOptions(Transfer& transfer, const Request& request) const;
    void setFields(Transfer& transfer, const Request& request) const;
    void setTls(CURL* easy) const;
    End endOf(uint64_t number, Transfer& transfer, CURLcode code) const;
    void remove(uint64_t number);
    void takeEnded(std::vector<End>& ended);
    uint64_t share() const noexcept;
    uint64_t bufferBytes() const noexcept;
    void shareSpeed();
    std::chrono::milliseconds pause() const noexcept;
    bool isStalled(const Transfer& transfer, bool othersMove, Clock::time_point now) const noexcept;
    void takeStalled(std::vector<End>& ended, Clock::duration waited);
};

HttpClient::HttpClient(const Settings& settings) : m_impl(std::make_unique<Impl>())
{
    initialise();
    m_impl->settings = settings;
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

void HttpClient::Impl::setFields(Transfer& transfer, const Request& request) const
{
    const auto add = [&transfer](const std::string& line) {
        curl_slist* const longer = curl_slist_append(transfer.fields.get(), line.c_str());
        if (longer == nullptr) {
            throw Error(ErrorCode::OutOfMemory);
        }
        if (!transfer.fields) {
            transfer.fields.reset(longer);
        }
    };
    add("Accept-Encoding: identity");
    if (request.range && !request.ifRange.empty()) {
        add("If-Range: " + request.ifRange);
    }
    if (!request.token.empty()) {
        add("Authorization: Bearer " + request.token);
    }
    curl_easy_setopt(transfer.easy.get(), CURLOPT_HTTPHEADER, transfer.fields.get());
    curl_easy_setopt(transfer.easy.get(), CURLOPT_HEADEROPT, CURLHEADER_SEPARATE);
}

void HttpClient::Impl::setTls(CURL* easy) const
{
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    if (!settings.caFile.empty()) {
        curl_easy_setopt(easy, CURLOPT_CAINFO, settings.caFile.c_str());
    }
}

void HttpClient::Impl::setOptions(Transfer& transfer, const Request& request) const
{
    CURL* const easy = transfer.easy.get();
    curl_easy_setopt(easy, CURLOPT_URL, request.url.text().c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(easy, CURLOPT_USERAGENT,
                     fmt::format("weightbridge/{}; libcurl/{}; os/linux", version(), curl_version_info(CURLVERSION_NOW)->version).c_str());
    if (request.range) {
        curl_easy_setopt(easy, CURLOPT_RANGE, fmt::format("{}-{}", request.range->begin, request.range->end - 1).c_str());
    }
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);  // a cancel does not wait for the name look-up
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, static_cast<long>(bufferBytes()));  // NOLINT(google-runtime-int): libcurl's type
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connectTimeout.count()));  // NOLINT(google-runtime-int)
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (!settings.proxy.empty()) {
        curl_easy_setopt(easy, CURLOPT_PROXY, settings.proxy.c_str());
    }
    curl_easy_setopt(easy, CURLOPT_PROXYAUTH, CURLAUTH_ANY);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer.reason.data());
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, takeField);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, takeBytes);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, beforeRequest);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, &transfer);
    setTls(easy);
    setFields(transfer, request);
}

uint64_t HttpClient::start(const Request& request, Receiver& receiver)
{
    if (m_impl->settings.offline) {
        throw Error(ErrorCode::Offline).with("host", request.url.host());
    }
    auto transfer = std::make_unique<Transfer>();
    transfer->easy.reset(curl_easy_init());
    if (!transfer->easy) {
        throw Error(ErrorCode::OutOfMemory);
    }
    transfer->receiver = &receiver;
    // Through a proxy the address is the proxy's, and which networks may be reached is its affair.
    transfer->onlyOutside = request.onlyOutside && m_impl->settings.proxy.empty() && !m_impl->settings.proxyInEnvironment;
    m_impl->setOptions(*transfer, request);
    if (curl_multi_add_handle(m_impl->multi.get(), transfer->easy.get()) != CURLM_OK) {
        throw Error(ErrorCode::OutOfMemory);
    }
    const uint64_t number = ++m_impl->lastNumber;
    m_impl->transfers.emplace(number, std::move(transfer));
    m_impl->shareSpeed();
    return number;
}

// Of one transfer, in bytes a second; 0: no limit.
uint64_t HttpClient::Impl::share() const noexcept
{
    return settings.bytesPerSecond == 0 ? 0 : std::max<uint64_t>(settings.bytesPerSecond / std::max<uint64_t>(transfers.size(), 1), 1);
}

// With a speed limit small pieces, four a second: libcurl waits after a piece as long as it should have taken.
uint64_t HttpClient::Impl::bufferBytes() const noexcept
{
    const uint64_t least = settings.bytesPerSecond / std::max<uint64_t>(settings.connections, 1) / 4;
    return settings.bytesPerSecond == 0 ? receiveBufferBytes : std::clamp(least, leastReceiveBufferBytes, receiveBufferBytes);
}

void HttpClient::Impl::shareSpeed()
{
    if (settings.bytesPerSecond > 0) {
        for (const auto& [number, transfer] : transfers) {
            curl_easy_setopt(transfer->easy.get(), CURLOPT_MAX_RECV_SPEED_LARGE, static_cast<curl_off_t>(share()));
        }
    }
}

void HttpClient::Impl::remove(uint64_t number)
{
    const auto found = transfers.find(number);
    if (found != transfers.end()) {
        curl_multi_remove_handle(multi.get(), found->second->easy.get());
        transfers.erase(found);
        shareSpeed();
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

End HttpClient::Impl::endOf(uint64_t number, Transfer& transfer, CURLcode code) const
{
    CURL* const easy = transfer.easy.get();
    End end;
    end.transfer = number;
    end.reason = printable(transfer.reason.data());
    const char* address = nullptr;
    curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &address);
    end.wasInside = address != nullptr && isInsideAddress(address);
    long proxyStatus = 0;  // NOLINT(google-runtime-int): libcurl's type
    curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &proxyStatus);
    if (code == CURLE_OK) {
        end.kind = giveHead(transfer) ? End::Kind::Whole : End::Kind::Stopped;
    } else if (transfer.stopped) {
        end.kind = End::Kind::Stopped;
    } else if (transfer.tooMuchHead) {
        end.kind = End::Kind::Answer;
        end.problem = "header-bytes";
    } else if (proxyStatus >= 500) {
        end.problem = "connect";
        end.atProxy = true;
    } else if (proxyStatus >= 300) {
        end.kind = End::Kind::Proxy;
        end.problem = proxyStatus == 407 ? "auth" : "refused";
    } else if (code == CURLE_PEER_FAILED_VERIFICATION) {
        long verifyResult = 0;  // NOLINT(google-runtime-int): libcurl's type
        curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &verifyResult);
        end.kind = End::Kind::Tls;
        end.problem = certificateProblem(verifyResult);
    } else if (code == CURLE_RECV_ERROR && end.reason.find("chunked-encoding") != std::string::npos) {
        end.kind = End::Kind::Answer;
        end.problem = "chunked";
    } else {
        const auto found = std::find_if(failures.begin(), failures.end(), [code](const Failure& failure) { return failure.code == code; });
        end.kind = found == failures.end() ? End::Kind::Network : found->kind;
        end.problem = found == failures.end() ? "network" : std::string(found->problem);
        end.atProxy = code == CURLE_COULDNT_RESOLVE_PROXY;
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

// How long a transfer may pause because of the speed limit.
std::chrono::milliseconds HttpClient::Impl::pause() const noexcept
{
    return std::chrono::milliseconds(settings.bytesPerSecond == 0 ? 0 : 4000 * bufferBytes() / share());
}

bool HttpClient::Impl::isStalled(const Transfer& transfer, bool othersMove, Clock::time_point now) const noexcept
{
    const auto quiet = now - transfer.lastByte;
    const auto window = settings.stallTimeout + pause();
    if (quiet >= window || (othersMove && quiet >= settings.stallAlone + pause())) {
        return true;
    }
    const uint64_t least = settings.bytesPerSecond == 0 ? leastBytesPerSecond : std::min(leastBytesPerSecond, share() / 4);
    return now - transfer.watched >= window && transfer.received < least * static_cast<uint64_t>(window.count()) / 1000;
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
        latest = transfer->received > 0 ? std::max(latest, transfer->lastByte) : latest;
    }
    for (const auto& [number, transfer] : transfers) {
        if (isStalled(*transfer, now - latest < settings.stallAlone, now)) {
            End& end = ended.emplace_back();
            end.transfer = number;
            end.problem = "stall";
        } else if (now - transfer->watched >= settings.stallTimeout + pause()) {
            transfer->watched = now;
            transfer->received = 0;
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
