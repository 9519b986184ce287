#include "core/net/part_journal.h"

#include "core/base/error.h"
#include "core/io/line_journal.h"

namespace wb::net {

namespace {

using Json = nlohmann::json;

constexpr uint64_t journalVersion = 1;
constexpr uint64_t mostJournalBytes = 1ULL << 30;

bool isHeader(const Json& first, uint64_t chunkBytes)
{
    const auto isText = [&first](const char* name) { return first.value(name, Json()).is_string(); };
    return first.is_object() && first.value("version", Json()) == journalVersion && first.value("chunk", Json()) == chunkBytes &&
           first.value("bytes", Json()).is_number_unsigned() && isText("address") && isText("etag") && isText("last_modified") && isText("sha256");
}

bool takeChunk(const Json& line, PartJournal& journal, uint64_t chunkBytes)
{
    const Json number = line.is_object() ? line.value("c", Json()) : Json();
    const Json hash = line.is_object() ? line.value("h", Json()) : Json();
    if (!number.is_number_unsigned() || !hash.is_string() || number.get<uint64_t>() > journal.bytes() / chunkBytes) {
        return false;
    }
    journal.hashes[number.get<uint64_t>()] = hash.get<std::string>();
    return true;
}

}  // namespace

PartJournal PartJournal::read(const std::string& path, uint64_t chunkBytes)
{
    PartJournal journal;
    const auto take = [&](std::string_view record) {
        const Json line = Json::parse(record, nullptr, false);
        if (journal.isThere()) {
            return takeChunk(line, journal, chunkBytes);
        }
        if (isHeader(line, chunkBytes)) {
            journal.header = line;
        }
        return journal.isThere();
    };
    try {
        journal.goodBytes = io::LineJournal::read(path, mostJournalBytes, take);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::LimitExceeded) {
            throw;
        }
        return {};
    }
    return journal;
}

Json PartJournal::headerOf(const RemoteFile& file, uint64_t chunkBytes)
{
    return {{"version", journalVersion},          {"address", file.asked.shown()}, {"bytes", file.bytes.value()}, {"etag", file.etag},
            {"last_modified", file.lastModified}, {"sha256", file.sha256},         {"chunk", chunkBytes}};
}

std::string PartJournal::line(uint64_t chunk, const std::string& hash)
{
    return Json{{"c", chunk}, {"h", hash}}.dump();
}

bool PartJournal::isOf(const RemoteFile& file) const
{
    RemoteFile was = file;
    was.bytes = bytes();
    was.etag = header["etag"].get<std::string>();
    was.lastModified = header["last_modified"].get<std::string>();
    was.sha256 = header["sha256"].get<std::string>();
    const bool isPublished = !was.sha256.empty() && !file.sha256.empty();
    return was.isSameState(file) && (isPublished || !file.validator().empty());
}

}  // namespace wb::net
