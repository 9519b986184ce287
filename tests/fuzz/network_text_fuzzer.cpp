#include "core/hub/hub_address.h"
#include "core/net/remote_file.h"
#include "core/net/retry.h"
#include "tests/fuzz/fuzz_input.h"

#include <string>

using namespace wb;

namespace {

void tryUrl(std::string_view text)
{
    fuzz::answer([&](JobContext&) {
        const net::Url url = net::Url::parse(text);
        const std::string name = url.fileName();
        fuzz::require(!name.empty() && name.size() <= 201 && name.find('/') == std::string::npos && name.front() != '.');
        fuzz::require(url.shown().find('?') == std::string::npos);
        fuzz::require(net::Url::parse(url.text()).origin() == url.origin());
        url.isInside();
    });
    fuzz::answer([&](JobContext&) { net::Url::parse("https://h.example/a?b").resolved(text); });
    fuzz::answer([&](JobContext&) {
        const hub::HubFile file = hub::parseHubAddress(text);
        fuzz::require(!file.owner.empty() && !file.name.empty() && !file.path.empty() && file.owner.find('/') == std::string::npos);
        const net::Url url = hub::resolveHubAddress(text, "https://huggingface.co");
        fuzz::require(url.host() == "huggingface.co");
    });
    net::isInsideAddress(text);
}

// Lines of "name: value" as a head; the first byte picks the status.
net::Head headOf(std::string_view text)
{
    constexpr int statuses[] = {200, 206, 206, 302, 401, 403, 404, 416, 429, 503};
    net::Head head;
    head.status = text.empty() ? 206 : statuses[static_cast<unsigned char>(text.front()) % 10];
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        const size_t colon = line.find(": ");
        if (colon != std::string_view::npos) {
            head.fields.emplace_back(line.substr(0, colon), line.substr(colon + 2));
        }
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return head;
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    if (const auto range = net::parseContentRange(text)) {
        fuzz::require(range->range.begin < range->range.end && (!range->total || range->range.end <= *range->total));
    }
    const net::Url url = net::Url::parse("https://h.example/a");
    const net::RemoteFile file{url, url, 1000, "\"one\"", "Wed, 01 Jan 2025 00:00:00 GMT", {}, {}, true, false};
    const net::Head head = headOf(text);
    const net::ByteRange asked{100, 200};
    const net::Answer answer = net::judge(head, file, asked);
    fuzz::require(answer.verdict != net::Verdict::Take || (answer.bytes > 0 && answer.bytes <= asked.size()));
    fuzz::require(answer.verdict == net::Verdict::Take || !answer.problem.empty());
    net::judge(head, file, std::nullopt);
    if (const auto wait = net::askedToWait(head, 1'735'689'600)) {
        fuzz::require(wait->count() >= 0);
    }
    tryUrl(text);
    return 0;
}
