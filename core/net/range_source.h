#pragma once

#include "core/net/remote_bytes.h"
#include "core/net/remote_reader.h"

#include <memory>
#include <mutex>
#include <vector>

namespace wb::net {

// A remote file as a source of bytes: for looking inside. Reads by Range with read-ahead, and keeps a few blocks: the file's first 256 KiB, its last
// 512 KiB once anything there is asked for, and what was read last. Thread-safe, one request at a time.
class RangeSource final : public RemoteBytes {
public:
    static constexpr uint64_t headBytes = 256 << 10;

    // `reader`: opened with headBytes. Throws NoRange when parts cannot be had.
    explicit RangeSource(std::unique_ptr<RemoteReader> reader);

    void readAt(uint64_t offset, std::span<std::byte> into) const override;

    const RemoteReader& reader() const noexcept { return *m_reader; }

private:
    struct Block {
        uint64_t begin = 0;
        std::vector<std::byte> bytes;
        uint64_t end() const noexcept { return begin + bytes.size(); }
    };

    const Block* blockAt(uint64_t offset) const noexcept;
    const Block& fetch(uint64_t offset, uint64_t wanted) const;

    mutable std::mutex m_mutex;
    std::unique_ptr<RemoteReader> m_reader;
    mutable std::vector<Block> m_blocks;  // the head, then the latest
    mutable uint64_t m_readAhead;
};

}  // namespace wb::net
