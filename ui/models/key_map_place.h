#pragma once

#include "core/mapping/key_map.h"

#include <QString>

namespace wb::ui {

// Where in the network a row belongs, as its destination says it.
struct Place {
    enum class Part { Stem, Stage, Head, None };

    Part part = Part::None;
    int stage = 0;   // from 1; 0 outside the stages
    int block = -1;  // from 0; -1 outside the blocks

    // Order of the forward pass; rows without a place come last.
    int order() const;
    bool isSamePart(const Place& other) const { return part == other.part && stage == other.stage; }
};

Place placeOf(const mapping::KeyMapRow& row);

// "stem", "1" … "4", "head", or empty.
QString stageOf(const mapping::KeyMapRow& row);

}  // namespace wb::ui
