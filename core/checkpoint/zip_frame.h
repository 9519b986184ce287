#pragma once

#include "core/base/job_context.h"
#include "core/io/byte_range.h"
#include "core/io/byte_source.h"

#include <vector>

namespace wb::checkpoint {

// Bytes of a zip archive that no checksum proves and its central directory does not imply: the directory and the end records themselves, what
// stands before the first member, and of each member
// - local header, name and extra fields, unless requireLocalHeader takes them, they repeat the directory's version, flags, time and date, give CRC-32
//   and sizes as the directory does or leave them all to the data descriptor, and hold no extra field but one of zip64 with the member's own numbers
//   and one of padding ("FB", as torch aligns), filled with the byte that most of the archive's padding is filled with;
// - what stands behind its data, unless it is nothing or a data descriptor with signature that holds the directory's CRC-32 and sizes.
// One byte changed anywhere outside the members' data lies in them. Where either is in doubt, so is where the data begins and ends: the extents
// then reach as far as they might, over some of the data, and leave out the other only when it is a descriptor as above. Ascending, joined where
// less than 4 KiB lies between.
// A changed byte in the directory or the end records puts members in doubt that are sound: fetch those first.
// Makes three small reads a member. Throws what ZipDirectory::read throws; looks at job.cancel.
std::vector<io::ByteRange> bytesInDoubt(const io::ByteSource& source, JobContext& job);

}  // namespace wb::checkpoint
