#include "core/net/block_checksums.h"

#include "core/base/crc_algebra.h"
#include "core/base/hash.h"

#include <algorithm>

namespace wb::net {

namespace {

uint32_t crcRead(ByteRange range, const BlockChecksums::ReadAt& read)
{
    std::vector<std::byte> bytes(static_cast<size_t>(range.size()));
    if (!bytes.empty()) {
        read(range.begin, bytes);
    }
    return crc32(0, bytes);
}

}  // namespace

uint64_t BlockChecksums::blockEnd(uint64_t block) const noexcept
{
    return std::min((block + 1) * blockBytes, m_bytes);
}

void BlockChecksums::update(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const uint64_t inBlock = m_bytes % blockBytes;
        if (inBlock == 0) {
            m_crcs.push_back(0);
        }
        const auto piece = bytes.first(static_cast<size_t>(std::min<uint64_t>(bytes.size(), blockBytes - inBlock)));
        m_crcs.back() = crc32(m_crcs.back(), piece);
        m_bytes += piece.size();
        bytes = bytes.subspan(piece.size());
    }
}

void BlockChecksums::changed(ByteRange range, const ReadAt& read)
{
    for (uint64_t block = range.begin / blockBytes; block * blockBytes < std::min(range.end, m_bytes); ++block) {
        m_crcs[static_cast<size_t>(block)] = crcRead({block * blockBytes, blockEnd(block)}, read);
    }
}

uint32_t BlockChecksums::crcOf(ByteRange range, const ReadAt& read) const
{
    static const CrcShift wholeBlock(blockBytes);
    const uint64_t firstWhole = (range.begin + blockBytes - 1) / blockBytes;
    const uint64_t endWhole = range.end / blockBytes;
    if (firstWhole >= endWhole) {
        return crcRead(range, read);
    }
    uint32_t crc = crcRead({range.begin, firstWhole * blockBytes}, read);
    for (uint64_t block = firstWhole; block < endWhole; ++block) {
        crc = wholeBlock.shifted(crc) ^ m_crcs[static_cast<size_t>(block)];
    }
    const ByteRange tail{endWhole * blockBytes, range.end};
    return crcJoined(crc, crcRead(tail, read), tail.size());
}

}  // namespace wb::net
