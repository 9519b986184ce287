#include "core/convert/journal.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"

#include <fcntl.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <span>
#include <string_view>
#include <utility>

namespace wb::convert {

namespace {

using Json = nlohmann::json;

constexpr uint64_t journalVersion = 1;
constexpr size_t sumDigits = 8;
constexpr size_t longestLine = 4096;

std::string sumOf(std::string_view json)
{
    return fmt::format("{:08x}", crc32(0, std::as_bytes(std::span(json))));
}

std::string lineOf(const std::string& json)
{
    return sumOf(json) + ' ' + json + '\n';
}

// The JSON object of one line without its '\n'; discarded when the sum or the form is wrong.
Json parseLine(std::string_view line)
{
    const Json bad(Json::value_t::discarded);
    if (line.size() > longestLine || line.size() < sumDigits + 1 || line[sumDigits] != ' ') {
        return bad;
    }
    const std::string_view json = line.substr(sumDigits + 1);
    if (line.substr(0, sumDigits) != sumOf(json)) {
        return bad;
    }
    Json object = Json::parse(json, nullptr, false);
    return object.is_object() ? object : bad;
}

std::optional<uint64_t> numberOf(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_number_unsigned() ? std::optional<uint64_t>(found->get<uint64_t>()) : std::nullopt;
}

std::optional<std::string> textOf(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? std::optional<std::string>(found->get<std::string>()) : std::nullopt;
}

bool takeHeader(const Json& object, JournalState& state)
{
    const auto made = numberOf(object, "folders_made");
    const auto fingerprint = textOf(object, "fingerprint");
    if (numberOf(object, "version") != journalVersion || !made || *made > UINT32_MAX || !fingerprint) {
        return false;
    }
    state.foldersMade = static_cast<uint32_t>(*made);
    state.fingerprint = *fingerprint;
    return true;
}

bool takeTensor(const Json& object, JournalState& state)
{
    const auto number = numberOf(object, "tensor");
    const auto hash = textOf(object, "xxh3");
    const auto overflowed = numberOf(object, "overflowed");
    if (!number || *number > UINT32_MAX || !hash || !overflowed) {
        return false;
    }
    TensorRecord& record = state.tensors[static_cast<uint32_t>(*number)];
    record.xxh3 = *hash;
    record.overflowed = *overflowed;
    return true;
}

bool takeFile(const Json& object, JournalState& state)
{
    const auto number = numberOf(object, "file");
    const auto bytes = numberOf(object, "bytes");
    const auto sha256 = textOf(object, "sha256");
    if (!number || *number > UINT32_MAX || !bytes || !sha256) {
        return false;
    }
    FileRecord& record = state.files[static_cast<uint32_t>(*number)];
    record.bytes = *bytes;
    record.sha256 = *sha256;
    return true;
}

bool takeRecord(const Json& object, JournalState& state)
{
    if (object.contains("tensor")) {
        return takeTensor(object, state);
    }
    if (object.contains("file")) {
        return takeFile(object, state);
    }
    state.publishing = object.contains("publishing");
    return state.publishing;
}

}  // namespace

std::optional<JournalState> readJournal(const std::string& path, uint64_t maxBytes)
{
    if (!io::exists(path)) {
        return std::nullopt;
    }
    const std::string text = io::readSmallFile(path, maxBytes);
    JournalState state;
    bool haveHeader = false;
    while (true) {
        const size_t begin = static_cast<size_t>(state.goodBytes);
        const size_t end = text.find('\n', begin);
        if (end == std::string::npos) {
            break;
        }
        const Json object = parseLine(std::string_view(text).substr(begin, end - begin));
        if (object.is_discarded() || !(haveHeader ? takeRecord(object, state) : takeHeader(object, state))) {
            break;
        }
        haveHeader = true;
        state.goodBytes = end + 1;
    }
    return haveHeader ? std::optional<JournalState>(std::move(state)) : std::nullopt;
}

Journal Journal::create(const std::string& path, const std::string& fingerprint, uint32_t foldersMade)
{
    Json header;
    header["version"] = journalVersion;
    header["fingerprint"] = fingerprint;
    header["folders_made"] = foldersMade;
    const std::string line = lineOf(header.dump());
    io::writeFileAtomically(path, line);
    JournalState state;
    state.fingerprint = fingerprint;
    state.foldersMade = foldersMade;
    state.goodBytes = line.size();
    return Journal(path, std::move(state));
}

Journal::Journal(const std::string& path, JournalState state) : m_path(path), m_state(std::move(state))
{
    m_file = io::Descriptor(io::retryInterrupted([&] { return ::open(m_path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW); }));
    if (!m_file || io::retryInterrupted([&] { return ::ftruncate(m_file.get(), static_cast<off_t>(m_state.goodBytes)); }) != 0) {
        throw systemError(errno, m_path, ErrorCode::WriteFailed);
    }
}

void Journal::tensorDone(uint32_t tensor, const TensorRecord& record)
{
    m_state.tensors[tensor] = record;
    append(Json{{"tensor", tensor}, {"xxh3", record.xxh3}, {"overflowed", record.overflowed}}.dump());
}

void Journal::fileDone(uint32_t file, const FileRecord& record)
{
    m_state.files[file] = record;
    append(Json{{"file", file}, {"bytes", record.bytes}, {"sha256", record.sha256}}.dump());
    sync();
}

void Journal::publishing()
{
    if (!m_state.publishing) {
        m_state.publishing = true;
        append(Json{{"publishing", true}}.dump());
        sync();
    }
}

void Journal::append(const std::string& json)
{
    m_pending += lineOf(json);
}

void Journal::flush()
{
    std::string_view rest = m_pending;
    while (!rest.empty()) {
        const ssize_t written = io::retryInterrupted([&] { return ::write(m_file.get(), rest.data(), rest.size()); });
        if (written < 0) {
            throw systemError(errno, m_path, ErrorCode::WriteFailed);
        }
        rest.remove_prefix(static_cast<size_t>(written));
    }
    m_pending.clear();
}

void Journal::sync()
{
    flush();
    if (io::retryInterrupted([&] { return ::fdatasync(m_file.get()); }) != 0) {
        throw systemError(errno, m_path, ErrorCode::WriteFailed);
    }
}

}  // namespace wb::convert
