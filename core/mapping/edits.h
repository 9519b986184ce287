#pragma once

#include "core/mapping/key_map.h"

#include <optional>
#include <string>
#include <vector>

namespace wb::mapping {

// What a user may decide about a key map, told from the map alone. Pure functions.

// Where a tensor of the model stands.
struct Place {
    std::string destination;
    std::vector<uint64_t> shape;
    bool floating = true;
    std::optional<std::string> holder;  // the source key that has it; absent: free
};

enum class Fit { Fits, OtherShape, OtherKind };

// A place that one source key may be sent to.
struct Candidate {
    Place place;
    Suggestion reason;
    Fit fit = Fit::Fits;
};

// Every place of the model, once each, in the order of the map's rows.
std::vector<Place> placesOf(const KeyMap& map);
// Empty: the model has no such key.
std::optional<Place> placeOf(const KeyMap& map, const std::string& destination);
// The row of a source key.
std::optional<size_t> rowOfSource(const KeyMap& map, const std::string& source);
Fit fitOf(const KeyMapRow& row, const Place& place) noexcept;
// All places, for one row that has a source, best first: free ones as suggest() ranks them, others that are free and fit, those that another key
// has and that fit, and last what does not fit. The row's own place is not among them.
std::vector<Candidate> candidatesFor(const KeyMap& map, size_t row);

// The decisions with one more; an earlier one on the same source key gives way.
std::vector<KeyEdit> withEdit(std::vector<KeyEdit> edits, KeyEdit edit);
// The decisions without those on this source key.
std::vector<KeyEdit> withoutEdit(std::vector<KeyEdit> edits, const std::string& source);
// The decisions that make this map what the rules alone would not.
std::vector<KeyEdit> editsOf(const KeyMap& map);

}  // namespace wb::mapping
