#include "core/job/demo_file.h"

#include "core/base/crc_algebra.h"
#include "core/base/hash.h"
#include "core/job/demo_values.h"

#include <algorithm>
#include <span>

namespace wb::job {

namespace {

constexpr size_t bufferBytes = 1 << 20;

}  // namespace

DemoFile::DemoFile(const std::string& workingPath, uint64_t seed, bool sparse, JobContext& job)
    : m_file(workingPath, 0), m_seed(seed), m_sparse(sparse), m_job(job), m_buffer(sparse ? 0 : bufferBytes)
{}

void DemoFile::write(std::string_view bytes)
{
    m_file.write(std::as_bytes(std::span(bytes)));
}

void DemoFile::zeros(uint64_t bytes)
{
    // Cutting a file to more than it has leaves a hole.
    m_file = io::OutputFile(m_file.path(), m_file.position() + bytes);
}

uint32_t DemoFile::tensor(const DemoTensor& tensor)
{
    m_job.cancel.throwIfCancelled();
    m_job.progress.item(tensor.key);
    if (m_sparse) {
        zeros(tensor.bytes);
        m_job.progress.advance(tensor.bytes);
        return crcOfZeros(tensor.bytes);
    }
    const DemoValues values(tensor, m_seed);
    const uint64_t itemBytes = tensor.elements > 0 ? tensor.bytes / tensor.elements : 1;
    uint32_t crc = 0;
    for (uint64_t done = 0; done < tensor.bytes;) {
        m_job.cancel.throwIfCancelled();
        const std::span<std::byte> piece(m_buffer.data(), static_cast<size_t>(std::min<uint64_t>(m_buffer.size(), tensor.bytes - done)));
        values.fill(done / itemBytes, piece);
        crc = crc32(crc, piece);
        m_file.write(piece);
        m_file.flushBehind();
        done += piece.size();
        m_job.progress.advance(piece.size());
    }
    return crc;
}

void DemoFile::finish()
{
    m_file.finish();
}

}  // namespace wb::job
