#pragma once

#include "core/plan/plan.h"

#include <cstdint>
#include <optional>
#include <string>

namespace wb::ui {

// What the user has set in the window, as far as core's stages follow it. Absent or empty: not set. What the environment says comes first.
struct Preferences {
    std::optional<uint32_t> connections;     // at once to one server, 1 to 8
    std::optional<uint64_t> bytesPerSecond;  // 0: no limit
    std::string endpoint;                    // of the Hub
    std::string proxy;                       // "http://host:port"
    std::string caFile;                      // certificates to trust, PEM
    std::string sourceFolder;                // where fetched sources are kept
    std::string resultFolder;                // where model folders are made; empty: beside the source
    std::optional<tensor::DType> dtype;      // of new conversions; absent: as in the source
    std::optional<uint64_t> shardBytes;      // 0: one file
};

}  // namespace wb::ui
