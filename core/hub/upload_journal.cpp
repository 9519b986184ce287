#include "core/hub/upload_journal.h"

#include "core/base/error.h"
#include "core/base/hash.h"

#include <algorithm>

namespace wb::hub {

namespace {

constexpr uint64_t journalVersion = 1;
constexpr uint64_t mostJournalBytes = 64 << 20;
constexpr size_t longestTag = 1024;
constexpr size_t longestAddress = 3000;  // a line of the journal has room for it
constexpr size_t nameDigits = 32;
constexpr std::chrono::seconds syncInterval{1};  // of parts: a disk that others use makes each sync long

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
    m_journal->keepPrivate();
}

bool UploadJournal::take(const Json& line)
{
    if (const uint64_t number = numberIn(line, "pull_request"); number > 0) {
        m_pullRequest = number;
        return true;
    }
    const std::string oid = textIn(line, "oid");
    if (const std::string upload = textIn(line, "upload"); !upload.empty()) {
        m_uploads[oid] = {upload, numberIn(line, "part_bytes"), textIn(line, "completion"), textIn(line, "verification")};
        return true;
    }
    if (line.contains("forget")) {
        m_uploads.erase(oid);
        return true;
    }
    return takePart(line, oid);
}

bool UploadJournal::takePart(const Json& line, const std::string& oid)
{
    const auto found = m_uploads.find(oid);
    if (found == m_uploads.end()) {
        return false;
    }
    if (line.contains("expired")) {
        found->second.addresses.clear();
        return true;
    }
    const uint64_t number = numberIn(line, "part");
    const std::string address = textIn(line, "address");
    const std::string etag = textIn(line, "etag");
    if (number == 0 || (address.empty() && etag.empty())) {
        return false;
    }
    if (etag.empty()) {
        found->second.addresses[number] = address;
    } else {
        found->second.tags[number] = etag;
    }
    return true;
}

void UploadJournal::append(const Json& line)
{
    m_journal->append(line.dump(-1, ' ', true, Json::error_handler_t::replace));
    take(line);
}

// Addresses too long for a line are left out; then the parts count only as long as the Hub names the same upload.
void UploadJournal::record(const StoreTarget& target)
{
    const std::string& oid = target.object.oid;
    const std::string verification = target.verification.empty() ? std::string() : target.verification.front().text();
    const std::string& completion = target.completion.front().text();
    const bool isShort = completion.size() <= longestAddress && verification.size() <= longestAddress;
    append({{"oid", oid},
            {"upload", target.upload},
            {"part_bytes", target.partBytes},
            {"completion", isShort ? completion : std::string()},
            {"verification", isShort ? verification : std::string()}});
    for (size_t part = 0; part < target.parts.size() && isShort; ++part) {
        if (const std::string& address = target.parts[part].text(); address.size() <= longestAddress) {
            append({{"oid", oid}, {"part", part + 1}, {"address", address}});
        }
    }
    m_journal->sync();
}

std::vector<PartTag> UploadJournal::begin(StoreTarget& target)
{
    const auto found = m_uploads.find(target.object.oid);
    if (found == m_uploads.end()) {
        record(target);
        return {};
    }
    const Upload& upload = found->second;
    const bool isSame = upload.name == target.upload && upload.partBytes == target.partBytes;
    if (!isSame && !takeUpload(upload, target)) {
        record(target);
        return {};
    }
    std::vector<PartTag> parts;
    for (const auto& [number, etag] : upload.tags) {
        if (number <= target.parts.size()) {
            parts.push_back({number, etag});
        }
    }
    return parts;
}

// Puts an upload in the place of the one that a batch offers. False where it has no parts, or its addresses are not known.
bool UploadJournal::takeUpload(const Upload& upload, StoreTarget& target)
{
    const uint64_t count = upload.partBytes == 0 ? 0 : (target.object.bytes + upload.partBytes - 1) / upload.partBytes;
    const bool isWhole = !upload.tags.empty() && upload.addresses.size() == count && count > 0 && upload.addresses.rbegin()->first == count;
    if (!isWhole || upload.completion.empty()) {
        return false;
    }
    try {
        StoreTarget earlier = target;
        earlier.upload = upload.name;
        earlier.partBytes = upload.partBytes;
        earlier.parts.clear();
        for (const auto& [number, address] : upload.addresses) {
            earlier.parts.push_back(net::Url::parse(address));
        }
        earlier.completion = {net::Url::parse(upload.completion)};
        earlier.verification.clear();
        if (!upload.verification.empty()) {
            earlier.verification.push_back(net::Url::parse(upload.verification));
        }
        target = std::move(earlier);
        return true;
    } catch (const Error&) {  // somebody has changed the file
        return false;
    }
}

void UploadJournal::expire(const std::string& oid)
{
    if (m_uploads.contains(oid)) {
        append({{"oid", oid}, {"expired", true}});
        m_journal->sync();
    }
}

void UploadJournal::add(const std::string& oid, const PartTag& part)
{
    // Another would not come back as it is, or not fit into a line: its part is sent again.
    const bool isPlain = std::all_of(part.etag.begin(), part.etag.end(), [](char c) { return c >= ' ' && c < '\x7f'; });
    if (isPlain && part.etag.size() <= longestTag) {
        append({{"oid", oid}, {"part", part.number}, {"etag", part.etag}});
        m_journal->flush();
        if (const auto now = std::chrono::steady_clock::now(); now - m_synced >= syncInterval) {
            m_journal->sync();
            m_synced = now;
        }
    }
}

void UploadJournal::forget(const std::string& oid)
{
    if (m_uploads.contains(oid)) {
        append({{"oid", oid}, {"forget", true}});
        m_journal->sync();
    }
}

void UploadJournal::setPullRequest(uint64_t number)
{
    append({{"pull_request", number}});
    m_journal->sync();
}

void UploadJournal::remove()
{
    m_journal.reset();
    io::removeFile(m_path);
}

}  // namespace wb::hub
