#pragma once

#include "core/base/job_context.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/inspect/tensor_difference.h"
#include "core/tensor/tensor_index.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wb::inspect {

enum class PairStatus { Equal, ValuesDiffer, ShapeDiffers, TypeDiffers, OnlyFirst, OnlySecond };
inline constexpr std::array pairStatuses{PairStatus::Equal,       PairStatus::ValuesDiffer, PairStatus::ShapeDiffers,
                                         PairStatus::TypeDiffers, PairStatus::OnlyFirst,    PairStatus::OnlySecond};
// "equal", "values", "shape", "type", "only-first", "only-second".
std::string_view pairStatusName(PairStatus status) noexcept;

// Two tensors that belong together, or one without a fellow: indices into TensorIndex::tensors.
struct TensorPair {
    std::optional<uint32_t> first;
    std::optional<uint32_t> second;
};

struct ComparedPair {
    TensorPair pair;
    PairStatus status = PairStatus::Equal;
    std::optional<TensorDifference> difference;  // where the shapes agree
};

struct Comparison {
    bool byMap = false;               // else by equal keys
    std::vector<ComparedPair> pairs;  // in the order of the first, then what only the second has

    uint64_t count(PairStatus status) const noexcept;
    bool isEqual() const noexcept { return count(PairStatus::Equal) == pairs.size(); }
};

std::vector<TensorPair> pairByKey(const tensor::TensorIndex& first, const tensor::TensorIndex& second);
// `map`: key of the first, key of the second. What it does not name has no fellow.
std::vector<TensorPair> pairByMap(const tensor::TensorIndex& first, const tensor::TensorIndex& second,
                                  const std::vector<std::pair<std::string, std::string>>& map);

// Reads every pair of one shape, in step, in constant memory: types, then values. A pair of two types has their difference as numbers. Progress in
// bytes of both. The openers are for files that are not on this machine. Throws SourceChanged, read errors, Cancelled.
Comparison comparePairs(const tensor::TensorIndex& first, const tensor::TensorIndex& second, const std::vector<TensorPair>& pairs, JobContext& job,
                        checkpoint::SourceOpener firstOpener = {}, checkpoint::SourceOpener secondOpener = {});

// status, both keys, shapes and types, then how the values differ; one line a pair.
std::string comparisonToCsv(const tensor::TensorIndex& first, const tensor::TensorIndex& second, const Comparison& comparison);

}  // namespace wb::inspect
