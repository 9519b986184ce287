#include "core/plan/read_order.h"

#include "core/checkpoint/unread_header.h"

#include <algorithm>
#include <utility>

namespace wb::plan {

namespace {

constexpr uint64_t joinedGap = 64 << 10;

// Bytes from the tensor's first value to the end of its last, in the record.
uint64_t spanOf(const tensor::TensorInfo& info) noexcept
{
    uint64_t last = 0;
    for (size_t i = 0; i < info.shape.size(); ++i) {
        if (info.shape[i] == 0) {
            return 0;
        }
        last += (info.shape[i] - 1) * info.strides[i];
    }
    return (last + 1) * tensor::itemSize(info.dtype);
}

// Goes through the reads of a conversion in their order.
class ReadWalk {
public:
    ReadWalk(const Plan& plan, uint64_t aside) : m_plan(plan), m_aside(aside), m_met(plan.source.records.size(), false) {}

    // How far back the reads of the next planned tensor go, at most. Where the data of an unread record begins is not known: its reads are taken to
    // begin at the first place possible and to end at the last.
    uint64_t backOf(const PlannedTensor& planned)
    {
        m_back = 0;
        const tensor::TensorInfo& info = m_plan.source.tensors[planned.source];
        const tensor::Record& record = m_plan.source.records[info.record];
        if (record.file != 0 || record.bytes < m_aside) {
            return 0;
        }
        const checkpoint::HeaderBytes header = checkpoint::headerBytesOf(record);
        const uint64_t begin = record.offset + header.least;
        const uint64_t doubt = record.unread ? record.unread->endOfRoom - begin - record.bytes : 0;
        if (!m_met[info.record]) {
            m_met[info.record] = true;
            read(record.offset, header.read);
            if (record.crc32 && !tensor::isWholeRecord(info, record)) {
                read(begin, record.bytes + doubt);
            }
        }
        const uint64_t span = spanOf(info);
        if (span > 0) {
            read(begin + info.storageOffset * tensor::itemSize(info.dtype), span + doubt);
        }
        return info.isContiguous() ? m_back : std::max(m_back, span);
    }

private:
    void read(uint64_t begin, uint64_t bytes) noexcept
    {
        if (bytes > 0) {
            m_back = std::max(m_back, m_end - std::min(m_end, begin));
            m_end = std::max(m_end, begin + bytes);
        }
    }

    const Plan& m_plan;
    uint64_t m_aside;
    std::vector<bool> m_met;  // by record
    uint64_t m_end = 0;       // of what was read so far
    uint64_t m_back = 0;
};

}  // namespace

std::vector<io::ByteRange> sourceExtents(const Plan& plan)
{
    std::vector<io::ByteRange> all;
    for (const PlannedTensor& planned : plan.tensors) {
        const tensor::Record& record = plan.source.records[plan.source.tensors[planned.source].record];
        const uint64_t end = record.unread ? record.unread->endOfRoom : record.offset + record.bytes;
        if (record.file == 0 && end > record.offset) {
            all.push_back({record.offset, end});
        }
    }
    return io::joined(std::move(all), joinedGap);
}

uint64_t backwardBytes(const Plan& plan, uint64_t aside)
{
    ReadWalk walk(plan, aside);
    uint64_t most = 0;
    for (const PlannedTensor& planned : plan.tensors) {
        most = std::max(most, walk.backOf(planned));
    }
    return most;
}

std::optional<std::string> firstBackwardRead(const Plan& plan, uint64_t window, uint64_t aside)
{
    ReadWalk walk(plan, aside);
    for (const PlannedTensor& planned : plan.tensors) {
        if (walk.backOf(planned) > window) {
            return plan.source.tensors[planned.source].key;
        }
    }
    return std::nullopt;
}

}  // namespace wb::plan
