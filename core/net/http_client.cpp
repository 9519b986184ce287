#include "core/net/http_client.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/version.h"
#include "core/net/curl_failure.h"
#include "core/net/throttle.h"

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
constexpr uint64_t leastReceiveBufferBytes = 4096;
constexpr uint64_t sendBufferBytes = 2 << 20;
constexpr uint64_t leastSendBufferBytes = 16 << 10;  // libcurl's own least
constexpr uint64_t expectFromBytes = 1 << 20;        // a large body waits for the server's word
constexpr long expectMilliseconds = 1000;            // NOLINT(google-runtime-int): libcurl's type

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
    bool headIsWhole = false;
    bool headGiven = false;
    bool isPaused = false;
    Throttle* throttle = nullptr;
    bool stopped = false;
    bool tooMuchHead = false;
    bool onlyOutside = false;
    bool mayBeProxied = false;                  // the address connected to may be the proxy's
    Clock::time_point lastByte = Clock::now();  // of the body
    Clock::time_point watched = Clock::now();   // since when `moved` counts
    uint64_t received = 0;
    uint64_t moved = 0;  // since `watched`, both ways
    std::shared_ptr<const RequestBody> body;
    uint64_t bodyAt = 0;    // of the next byte that libcurl takes into its buffer
    uint64_t uploaded = 0;  // that the kernel has taken
    std::chrono::milliseconds answerWithin{0};
    std::exception_ptr bodyFailure;

    bool isSending() const noexcept { return body && uploaded < body->size(); }
};

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
        transfer.headIsWhole = false;
        return bytes;
    }
    transfer.headIsWhole = transfer.headIsWhole || trimmed(line).empty();
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
    transfer.moved += count;
    transfer.lastByte = Clock::now();
    if (!giveHead(transfer) || !transfer.receiver->takeBody(std::as_bytes(std::span(bytes, count)))) {
        transfer.stopped = true;
        return 0;
    }
    if (!transfer.throttle->spend(count)) {
        transfer.isPaused = true;
        curl_easy_pause(transfer.easy.get(), CURLPAUSE_RECV);
    }
    return count;
}

// Fills libcurl's buffer with the next bytes of the body.
size_t giveBytes(char* into, size_t, size_t room, void* user)
{
    Transfer& transfer = *static_cast<Transfer*>(user);
    if (!transfer.throttle->isOpen()) {
        transfer.isPaused = true;
        return CURL_READFUNC_PAUSE;
    }
    const auto count = static_cast<size_t>(std::min<uint64_t>(room, transfer.body->size() - transfer.bodyAt));
    try {
        transfer.body->read(transfer.bodyAt, std::as_writable_bytes(std::span(into, count)));
    } catch (...) {
        transfer.bodyFailure = std::current_exception();
        transfer.stopped = true;
        return CURL_READFUNC_ABORT;
    }
    transfer.bodyAt += count;
    transfer.throttle->spend(count);
    return count;
}

// A kept connection that has died, or a server that asks for it, makes libcurl begin again.
int seekBytes(void* user, curl_off_t offset, int origin)
{
    Transfer& transfer = *static_cast<Transfer*>(user);
    if (origin != SEEK_SET || offset < 0 || static_cast<uint64_t>(offset) > transfer.body->size()) {
        return CURL_SEEKFUNC_FAIL;
    }
    transfer.bodyAt = static_cast<uint64_t>(offset);
    return CURL_SEEKFUNC_OK;
}

class TextBody final : public RequestBody {
public:
    explicit TextBody(std::string text) : m_text(std::move(text)) {}
    uint64_t size() const noexcept override { return m_text.size(); }
    void read(uint64_t offset, std::span<std::byte> into) const override
    {
        const auto bytes = std::as_bytes(std::span(m_text)).subspan(static_cast<size_t>(offset), into.size());
        std::copy(bytes.begin(), bytes.end(), into.begin());
    }

private:
    std::string m_text;
};

class FileBody final : public RequestBody {
public:
    FileBody(std::shared_ptr<const io::ByteSource> source, ByteRange range) : m_source(std::move(source)), m_range(range) {}
    uint64_t size() const noexcept override { return m_range.size(); }
    void read(uint64_t offset, std::span<std::byte> into) const override { m_source->readAt(m_range.begin + offset, into); }

private:
    std::shared_ptr<const io::ByteSource> m_source;
    ByteRange m_range;
};

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

std::shared_ptr<const RequestBody> bodyOf(std::string text)
{
    return std::make_shared<TextBody>(std::move(text));
}

std::shared_ptr<const RequestBody> bodyOf(std::shared_ptr<const io::ByteSource> source, ByteRange range)
{
    return std::make_shared<FileBody>(std::move(source), range);
}

std::string_view Head::field(std::string_view name) const noexcept
{
    const auto found = std::find_if(fields.begin(), fields.end(), [name](const auto& field) { return field.first == name; });
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

struct HttpClient::Impl {
    explicit Impl(const Settings& wanted) : settings(wanted), throttle(wanted.bytesPerSecond) {}

    Settings settings;
    Throttle throttle;
    std::unique_ptr<CURLM, MultiCleanup> multi;
    std::map<uint64_t, std::unique_ptr<Transfer>> transfers;
    uint64_t lastNumber = 0;
    Clock::time_point looked = Clock::now();  // for stalls

    void setOptions(Transfer& transfer, const Request& request) const;
    void setFields(Transfer& transfer, const Request& request) const;
    void setBody(Transfer& transfer, const Request& request) const;
    void setTls(CURL* easy) const;
    End endOf(uint64_t number, Transfer& transfer, CURLcode code) const;
    void remove(uint64_t number);
    void takeEnded(std::vector<End>& ended);
    uint64_t bufferBytes(uint64_t least, uint64_t most) const noexcept;
    std::chrono::milliseconds goOn(std::chrono::milliseconds longest);
    static void noteUploaded(Transfer& transfer, Clock::time_point now);
    bool isStalled(const Transfer& transfer, bool othersMove, Clock::time_point now) const noexcept;
    void takeStalled(std::vector<End>& ended, Clock::duration waited);
};

HttpClient::HttpClient(const Settings& settings) : m_impl(std::make_unique<Impl>(settings))
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
    for (const auto& [name, value] : request.fields) {
        add(name + ": " + value);
    }
    if (request.body && request.body->size() < expectFromBytes) {
        add("Expect:");
    }
    // A character that ends a line would begin another field.
    const bool isPlain = std::all_of(request.token.begin(), request.token.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (!request.token.empty() && isPlain) {
        add("Authorization: Bearer " + request.token);
    }
    curl_easy_setopt(transfer.easy.get(), CURLOPT_HTTPHEADER, transfer.fields.get());
    curl_easy_setopt(transfer.easy.get(), CURLOPT_HEADEROPT, CURLHEADER_SEPARATE);
}

// A length that is known keeps libcurl from sending in chunks.
void HttpClient::Impl::setBody(Transfer& transfer, const Request& request) const
{
    CURL* const easy = transfer.easy.get();
    transfer.answerWithin = request.answerWithin;
    if (request.body) {
        transfer.body = request.body;
        curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(easy, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(request.body->size()));
        curl_easy_setopt(easy, CURLOPT_READFUNCTION, giveBytes);
        curl_easy_setopt(easy, CURLOPT_READDATA, &transfer);
        curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, seekBytes);
        curl_easy_setopt(easy, CURLOPT_SEEKDATA, &transfer);
        curl_easy_setopt(easy, CURLOPT_EXPECT_100_TIMEOUT_MS, expectMilliseconds);
        const uint64_t buffer = bufferBytes(leastSendBufferBytes, sendBufferBytes);
        curl_easy_setopt(easy, CURLOPT_UPLOAD_BUFFERSIZE, static_cast<long>(buffer));  // NOLINT(google-runtime-int): libcurl's type
    }
    if (request.body || request.method != "GET") {
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }
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
    const uint64_t buffer = bufferBytes(leastReceiveBufferBytes, receiveBufferBytes);
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, static_cast<long>(buffer));  // NOLINT(google-runtime-int): libcurl's type
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
    setBody(transfer, request);
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
    transfer->throttle = &m_impl->throttle;
    // Through a proxy the address is the proxy's, and which networks may be reached is its affair.
    transfer->mayBeProxied = !m_impl->settings.proxy.empty() || m_impl->settings.proxyInEnvironment;
    transfer->onlyOutside = request.onlyOutside && !transfer->mayBeProxied;
    m_impl->setOptions(*transfer, request);
    if (curl_multi_add_handle(m_impl->multi.get(), transfer->easy.get()) != CURLM_OK) {
        throw Error(ErrorCode::OutOfMemory);
    }
    const uint64_t number = ++m_impl->lastNumber;
    m_impl->transfers.emplace(number, std::move(transfer));
    return number;
}

// With a speed limit small pieces, some sixteen a second.
uint64_t HttpClient::Impl::bufferBytes(uint64_t least, uint64_t most) const noexcept
{
    return throttle.isLimited() ? std::clamp(settings.bytesPerSecond / 16, least, most) : most;
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

End HttpClient::Impl::endOf(uint64_t number, Transfer& transfer, CURLcode code) const
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

void HttpClient::Impl::noteUploaded(Transfer& transfer, Clock::time_point now)
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

bool HttpClient::Impl::isStalled(const Transfer& transfer, bool othersMove, Clock::time_point now) const noexcept
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
