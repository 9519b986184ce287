#include "core/net/remote_file.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace wb::net {

namespace {

bool isWeak(std::string_view etag) noexcept
{
    return etag.starts_with("W/");
}

Answer refused(std::string_view problem)
{
    return {Verdict::Refuse, 0, std::string(problem)};
}

Answer changed(std::string_view problem)
{
    return {Verdict::Changed, 0, std::string(problem)};
}

// A second length that contradicts the first hides bytes from one of two readers.
bool lengthsContradict(const Head& head)
{
    const std::string_view first = head.field("content-length");
    return std::any_of(head.fields.begin(), head.fields.end(),
                       [first](const auto& field) { return field.first == "content-length" && field.second != first; });
}

bool isEncoded(const Head& head)
{
    const std::string_view encoding = head.field("content-encoding");
    return !encoding.empty() && encoding != "identity";
}

// The problem of an answer whose ETag or date is not the file's; empty where they agree or are not said.
std::string_view otherState(const Head& head, const RemoteFile& file)
{
    const std::string_view etag = head.field("etag");
    if (!etag.empty() && !file.etag.empty() && etag != file.etag) {
        return "etag";
    }
    const std::string_view modified = head.field("last-modified");
    const bool dateCounts = file.etag.empty() || etag.empty() || isWeak(file.etag);
    if (dateCounts && !modified.empty() && !file.lastModified.empty() && modified != file.lastModified) {
        return "modified";
    }
    return {};
}

// A 206, or a 200 to a request for the whole.
Answer judgeBody(const Head& head, const RemoteFile& file)
{
    if (head.field("content-type").starts_with("text/html")) {
        return refused("html");
    }
    if (isEncoded(head)) {
        return refused("encoding");
    }
    if (lengthsContradict(head)) {
        return refused("content-length");
    }
    const std::string_view problem = otherState(head, file);
    return problem.empty() ? Answer{Verdict::Take, 0, {}} : changed(problem);
}

Answer judgePart(const Head& head, const RemoteFile& file, const ByteRange& asked)
{
    if (head.field("content-type").starts_with("multipart/byteranges")) {
        return refused("multipart");
    }
    Answer answer = judgeBody(head, file);
    if (answer.verdict != Verdict::Take) {
        return answer;
    }
    const auto got = parseContentRange(head.field("content-range"));
    if (!got) {
        return refused("content-range");
    }
    if (file.bytes && got->total && got->total != file.bytes) {
        return changed("size");
    }
    if (got->range.begin != asked.begin || got->range.end > asked.end) {
        return {Verdict::Wait, 0, "other-range"};  // a cache that mixes answers up may do better next time
    }
    const std::string_view length = head.field("content-length");
    if (!length.empty() && parseSize(length) != got->range.size()) {
        return refused("content-length");
    }
    answer.bytes = got->range.size();
    return answer;
}

Answer judgeWhole(const Head& head, const RemoteFile& file, bool partAsked)
{
    Answer answer = judgeBody(head, file);
    if (answer.verdict != Verdict::Take) {
        return answer;
    }
    const std::string_view length = head.field("content-length");
    const auto bytes = parseSize(length);
    if (!length.empty() && !bytes) {
        return refused("content-length");
    }
    if (bytes && file.bytes && bytes != file.bytes) {
        return changed("size");
    }
    answer.bytes = bytes.value_or(file.bytes.value_or(std::numeric_limits<uint64_t>::max()));
    if (partAsked) {
        answer.verdict = Verdict::Whole;
        answer.problem = "no-range";
    }
    return answer;
}

Answer judgeRefusal(const Head& head, const RemoteFile& file)
{
    const std::string_view code = head.field("x-error-code");  // of the Hub itself: it means what it says
    const bool isForeign = file.isElsewhere() && code.empty() && file.place.origin() != file.asked.origin();
    const bool mayExpire = file.isElsewhere() && code.empty();
    switch (head.status) {
    case 400:
        return isForeign ? Answer{Verdict::LookAgain, 0, "denied"} : refused("status");
    case 401:
        return isForeign ? Answer{Verdict::LookAgain, 0, "denied"} : refused(code == "GatedRepo" ? "gated" : "token");
    case 403:
        return mayExpire ? Answer{Verdict::LookAgain, 0, "denied"} : refused(code == "GatedRepo" ? "gated" : "denied");
    case 404:
    case 410:
        return mayExpire ? Answer{Verdict::LookAgain, 0, "not-found"} : refused("not-found");
    case 407:
        return refused("auth");
    case 412:
    case 416:
        return changed("size");
    default:
        return refused("status");
    }
}

}  // namespace

std::string RemoteFile::validator() const
{
    const std::string& best = !etag.empty() && !isWeak(etag) ? etag : lastModified;
    const bool isPlain = std::all_of(best.begin(), best.end(), [](char c) { return c >= ' ' && c != '\x7f'; });
    return isPlain ? best : std::string();
}

bool RemoteFile::isSameState(const RemoteFile& other) const noexcept
{
    if (bytes != other.bytes) {
        return false;
    }
    if (!sha256.empty() && !other.sha256.empty()) {
        return sha256 == other.sha256;
    }
    return etag == other.etag && ((!etag.empty() && !isWeak(etag)) || lastModified == other.lastModified);
}

bool isBusy(int status) noexcept
{
    return status == 408 || status == 425 || status == 429 || (status >= 500 && status != 501 && status != 505);
}

std::string_view busyToken(int status) noexcept
{
    return status == 429 || status == 503 ? "busy" : "status";
}

std::optional<uint64_t> parseSize(std::string_view text) noexcept
{
    uint64_t value = 0;
    const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isNumber = failure == std::errc() && stop == text.data() + text.size() && !text.empty();
    return isNumber && value <= uint64_t{std::numeric_limits<int64_t>::max()} ? std::optional<uint64_t>(value) : std::nullopt;
}

std::optional<ContentRange> parseContentRange(std::string_view text) noexcept
{
    constexpr std::string_view unit = "bytes ";
    const size_t dash = text.find('-');
    const size_t slash = text.find('/');
    if (!text.starts_with(unit) || dash == std::string_view::npos || slash == std::string_view::npos || slash < dash) {
        return std::nullopt;
    }
    const auto first = parseSize(text.substr(unit.size(), dash - unit.size()));
    const auto last = parseSize(text.substr(dash + 1, slash - dash - 1));
    const std::string_view rest = text.substr(slash + 1);
    const auto total = parseSize(rest);
    if (!first || !last || *last < *first || (!total && rest != "*") || (total && *last >= *total)) {
        return std::nullopt;
    }
    return ContentRange{{*first, *last + 1}, total};
}

Answer judge(const Head& head, const RemoteFile& file, const std::optional<ByteRange>& asked)
{
    if (head.status == 206) {
        return asked ? judgePart(head, file, *asked) : refused("not-partial");
    }
    if (head.status == 200) {
        return judgeWhole(head, file, asked.has_value());
    }
    if (head.status >= 300 && head.status < 400) {
        return {Verdict::LookAgain, 0, "location"};
    }
    if (isBusy(head.status)) {
        return {Verdict::Wait, 0, std::string(busyToken(head.status))};
    }
    return judgeRefusal(head, file);
}

std::string_view impostor(std::span<const std::byte> firstBytes) noexcept
{
    std::string_view text(reinterpret_cast<const char*>(firstBytes.data()), firstBytes.size());
    if (text.starts_with("version https://git-lfs.github.com/spec/")) {
        return "lfs-pointer";
    }
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    constexpr std::string_view pages[] = {"<!doctype html", "<html", "<head"};
    for (const std::string_view page : pages) {
        const auto same = [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); };
        if (text.size() >= page.size() && std::equal(page.begin(), page.end(), text.begin(), same)) {
            return "html";
        }
    }
    return {};
}

}  // namespace wb::net
