#include "core/net/curl_transfer.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/base/version.h"
#include "core/net/curl_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace wb::net {

namespace {

constexpr size_t mostHeadBytes = 128 << 10;  // of all heads of a transfer, interim answers too
constexpr size_t mostFields = 256;
constexpr uint64_t receiveBufferBytes = 512 << 10;
constexpr uint64_t leastReceiveBufferBytes = 4096;
constexpr uint64_t sendBufferBytes = 2 << 20;
constexpr uint64_t leastSendBufferBytes = 16 << 10;  // libcurl's own least
constexpr long expectMilliseconds = 1000;            // NOLINT(google-runtime-int): libcurl's type

size_t takeField(char* text, size_t, size_t bytes, void* user)
{
    CurlTransfer& transfer = *static_cast<CurlTransfer*>(user);
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
        std::string value(trimmed(line.substr(colon + 1)));
        hideSecret(value, transfer.secret);
        transfer.head.fields.emplace_back(lowered(trimmed(line.substr(0, colon))), std::move(value));
    }
    return bytes;
}

size_t takeBytes(char* bytes, size_t, size_t count, void* user)
{
    CurlTransfer& transfer = *static_cast<CurlTransfer*>(user);
    transfer.received += count;
    transfer.moved += count;
    transfer.lastByte = CurlTransfer::Clock::now();
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
    CurlTransfer& transfer = *static_cast<CurlTransfer*>(user);
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
    CurlTransfer& transfer = *static_cast<CurlTransfer*>(user);
    if (origin != SEEK_SET || offset < 0 || static_cast<uint64_t>(offset) > transfer.body->size()) {
        return CURL_SEEKFUNC_FAIL;
    }
    transfer.bodyAt = static_cast<uint64_t>(offset);
    return CURL_SEEKFUNC_OK;
}

// Called when the connection stands and before anything is sent on it.
int beforeRequest(void* user, char* address, char*, int, int)
{
    const CurlTransfer& transfer = *static_cast<const CurlTransfer*>(user);
    const bool isRefused = transfer.onlyOutside && isInsideAddress(address);
    return isRefused ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

// With a speed limit small pieces, some sixteen a second.
uint64_t bufferBytes(const Settings& settings, uint64_t least, uint64_t most) noexcept
{
    return settings.bytesPerSecond > 0 ? std::clamp(settings.bytesPerSecond / 16, least, most) : most;
}

void setFields(CurlTransfer& transfer, const Request& request)
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
    for (const auto& [name, value] : sentFields(request)) {
        add(value.empty() ? name + ":" : name + ": " + value);
    }
    curl_easy_setopt(transfer.easy.get(), CURLOPT_HTTPHEADER, transfer.fields.get());
    curl_easy_setopt(transfer.easy.get(), CURLOPT_HEADEROPT, CURLHEADER_SEPARATE);
}

// A length that is known keeps libcurl from sending in chunks.
void setBody(CurlTransfer& transfer, const Request& request, const Settings& settings)
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
        const uint64_t buffer = bufferBytes(settings, leastSendBufferBytes, sendBufferBytes);
        curl_easy_setopt(easy, CURLOPT_UPLOAD_BUFFERSIZE, static_cast<long>(buffer));  // NOLINT(google-runtime-int): libcurl's type
    }
    if (request.body || request.method != "GET") {
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }
}

void setTls(CURL* easy, const Settings& settings)
{
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    if (!settings.caFile.empty()) {
        curl_easy_setopt(easy, CURLOPT_CAINFO, settings.caFile.c_str());
    }
}

void setCallbacks(CurlTransfer& transfer)
{
    CURL* const easy = transfer.easy.get();
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer.reason.data());
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, takeField);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, takeBytes);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, beforeRequest);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, &transfer);
}

}  // namespace

bool giveHead(CurlTransfer& transfer)
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

void prepare(CurlTransfer& transfer, const Request& request, const Settings& settings)
{
    transfer.easy.reset(curl_easy_init());
    if (!transfer.easy) {
        throw Error(ErrorCode::OutOfMemory);
    }
    transfer.secret = settings.token;
    // Through a proxy the address is the proxy's, and which networks may be reached is its affair.
    transfer.mayBeProxied = !settings.proxy.empty() || settings.proxyInEnvironment;
    transfer.onlyOutside = request.onlyOutside && !transfer.mayBeProxied;
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
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, request.onNewConnection ? 1L : 0L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);  // a cancel does not wait for the name look-up
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    const uint64_t buffer = bufferBytes(settings, leastReceiveBufferBytes, receiveBufferBytes);
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, static_cast<long>(buffer));  // NOLINT(google-runtime-int): libcurl's type
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connectTimeout.count()));  // NOLINT(google-runtime-int)
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (!settings.proxy.empty()) {
        curl_easy_setopt(easy, CURLOPT_PROXY, settings.proxy.c_str());
    }
    curl_easy_setopt(easy, CURLOPT_PROXYAUTH, CURLAUTH_ANY);
    setCallbacks(transfer);
    setTls(easy, settings);
    setBody(transfer, request, settings);
    setFields(transfer, request);
}

}  // namespace wb::net
