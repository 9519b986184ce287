#include "core/checkpoint/record_crc.h"

#include "core/base/error.h"
#include "core/base/hash.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

namespace wb::checkpoint {

void requireRecordCrc(const io::ByteSource& source, const tensor::Record& record, uint64_t begin, const CancelToken& cancel)
{
    constexpr uint64_t blockBytes = 256 << 10;
    if (!record.crc32) {
        return;
    }
    std::vector<std::byte> buffer(static_cast<size_t>(std::min(record.bytes, blockBytes)));
    uint32_t found = 0;
    for (uint64_t done = 0; done < record.bytes;) {
        cancel.throwIfCancelled();
        const auto block = std::span(buffer).first(static_cast<size_t>(std::min<uint64_t>(buffer.size(), record.bytes - done)));
        source.readAt(begin + done, block);
        found = crc32(found, block);
        done += block.size();
    }
    if (found != *record.crc32) {
        throw Error(ErrorCode::CrcMismatch)
            .file(source.name())
            .part(record.name)
            .offset(begin)
            .with("expected", fmt::format("{:08x}", *record.crc32))
            .with("found", fmt::format("{:08x}", found));
    }
}

}  // namespace wb::checkpoint
