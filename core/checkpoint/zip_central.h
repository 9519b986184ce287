#pragma once

#include "core/base/limits.h"
#include "core/checkpoint/zip_directory.h"
#include "core/checkpoint/zip_end.h"
#include "core/io/buffered_reader.h"

#include <cstdint>
#include <string_view>

namespace wb::checkpoint {

inline constexpr uint64_t zipLocalHeaderBytes = 30;  // without name and extra fields
inline constexpr uint32_t zipNone32 = 0xFFFFFFFF;    // "see the zip64 field"

// Reads the next entry of a central directory. Throws ZipEntry, ZipName, ZipEncrypted, ZipCompressed, Zip64, ZipOverlap (reaches the
// directory). Folders come out with a name that ends in "/" and no bytes. Source: PKWARE APPNOTE 6.3, sections 4.3.12 and 4.5.3.
ZipEntry readCentralEntry(io::BufferedReader& reader, const ZipEnd& end, const Limits& limits);

// Why a member's name is not taken ("absolute", "leaves-folder" …), empty when it is. Names that are only strange are taken.
std::string_view zipNameProblem(std::string_view name) noexcept;

// Why flags are not taken, in either header: "encrypted", "patched"; empty when they are.
std::string_view zipFlagProblem(uint16_t flags) noexcept;

// Bytes of the zip64 field (id 1) among extra fields, empty when there is none. Sets `cut` when a field is longer than what is there.
std::string_view zip64Field(std::string_view extra, bool& cut) noexcept;

}  // namespace wb::checkpoint
