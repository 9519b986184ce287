#include "core/mapping/build_key_map.h"

#include <algorithm>
#include <tuple>

namespace wb::mapping {

namespace {

constexpr size_t mostSuggestions = 5;
constexpr size_t neighbourDistance = 64;  // rows looked at for a neighbour that has its place

// The last piece of a dotted name is taken off it.
std::string_view takeLast(std::string_view& name) noexcept
{
    const size_t dot = name.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? name : name.substr(dot + 1);
    name = dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
    return last;
}

std::string_view moduleOf(std::string_view key) noexcept
{
    takeLast(key);
    return key;
}

// How many pieces two names end with alike.
size_t commonEnd(std::string_view a, std::string_view b) noexcept
{
    size_t pieces = 0;
    while (!a.empty() && !b.empty() && takeLast(a) == takeLast(b)) {
        ++pieces;
    }
    return pieces;
}

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

size_t digitsAt(std::string_view text, size_t at) noexcept
{
    size_t digits = 0;
    while (at + digits < text.size() && isDigit(text[at + digits])) {
        ++digits;
    }
    return digits;
}

// Order of names in which numbers count as numbers: layers.9 before layers.10.
int compareNames(std::string_view a, std::string_view b) noexcept
{
    size_t i = 0;
    size_t j = 0;
    while (i < a.size() && j < b.size()) {
        const size_t digitsA = digitsAt(a, i);
        const size_t digitsB = digitsAt(b, j);
        if (digitsA != 0 && digitsB != 0 && digitsA != digitsB) {
            return digitsA < digitsB ? -1 : 1;
        }
        if (a[i] != b[j]) {
            return a[i] < b[j] ? -1 : 1;
        }
        ++i;
        ++j;
    }
    return i < a.size() ? 1 : j < b.size() ? -1 : 0;
}

// Modules of the nearest rows before and after that have their place; in name order. Empty where there is none on both sides.
struct Neighbours {
    std::string_view low;
    std::string_view high;

    bool frame(std::string_view module) const noexcept { return !low.empty() && compareNames(low, module) <= 0 && compareNames(module, high) <= 0; }
};

bool hasItsPlace(const KeyMapRow& row) noexcept
{
    return row.source && row.destination && (row.status == Status::Mapped || row.status == Status::Edited);
}

Neighbours neighboursOf(const KeyMap& map, size_t row)
{
    std::string_view before;
    std::string_view after;
    for (size_t i = 1; i <= std::min(row, neighbourDistance) && before.empty(); ++i) {
        if (hasItsPlace(map.rows[row - i])) {
            before = moduleOf(*map.rows[row - i].destination);
        }
    }
    for (size_t i = row + 1; i < std::min(map.rows.size(), row + 1 + neighbourDistance) && after.empty(); ++i) {
        if (hasItsPlace(map.rows[i])) {
            after = moduleOf(*map.rows[i].destination);
        }
    }
    if (before.empty() || after.empty()) {
        return {};
    }
    return compareNames(before, after) <= 0 ? Neighbours{before, after} : Neighbours{after, before};
}

struct Candidate {
    const Parameter* parameter = nullptr;
    size_t commonEnd = 0;
    bool fits = false;      // shape and kind agree
    bool isFramed = false;  // between the neighbours

    // Larger is better. Only what fits can be converted, so that comes first; then the name's end, then the place.
    std::tuple<bool, bool, bool, size_t> rank() const noexcept { return {fits, commonEnd > 0, isFramed, commonEnd}; }
};

bool fits(const KeyMapRow& row, const Parameter& parameter)
{
    const bool sameKind = !row.dtype || tensor::isFloating(*row.dtype) == parameter.floating;
    return sameKind && row.sourceShape == parameter.shape;
}

std::vector<Candidate> candidatesFor(const KeyMap& map, size_t row, const std::vector<Parameter>& free)
{
    const Neighbours neighbours = neighboursOf(map, row);
    std::vector<Candidate> candidates;
    for (const Parameter& parameter : free) {
        Candidate candidate;
        candidate.parameter = &parameter;
        candidate.commonEnd = commonEnd(*map.rows[row].source, parameter.key);
        candidate.fits = fits(map.rows[row], parameter);
        candidate.isFramed = neighbours.frame(moduleOf(parameter.key));
        if (candidate.fits || (candidate.commonEnd > 0 && candidate.isFramed)) {
            candidates.push_back(candidate);
        }
    }
    return candidates;
}

}  // namespace

std::vector<Suggestion> suggest(const KeyMap& map, size_t row, const std::vector<Parameter>& free)
{
    if (!map.rows.at(row).source) {
        return {};
    }
    std::vector<Candidate> candidates = candidatesFor(map, row, free);
    const auto isOnlyOne = [](const Candidate& candidate) { return candidate.isFramed && candidate.fits; };
    const bool hasOnlyOne = std::count_if(candidates.begin(), candidates.end(), isOnlyOne) == 1;
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.rank() > b.rank(); });
    candidates.resize(std::min(candidates.size(), mostSuggestions));
    std::vector<Suggestion> suggestions;
    for (const Candidate& candidate : candidates) {
        Suggestion suggestion;
        suggestion.destination = candidate.parameter->key;
        suggestion.sameSuffix = candidate.commonEnd > 0;
        suggestion.sameShape = candidate.fits;
        suggestion.sameOrder = hasOnlyOne && isOnlyOne(candidate);
        suggestion.guess = suggestion.sameShape && !suggestion.sameSuffix && !suggestion.sameOrder;
        suggestions.push_back(std::move(suggestion));
    }
    return suggestions;
}

}  // namespace wb::mapping
