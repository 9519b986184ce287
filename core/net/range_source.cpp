#include "core/net/range_source.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace wb::net {

namespace {

constexpr uint64_t tailBytes = 512 << 10;
constexpr uint64_t leastReadAhead = 64 << 10;
constexpr uint64_t mostReadAhead = 1 << 20;
constexpr size_t mostBlocks = 8;

}  // namespace

RangeSource::RangeSource(std::unique_ptr<RemoteReader> reader) : RemoteBytes(reader->file()), m_reader(std::move(reader)), m_readAhead(leastReadAhead)
{
    m_blocks.push_back({0, m_reader->firstBytes()});
}

const RangeSource::Block* RangeSource::blockAt(uint64_t offset) const noexcept
{
    const auto holds = [offset](const Block& block) { return block.begin <= offset && offset < block.end(); };
    const auto found = std::find_if(m_blocks.rbegin(), m_blocks.rend(), holds);
    return found == m_blocks.rend() ? nullptr : &*found;
}

const RangeSource::Block& RangeSource::fetch(uint64_t offset, uint64_t wanted) const
{
    const uint64_t tailBegin = size() - std::min(size(), tailBytes);
    const bool readsOn = m_blocks.back().end() == offset;
    m_readAhead = readsOn ? std::min(m_readAhead * 2, mostReadAhead) : leastReadAhead;
    ByteRange range{offset, offset + std::min(std::max(wanted, m_readAhead), size() - offset)};
    if (offset >= tailBegin) {
        range = {tailBegin, size()};
    }
    range.end = std::min(range.end, range.begin + mostReadAhead);
    Block block{range.begin, m_reader->read(range)};
    if (m_blocks.size() >= mostBlocks) {
        const auto isKept = [&](const Block& kept) { return kept.begin == 0 || kept.begin == tailBegin; };
        m_blocks.erase(std::find_if_not(m_blocks.begin(), m_blocks.end(), isKept));
    }
    m_blocks.push_back(std::move(block));
    return m_blocks.back();
}

void RangeSource::readAt(uint64_t offset, std::span<std::byte> into) const
{
    const std::scoped_lock lock(m_mutex);
    requireInside(offset, into.size());
    while (!into.empty()) {
        const Block* const found = blockAt(offset);
        const Block& block = found != nullptr ? *found : fetch(offset, into.size());
        const auto at = static_cast<size_t>(offset - block.begin);
        const size_t count = std::min(into.size(), block.bytes.size() - at);
        std::memcpy(into.data(), block.bytes.data() + at, count);
        into = into.subspan(count);
        offset += count;
    }
}

}  // namespace wb::net
