#include "core/io/byte_range.h"

#include <algorithm>

namespace wb::io {

std::vector<ByteRange> joined(std::vector<ByteRange> ranges, uint64_t gap)
{
    std::sort(ranges.begin(), ranges.end(), [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; });
    std::vector<ByteRange> out;
    for (const ByteRange& range : ranges) {
        if (!out.empty() && range.begin < out.back().end + gap) {
            out.back().end = std::max(out.back().end, range.end);
        } else {
            out.push_back(range);
        }
    }
    return out;
}

}  // namespace wb::io
