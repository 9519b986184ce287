#include "core/regnet/groups_width.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>

namespace wb::regnet {

namespace {

using tensor::TensorInfo;

// What one stage's 3×3 convolution says.
struct StageGroups {
    const TensorInfo* convolution = nullptr;
    uint64_t perGroup = 0;
    uint64_t groups = 0;
};

struct Range {
    uint64_t low = 1;
    uint64_t high = std::numeric_limits<uint64_t>::max();

    bool holds(uint64_t value) const noexcept { return low <= value && value <= high; }
};

// The first convolution of the stage that has the stage's width; the others are shown as mismatched in the map.
std::optional<StageGroups> groupsOfStage(const Evidence& evidence, uint64_t stage, uint64_t width)
{
    for (const TensorInfo* convolution : evidence.weights(Module::ConvB, stage)) {
        if (convolution->shape.size() != 4 || convolution->shape[0] != width) {
            continue;
        }
        const uint64_t perGroup = convolution->shape[1];
        if (perGroup == 0 || width % perGroup != 0) {
            throw Error(ErrorCode::ConfigImpossible)
                .part(printable(convolution->key))
                .with("problem", "groups-width")
                .with("expected", fmt::format("a divisor of {}", width))
                .with("found", perGroup);
        }
        return StageGroups{convolution, perGroup, width / perGroup};
    }
    return std::nullopt;
}

// Group widths G with max(1, width / G) == groups, width / G rounded down.
Range rangeFor(uint64_t width, uint64_t groups) noexcept
{
    Range range;
    range.low = width / (groups + 1) + 1;
    if (groups > 1) {
        range.high = width / groups;
    }
    return range;
}

Error noCommonWidth(const std::vector<StageGroups>& stages, const std::vector<uint64_t>& hiddenSizes)
{
    std::vector<uint64_t> groups;
    for (const StageGroups& stage : stages) {
        groups.push_back(stage.groups);
    }
    return Error(ErrorCode::ConfigImpossible)
        .part(printable(stages.back().convolution->key))
        .with("problem", "groups-width")
        .with("expected", fmt::format("one group width for the widths {}", fmt::join(hiddenSizes, ", ")))
        .with("found", fmt::format("{} groups", fmt::join(groups, ", ")));
}

}  // namespace

uint64_t groupsWidth(const Evidence& evidence, const std::vector<uint64_t>& hiddenSizes, const std::vector<uint64_t>& preferred)
{
    Range range;
    std::vector<StageGroups> stages;
    for (uint64_t stage = 1; stage <= hiddenSizes.size(); ++stage) {
        const uint64_t width = hiddenSizes[stage - 1];
        const auto groups = groupsOfStage(evidence, stage, width);
        if (!groups) {
            continue;
        }
        stages.push_back(*groups);
        const Range ofStage = rangeFor(width, groups->groups);
        range.low = std::max(range.low, ofStage.low);
        range.high = std::min(range.high, ofStage.high);
        if (range.low > range.high) {
            throw noCommonWidth(stages, hiddenSizes);
        }
    }
    std::vector<uint64_t> candidates = preferred;
    std::sort(stages.begin(), stages.end(), [](const StageGroups& a, const StageGroups& b) { return a.perGroup > b.perGroup; });
    for (const StageGroups& stage : stages) {
        candidates.push_back(stage.perGroup);
    }
    if (stages.empty()) {
        candidates.push_back(hiddenSizes.front());
    }
    for (const uint64_t candidate : candidates) {
        if (range.holds(candidate)) {
            return candidate;
        }
    }
    return range.high;  // bounded: a range without upper bound holds the widest stage
}

}  // namespace wb::regnet
