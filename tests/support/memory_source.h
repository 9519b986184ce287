#pragma once

#include "core/io/byte_source.h"

#include <string>
#include <string_view>
#include <vector>

namespace wb::test {

// Bytes in memory as a source, bounds-checked as a file is: reading past the end throws SourceTruncated.
class MemorySource final : public io::ByteSource {
public:
    explicit MemorySource(std::vector<std::byte> bytes, std::string name = "memory");
    explicit MemorySource(std::string_view bytes, std::string name = "memory");

    const std::string& name() const noexcept override { return m_name; }
    uint64_t size() const noexcept override { return m_bytes.size(); }
    io::SourceIdentity identity() const noexcept override;
    void readAt(uint64_t offset, std::span<std::byte> into) const override;
    void forget(uint64_t, uint64_t) const noexcept override {}
    void willRead(uint64_t, uint64_t) const noexcept override {}
    void requireUnchanged() const override {}

private:
    std::vector<std::byte> m_bytes;
    std::string m_name;
};

}  // namespace wb::test
