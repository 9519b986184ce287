#include "core/convert/journal.h"

#include <nlohmann/json.hpp>

#include <string_view>
#include <utility>

namespace wb::convert {

namespace {

using Json = nlohmann::json;

constexpr uint64_t journalVersion = 1;
std::optional<uint64_t> numberOf(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_number_unsigned() ? std::optional<uint64_t>(found->get<uint64_t>()) : std::nullopt;
}

// Number of a tensor, a file or the like.
std::optional<uint32_t> indexOf(const Json& object, const char* name)
{
    const auto number = numberOf(object, name);
    return number && *number <= UINT32_MAX ? std::optional(static_cast<uint32_t>(*number)) : std::nullopt;
}

std::optional<std::string> textOf(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? std::optional<std::string>(found->get<std::string>()) : std::nullopt;
}

bool takeHeader(const Json& object, JournalState& state)
{
    const auto made = indexOf(object, "folders_made");
    const auto fingerprint = textOf(object, "fingerprint");
    if (numberOf(object, "version") != journalVersion || !made || !fingerprint) {
        return false;
    }
    state.foldersMade = *made;
    state.fingerprint = *fingerprint;
    return true;
}

bool takeTensor(const Json& object, JournalState& state)
{
    const auto number = indexOf(object, "tensor");
    const auto hash = textOf(object, "xxh3");
    const auto overflowed = numberOf(object, "overflowed");
    if (!number || !hash || !overflowed) {
        return false;
    }
    TensorRecord& record = state.tensors[*number];
    record.xxh3 = *hash;
    record.overflowed = *overflowed;
    return true;
}

bool takeFile(const Json& object, JournalState& state)
{
    const auto number = indexOf(object, "file");
    const auto bytes = numberOf(object, "bytes");
    const auto sha256 = textOf(object, "sha256");
    if (!number || !bytes || !sha256) {
        return false;
    }
    FileRecord& record = state.files[*number];
    record.bytes = *bytes;
    record.sha256 = *sha256;
    return true;
}

bool takeAway(const Json& object, JournalState& state)
{
    const auto number = indexOf(object, "away");
    const bool isKnown = number && state.files.contains(*number);
    if (isKnown) {
        state.away.insert(*number);
    }
    return isKnown;
}

void lose(uint32_t file, JournalState& state)
{
    state.away.erase(file);
    state.files.erase(file);
}

bool takeLost(const Json& object, JournalState& state)
{
    const auto number = indexOf(object, "lost");
    if (number) {
        lose(*number, state);
    }
    return number.has_value();
}

bool takeRecord(const Json& object, JournalState& state)
{
    if (object.contains("tensor")) {
        return takeTensor(object, state);
    }
    if (object.contains("file")) {
        return takeFile(object, state);
    }
    if (object.contains("away")) {
        return takeAway(object, state);
    }
    if (object.contains("lost")) {
        return takeLost(object, state);
    }
    state.publishing = object.contains("publishing");
    return state.publishing;
}

}  // namespace

std::optional<JournalState> readJournal(const std::string& path, uint64_t maxBytes)
{
    JournalState state;
    bool haveHeader = false;
    state.goodBytes = io::LineJournal::read(path, maxBytes, [&](std::string_view record) {
        const Json object = Json::parse(record, nullptr, false);
        const bool isTaken = object.is_object() && (haveHeader ? takeRecord(object, state) : takeHeader(object, state));
        haveHeader = haveHeader || isTaken;
        return isTaken;
    });
    return haveHeader ? std::optional<JournalState>(std::move(state)) : std::nullopt;
}

Journal Journal::create(const std::string& path, const std::string& fingerprint, uint32_t foldersMade)
{
    Json header;
    header["version"] = journalVersion;
    header["fingerprint"] = fingerprint;
    header["folders_made"] = foldersMade;
    io::LineJournal lines = io::LineJournal::create(path, header.dump());
    JournalState state;
    state.fingerprint = fingerprint;
    state.foldersMade = foldersMade;
    return {std::move(lines), std::move(state)};
}

void Journal::tensorDone(uint32_t tensor, const TensorRecord& record)
{
    m_state.tensors[tensor] = record;
    m_lines.append(Json{{"tensor", tensor}, {"xxh3", record.xxh3}, {"overflowed", record.overflowed}}.dump());
}

void Journal::fileDone(uint32_t file, const FileRecord& record)
{
    m_state.files[file] = record;
    m_lines.append(Json{{"file", file}, {"bytes", record.bytes}, {"sha256", record.sha256}}.dump());
    m_lines.sync();
}

void Journal::fileAway(uint32_t file)
{
    m_state.away.insert(file);
    m_lines.append(Json{{"away", file}}.dump());
    m_lines.sync();
}

void Journal::fileLost(uint32_t file)
{
    lose(file, m_state);
    m_lines.append(Json{{"lost", file}}.dump());
    m_lines.sync();
}

void Journal::publishing()
{
    if (!m_state.publishing) {
        m_state.publishing = true;
        m_lines.append(Json{{"publishing", true}}.dump());
        m_lines.sync();
    }
}

}  // namespace wb::convert
