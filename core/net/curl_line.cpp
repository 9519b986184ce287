#include "core/net/curl_line.h"

#include "core/base/log.h"
#include "core/base/shell.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace wb::net {

namespace {

constexpr uint64_t expectFromBytes = 1 << 20;  // a large body waits for the server's word
constexpr size_t longestPlainValue = 32;       // in a query to the Hub itself; a signature is longer
constexpr std::string_view hidden = "***";
constexpr std::string_view authorization = "Authorization";

bool hasLongValue(std::string_view query)
{
    size_t letters = 0;
    return std::any_of(query.begin(), query.end(), [&letters](char c) {
        letters = c == '&' || c == '=' ? 0 : letters + 1;
        return letters > longestPlainValue;
    });
}

// A signed address is the key to what it names: its query stays hidden. Those to the Hub itself go with the token, and are plain.
std::string shownAddress(const Request& request)
{
    const std::string& url = request.url.text();
    const size_t query = url.find('?');
    const bool isPlain = query == std::string::npos || (!request.token.empty() && !hasLongValue(std::string_view(url).substr(query + 1)));
    return isPlain ? url : fmt::format("{}?{}", url.substr(0, query), hidden);
}

// With or without a scheme.
std::string withoutPassword(std::string proxy)
{
    const size_t scheme = proxy.find("://");
    const size_t begin = scheme == std::string::npos ? 0 : scheme + 3;
    const size_t sign = proxy.rfind('@');
    return sign == std::string::npos || sign < begin ? proxy : proxy.replace(begin, sign - begin, hidden);
}

bool isHarmless(std::string_view name)
{
    constexpr std::array<std::string_view, 6> harmless{"accept", "accept-encoding", "content-type", "expect", "if-range", "range"};
    return std::find(harmless.begin(), harmless.end(), lowered(name)) != harmless.end();
}

std::string shownField(const std::string& name, const std::string& value, const Request& request)
{
    if (name == authorization && value == "Bearer " + request.token) {
        return "\"Authorization: Bearer $HF_TOKEN\"";  // in quotes in which the shell puts it in
    }
    return shellQuoted(value.empty() ? name + ":" : fmt::format("{}: {}", name, isHarmless(name) ? value : hidden));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> sentFields(const Request& request)
{
    std::vector<std::pair<std::string, std::string>> fields{{"Accept-Encoding", "identity"}};
    if (request.range && !request.ifRange.empty()) {
        fields.emplace_back("If-Range", request.ifRange);
    }
    fields.insert(fields.end(), request.fields.begin(), request.fields.end());
    if (request.body && request.body->size() < expectFromBytes) {
        fields.emplace_back("Expect", "");
    }
    // A character that ends a line would begin another field.
    const bool isPlain = std::all_of(request.token.begin(), request.token.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (!request.token.empty() && isPlain) {
        fields.emplace_back(authorization, "Bearer " + request.token);
    }
    return fields;
}

std::string curlLine(const Request& request, const Settings& settings)
{
    std::string line = "curl --globoff";
    const auto add = [&line](std::string_view option, const std::string& word) { line += fmt::format(" {} {}", option, shellQuoted(word)); };
    if (request.body || request.method != "GET") {
        add("-X", request.method);
    }
    if (request.range) {
        add("-r", fmt::format("{}-{}", request.range->begin, request.range->end - 1));
    }
    for (const auto& [name, value] : sentFields(request)) {
        line += " -H " + shownField(name, value, request);
    }
    if (request.body) {
        add("--data-binary", fmt::format("@body of {} bytes", request.body->size()));
    }
    if (!settings.caFile.empty()) {
        add("--cacert", settings.caFile);
    }
    if (!settings.proxy.empty()) {
        add("-x", withoutPassword(settings.proxy));
    }
    line += ' ' + shellQuoted(shownAddress(request));
    hideSecret(line, settings.token);
    return line;
}

}  // namespace wb::net
