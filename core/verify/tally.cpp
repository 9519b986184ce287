#include "core/verify/tally.h"

#include "core/base/text.h"
#include "core/io/folder.h"

#include <fmt/format.h>

#include <array>

namespace wb::verify {

void Tally::fail(const std::string& part, const std::string& problem)
{
    if (m_failed == 0) {
        m_firstPart = printable(part);
        m_firstProblem = problem;
    }
    ++m_failed;
}

void Tally::fail(const Error& error)
{
    fail(partOf(error), problemOf(error));
}

Check Tally::check() const
{
    Check check;
    check.name = m_name;
    check.ok = m_failed == 0;
    check.part = m_firstPart;
    const std::string count = fmt::format("{} of {}", m_passed, m_passed + m_failed);
    if (check.ok) {
        check.detail = m_note.empty() ? count : m_note;
    } else {
        check.detail = fmt::format("{}: {} ({})", m_firstPart, m_firstProblem, count);
    }
    return check;
}

std::string problemOf(const Error& error)
{
    constexpr std::array shown{"problem", "key", "expected", "found", "offset", "limit", "reason"};
    std::string out(errorId(error.code()));
    const char* separator = ": ";
    for (const char* name : shown) {
        const std::string_view value = error.fact(name);
        if (!value.empty()) {
            out += fmt::format("{}{} {}", separator, name, printable(value));
            separator = ", ";
        }
    }
    return out;
}

std::string partOf(const Error& error)
{
    const std::string_view part = error.fact("part");
    return std::string(part.empty() ? io::fileName(std::string(error.fact("file"))) : part);
}

}  // namespace wb::verify
