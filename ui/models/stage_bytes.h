#pragma once

#include "core/mapping/key_map.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace wb::ui {

// Bytes of one part of the network.
struct StageBytes {
    QString name;  // "stem", "stage 1" …, "head", "left out"
    uint64_t tensors = 0;
    uint64_t bytes = 0;
    double share = 0;  // of all bytes, 0 to 1
};

// Of a key map's source rows, in the order of the network; parts without tensors are left out.
std::vector<StageBytes> stageBytes(const mapping::KeyMap& map);

}  // namespace wb::ui
