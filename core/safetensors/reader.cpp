#include "core/safetensors/reader.h"

#include "core/base/byte_cursor.h"
#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/safetensors/header.h"

#include <algorithm>
#include <array>
#include <span>

namespace wb::safetensors {

namespace {

using Entries = std::vector<HeaderEntry>;

Error layoutError(const io::ByteSource& source, const HeaderEntry& entry, uint64_t offset, std::string_view problem)
{
    return Error(ErrorCode::SafetensorsLayout).file(source.name()).part(printable(entry.key)).offset(offset).with("problem", problem);
}

Error tensorError(const io::ByteSource& source, const HeaderEntry& entry, std::string_view problem)
{
    return Error(ErrorCode::SafetensorsTensor).file(source.name()).part(printable(entry.key)).offset(entry.position).with("problem", problem);
}

uint64_t readHeaderLength(const io::ByteSource& source, const Limits& limits)
{
    const auto lengthError = [&](std::string_view problem) {
        return Error(ErrorCode::SafetensorsHeaderLength).file(source.name()).part("header").offset(0).with("problem", problem);
    };
    if (source.size() < lengthFieldBytes) {
        throw lengthError("too-short").with("found", source.size());
    }
    std::array<std::byte, lengthFieldBytes> bytes{};
    source.readAt(0, bytes);
    const uint64_t length = ByteCursor(bytes).u64().value_or(0);
    if (length == 0) {
        throw lengthError("empty");
    }
    if (length > limits.safetensorsHeaderBytes) {
        throw lengthError("too-large").with("found", length).with("limit", limits.safetensorsHeaderBytes);
    }
    if (!fitsInside(lengthFieldBytes, length, source.size())) {
        throw lengthError("past-end").with("found", length).with("limit", source.size() - lengthFieldBytes);
    }
    return length;
}

// The header's text without its padding.
std::string readHeader(const io::ByteSource& source, uint64_t length)
{
    const auto headerError = [&](uint64_t at, std::string_view problem) {
        return Error(ErrorCode::SafetensorsHeader).file(source.name()).part("header").offset(lengthFieldBytes + at).with("problem", problem);
    };
    std::string header(static_cast<size_t>(length), '\0');
    source.readAt(lengthFieldBytes, std::as_writable_bytes(std::span(header)));
    if (header.front() != '{') {
        throw headerError(0, "start");
    }
    header.erase(header.find_last_not_of(' ') + 1);
    if (header.back() != '}') {
        throw headerError(header.size() - 1, "end");
    }
    return header;
}

void requireUniqueNames(const io::ByteSource& source, const Entries& entries)
{
    std::vector<const HeaderEntry*> byName;
    byName.reserve(entries.size());
    for (const HeaderEntry& entry : entries) {
        byName.push_back(&entry);
    }
    std::sort(byName.begin(), byName.end(), [](const HeaderEntry* a, const HeaderEntry* b) {
        const int order = a->key.compare(b->key);
        return order != 0 ? order < 0 : a->position < b->position;
    });
    const auto twice = std::adjacent_find(byName.begin(), byName.end(), [](const auto* a, const auto* b) { return a->key == b->key; });
    if (twice != byName.end()) {
        const HeaderEntry& second = **std::next(twice);
        throw Error(ErrorCode::SafetensorsDuplicate).file(source.name()).part(printable(second.key)).offset(second.position).with("problem", "name");
    }
}

uint64_t bytesOfShape(const io::ByteSource& source, const HeaderEntry& entry)
{
    std::optional<uint64_t> bytes = tensor::itemSize(entry.dtype);
    for (const uint64_t size : entry.shape) {
        bytes = checkedMul(*bytes, size);
        if (!bytes) {
            throw tensorError(source, entry, "overflow").with("found", tensor::shapeText(entry.shape));
        }
    }
    return *bytes;
}

void proveTensor(const io::ByteSource& source, const HeaderEntry& entry, uint64_t dataBytes)
{
    if (entry.begin > entry.end) {
        throw tensorError(source, entry, "reversed").with("found", entry.begin).with("limit", entry.end);
    }
    if (entry.end > dataBytes) {
        throw tensorError(source, entry, "past-end").with("found", entry.end).with("limit", dataBytes);
    }
    const uint64_t bytes = bytesOfShape(source, entry);
    if (bytes != entry.end - entry.begin) {
        throw tensorError(source, entry, "size").with("expected", bytes).with("found", entry.end - entry.begin);
    }
}

// The entries, in byte order, cover the data from its first byte to its last, each byte once.
void proveLayout(const io::ByteSource& source, const Entries& entries, uint64_t dataStart)
{
    const uint64_t dataBytes = source.size() - dataStart;
    uint64_t expected = 0;
    for (const HeaderEntry& entry : entries) {
        proveTensor(source, entry, dataBytes);
        if (entry.begin != expected) {
            throw layoutError(source, entry, dataStart + entry.begin, entry.begin < expected ? "overlap" : "hole")
                .with("expected", expected)
                .with("found", entry.begin);
        }
        expected = entry.end;
    }
    if (expected != dataBytes) {
        throw Error(ErrorCode::SafetensorsLayout)
            .file(source.name())
            .part("data")
            .offset(dataStart + expected)
            .with("problem", "trailing")
            .with("expected", expected)
            .with("found", dataBytes);
    }
}

tensor::TensorIndex makeIndex(const io::ByteSource& source, Entries entries, uint64_t dataStart)
{
    tensor::TensorIndex index;
    index.container = tensor::Container::Safetensors;
    index.files.push_back({source.name(), source.size(), source.identity().modifiedNs, source.identity().validator});
    index.records.reserve(entries.size());
    index.tensors.reserve(entries.size());
    for (HeaderEntry& entry : entries) {
        tensor::TensorInfo tensor;
        tensor.record = static_cast<uint32_t>(index.records.size());
        tensor.dtype = entry.dtype;
        tensor.strides = tensor::contiguousStrides(entry.shape);
        tensor.shape = std::move(entry.shape);
        tensor.key = std::move(entry.key);

        tensor::Record record;
        record.name = tensor.key;
        record.offset = dataStart + entry.begin;
        record.bytes = entry.end - entry.begin;
        index.records.push_back(std::move(record));
        index.tensors.push_back(std::move(tensor));
    }
    return index;
}

}  // namespace

Metadata readMetadata(const io::ByteSource& source, JobContext& job)
{
    Metadata metadata;
    parseHeader(readHeader(source, readHeaderLength(source, job.limits)), source.name(), job, &metadata);
    return metadata;
}

tensor::TensorIndex readSafetensors(const io::ByteSource& source, JobContext& job)
{
    job.cancel.throwIfCancelled();
    const uint64_t length = readHeaderLength(source, job.limits);
    // The header's text is let go before the index is made: both at once would double the peak.
    Entries entries = parseHeader(readHeader(source, length), source.name(), job);
    requireUniqueNames(source, entries);
    std::stable_sort(entries.begin(), entries.end(),
                     [](const HeaderEntry& a, const HeaderEntry& b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
    const uint64_t dataStart = lengthFieldBytes + length;
    proveLayout(source, entries, dataStart);
    return makeIndex(source, std::move(entries), dataStart);
}

}  // namespace wb::safetensors
