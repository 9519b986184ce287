#include "core/convert/resume.h"

#include "core/base/error.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace wb::convert {

namespace {

constexpr size_t blockBytes = 1 << 20;

// Reads the working file of a track again, front to back, into the track's SHA-256 and frame.
class Reread {
public:
    Reread(const plan::Plan& plan, const plan::PlannedFile& file, const io::ByteSource& source, const JournalState& journal, JobContext& job)
        : m_plan(plan), m_file(file), m_source(source), m_journal(journal), m_job(job), m_buffer(blockBytes)
    {}

    // Takes up to `limit` tensors; fewer when one is not as the journal has it, and then the track's SHA-256 has seen too much.
    uint32_t take(uint32_t limit, Track& track)
    {
        for (uint32_t i = 0; i < limit; ++i) {
            if (!takeTensor(i, track)) {
                return i;
            }
        }
        return limit;
    }

private:
    bool takeTensor(uint32_t number, Track& track)
    {
        const uint32_t inPlan = m_file.firstTensor + number;
        const uint64_t begin = m_file.offsets[number];
        const uint64_t bytes = m_plan.tensors[inPlan].bytes;
        const std::string gap = track.frame->before(number);
        if (m_source.size() < begin + bytes || track.keepBytes + gap.size() != begin || !matches(track.keepBytes, gap)) {
            return false;
        }
        track.sha256.update(std::as_bytes(std::span(gap)));
        TensorHash hash;
        uint32_t crc = 0;
        for (uint64_t done = 0; done < bytes;) {
            const std::span<const std::byte> block = read(begin + done, bytes - done);
            track.sha256.update(block);
            hash.update(block);
            crc = track.frame->needsCrc() ? crc32(crc, block) : 0;
            done += block.size();
            m_job.progress.advance(block.size());
        }
        if (hash.hex() != m_journal.tensors.at(inPlan).xxh3) {
            return false;
        }
        track.frame->tensorDone(number, crc);
        track.keepBytes = begin + bytes;
        track.nextTensor = inPlan + 1;
        return true;
    }

    bool matches(uint64_t offset, const std::string& expected)
    {
        for (size_t done = 0; done < expected.size();) {
            const std::span<const std::byte> block = read(offset + done, expected.size() - done);
            if (std::memcmp(block.data(), expected.data() + done, block.size()) != 0) {
                return false;
            }
            done += block.size();
        }
        return true;
    }

    std::span<const std::byte> read(uint64_t offset, uint64_t atMost)
    {
        m_job.cancel.throwIfCancelled();
        const std::span<std::byte> into = std::span(m_buffer).first(static_cast<size_t>(std::min<uint64_t>(atMost, m_buffer.size())));
        m_source.readAt(offset, into);
        return into;
    }

    const plan::Plan& m_plan;
    const plan::PlannedFile& m_file;
    const io::ByteSource& m_source;
    const JournalState& m_journal;
    JobContext& m_job;
    std::vector<std::byte> m_buffer;
};

// How many tensors of the file, from its first, the journal has.
uint32_t recordedTensors(const plan::PlannedFile& file, const JournalState& journal)
{
    uint32_t count = 0;
    while (count < file.tensorCount && journal.tensors.contains(file.firstTensor + count)) {
        ++count;
    }
    return count;
}

bool isWhole(const plan::Plan& plan, uint32_t number, const OutputPaths& paths, const JournalState& journal)
{
    const plan::PlannedFile& file = plan.weightFiles[number];
    if (!journal.files.contains(number) || recordedTensors(file, journal) != file.tensorCount) {
        return false;
    }
    if (journal.away.contains(number)) {
        return true;
    }
    const std::optional<uint64_t> part = io::fileBytes(paths.part(file));
    const std::optional<uint64_t> bytes = !part && journal.publishing ? io::fileBytes(paths.final(file)) : part;
    return bytes == file.bytes;
}

void startFile(const plan::Plan& plan, const plan::PlannedFile& file, Track& track)
{
    track.nextTensor = file.firstTensor;
    track.keepBytes = 0;
    track.frame = makeFrame(plan, file);
    track.sha256.reset();
}

void resumeFile(const plan::Plan& plan, const plan::PlannedFile& file, const OutputPaths& paths, const JournalState& journal, JobContext& job,
                Track& track)
{
    startFile(plan, file, track);
    uint32_t limit = recordedTensors(file, journal);
    if (limit == 0 || !io::exists(paths.part(file))) {
        return;
    }
    job.progress.file(file.name);
    const std::unique_ptr<io::ByteSource> source = io::openFile(paths.part(file));
    Reread reread(plan, file, *source, journal, job);
    for (uint32_t taken = reread.take(limit, track); taken != limit; taken = reread.take(limit, track)) {
        limit = taken;
        startFile(plan, file, track);
    }
}

std::vector<Track> freshTracks(const plan::Plan& plan)
{
    std::vector<Track> tracks;
    for (const plan::Format format : {plan::Format::Safetensors, plan::Format::Pth}) {
        Track track;
        for (uint32_t i = 0; i < plan.weightFiles.size(); ++i) {
            if (plan.weightFiles[i].format == format) {
                track.files.push_back(i);
            }
        }
        if (!track.files.empty()) {
            tracks.push_back(std::move(track));
        }
    }
    return tracks;
}

}  // namespace

std::vector<Track> resumeTracks(const plan::Plan& plan, const OutputPaths& paths, const JournalState& journal, JobContext& job)
{
    std::vector<Track> tracks = freshTracks(plan);
    uint64_t bytes = 0;
    for (Track& track : tracks) {
        while (track.at < track.files.size() && isWhole(plan, track.files[track.at], paths, journal)) {
            ++track.at;
        }
        if (track.at < track.files.size()) {
            bytes += io::fileBytes(paths.part(plan.weightFiles[track.files[track.at]])).value_or(0);
        }
    }
    if (!journal.tensors.empty()) {
        job.progress.begin(Stage::Resume, bytes);
    }
    for (Track& track : tracks) {
        if (track.at < track.files.size()) {
            resumeFile(plan, plan.weightFiles[track.files[track.at]], paths, journal, job, track);
        } else {
            track.nextTensor = static_cast<uint32_t>(plan.tensors.size());
        }
    }
    return tracks;
}

}  // namespace wb::convert
