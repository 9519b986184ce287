#include "core/hub/account.h"
#include "core/hub/commit_answer.h"
#include "core/hub/discussions.h"
#include "core/hub/reception.h"
#include "core/hub/store_target.h"
#include "tests/fuzz/fuzz_input.h"

#include <algorithm>
#include <string>

using namespace wb;

namespace {

const net::Url& hubUrl()
{
    static const net::Url url = net::Url::parse("https://huggingface.co/api");
    return url;
}

void requireShowable(std::string_view text)
{
    fuzz::require(std::none_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }));
}

// What a user reads of a refusal is one short line.
void requireReadable(const Error& error)
{
    for (const Fact& fact : error.facts()) {
        requireShowable(fact.value);
        fuzz::require(fact.value.size() < 5000);
    }
}

void readReceptions(const hub::Json& answer)
{
    const std::vector<hub::OfferedFile> files{{"config.json", 2, "{}"}, {"empty.safetensors", 0, ""}};
    const std::vector<hub::Reception> receptions = hub::receptionsIn(answer, files, hubUrl());
    fuzz::require(receptions.size() == files.size() && !receptions[1].isLarge);
    for (size_t at = 0; at < files.size(); ++at) {
        fuzz::require(receptions[at].path == files[at].path && (receptions[at].oid.empty() || hub::isObjectName(receptions[at].oid)));
    }
}

void readTargets(const hub::Json& answer)
{
    const std::vector<hub::StoreObject> objects{{"aa", 25}, {"bb", 1ULL << 40}};
    const std::vector<hub::StoreTarget> targets = hub::targetsIn(answer, objects, hubUrl(), net::Settings{});
    fuzz::require(targets.size() == objects.size());
    for (size_t at = 0; at < objects.size(); ++at) {
        const hub::StoreTarget& target = targets[at];
        const uint64_t count = target.parts.size();
        fuzz::require(target.object.bytes == objects[at].bytes && count <= 10'000);
        if (target.kind == hub::StoreTarget::Kind::Parts) {
            fuzz::require(target.partBytes > 0 && (count - 1) * target.partBytes < target.object.bytes &&
                          count * target.partBytes >= target.object.bytes && target.completion.size() == 1 && !target.upload.empty());
        }
        fuzz::require(target.kind != hub::StoreTarget::Kind::Whole || count == 1);
        for (const auto& [name, value] : target.fields) {
            requireShowable(name + value);
        }
        for (const net::Url& url : target.parts) {
            fuzz::require(url.text().starts_with("https://"));  // none of this machine is taken for the Hub's store
        }
    }
}

// "name: value" lines up to an empty one, then the body.
net::Reply replyOf(std::string_view text)
{
    constexpr int statuses[] = {200, 307, 400, 401, 403, 404, 409, 412, 422, 429, 500};
    net::Reply reply;
    reply.end.kind = net::End::Kind::Whole;
    reply.head.status = statuses[text.empty() ? 0 : static_cast<unsigned char>(text.front()) % std::size(statuses)];
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const size_t colon = line.find(": ");
        if (colon == std::string_view::npos) {
            break;
        }
        reply.head.fields.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    }
    reply.body = text;
    return reply;
}

void readRefusal(std::string_view text)
{
    const net::Reply reply = replyOf(text);
    requireShowable(hub::wordsOf(reply));
    requireReadable(hub::refusalOf(reply, hubUrl(), true));
    hub::isNoRepository(reply);
    for (const hub::HubWarning& warning : hub::warningsIn(reply.head)) {
        requireShowable(warning.topic + warning.message);
        fuzz::require(warning.topic.size() + warning.message.size() < 1000);
    }
}

void readAnswer(char kind, std::string_view text)
{
    net::Reply reply;
    reply.body = text;
    if (kind == 'c') {
        const hub::CommitAnswer commit = hub::commitIn(reply, hubUrl());
        requireShowable(commit.commit + commit.url);
        return;
    }
    const hub::Json answer = hub::objectIn(reply, hubUrl());
    if (kind == 'w') {
        fuzz::require(hub::accountIn(answer, hubUrl()).role != "read" || hub::accountIn(answer, hubUrl()).owners.empty());
    } else if (kind == 'p') {
        readReceptions(answer);
    } else if (kind == 'b') {
        readTargets(answer);
    } else {
        hub::discussionsIn(answer, hubUrl());
    }
}

}  // namespace

// The first byte says what the rest answers: w(hoami), p(reupload), b(atch), c(ommit), d(iscussions); anything else is the head and body of a
// refusal.
int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    constexpr std::string_view kinds = "wpbcd";
    return fuzz::answer([&](JobContext&) {
        if (text.empty() || kinds.find(text.front()) == std::string_view::npos) {
            readRefusal(text);
            return;
        }
        try {
            readAnswer(text.front(), text.substr(1));
        } catch (const Error& error) {
            requireReadable(error);
        }
    });
}
