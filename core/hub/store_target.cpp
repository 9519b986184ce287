#include "core/hub/store_target.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/net/redirects.h"
#include "core/net/remote_file.h"

#include <algorithm>
#include <map>

namespace wb::hub {

namespace {

constexpr const char* publicEndpoint = "https://huggingface.co";
constexpr uint64_t mostPartBytes = 5ULL << 30;  // of S3
constexpr uint64_t mostParts = 10'000;

bool isNumber(std::string_view text) noexcept
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

net::Url addressIn(const Fields& action, const net::Settings& settings)
{
    std::string href = action.text("href");
    const std::string_view rest = std::string_view(href).substr(std::min(href.size(), std::string_view(publicEndpoint).size()));
    if (href.starts_with(publicEndpoint) && (rest.empty() || rest.front() == '/')) {
        href = settings.endpoint + std::string(rest);
    }
    net::Url url = net::Url::parse(href);
    net::requireTaken(url, settings);
    return url;
}

// A line end, or a field that says how long the body is, would change the request.
bool maySend(const std::string& name, const std::string& value)
{
    const auto isPlain = [](char c) { return c >= ' ' && c != '\x7f'; };
    const auto isNamePart = [](char c) { return c > ' ' && c < '\x7f' && c != ':'; };
    std::string low = name;
    std::transform(low.begin(), low.end(), low.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const bool isOurs = low == "host" || low == "content-length" || low == "transfer-encoding" || low == "connection" || low == "expect";
    return !isOurs && !name.empty() && std::all_of(name.begin(), name.end(), isNamePart) && std::all_of(value.begin(), value.end(), isPlain);
}

void takeFields(const Json& header, StoreTarget& target, const Fields& action)
{
    for (const auto& [name, value] : header.items()) {
        if (!value.is_string() || !maySend(name, value.get<std::string>())) {
            throw action.wrong("header");
        }
        target.fields.emplace_back(name, value.get<std::string>());
    }
}

// The query parameter that names a multipart upload; the rest of the address may be signed anew each time.
std::string uploadNameIn(const std::string& address)
{
    constexpr std::string_view parameter = "uploadid=";
    std::string low = address;
    std::transform(low.begin(), low.end(), low.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const size_t at = low.find(parameter);
    const bool isParameter = at != std::string::npos && at > 0 && (low[at - 1] == '?' || low[at - 1] == '&');
    if (!isParameter) {
        return address;
    }
    const size_t begin = at + parameter.size();
    return address.substr(begin, address.find('&', begin) - begin);
}

void takeParts(const Json& header, StoreTarget& target, const Fields& action, const net::Settings& settings)
{
    const auto partBytes = net::parseSize(Fields(header, action.url()).text("chunk_size"));
    if (!partBytes || *partBytes == 0 || *partBytes > mostPartBytes) {
        throw action.wrong("chunk_size");
    }
    std::map<uint64_t, net::Url> parts;
    for (const auto& [name, value] : header.items()) {
        const auto number = isNumber(name) ? net::parseSize(name) : std::nullopt;
        if (!number) {
            continue;
        }
        if (!value.is_string()) {
            throw action.wrong(name);
        }
        net::Url url = net::Url::parse(value.get<std::string>());
        net::requireTaken(url, settings);
        parts.emplace(*number, std::move(url));
    }
    const uint64_t count = (target.object.bytes + *partBytes - 1) / *partBytes;
    const bool isWhole = parts.size() == count && !parts.empty() && parts.begin()->first == 1 && parts.rbegin()->first == count;
    if (!isWhole || count > mostParts) {
        throw action.wrong("parts");
    }
    target.kind = StoreTarget::Kind::Parts;
    target.partBytes = *partBytes;
    for (auto& [number, url] : parts) {
        target.parts.push_back(std::move(url));
    }
    target.completion.push_back(addressIn(action, settings));
    target.upload = Sha256::of(uploadNameIn(target.completion.front().text()));
}

StoreTarget targetOf(const Fields& entry, const StoreObject& object, const net::Settings& settings)
{
    StoreTarget target;
    target.object = object;
    const Json* const actions = entry.object("actions");
    const Json* const upload = actions == nullptr ? nullptr : Fields(*actions, entry.url()).object("upload");
    if (upload == nullptr) {
        return target;
    }
    const Fields action(*upload, entry.url());
    const Json* const header = action.object("header");
    if (header != nullptr && header->contains("chunk_size")) {
        takeParts(*header, target, action, settings);
    } else {
        target.kind = StoreTarget::Kind::Whole;
        target.parts.push_back(addressIn(action, settings));
        target.partBytes = object.bytes;
        if (header != nullptr) {
            takeFields(*header, target, action);
        }
    }
    if (const Json* const verify = Fields(*actions, entry.url()).object("verify")) {
        target.verification.push_back(addressIn(Fields(*verify, entry.url()), settings));
    }
    return target;
}

void throwRefusal(const Json& error, const StoreObject& object, const net::Url& url)
{
    const Fields fields(error, url);
    const Json code = error.value("code", Json());
    throw Error(ErrorCode::HubRefused)
        .file(url.shown())
        .with("host", url.host())
        .with("problem", "object")
        .with("part", object.oid)
        .with("found", code.is_number_unsigned() ? code.get<uint64_t>() : 0)
        .with("reason", printable(fields.textOr("message", "")));
}

}  // namespace

std::vector<StoreTarget> targetsIn(const Json& answer, const std::vector<StoreObject>& objects, const net::Url& url, const net::Settings& settings)
{
    const Fields fields(answer, url);
    std::map<std::string, const Json*> entries;
    for (const Json& entry : fields.list("objects")) {
        entries[Fields(entry, url).text("oid")] = &entry;
    }
    std::vector<StoreTarget> targets;
    for (const StoreObject& object : objects) {
        const auto found = entries.find(object.oid);
        if (found == entries.end()) {
            throw fields.wrong("objects");
        }
        const Fields entry(*found->second, url);
        if (const Json* const error = entry.object("error")) {
            throwRefusal(*error, object, url);
        }
        targets.push_back(targetOf(entry, object, settings));
    }
    return targets;
}

void requireTaken(const StoreTarget& target, const net::Settings& settings)
{
    for (const std::vector<net::Url>* const urls : {&target.parts, &target.completion, &target.verification}) {
        for (const net::Url& url : *urls) {
            net::requireTaken(url, settings);
        }
    }
}

}  // namespace wb::hub
