#pragma once

#include "core/io/byte_range.h"
#include "core/plan/plan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What a conversion reads of files[0], and in what order: for sources that cost a round trip, or that only run forwards.
namespace wb::plan {

// All that converting the plan reads, ascending, joined where less than 64 KiB lies between: of every planned tensor the whole record, for records
// are held against their CRC-32 whole, and of an unread one all from its header to the end of its room.
std::vector<io::ByteRange> sourceExtents(const Plan& plan);

// How far at most a read begins before the end of what was read until then: a forward stream that keeps so many bytes behind suffices. 0 when every
// read begins where the last ended, or after. Records of fewer than `aside` bytes are left out: of them the stream's owner reads otherwise.
// Some way back goes
// - an unread zip record: its header is read with up to 96 bytes more, which may be the record's own first ones;
// - a record with a CRC-32 of which no tensor is the whole (a view, a slice, big-endian values): it is checked first and then read again;
// - a tensor whose strides are not those of its shape, by no more than what it spans in its record;
// - a record that several tensors share, where they overlap;
// - tensors that waited for an aligned place (safetensors/layout.h). Such a one has a wider item than a tensor before it that ended unaligned. It
//   goes to the next aligned place, so is read after what lies between; where none comes in its file, it goes together with all that wait to the
//   last aligned place before, and what stood from there on is read after them. Either way back over up to a whole shard.
// The last is so for RegNets whose squeezed width is odd (10B), and for many written as 16-bit floats: their int64 counters of 8 bytes wait. With
// those aside the published ones go forwards.
uint64_t backwardBytes(const Plan& plan, uint64_t aside = 0);

// Source key of the first planned tensor for which a stream that keeps `window` bytes behind what it has given would have to go back; empty when
// there is none.
std::optional<std::string> firstBackwardRead(const Plan& plan, uint64_t window, uint64_t aside = 0);

}  // namespace wb::plan
