#include "core/base/error.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace wb {

namespace {

struct CodeInfo {
    std::string_view id;
    ExitCode exit;
};

constexpr std::array codeTable{
#define WB_ERROR(name, id, exit) CodeInfo{id, ExitCode::exit},
#include "core/base/error_codes.def"
#undef WB_ERROR
};

const CodeInfo& infoOf(ErrorCode code) noexcept
{
    return codeTable[static_cast<size_t>(code)];
}

ErrorCode codeOfErrno(int errnoValue, ErrorCode fallback) noexcept
{
    switch (errnoValue) {
    case ENOENT:
    case ENOTDIR:
    case ENXIO:
        return ErrorCode::NotFound;
    case EACCES:
    case EPERM:
        return ErrorCode::PermissionDenied;
    case ENOSPC:
    case EDQUOT:
        return ErrorCode::DiskFull;
    case EFBIG:
        return ErrorCode::FileTooLarge;
    case EROFS:
        return ErrorCode::ReadOnly;
    case ENOMEM:
        return ErrorCode::OutOfMemory;
    case ELOOP:
        return ErrorCode::UnsafePath;
    default:
        return fallback;
    }
}

}  // namespace

std::string_view errorId(ErrorCode code) noexcept
{
    return infoOf(code).id;
}

std::optional<ErrorCode> errorFromId(std::string_view id) noexcept
{
    for (size_t number = 0; number < codeTable.size(); ++number) {
        if (codeTable[number].id == id) {
            return static_cast<ErrorCode>(number);
        }
    }
    return std::nullopt;
}

ExitCode exitCodeOf(ErrorCode code) noexcept
{
    return infoOf(code).exit;
}

const std::vector<ErrorCode>& allErrorCodes()
{
    static const std::vector<ErrorCode> codes{
#define WB_ERROR(name, id, exit) ErrorCode::name,
#include "core/base/error_codes.def"
#undef WB_ERROR
    };
    return codes;
}

Error::Error(ErrorCode code) : m_code(code), m_what(errorId(code)) {}

void Error::setFact(std::string_view name, std::string_view value)
{
    m_facts.push_back({std::string(name), std::string(value)});
    m_what += fmt::format(" {}={}", name, value);
}

Error& Error::with(std::string_view name, std::string_view value) &
{
    setFact(name, value);
    return *this;
}

Error& Error::with(std::string_view name, uint64_t value) &
{
    setFact(name, fmt::format("{}", value));
    return *this;
}

Error&& Error::with(std::string_view name, std::string_view value) &&
{
    setFact(name, value);
    return std::move(*this);
}

Error&& Error::with(std::string_view name, uint64_t value) &&
{
    setFact(name, fmt::format("{}", value));
    return std::move(*this);
}

Error& Error::withDefault(std::string_view name, std::string_view value) &
{
    if (fact(name).empty()) {
        setFact(name, value);
    }
    return *this;
}

std::string_view Error::fact(std::string_view name) const noexcept
{
    for (const Fact& fact : m_facts) {
        if (fact.name == name) {
            return fact.value;
        }
    }
    return {};
}

Error systemError(int errnoValue, std::string_view path, ErrorCode fallback)
{
    std::array<char, 128> buffer{};
    // The GNU strerror_r may return a static text instead of filling the buffer.
    const char* reason = strerror_r(errnoValue, buffer.data(), buffer.size());
    return Error(codeOfErrno(errnoValue, fallback)).file(path).with("reason", reason);
}

}  // namespace wb
