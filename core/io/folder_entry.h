#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace wb::io {

// What stands in a folder under one name, itself: a link is not followed.
struct FolderEntry {
    enum class Kind { File, Folder, Link, Special };  // Special: FIFO, socket, device

    std::string name;
    Kind kind = Kind::File;
    uint64_t bytes = 0;       // of a file
    std::string target = {};  // of a link, as it is written there
};

// Sorted by name; at most `most` entries. What vanishes meanwhile is left out. Throws NotFound, NotAFolder, PermissionDenied.
std::vector<FolderEntry> listEntries(const std::string& folder, size_t most);

}  // namespace wb::io
