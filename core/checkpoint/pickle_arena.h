#pragma once

#include "core/base/limits.h"
#include "core/checkpoint/pickle_input.h"
#include "core/checkpoint/pickle_names.h"
#include "core/checkpoint/pickle_value.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wb::checkpoint {

// Makes the values of one tree and keeps them inside Limits: their number, their text, their items, their nesting.
// What the machine must know of a value beyond the tree is kept beside it.
class PickleArena {
public:
    // tree and site must outlive the arena.
    PickleArena(PickleTree& tree, const PickleSite& site, const Limits& limits);

    ValueId add(PickleValue value);
    ValueId addText(ValueKind kind, std::string text);
    ValueId addNumber(ValueKind kind, int64_t number);
    ValueId addItems(ValueKind kind, std::vector<ValueId> items);
    // An object whose name and kind are known: a Global or an Opaque.
    ValueId addNamed(ValueKind kind, std::string fullName, NameKind name, std::vector<ValueId> items = {});
    ValueId addStorage(StorageRef storage);
    // Appends to a container that exists.
    void extend(ValueId target, const std::vector<ValueId>& items);

    const PickleValue& operator[](ValueId id) const { return m_tree.values[id]; }
    // Of a Global or an Opaque.
    NameKind nameKind(ValueId id) const { return m_notes[id].name; }
    // True for a Dict that stands for an object with attributes (OrderedDict …): BUILD may follow.
    bool takesState(ValueId id) const { return m_notes[id].takesState; }
    void setTakesState(ValueId id) { m_notes[id].takesState = true; }

private:
    struct Note {
        uint32_t depth = 0;
        NameKind name = NameKind::Object;
        bool takesState = false;
    };

    void chargeText(uint64_t bytes);
    void deepen(ValueId target, const std::vector<ValueId>& items);

    PickleTree& m_tree;
    const PickleSite& m_site;
    const Limits& m_limits;
    std::vector<Note> m_notes;
    uint64_t m_textBytes = 0;
    uint64_t m_items = 0;
};

}  // namespace wb::checkpoint
