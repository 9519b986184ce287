#pragma once

#include "core/base/error.h"
#include "core/verify/verify.h"

#include <cstdint>
#include <string>

namespace wb::verify {

// Counts what one check looked at, and keeps the first that failed.
class Tally {
public:
    explicit Tally(std::string name) : m_name(std::move(name)) {}

    void pass() { ++m_passed; }
    void fail(const std::string& part, const std::string& problem);
    void fail(const Error& error);
    // Facts for a check that is no count, shown when nothing failed.
    void note(std::string facts) { m_note = std::move(facts); }
    Check check() const;

private:
    std::string m_name;
    std::string m_note;
    uint64_t m_passed = 0;
    uint64_t m_failed = 0;
    std::string m_firstPart;
    std::string m_firstProblem;
};

// "E_ST_LAYOUT: hole, offset 128" and the part (or file name) it is about.
std::string problemOf(const Error& error);
std::string partOf(const Error& error);

}  // namespace wb::verify
