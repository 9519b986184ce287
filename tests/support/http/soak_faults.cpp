#include "tests/support/http/soak_faults.h"

#include <algorithm>
#include <stdexcept>

namespace wb::test {

const std::vector<std::string>& SoakFaults::kindNames()
{
    static const std::vector<std::string> names{"cut", "reset", "stall", "503", "429", "wrong-range", "flip"};
    return names;
}

SoakFaults::SoakFaults(Options options) : m_options(std::move(options)), m_random(m_options.seed)
{
    if (m_options.kinds.empty()) {
        m_options.kinds = kindNames();
    }
    for (const std::string& kind : m_options.kinds) {
        if (std::find(kindNames().begin(), kindNames().end(), kind) == kindNames().end()) {
            throw std::invalid_argument("no such kind of fault: " + kind);
        }
    }
    planNext();
}

// The distributions of the standard library differ from one library to the next.
uint64_t SoakFaults::upTo(uint64_t most)
{
    return most == UINT64_MAX ? m_random() : m_random() % (most + 1);
}

void SoakFaults::planNext()
{
    m_next += upTo(2 * std::max<uint64_t>(m_options.every, 1) - 2);
}

Fault SoakFaults::make(const std::string& kind, uint64_t begin, uint64_t length, uint64_t bytes)
{
    Fault fault;
    const uint64_t place = upTo(length - 1);
    if (kind == "cut") {
        fault.closeAfter = place;
    } else if (kind == "reset") {
        fault.resetAfter = place;
    } else if (kind == "stall") {
        fault.stallAfter = place;
    } else if (kind == "flip") {
        fault.flips = {begin + place};
    } else if (kind == "wrong-range") {
        const uint64_t other = begin == 0 ? std::min<uint64_t>(1, bytes - 1) : begin - 1;
        fault.sendRange = std::pair(other, std::min(other + length, bytes) - 1);
    } else {
        fault.status = std::stoi(kind);
        fault.headers = {{"Retry-After", "1"}};
    }
    return fault;
}

std::optional<Fault> SoakFaults::faultOf(const Request& request, uint64_t number, uint64_t bytes)
{
    if (m_options.count == 0 || number < m_next || request.method != "GET" || bytes == 0) {
        return std::nullopt;
    }
    --m_options.count;
    m_next = number + 1;
    planNext();
    const std::string kind = m_options.kinds[static_cast<size_t>(upTo(m_options.kinds.size() - 1))];
    ++m_counts[kind];
    const auto [begin, end] = request.range.value_or(std::pair(uint64_t{0}, bytes - 1));
    return make(kind, begin, end - begin + 1, bytes);
}

}  // namespace wb::test
