#pragma once

#include "core/tensor/dtype.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wb::mapping {

// What becomes of a key. Words in JSON and in both front ends are the lower-case names.
enum class Status {
    Mapped,      // goes to `destination` by a rule, shapes and kind agree
    Dropped,     // a rule or the user leaves it out, with the reason
    Unmapped,    // a source key that no rule places
    Missing,     // a destination key that no source key fills
    Mismatched,  // placed, but shape or kind (floating or integer) disagree, or the place is already taken
    Edited       // placed by the user, otherwise than the rules would; shapes and kind agree
};
std::string_view statusName(Status status) noexcept;
std::optional<Status> statusFromName(std::string_view name) noexcept;

// Why a row has its status.
struct Reason {
    std::string rule;     // stable id: "vissl.block.conv-a", "heads.pretraining", "user", "no-rule", "taken", "shape", "kind"
    std::string pattern;  // the rule's pattern as shown to the user: "_feature_blocks.res{S+1}.block{S}-{i}.f.a.0.{p}"
    std::vector<std::pair<std::string, std::string>> captures;  // {"S","3"}, {"i","9"}, {"p","weight"}
};

// A place that an unmapped key may belong to, best first.
struct Suggestion {
    std::string destination;
    bool sameSuffix = false;
    bool sameShape = false;
    bool sameOrder = false;  // the only free place between the neighbours' places
    bool guess = false;      // by shape alone: marked as a guess everywhere it is shown
};

struct KeyMapRow {
    std::optional<std::string> source;       // absent: Missing
    std::optional<std::string> destination;  // absent: Dropped or Unmapped
    std::vector<uint64_t> sourceShape;
    std::vector<uint64_t> shape;         // of the destination; the source's where there is none
    bool floating = true;                // kind of the destination's numbers; the source's where there is none
    std::optional<tensor::DType> dtype;  // of the source; absent for Missing
    uint64_t bytes = 0;                  // of the source
    Status status = Status::Unmapped;
    Reason reason;
    std::vector<Suggestion> suggestions;  // at most 5
    std::optional<uint32_t> tensor;       // index into TensorIndex::tensors; absent for Missing and for catalogue maps
};

// What the values of a source tensor are. Deviation is that of the population.
struct ValueSummary {
    std::optional<double> min, max, mean, deviation;  // of the finite values; absent where there are none
    uint64_t zeros = 0, nan = 0, infinite = 0;

    bool operator==(const ValueSummary&) const = default;
};

struct Counts {
    uint64_t mapped = 0, dropped = 0, unmapped = 0, missing = 0, mismatched = 0, edited = 0;
};

// Every source key and every destination key, once each. Source rows in the order of the file, then Missing rows in the model's order.
struct KeyMap {
    std::string variant;  // catalogue name, empty when none fits
    std::vector<KeyMapRow> rows;
    // What is told of the values of each row where a map is written as text, absent where it is not known; empty: nothing is told.
    std::vector<std::optional<ValueSummary>> values;

    Counts counts() const noexcept;
    // Nothing unmapped, missing or mismatched: may be converted.
    bool isComplete() const noexcept;
};

// A user's decision on one source key; no destination: leave it out.
struct KeyEdit {
    std::string source;
    std::optional<std::string> destination;

    bool operator==(const KeyEdit&) const = default;
};

}  // namespace wb::mapping
