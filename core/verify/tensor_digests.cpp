#include "core/verify/tensor_digests.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/tensor/cast.h"
#include "core/verify/tally.h"

#include <algorithm>
#include <span>

namespace wb::verify {

namespace {

constexpr size_t blockBytes = 4 << 20;

class Digester {
public:
    Digester(const tensor::TensorIndex& index, const checkpoint::SourceOpener& openSource, JobContext& job)
        : m_index(index), m_files(index, openSource), m_job(job), m_block(blockBytes)
    {}

    Digest digest(const DigestWanted& wanted)
    {
        const tensor::TensorInfo& info = m_index.tensors[wanted.tensor];
        Digest digest;
        try {
            digest.sha256 = hashValues(info, wanted.dtype);
        } catch (const Error& error) {
            digest.problem = problemOf(error);
        }
        return digest;
    }

    void requireUnchanged() const { m_files.requireUnchanged(); }

private:
    std::string hashValues(const tensor::TensorInfo& info, tensor::DType dtype)
    {
        checkpoint::TensorReader reader(m_files, m_index, info);
        m_sha256.reset();
        uint32_t crc = 0;
        while (reader.remaining() > 0) {
            m_job.cancel.throwIfCancelled();
            const auto values = std::span(m_block).first(static_cast<size_t>(std::min<uint64_t>(blockBytes, reader.remaining())));
            reader.read(values);
            crc = crc32(crc, values);
            m_sha256.update(converted(values, info.dtype, dtype));
            m_job.progress.advance(values.size());
        }
        const tensor::Record& record = m_index.records[info.record];
        if (record.crc32 && tensor::isWholeRecord(info, record) && *record.crc32 != crc) {
            throw Error(ErrorCode::CrcMismatch).part(record.name).offset(reader.recordBegin());
        }
        return m_sha256.finishHex();
    }

    std::span<const std::byte> converted(std::span<const std::byte> values, tensor::DType from, tensor::DType to)
    {
        if (from == to) {
            return values;
        }
        m_converted.resize(values.size() / tensor::itemSize(from) * tensor::itemSize(to));
        tensor::castFloating(from, values, to, m_converted);
        return m_converted;
    }

    const tensor::TensorIndex& m_index;
    checkpoint::SourceFiles m_files;
    JobContext& m_job;
    std::vector<std::byte> m_block;
    std::vector<std::byte> m_converted;
    Sha256 m_sha256;
};

}  // namespace

std::vector<Digest> digestTensors(const tensor::TensorIndex& index, const std::vector<DigestWanted>& wanted, JobContext& job,
                                  const checkpoint::SourceOpener& openSource)
{
    Digester digester(index, openSource, job);
    std::vector<Digest> digests;
    digests.reserve(wanted.size());
    for (const DigestWanted& one : wanted) {
        job.cancel.throwIfCancelled();
        job.progress.item(index.tensors[one.tensor].key);
        digests.push_back(digester.digest(one));
    }
    digester.requireUnchanged();
    return digests;
}

}  // namespace wb::verify
