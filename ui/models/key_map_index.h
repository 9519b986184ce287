#pragma once

#include "ui/models/query_terms.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wb::ui {

class KeyMapModel;

// What searching and sorting ask of a key map, prepared once: the cells of all rows as folded text in one piece of memory, and for a column,
// when it is first sorted by, the rank of each row.
class KeyMapIndex {
public:
    KeyMapIndex() = default;
    explicit KeyMapIndex(const KeyMapModel& model);
    // The same, quicker where the map is the one before after an edit: texts of rows that stayed as they were are taken over.
    KeyMapIndex(const KeyMapModel& model, const KeyMapIndex& before);

    size_t size() const { return m_places.size(); }
    SearchedRow row(size_t row) const;
    // One a row; equal cells have equal ranks. Keys compare as people count: layers.2 before layers.10.
    const std::vector<uint32_t>& ranks(int column);

private:
    const mapping::KeyMapRow& mapRow(size_t row) const { return m_map->rows[row]; }
    std::string_view cell(size_t row, size_t position) const;
    std::vector<uint32_t> ranksOf(int column) const;
    template <typename Less> std::vector<uint32_t> ranksBy(const Less& less) const;

    std::shared_ptr<const mapping::KeyMap> m_map;  // null: no rows
    std::vector<Place> m_places;
    std::string m_text;
    std::vector<size_t> m_ends;  // of each row's text
    std::map<int, std::vector<uint32_t>> m_ranks;
};

// Runs of digits compare as numbers, all else byte by byte.
bool naturalLess(std::string_view a, std::string_view b);

}  // namespace wb::ui
