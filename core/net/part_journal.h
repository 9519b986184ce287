#pragma once

#include "core/net/remote_file.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <string>

namespace wb::net {

// What NAME.part.journal tells: which state of which file the part is of, and the XXH3-128 of each chunk that is there. A value.
struct PartJournal {
    nlohmann::json header;                   // null: there is no journal that can be read
    std::map<uint64_t, std::string> hashes;  // by number of chunk
    uint64_t goodBytes = 0;                  // of the journal, up to a line that is torn

    static PartJournal read(const std::string& path, uint64_t chunkBytes);
    static nlohmann::json headerOf(const RemoteFile& file, uint64_t chunkBytes);
    static std::string line(uint64_t chunk, const std::string& hash);

    bool isThere() const { return !header.is_null(); }
    std::string address() const { return header["address"].get<std::string>(); }
    uint64_t bytes() const { return header["bytes"].get<uint64_t>(); }
    // The chunks are of this state of the file: the published hash says so, or a validator that names bytes.
    bool isOf(const RemoteFile& file) const;
};

}  // namespace wb::net
