#pragma once

#include "core/io/byte_source.h"
#include "tests/support/memory_source.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wb::test {

// What was read of a remote source, in order.
struct ReadLog {
    struct Read {
        uint64_t begin = 0;
        uint64_t end = 0;
    };

    uint64_t bytes() const noexcept;
    // How far at most a read began before the end of what was read until then.
    uint64_t backwardBytes() const noexcept;
    bool touches(uint64_t begin, uint64_t end) const noexcept;

    std::vector<Read> reads;
};

// Bytes in memory that say they are remote; every read is noted in the log.
class RemoteSource final : public io::ByteSource {
public:
    static constexpr std::string_view validator = "\"version 1\"";

    RemoteSource(std::string_view bytes, std::string address, std::shared_ptr<ReadLog> log);

    const std::string& name() const noexcept override { return m_bytes.name(); }
    uint64_t size() const noexcept override { return m_bytes.size(); }
    bool isRemote() const noexcept override { return true; }
    io::SourceIdentity identity() const noexcept override;
    void readAt(uint64_t offset, std::span<std::byte> into) const override;
    void forget(uint64_t, uint64_t) const noexcept override {}
    void willRead(uint64_t, uint64_t) const noexcept override {}
    void requireUnchanged() const override {}

private:
    MemorySource m_bytes;
    std::shared_ptr<ReadLog> m_log;
};

}  // namespace wb::test
