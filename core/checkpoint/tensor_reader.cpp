#include "core/checkpoint/tensor_reader.h"

#include "core/base/error.h"
#include "core/checkpoint/record_crc.h"
#include "core/checkpoint/strided_reader.h"

#include <algorithm>
#include <optional>

namespace wb::checkpoint {

namespace {

// Bytes that a big-endian machine turns round: the item, or each half of a complex number.
size_t swapBytesOf(tensor::DType dtype) noexcept
{
    const bool isComplex = dtype == tensor::DType::C64 || dtype == tensor::DType::C128;
    return static_cast<size_t>(tensor::itemSize(dtype)) / (isComplex ? 2 : 1);
}

void swapEach(std::span<std::byte> bytes, size_t itemBytes)
{
    for (; bytes.size() >= itemBytes; bytes = bytes.subspan(itemBytes)) {
        std::reverse(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(itemBytes));
    }
}

}  // namespace

struct TensorReader::Impl {
    std::shared_ptr<const io::ByteSource> source;
    uint64_t recordBegin = 0;
    uint64_t next = 0;  // byte offset of the next value, for a tensor without gaps
    uint64_t remaining = 0;
    uint64_t itemBytes = 1;
    size_t swapBytes = 1;  // 1: as it is
    std::optional<StridedReader> strided;
};

TensorReader::TensorReader(const SourceFiles& files, const tensor::TensorIndex& index, const tensor::TensorInfo& tensor)
    : m_impl(std::make_unique<Impl>())
{
    const tensor::Record& record = index.records.at(tensor.record);
    m_impl->itemBytes = tensor::itemSize(tensor.dtype);
    m_impl->remaining = tensor.bytes();
    m_impl->recordBegin = files.firstByteOf(record);
    m_impl->next = m_impl->recordBegin + tensor.storageOffset * m_impl->itemBytes;
    m_impl->swapBytes = record.bigEndian ? swapBytesOf(tensor.dtype) : 1;
    m_impl->source = files.open(record.file);
    if (!tensor.isContiguous()) {
        m_impl->strided.emplace(*m_impl->source, m_impl->next, m_impl->itemBytes, tensor.shape, tensor.strides);
    }
}

TensorReader::~TensorReader() = default;

uint64_t TensorReader::recordBegin() const noexcept
{
    return m_impl->recordBegin;
}

uint64_t TensorReader::remaining() const noexcept
{
    return m_impl->remaining;
}

void TensorReader::read(std::span<std::byte> into)
{
    if (into.size() > m_impl->remaining || into.size() % m_impl->itemBytes != 0) {
        throw Error(ErrorCode::Internal).with("problem", "read-size").with("found", into.size());
    }
    if (m_impl->strided) {
        m_impl->strided->read(into);
    } else if (!into.empty()) {
        m_impl->source->readAt(m_impl->next, into);
        m_impl->next += into.size();
    }
    m_impl->remaining -= into.size();
    if (m_impl->swapBytes > 1) {
        swapEach(into, m_impl->swapBytes);
    }
}

void requireCrc(const SourceFiles& files, const tensor::TensorIndex&, const tensor::Record& record, const CancelToken& cancel)
{
    if (record.crc32) {
        requireRecordCrc(*files.open(record.file), record, files.firstByteOf(record), cancel);
    }
}

}  // namespace wb::checkpoint
