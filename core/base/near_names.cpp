#include "core/base/near_names.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace wb {

namespace {

constexpr size_t comparedBytes = 200;

size_t distance(std::string_view a, std::string_view b)
{
    std::vector<size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), size_t{0});
    for (size_t i = 1; i <= a.size(); ++i) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.size(); ++j) {
            const size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

std::vector<std::string> nearNames(std::string_view wanted, const std::vector<std::string>& names, size_t atMost)
{
    std::vector<std::pair<size_t, size_t>> ranked;  // distance, place in names
    for (size_t i = 0; i < names.size(); ++i) {
        ranked.emplace_back(distance(wanted.substr(0, comparedBytes), std::string_view(names[i]).substr(0, comparedBytes)), i);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> nearest;
    for (size_t i = 0; i < std::min(atMost, ranked.size()); ++i) {
        nearest.push_back(names[ranked[i].second]);
    }
    return nearest;
}

}  // namespace wb
