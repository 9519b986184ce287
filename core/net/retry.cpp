#include "core/net/retry.h"

#include "core/net/remote_file.h"

#include <curl/curl.h>

#include <algorithm>
#include <string>

namespace wb::net {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds otherLimit{60};

// Value of the first "x=number" in a list of parameters.
std::optional<uint64_t> parameter(std::string_view text, char name)
{
    for (size_t at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
        const bool isWord = at == 1 || (at > 1 && std::string_view("; ,").find(text[at - 2]) != std::string_view::npos);
        if (isWord && text[at - 1] == name) {
            const std::string_view rest = text.substr(at + 1);
            return parseSize(rest.substr(0, rest.find_first_not_of("0123456789")));
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<seconds> askedToWait(const Head& head, int64_t now)
{
    const std::string after(head.field("retry-after"));
    if (!after.empty()) {
        if (const auto count = parseSize(after)) {
            return seconds(static_cast<int64_t>(std::min<uint64_t>(*count, 1'000'000'000)));
        }
        const auto date = static_cast<int64_t>(curl_getdate(after.c_str(), nullptr));
        return date > now ? std::optional<seconds>(date - now) : std::nullopt;
    }
    const std::string_view limit = head.field("ratelimit");
    if (head.status != 429 || limit.empty()) {
        return std::nullopt;
    }
    if (parameter(limit, 'r').value_or(1) > 0) {
        return otherLimit;
    }
    const auto reset = parameter(limit, 't');
    return reset ? std::optional<seconds>(static_cast<int64_t>(std::min<uint64_t>(*reset, 86'400)) + 1) : std::nullopt;
}

milliseconds Backoff::next(uint32_t failuresBefore)
{
    if (failuresBefore == 0) {
        return milliseconds(0);
    }
    milliseconds most = m_first;
    for (uint32_t i = 1; i < failuresBefore && most < m_longest; ++i) {
        most *= 2;
    }
    most = std::min(most, m_longest);
    std::uniform_int_distribution<int64_t> anywhere(0, most.count());
    return milliseconds(anywhere(m_random));
}

}  // namespace wb::net
