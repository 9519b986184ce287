#include "tests/support/http/request_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace wb::test {

namespace {

constexpr size_t mostHeadBytes = 64 << 10;
constexpr uint64_t mostBodyBytes = 16 << 20;

char lower(char letter) noexcept
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string_view trimmed(std::string_view text) noexcept
{
    const size_t begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

std::optional<uint64_t> numberIn(std::string_view text) noexcept
{
    uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = error == std::errc() && end == text.data() + text.size();
    return isNumber ? std::optional(number) : std::nullopt;
}

bool readFirstLine(std::string_view line, Request& request)
{
    const size_t first = line.find(' ');
    const size_t second = line.rfind(' ');
    if (first == std::string_view::npos || first == second) {
        return false;
    }
    request.method = line.substr(0, first);
    request.target = line.substr(first + 1, second - first - 1);
    request.version = line.substr(second + 1);
    return request.version.starts_with("HTTP/1.");
}

// The head without its empty line.
std::optional<Request> parseHead(std::string_view head)
{
    Request request;
    size_t end = std::min(head.find("\r\n"), head.size());
    if (!readFirstLine(head.substr(0, end), request)) {
        return std::nullopt;
    }
    while (end < head.size()) {
        const std::string_view rest = head.substr(end + 2);
        const std::string_view line = rest.substr(0, rest.find("\r\n"));
        const size_t colon = line.find(':');
        if (colon == std::string_view::npos) {
            return std::nullopt;
        }
        request.headers.emplace_back(line.substr(0, colon), trimmed(line.substr(colon + 1)));
        end += 2 + line.size();
    }
    return request;
}

}  // namespace

bool isSameName(std::string_view a, std::string_view b) noexcept
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string headerOf(const Headers& headers, std::string_view name)
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto& header) { return isSameName(header.first, name); });
    return found == headers.end() ? std::string() : found->second;
}

bool RequestReader::readMore()
{
    std::array<char, 16 << 10> block;
    const size_t got = m_channel.read(block);
    m_bytes.append(block.data(), got);
    return got > 0;
}

std::optional<Request> RequestReader::next()
{
    size_t headEnd = m_bytes.find("\r\n\r\n");
    while (headEnd == std::string::npos) {
        if (m_bytes.size() > mostHeadBytes || !readMore()) {
            return std::nullopt;
        }
        headEnd = m_bytes.find("\r\n\r\n");
    }
    std::optional<Request> request = parseHead(std::string_view(m_bytes).substr(0, headEnd));
    if (!request) {
        return std::nullopt;
    }
    m_bytes.erase(0, headEnd + 4);
    const uint64_t length = numberIn(request->header("Content-Length")).value_or(0);
    while (m_bytes.size() < length) {
        if (length > mostBodyBytes || !readMore()) {
            return std::nullopt;
        }
    }
    request->body = m_bytes.substr(0, static_cast<size_t>(length));
    m_bytes.erase(0, static_cast<size_t>(length));
    return request;
}

std::optional<AskedRange> resolveRange(const std::string& header, uint64_t bytes)
{
    constexpr std::string_view unit = "bytes=";
    const std::string_view range = header;
    const size_t dash = range.find('-');
    if (!range.starts_with(unit) || dash == std::string_view::npos || range.find(',') != std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view beginText = trimmed(range.substr(unit.size(), dash - unit.size()));
    const std::string_view endText = trimmed(range.substr(dash + 1));
    const auto begin = numberIn(beginText);
    const auto end = numberIn(endText);
    if (beginText.empty() && end) {  // the last so many bytes
        const uint64_t count = std::min(*end, bytes);
        return count == 0 ? AskedRange{} : AskedRange{true, bytes - count, bytes - 1};
    }
    if (!begin || (!end && !endText.empty()) || end.value_or(*begin) < *begin) {
        return std::nullopt;
    }
    if (*begin >= bytes) {
        return AskedRange{};
    }
    return AskedRange{true, *begin, std::min(end.value_or(std::numeric_limits<uint64_t>::max()), bytes - 1)};
}

}  // namespace wb::test
