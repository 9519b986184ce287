#pragma once

#include "core/base/job_context.h"
#include "core/io/byte_source.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wb::verify {

// A run of bytes in a file.
struct Span {
    uint64_t offset = 0;
    uint64_t bytes = 0;
};

struct SpanHash {
    std::string xxh3;
    uint32_t crc32 = 0;
};

struct FileHashes {
    uint64_t bytes = 0;
    std::string sha256;
    std::vector<SpanHash> spans;  // in the order given
};

// Reads a file once, front to back, for its SHA-256 (on a second thread) and for XXH3-128 and CRC-32 of every span. Spans are sorted, do not
// overlap and lie inside the file. Holds a few buffers of 4 MiB. Advances the progress by the file's bytes. Throws read errors, SourceChanged,
// Cancelled.
FileHashes hashFile(const io::ByteSource& source, const std::vector<Span>& spans, JobContext& job);

}  // namespace wb::verify
