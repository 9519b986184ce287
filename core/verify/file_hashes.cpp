#include "core/verify/file_hashes.h"

#include "core/base/hash.h"
#include "core/io/folder.h"
#include "core/verify/background_sha256.h"

#include <algorithm>
#include <span>
#include <utility>

namespace wb::verify {

namespace {

constexpr uint64_t cacheShare = 4;  // larger parts of the memory are left to others

// Cuts the file's bytes, as they pass by, into spans and hashes these.
class SpanHasher {
public:
    explicit SpanHasher(const std::vector<Span>& spans) : m_spans(spans), m_hashes(spans.size(), SpanHash{TensorHash().hex(), 0}) {}

    // `bytes` lie at `offset`; calls follow one another without gaps.
    void take(uint64_t offset, std::span<const std::byte> bytes)
    {
        const uint64_t end = offset + bytes.size();
        for (; m_at < m_spans.size(); ++m_at) {
            const Span& span = m_spans[m_at];
            if (span.bytes == 0) {
                continue;
            }
            const uint64_t from = std::max(offset, span.offset);
            if (from >= end) {
                return;
            }
            const uint64_t until = std::min(end, span.offset + span.bytes);
            update(bytes.subspan(static_cast<size_t>(from - offset), static_cast<size_t>(until - from)));
            if (span.offset + span.bytes > end) {
                return;
            }
            m_hashes[m_at] = {m_hash.hex(), m_crc};
            m_hash.reset();
            m_crc = 0;
        }
    }

    std::vector<SpanHash> finish() { return std::move(m_hashes); }

private:
    void update(std::span<const std::byte> bytes)
    {
        constexpr size_t block = 64 << 10;  // stays in the cache between the two hashes
        for (size_t at = 0; at < bytes.size(); at += block) {
            const auto piece = bytes.subspan(at, std::min(block, bytes.size() - at));
            m_hash.update(piece);
            m_crc = crc32(m_crc, piece);
        }
    }

    const std::vector<Span>& m_spans;
    std::vector<SpanHash> m_hashes;
    size_t m_at = 0;  // the first span that is not whole
    TensorHash m_hash;
    uint32_t m_crc = 0;
};

}  // namespace

FileHashes hashFile(const io::ByteSource& source, const std::vector<Span>& spans, JobContext& job)
{
    job.progress.file(source.name());
    SpanHasher hasher(spans);
    const uint64_t size = source.size();
    BackgroundSha256 sha256(size);
    source.willRead(0, size);
    const bool isSoonRead = size <= io::availableMemory() / cacheShare;  // a file that is proved is often sent or compared next
    uint64_t offset = 0;
    while (offset < size) {
        job.cancel.throwIfCancelled();
        const std::span<std::byte> buffer = sha256.buffer();
        const auto bytes = buffer.first(static_cast<size_t>(std::min<uint64_t>(buffer.size(), size - offset)));
        source.readAt(offset, bytes);
        hasher.take(offset, bytes);
        sha256.submit(bytes.size());
        if (!isSoonRead) {
            source.forget(offset, bytes.size());
        }
        offset += bytes.size();
        job.progress.advance(bytes.size());
    }
    source.requireUnchanged();
    FileHashes hashes;
    hashes.bytes = size;
    hashes.sha256 = sha256.finishHex();
    hashes.spans = hasher.finish();
    return hashes;
}

}  // namespace wb::verify
