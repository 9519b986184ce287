#include "core/mapping/edits.h"

#include "core/mapping/build_key_map.h"

#include <algorithm>
#include <unordered_map>

namespace wb::mapping {

namespace {

// Two keys may wish for one place: only one has it.
bool hasItsPlace(const KeyMapRow& row)
{
    return row.source && row.destination && row.reason.rule != "taken";
}

bool isByUser(const KeyMapRow& row)
{
    const auto isUserRule = [](const auto& capture) { return capture.first == "rule" && capture.second == "user"; };
    return row.reason.rule == "user" || std::any_of(row.reason.captures.begin(), row.reason.captures.end(), isUserRule);
}

// Smaller is better: free and fitting, held and fitting, not fitting.
int groupOf(const Candidate& candidate)
{
    if (candidate.fit != Fit::Fits) {
        return 2;
    }
    return candidate.place.holder ? 1 : 0;
}

// Those that suggest() names, in its order; the rest comes after them.
std::unordered_map<std::string, size_t> ranksOf(const std::vector<Suggestion>& suggestions)
{
    std::unordered_map<std::string, size_t> ranks;
    for (size_t i = 0; i < suggestions.size(); ++i) {
        ranks.emplace(suggestions[i].destination, i);
    }
    return ranks;
}

}  // namespace

std::vector<Place> placesOf(const KeyMap& map)
{
    std::vector<Place> places;
    for (const KeyMapRow& row : map.rows) {
        if (row.destination && (row.status == Status::Missing || hasItsPlace(row))) {
            places.push_back({*row.destination, row.shape, row.floating, row.source});
        }
    }
    return places;
}

std::optional<Place> placeOf(const KeyMap& map, const std::string& destination)
{
    for (const KeyMapRow& row : map.rows) {
        if (row.destination == destination && (row.status == Status::Missing || hasItsPlace(row))) {
            return Place{destination, row.shape, row.floating, row.source};
        }
    }
    return std::nullopt;
}

std::optional<size_t> rowOfSource(const KeyMap& map, const std::string& source)
{
    const auto found = std::find_if(map.rows.begin(), map.rows.end(), [&](const KeyMapRow& row) { return row.source == source; });
    return found == map.rows.end() ? std::nullopt : std::optional(static_cast<size_t>(found - map.rows.begin()));
}

Fit fitOf(const KeyMapRow& row, const Place& place) noexcept
{
    if (row.sourceShape != place.shape) {
        return Fit::OtherShape;
    }
    const Parameter parameter{{}, {}, place.floating, false};
    return !row.dtype || kindAgrees(*row.dtype, parameter) ? Fit::Fits : Fit::OtherKind;
}

std::vector<Candidate> candidatesFor(const KeyMap& map, size_t row)
{
    const KeyMapRow& source = map.rows.at(row);
    std::vector<Place> places = placesOf(map);
    std::vector<Parameter> free;
    for (const Place& place : places) {
        if (!place.holder) {
            free.push_back({place.destination, place.shape, place.floating, false});
        }
    }
    const std::vector<Suggestion> suggestions = suggest(map, row, free);
    const auto ranks = ranksOf(suggestions);
    std::vector<Candidate> candidates;
    for (Place& place : places) {
        if (place.holder && place.holder == source.source) {
            continue;
        }
        Candidate candidate;
        candidate.fit = fitOf(source, place);
        const auto rank = ranks.find(place.destination);
        if (rank != ranks.end()) {
            candidate.reason = suggestions[rank->second];
        } else {
            candidate.reason.destination = place.destination;
            candidate.reason.sameShape = candidate.fit == Fit::Fits;
        }
        candidate.place = std::move(place);
        candidates.push_back(std::move(candidate));
    }
    const auto order = [&](const Candidate& candidate) {
        const auto rank = ranks.find(candidate.place.destination);
        return std::pair(groupOf(candidate), rank == ranks.end() ? suggestions.size() : rank->second);
    };
    std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
    return candidates;
}

std::vector<KeyEdit> withEdit(std::vector<KeyEdit> edits, KeyEdit edit)
{
    const auto same = std::find_if(edits.begin(), edits.end(), [&](const KeyEdit& each) { return each.source == edit.source; });
    if (same == edits.end()) {
        edits.push_back(std::move(edit));
    } else {
        same->destination = std::move(edit.destination);
    }
    return edits;
}

std::vector<KeyEdit> withoutEdit(std::vector<KeyEdit> edits, const std::string& source)
{
    edits.erase(std::remove_if(edits.begin(), edits.end(), [&](const KeyEdit& edit) { return edit.source == source; }), edits.end());
    return edits;
}

std::vector<KeyEdit> editsOf(const KeyMap& map)
{
    std::vector<KeyEdit> edits;
    for (const KeyMapRow& row : map.rows) {
        if (row.source && isByUser(row)) {
            edits.push_back({*row.source, row.destination});
        }
    }
    return edits;
}

}  // namespace wb::mapping
