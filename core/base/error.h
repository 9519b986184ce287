#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wb {

// Exit codes of weightbridge-cli.
enum class ExitCode : int {
    Ok = 0,
    Unexpected = 1,
    Usage = 2,
    NotFound = 3,
    Refused = 4,
    MapIncomplete = 5,
    Network = 6,
    Interrupted = 7,
    VerificationFailed = 8,
    NoSpace = 9,
    OutOfMemory = 10,
    NotAuthorised = 11,
    LicenceNotAccepted = 12,
    WouldOverwrite = 13,
    Checksum = 32
};

enum class ErrorCode {
#define WB_ERROR(name, id, exit) name,
#include "core/base/error_codes.def"
#undef WB_ERROR
};

// Stable text id ("E_CRC"), for JSON and scripts.
std::string_view errorId(ErrorCode code) noexcept;
std::optional<ErrorCode> errorFromId(std::string_view id) noexcept;
ExitCode exitCodeOf(ErrorCode code) noexcept;
// Every code in order of definition: for the tests that walk the sentence tables.
const std::vector<ErrorCode>& allErrorCodes();

// One named fact about an error. Names in use: file, part (record, opcode, tensor or field inside the file), offset (bytes
// from the start of the file), key, name, expected, found, limit, needed, free, path, kind, problem, reason (errno text), host, kept, near.
// "problem" is a short stable token ("overlap", "hole", "past-end"), never a sentence.
struct Fact {
    std::string name;
    std::string value;
};

// The one type core throws. Holds facts, never sentences: the front ends build those from their tables.
class Error : public std::exception {
public:
    explicit Error(ErrorCode code);

    Error& with(std::string_view name, std::string_view value) &;
    Error& with(std::string_view name, uint64_t value) &;
    Error&& with(std::string_view name, std::string_view value) &&;
    Error&& with(std::string_view name, uint64_t value) &&;
    Error&& file(std::string_view path) && { return std::move(*this).with("file", path); }
    Error&& part(std::string_view part) && { return std::move(*this).with("part", part); }
    Error&& offset(uint64_t bytes) && { return std::move(*this).with("offset", bytes); }
    // Adds a fact only where none of that name is set yet: for callers that know the file when the thrower did not.
    Error& withDefault(std::string_view name, std::string_view value) &;
    // What was being done, outermost last ("convert", "read data.pkl").
    void addTrail(std::string_view step) { m_trail.emplace_back(step); }

    ErrorCode code() const noexcept { return m_code; }
    ExitCode exitCode() const noexcept { return exitCodeOf(m_code); }
    const std::vector<Fact>& facts() const noexcept { return m_facts; }
    const std::vector<std::string>& trail() const noexcept { return m_trail; }
    // Value of a fact, empty when absent.
    std::string_view fact(std::string_view name) const noexcept;
    const char* what() const noexcept override { return m_what.c_str(); }  // id and facts, for logs

private:
    void setFact(std::string_view name, std::string_view value);

    ErrorCode m_code;
    std::vector<Fact> m_facts;
    std::vector<std::string> m_trail;
    std::string m_what;
};

// Error for a failed system call on a path, chosen from errno (ENOENT, EACCES, ENOSPC, EDQUOT, EFBIG, EROFS, EIO, ENOMEM …).
// `fallback` is used for an errno without a code of its own (ReadFailed or WriteFailed).
Error systemError(int errnoValue, std::string_view path, ErrorCode fallback);

}  // namespace wb
