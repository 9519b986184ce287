#pragma once

#include "core/base/cancel.h"
#include "core/io/byte_source.h"
#include "core/tensor/tensor_index.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace wb::checkpoint {

// Opens a file of an index by other means than its local path; must give a source, or throw.
using SourceOpener = std::function<std::unique_ptr<io::ByteSource>(const tensor::SourceFile& file)>;

// Open files of one checkpoint, by file number; opened when first asked for, a few kept. Thread-safe. Each file is held against size, time and
// validator of the index when it is opened (SourceChanged). Without an opener, slices and shards are opened inside the folder of files[0] only;
// with one, every file is opened by it. The index must outlive it.
class SourceFiles {
public:
    explicit SourceFiles(const tensor::TensorIndex& index, SourceOpener opener = {});
    ~SourceFiles();
    std::shared_ptr<const io::ByteSource> open(uint32_t file) const;
    // Offset of a record's first byte of data. What stands before an unread one is read and checked the first time (unread_header.h).
    uint64_t firstByteOf(const tensor::Record& record) const;
    // Throws SourceChanged when any file that was opened is no longer what it was.
    void requireUnchanged() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// Values of one tensor as canonical bytes: row-major, without gaps, little-endian, in the source's dtype, in pieces of any size, from the
// front. Views, transposed and shared storages come out by value; a tensor is never held whole (a few MiB of buffer at most).
class TensorReader {
public:
    // `tensor` and `index` must outlive the reader. requireInsideRecord holds for every tensor of an index. Throws what firstByteOf throws.
    TensorReader(const SourceFiles& files, const tensor::TensorIndex& index, const tensor::TensorInfo& tensor);
    ~TensorReader();

    uint64_t recordBegin() const noexcept;  // first byte of the record's data, from the start of the file
    uint64_t remaining() const noexcept;    // bytes
    // Fills `into` with the next bytes; into.size() must be at most remaining() and a multiple of the item size.
    void read(std::span<std::byte> into);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// Reads a record once, front to back, and holds it against its CRC-32. Throws CrcMismatch (file, part, offset of its data). For records
// whose bytes are not read in order anyway (views, shared storages). Does nothing when the record has no CRC-32.
void requireCrc(const SourceFiles& files, const tensor::TensorIndex& index, const tensor::Record& record, const CancelToken& cancel);

}  // namespace wb::checkpoint
