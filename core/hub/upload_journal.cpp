#include "core/hub/upload_journal.h"

#include "core/base/error.h"
#include "core/base/hash.h"

#include <algorithm>

namespace wb::hub {

namespace {

constexpr uint64_t journalVersion = 1;
constexpr uint64_t mostJournalBytes = 64 << 20;
constexpr size_t longestTag = 1024;
constexpr size_t nameDigits = 32;

std::string textIn(const Json& line, const char* name)
{
    const Json value = line.value(name, Json());
    return value.is_string() ? value.get<std::string>() : std::string();
}

uint64_t numberIn(const Json& line, const char* name)
{
    const Json value = line.value(name, Json());
    return value.is_number_unsigned() ? value.get<uint64_t>() : 0;
}

io::FileLock lockOf(const std::string& path, const std::string& place)
{
    try {
        return io::FileLock(path);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::FolderBusy) {
            throw;
        }
        throw Error(ErrorCode::FolderBusy).file(place.substr(place.rfind(' ') + 1)).with("problem", "upload");
    }
}

}  // namespace

UploadJournal::UploadJournal(const std::string& folder, const std::string& place)
{
    io::makeFolders(folder);
    m_path = io::join(folder, Sha256::of(place).substr(0, nameDigits) + ".journal");
    m_lock.emplace(lockOf(m_path + ".lock", place));
    const Json header{{"version", journalVersion}, {"place", place}};
    bool hasHeader = false;
    const uint64_t good = io::LineJournal::read(m_path, mostJournalBytes, [&](std::string_view record) {
        const Json line = Json::parse(record, nullptr, false);
        if (!hasHeader) {
            hasHeader = line == header;
            return hasHeader;
        }
        return line.is_object() && take(line);
    });
    m_journal.emplace(hasHeader ? io::LineJournal(m_path, good) : io::LineJournal::create(m_path, header.dump()));
}

bool UploadJournal::take(const Json& line)
{
    if (const uint64_t number = numberIn(line, "pull_request"); number > 0) {
        m_pullRequest = number;
        return true;
    }
    const std::string oid = textIn(line, "oid");
    if (const std::string upload = textIn(line, "upload"); !upload.empty()) {
        m_uploads[oid] = {upload, numberIn(line, "part_bytes"), {}};
        return true;
    }
    if (line.contains("forget")) {
        m_uploads.erase(oid);
        return true;
    }
    const uint64_t number = numberIn(line, "part");
    const std::string etag = textIn(line, "etag");
    const auto found = m_uploads.find(oid);
    if (number == 0 || etag.empty() || found == m_uploads.end()) {
        return false;
    }
    found->second.tags[number] = etag;
    return true;
}

void UploadJournal::append(const Json& line)
{
    m_journal->append(line.dump(-1, ' ', true, Json::error_handler_t::replace));
    m_journal->sync();
    take(line);
}

std::vector<PartTag> UploadJournal::begin(const StoreTarget& target)
{
    const auto found = m_uploads.find(target.object.oid);
    if (found == m_uploads.end() || found->second.name != target.upload || found->second.partBytes != target.partBytes) {
        append({{"oid", target.object.oid}, {"upload", target.upload}, {"part_bytes", target.partBytes}});
        return {};
    }
    std::vector<PartTag> parts;
    for (const auto& [number, etag] : found->second.tags) {
        if (number <= target.parts.size()) {
            parts.push_back({number, etag});
        }
    }
    return parts;
}

void UploadJournal::add(const std::string& oid, const PartTag& part)
{
    // Another would not come back as it is, or not fit into a line: its part is sent again.
    const bool isPlain = std::all_of(part.etag.begin(), part.etag.end(), [](char c) { return c >= ' ' && c < '\x7f'; });
    if (isPlain && part.etag.size() <= longestTag) {
        append({{"oid", oid}, {"part", part.number}, {"etag", part.etag}});
    }
}

void UploadJournal::forget(const std::string& oid)
{
    if (m_uploads.contains(oid)) {
        append({{"oid", oid}, {"forget", true}});
    }
}

void UploadJournal::setPullRequest(uint64_t number)
{
    append({{"pull_request", number}});
}

void UploadJournal::remove()
{
    m_journal.reset();
    io::removeFile(m_path);
}

}  // namespace wb::hub
