#pragma once

#include "core/net/http_client.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace wb::net {

// CRC-32 of every 64 KiB of a file, taken while it passes by: that of any longer run is joined from them, and the file need not be read again.
class BlockChecksums {
public:
    static constexpr uint64_t blockBytes = 64 << 10;
    using ReadAt = std::function<void(uint64_t offset, std::span<std::byte> into)>;

    // The next bytes, in order from the first.
    void update(std::span<const std::byte> bytes);
    // These bytes are others now: the blocks that they touch are read again.
    void changed(ByteRange range, const ReadAt& read);
    // Of a run of the bytes so far. Reads at most a block at either end.
    uint32_t crcOf(ByteRange range, const ReadAt& read) const;

private:
    uint64_t blockEnd(uint64_t block) const noexcept;

    std::vector<uint32_t> m_crcs;  // by block; the last may be of a part
    uint64_t m_bytes = 0;
};

}  // namespace wb::net
