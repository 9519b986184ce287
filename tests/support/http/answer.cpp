#include "tests/support/http/answer.h"

#include "tests/support/http/request_reader.h"

#include <algorithm>
#include <array>

namespace wb::test {

namespace {

using ByteRange = std::pair<uint64_t, uint64_t>;  // inclusive

// An answer whose head is not written yet.
struct Draft {
    int status = 200;
    Headers headers;
    Content content;
    uint64_t begin = 0;
    uint64_t bytes = 0;
    bool isRaw = false;
};

std::string_view reasonOf(int status)
{
    constexpr std::array reasons{std::pair(200, "OK"),
                                 std::pair(206, "Partial Content"),
                                 std::pair(301, "Moved Permanently"),
                                 std::pair(302, "Found"),
                                 std::pair(303, "See Other"),
                                 std::pair(304, "Not Modified"),
                                 std::pair(307, "Temporary Redirect"),
                                 std::pair(308, "Permanent Redirect"),
                                 std::pair(400, "Bad Request"),
                                 std::pair(401, "Unauthorized"),
                                 std::pair(403, "Forbidden"),
                                 std::pair(404, "Not Found"),
                                 std::pair(405, "Method Not Allowed"),
                                 std::pair(407, "Proxy Authentication Required"),
                                 std::pair(416, "Range Not Satisfiable"),
                                 std::pair(429, "Too Many Requests"),
                                 std::pair(500, "Internal Server Error"),
                                 std::pair(502, "Bad Gateway"),
                                 std::pair(503, "Service Unavailable"),
                                 std::pair(504, "Gateway Timeout")};
    const auto* found = std::find_if(reasons.begin(), reasons.end(), [&](const auto& reason) { return reason.first == status; });
    return found == reasons.end() ? "Status" : found->second;
}

void removeHeader(Headers& headers, std::string_view name)
{
    std::erase_if(headers, [&](const auto& header) { return isSameName(header.first, name); });
}

// Statuses whose answers have no body and no length.
bool isBodiless(int status)
{
    return status == 204 || status == 304 || status < 200;
}

Draft textDraft(int status, std::string text, Headers headers)
{
    Draft draft{status, std::move(headers), Content::of(std::move(text))};
    draft.bytes = draft.content.bytes;
    draft.headers.emplace_back("Content-Type", "text/plain");
    draft.headers.emplace_back("Content-Length", std::to_string(draft.bytes));
    return draft;
}

Draft statusDraft(int status, Headers headers = {})
{
    if (isBodiless(status)) {
        return Draft{status, std::move(headers), Content::of({})};
    }
    return textDraft(status, std::to_string(status) + ' ' + std::string(reasonOf(status)) + '\n', std::move(headers));
}

Draft rawDraft(const std::string& raw)
{
    Draft draft{200, {}, Content::of(raw)};
    draft.bytes = raw.size();
    draft.isRaw = true;
    return draft;
}

// RFC 9110, 13.1.5: a weak tag never matches.
bool ifRangeHolds(const Request& request, const Content& content)
{
    const std::string condition = request.header("If-Range");
    if (condition.empty()) {
        return true;
    }
    const bool isTag = condition.starts_with('"') || condition.starts_with("W/");
    return isTag ? condition.starts_with('"') && condition == content.etag : condition == content.lastModified;
}

std::string contentRange(const ByteRange& range, uint64_t bytes)
{
    return "bytes " + std::to_string(range.first) + '-' + std::to_string(range.second) + '/' + std::to_string(bytes);
}

Draft contentDraft(const Content& content, const std::optional<ByteRange>& range, const FaultServerOptions& options)
{
    Draft draft{range ? 206 : 200, {}, content};
    draft.bytes = content.bytes;
    if (range) {
        draft.begin = range->first;
        draft.bytes = range->second - range->first + 1;
        draft.headers.emplace_back("Content-Range", contentRange(*range, content.bytes));
    }
    draft.headers.emplace_back("Content-Type", content.type);
    draft.headers.emplace_back("Content-Length", std::to_string(draft.bytes));
    if (options.supportsRange) {
        draft.headers.emplace_back("Accept-Ranges", "bytes");
    }
    if (!content.etag.empty()) {
        draft.headers.emplace_back("ETag", content.etag);
    }
    if (!content.lastModified.empty()) {
        draft.headers.emplace_back("Last-Modified", content.lastModified);
    }
    return draft;
}

Draft draftOfContent(const Request& request, const Content& content, const FaultServerOptions& options, const Fault& fault)
{
    if (request.method != "GET") {
        return contentDraft(content, std::nullopt, options);
    }
    if (fault.sendRange && fault.sendRange->first < content.bytes) {
        return contentDraft(content, ByteRange(fault.sendRange->first, std::min(fault.sendRange->second, content.bytes - 1)), options);
    }
    const bool looksAtRange = options.supportsRange && !fault.ignoreRange && (!options.obeysIfRange || ifRangeHolds(request, content));
    const auto asked = looksAtRange ? resolveRange(request.header("Range"), content.bytes) : std::nullopt;
    if (asked && !asked->isSatisfiable) {
        return statusDraft(416, {{"Content-Range", "bytes */" + std::to_string(content.bytes)}});
    }
    return contentDraft(content, asked ? std::optional(ByteRange(asked->begin, asked->end)) : std::nullopt, options);
}

Draft draftOf(const Request& request, const Resource* resource, const FaultServerOptions& options, const Fault& fault)
{
    if (fault.raw) {
        return rawDraft(*fault.raw);
    }
    if (fault.body) {
        return textDraft(fault.status.value_or(200), *fault.body, {});
    }
    if (fault.status && *fault.status >= 300) {
        return statusDraft(*fault.status);
    }
    if (!resource && !fault.insteadOf) {
        return statusDraft(fault.status.value_or(404));
    }
    if (request.method != "GET" && request.method != "HEAD") {
        return statusDraft(fault.status.value_or(405), {{"Allow", "GET, HEAD"}});
    }
    if (resource && resource->status != 200 && !fault.insteadOf) {
        return statusDraft(resource->status, resource->headers);
    }
    Draft draft = draftOfContent(request, fault.insteadOf ? *fault.insteadOf : resource->content, options, fault);
    if (resource && draft.status < 300) {
        draft.headers.insert(draft.headers.end(), resource->headers.begin(), resource->headers.end());
    }
    draft.status = fault.status.value_or(draft.status);
    return draft;
}

void changeHeaders(Headers& headers, const Fault& fault)
{
    if (fault.chunked) {
        removeHeader(headers, "Content-Length");
        headers.emplace_back("Transfer-Encoding", "chunked");
    }
    for (const auto& [name, value] : fault.headers) {
        removeHeader(headers, name);
    }
    headers.insert(headers.end(), fault.headers.begin(), fault.headers.end());
    for (const std::string& name : fault.withoutHeaders) {
        removeHeader(headers, name);
    }
}

bool keepsConnection(const Request& request, const Draft& draft, const Fault& fault)
{
    const bool isDelimited = request.method == "HEAD" || isBodiless(draft.status) || fault.chunked ||
                             headerOf(draft.headers, "Content-Length") == std::to_string(draft.bytes);
    return !draft.isRaw && isDelimited && !isSameName(headerOf(draft.headers, "Connection"), "close");
}

std::string writtenHead(const Draft& draft)
{
    std::string head = "HTTP/1.1 " + std::to_string(draft.status) + ' ' + std::string(reasonOf(draft.status)) + "\r\n";
    for (const auto& [name, value] : draft.headers) {
        head += name + ": " + value + "\r\n";
    }
    return head + "\r\n";
}

Answer finished(const Request& request, Draft draft, const Fault& fault)
{
    if (request.version == "HTTP/1.0" || isSameName(request.header("Connection"), "close")) {
        draft.headers.emplace_back("Connection", "close");
    }
    changeHeaders(draft.headers, fault);
    Answer answer;
    answer.keepsConnection = keepsConnection(request, draft, fault);
    answer.head = draft.isRaw ? std::string() : writtenHead(draft);
    answer.isChunked = fault.chunked && !draft.isRaw && request.method != "HEAD" && !isBodiless(draft.status);
    answer.content = std::move(draft.content);
    answer.begin = draft.begin;
    answer.bytes = request.method == "HEAD" && !draft.isRaw ? 0 : draft.bytes;
    return answer;
}

}  // namespace

Answer makeAnswer(const Request& request, const Resource* resource, const FaultServerOptions& options, const Fault& fault)
{
    return finished(request, draftOf(request, resource, options, fault), fault);
}

Answer makeTextAnswer(const Request& request, int status, std::string text, Headers headers)
{
    Fault none;
    none.headers = std::move(headers);
    return finished(request, textDraft(status, std::move(text), {}), none);
}

}  // namespace wb::test
