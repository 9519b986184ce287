#pragma once

#include "core/mapping/key_map.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

class QTableView;

namespace wb::ui {

class KeyMapModel;

// Both maps are of one file: the same source keys in the same order.
bool isSameFile(const mapping::KeyMap& a, const mapping::KeyMap& b);

// Current row, selected rows and scroll position of a table of a key map, by key: to be found again when the map is made anew.
class KeptRows {
public:
    // Both outlive it.
    KeptRows(QTableView& table, const KeyMapModel& model);

    void restore() const;

private:
    // Whether it is a source key, and the key.
    using KeyView = std::pair<bool, std::string_view>;
    struct Key {
        bool isSource = true;
        std::string text;

        KeyView view() const { return {isSource, text}; }
    };

    static KeyView keyOf(const mapping::KeyMapRow& row);

    QTableView& m_table;
    const KeyMapModel& m_model;
    std::vector<Key> m_selected;  // in order
    Key m_current;
    int m_column = -1;  // of the current cell; -1: none
    int m_scroll = 0;
};

}  // namespace wb::ui
