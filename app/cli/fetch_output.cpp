#include "app/cli/fetch_output.h"

#include "app/cli/json_output.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string_view>

namespace wb::cli {

namespace {

std::string_view proofWords(job::Proof proof)
{
    switch (proof) {
    case job::Proof::PublishedHash:
        return "its SHA-256 is the published one";
    case job::Proof::SumFile:
        return "its SHA-256 is that of the sum file beside it";
    case job::Proof::NameHash:
        return "its SHA-256 begins as its name says";
    case job::Proof::RecordChecksums:
        return "the checksums of its records agree; no hash of the whole is published";
    case job::Proof::None:
        break;
    }
    return "nothing is published to check it against";
}

}  // namespace

job::Fetched fetchSource(Session& session, const job::Source& source, const std::string& folder)
{
    job::Fetched fetched;
    session.withProgress([&] { fetched = job::fetchSource(source, folder, session.network(), session.job()); });
    return fetched;
}

std::string fetchedText(const job::Fetched& fetched)
{
    std::string text;
    if (fetched.alreadyThere) {
        text = formatByteSize(fetched.bytes) + ", already there";
    } else {
        text = formatByteSize(fetched.bytesFetched) + " fetched";
        if (fetched.bytesResumed > 0) {
            text += fmt::format(", {} kept from an earlier run", formatByteSize(fetched.bytesResumed));
        }
        if (fetched.bytesTwice > 0) {
            text += fmt::format(", {} of it twice", formatByteSize(fetched.bytesTwice));
        }
    }
    if (fetched.damagedPieces > 0) {
        text += fmt::format(", {} damaged piece{} mended", fetched.damagedPieces, fetched.damagedPieces == 1 ? "" : "s");
    }
    return fmt::format("{}; {}", text, proofWords(fetched.proof));
}

std::string fetchedMembers(const job::Fetched& fetched, const std::string& prefix)
{
    Json json = Json::object();
    json[prefix + "bytes"] = fetched.bytes;
    json[prefix + "sha256"] = textOrNull(fetched.sha256);
    json[prefix + "proof"] = job::proofName(fetched.proof);
    json["bytes_fetched"] = fetched.bytesFetched;
    json["bytes_twice"] = fetched.bytesTwice;
    json["bytes_resumed"] = fetched.bytesResumed;
    json["already_there"] = fetched.alreadyThere;
    json["damaged_pieces"] = fetched.damagedPieces;
    const std::string object = text(json);
    return object.substr(1, object.size() - 2);
}

}  // namespace wb::cli
