#include "core/convert/copy_engine.h"

#include "core/base/error.h"
#include "core/convert/batch_queue.h"
#include "core/convert/output_stages.h"
#include "core/convert/read_stage.h"

#include <algorithm>
#include <array>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace wb::convert {

namespace {

constexpr size_t batchCount = 6;

// The queues between the stages, and the first failure of any.
class Pipeline {
public:
    explicit Pipeline(const CancelToken& cancel) : m_empty(cancel), m_toHash(cancel), m_toWrite(cancel)
    {
        for (Batch& batch : m_batches) {
            m_empty.push(batch);
        }
    }

    void run(ReadStage& reader, uint32_t first, HashStage& hasher, WriteStage& writer);
    BatchQueue& empty() noexcept { return m_empty; }
    BatchQueue& toHash() noexcept { return m_toHash; }

private:
    template <typename Work> void guard(Work work) noexcept
    {
        try {
            work();
        } catch (const Stopped&) {
            return;  // another stage has failed and said so
        } catch (...) {
            const std::scoped_lock lock(m_mutex);
            if (!m_failure) {
                m_failure = std::current_exception();
            }
        }
        if (failed()) {
            m_empty.stop();
            m_toHash.stop();
            m_toWrite.stop();
        }
    }

    bool failed()
    {
        const std::scoped_lock lock(m_mutex);
        return m_failure != nullptr;
    }

    void hashAll(HashStage& hasher)
    {
        while (Batch* const batch = m_toHash.pop()) {
            hasher.take(*batch);
            m_toWrite.push(*batch);
        }
        m_toWrite.close();
    }

    void writeAll(WriteStage& writer)
    {
        while (Batch* const batch = m_toWrite.pop()) {
            writer.take(*batch);
            batch->clear();
            m_empty.push(*batch);
        }
    }

    std::array<Batch, batchCount> m_batches;
    BatchQueue m_empty;
    BatchQueue m_toHash;
    BatchQueue m_toWrite;
    std::mutex m_mutex;
    std::exception_ptr m_failure;
};

void Pipeline::run(ReadStage& reader, uint32_t first, HashStage& hasher, WriteStage& writer)
{
    {
        const std::jthread hashing([&] { guard([&] { hashAll(hasher); }); });
        std::jthread writing;
        guard([&] {
            writing = std::jthread([&] { guard([&] { writeAll(writer); }); });
            reader.run(first);
        });
    }
    if (m_failure) {
        std::rethrow_exception(m_failure);
    }
}

}  // namespace

void copyTensors(const plan::Plan& plan, const OutputPaths& paths, std::vector<Track> tracks, Journal& journal, Departures* departures,
                 const checkpoint::SourceFiles& files, JobContext& job)
{
    auto first = static_cast<uint32_t>(plan.tensors.size());
    for (const Track& track : tracks) {
        first = std::min(first, track.nextTensor);
    }
    uint64_t total = 0;
    uint64_t resumed = 0;
    for (uint32_t i = 0; i < plan.tensors.size(); ++i) {
        total += plan.tensors[i].bytes;
        resumed += i < first ? plan.tensors[i].bytes : 0;
    }
    job.progress.begin(Stage::Convert, total);
    job.progress.resumed(resumed);
    HashStage hasher(tracks);
    WriteStage writer(plan, paths, tracks.size(), journal, departures, job);
    Pipeline pipeline(job.cancel);
    ReadStage reader(plan, files, tracks, pipeline.empty(), pipeline.toHash(), job);
    try {
        pipeline.run(reader, first, hasher, writer);
        reader.requireAllRead();
    } catch (const std::system_error& error) {  // no thread to be had
        throw systemError(error.code().value(), paths.folder(), ErrorCode::Internal);
    }
}

}  // namespace wb::convert
