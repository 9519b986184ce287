#pragma once

#include "tests/support/http/fault.h"

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace wb::test {

// So many random faults, spread over the requests; which, where and at which request follows from the seed alone, as long as the requests and
// their order are the same.
class SoakFaults {
public:
    struct Options {
        uint64_t seed = 1;
        uint64_t count = 0;
        uint64_t every = 4;              // one in so many requests, on average
        std::vector<std::string> kinds;  // of kindNames(); empty: all
    };

    explicit SoakFaults(Options options);

    // The fault of the request of that number; bytes is the size of what it asks for, 0 when there is nothing. Numbers only rise.
    std::optional<Fault> faultOf(const Request& request, uint64_t number, uint64_t bytes);

    const std::map<std::string, uint64_t>& countsByKind() const noexcept { return m_counts; }
    static const std::vector<std::string>& kindNames();

private:
    uint64_t upTo(uint64_t most);  // 0 … most
    void planNext();
    Fault make(const std::string& kind, uint64_t begin, uint64_t length, uint64_t bytes);

    Options m_options;
    std::mt19937_64 m_random;
    uint64_t m_next = 0;  // request that takes the next fault
    std::map<std::string, uint64_t> m_counts;
};

}  // namespace wb::test
