#pragma once

#include "core/base/hash.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/plan/plan.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wb::convert {

// The values of one planned tensor as they go out: read in blocks that stay in the processor's cache, there held against the record's CRC-32,
// converted to the planned dtype and hashed.
class TensorFeed {
public:
    // What the feed works out on the way.
    struct Wanted {
        bool recordCrc = false;  // the tensor is its record, read in order: compare the CRC-32 of the bytes read
        bool outgoingCrc = false;
        bool forget = false;  // the source is too large to stay in the page cache
    };

    TensorFeed(const checkpoint::SourceFiles& files, const plan::Plan& plan, const plan::PlannedTensor& planned, Wanted wanted);

    uint64_t remaining() const noexcept;  // bytes that will come out
    size_t itemBytes() const noexcept { return m_itemOut; }
    // Fills the front of `into`, which must hold an item, with the next values; returns how many bytes.
    size_t read(std::span<std::byte> into);

    // After the last byte. Throws CrcMismatch.
    void requireRecordCrc() const;
    std::string xxh3() const { return m_hash.hex(); }
    uint32_t outgoingCrc() const noexcept { return m_outgoingCrc; }
    uint64_t overflowed() const noexcept { return m_overflowed; }

private:
    void steerCache(size_t bytesRead);

    const tensor::TensorIndex& m_index;
    const tensor::TensorInfo& m_info;
    const plan::PlannedTensor& m_planned;
    Wanted m_wanted;
    size_t m_itemIn = 0;
    size_t m_itemOut = 0;
    checkpoint::TensorReader m_reader;
    std::shared_ptr<const io::ByteSource> m_source;  // only for tensors worth steering the page cache for
    uint64_t m_read = 0;
    uint64_t m_steered = 0;
    std::vector<std::byte> m_raw;  // one block before it is converted
    TensorHash m_hash;
    uint32_t m_recordCrc = 0;
    uint32_t m_outgoingCrc = 0;
    uint64_t m_overflowed = 0;
};

}  // namespace wb::convert
