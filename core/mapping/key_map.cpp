#include "core/mapping/key_map.h"

#include <array>

namespace wb::mapping {

namespace {

constexpr std::array<std::string_view, 6> statusNames{"mapped", "dropped", "unmapped", "missing", "mismatched", "edited"};
static_assert(statusNames.size() == static_cast<size_t>(Status::Edited) + 1);

}  // namespace

std::string_view statusName(Status status) noexcept
{
    return statusNames[static_cast<size_t>(status)];
}

std::optional<Status> statusFromName(std::string_view name) noexcept
{
    for (size_t i = 0; i < statusNames.size(); ++i) {
        if (statusNames[i] == name) {
            return static_cast<Status>(i);
        }
    }
    return std::nullopt;
}

Counts KeyMap::counts() const noexcept
{
    Counts counts;
    const std::array<uint64_t*, statusNames.size()> fields{&counts.mapped,  &counts.dropped,    &counts.unmapped,
                                                           &counts.missing, &counts.mismatched, &counts.edited};
    for (const KeyMapRow& row : rows) {
        ++*fields[static_cast<size_t>(row.status)];
    }
    return counts;
}

bool KeyMap::isComplete() const noexcept
{
    const Counts counted = counts();
    return counted.unmapped == 0 && counted.missing == 0 && counted.mismatched == 0;
}

}  // namespace wb::mapping
