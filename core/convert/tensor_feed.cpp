#include "core/convert/tensor_feed.h"

#include "core/base/error.h"
#include "core/tensor/cast.h"

#include <fmt/format.h>

#include <algorithm>

namespace wb::convert {

namespace {

constexpr size_t blockBytes = 256 << 10;
// The kernel's own read-ahead is short; records at least this long are announced and forgotten in such steps.
constexpr uint64_t steerBytes = 8ULL << 20;

}  // namespace

TensorFeed::TensorFeed(const checkpoint::SourceFiles& files, const plan::Plan& plan, const plan::PlannedTensor& planned, Wanted wanted)
    : m_index(plan.source), m_info(plan.source.tensors[planned.source]), m_planned(planned), m_wanted(wanted),
      m_itemIn(static_cast<size_t>(tensor::itemSize(m_info.dtype))), m_itemOut(static_cast<size_t>(tensor::itemSize(planned.dtype))),
      m_reader(files, plan.source, m_info)
{
    const tensor::Record& record = m_index.records[m_info.record];
    if (m_info.isContiguous() && m_info.bytes() >= steerBytes) {
        m_source = files.open(record.file);
    }
    if (planned.dtype != m_info.dtype) {
        m_raw.resize(blockBytes);
    }
}

uint64_t TensorFeed::remaining() const noexcept
{
    return m_reader.remaining() / m_itemIn * m_itemOut;
}

size_t TensorFeed::read(std::span<std::byte> into)
{
    const uint64_t blockItems = blockBytes / std::max(m_itemIn, m_itemOut);
    const uint64_t items = std::min({uint64_t{into.size() / m_itemOut}, blockItems, m_reader.remaining() / m_itemIn});
    const std::span<std::byte> out = into.first(static_cast<size_t>(items) * m_itemOut);
    const std::span<std::byte> in = m_raw.empty() ? out : std::span(m_raw).first(static_cast<size_t>(items) * m_itemIn);
    steerCache(in.size());
    m_reader.read(in);
    if (m_wanted.recordCrc) {
        m_recordCrc = crc32(m_recordCrc, in);
    }
    if (!m_raw.empty()) {
        m_overflowed += tensor::castFloating(m_info.dtype, in, m_planned.dtype, out);
    }
    m_hash.update(out);
    if (m_wanted.outgoingCrc) {
        m_outgoingCrc = m_wanted.recordCrc && m_raw.empty() ? m_recordCrc : crc32(m_outgoingCrc, out);
    }
    return out.size();
}

void TensorFeed::steerCache(size_t bytesRead)
{
    if (m_source && m_read >= m_steered) {
        const uint64_t begin = m_reader.recordBegin() + m_info.storageOffset * m_itemIn;
        const uint64_t total = m_info.bytes();
        m_source->willRead(begin + m_read, std::min(2 * steerBytes, total - m_read));
        if (m_wanted.forget && m_read >= steerBytes) {
            m_source->forget(begin + m_read - steerBytes, steerBytes);
        }
        m_steered = m_read + steerBytes;
    }
    m_read += bytesRead;
}

void TensorFeed::requireRecordCrc() const
{
    const tensor::Record& record = m_index.records[m_info.record];
    if (m_wanted.recordCrc && m_recordCrc != record.crc32) {
        throw Error(ErrorCode::CrcMismatch)
            .file(m_index.files[record.file].path)
            .part(record.name)
            .offset(m_reader.recordBegin())
            .with("expected", fmt::format("{:08x}", record.crc32.value_or(0)))
            .with("found", fmt::format("{:08x}", m_recordCrc));
    }
}

}  // namespace wb::convert
