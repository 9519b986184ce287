#include "core/convert/read_stage.h"

#include "core/base/error.h"
#include "core/convert/tensor_feed.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace wb::convert {

namespace {

// A source that fills most of the memory would push everything else out of the page cache; a smaller one may stay for its next reader.
bool fillsMemory(const tensor::TensorIndex& source) noexcept
{
    uint64_t bytes = 0;
    for (const tensor::SourceFile& file : source.files) {
        bytes += file.bytes;
    }
    const auto pages = static_cast<uint64_t>(std::max(::sysconf(_SC_PHYS_PAGES), 0L));
    const auto pageBytes = static_cast<uint64_t>(std::max(::sysconf(_SC_PAGESIZE), 0L));
    return bytes > pages * pageBytes / 2;
}

}  // namespace

ReadStage::ReadStage(const plan::Plan& plan, const checkpoint::SourceFiles& files, std::vector<Track>& tracks, BatchQueue& empty, BatchQueue& filled,
                     JobContext& job)
    : m_plan(plan), m_files(files), m_tracks(tracks), m_empty(empty), m_filled(filled), m_job(job), m_opened(tracks.size(), false),
      m_checkedRecords(plan.source.records.size(), false), m_forget(fillsMemory(plan.source))
{}

void ReadStage::run(uint32_t first)
{
    m_batch = m_empty.pop();
    try {
        endFullFiles();
        for (uint32_t number = first; number < m_plan.tensors.size(); ++number) {
            copyTensor(number);
            endFullFiles();
        }
    } catch (const Error&) {
        m_failure = std::current_exception();
    }
    m_filled.push(*m_batch);
    m_filled.close();
}

void ReadStage::requireAllRead() const
{
    if (m_failure) {
        std::rethrow_exception(m_failure);
    }
}

void ReadStage::copyTensor(uint32_t number)
{
    m_job.cancel.throwIfCancelled();
    if (m_batch->steps.size() >= Batch::mostSteps) {
        handOver();
    }
    const plan::PlannedTensor& planned = m_plan.tensors[number];
    m_job.progress.item(planned.destination);
    beginTensor(number);
    TensorFeed::Wanted wanted;
    wanted.recordCrc = checkRecord(planned);
    wanted.outgoingCrc = anyCrcNeeded();
    wanted.forget = m_forget;
    TensorFeed feed(m_files, m_plan, planned, wanted);
    if (feed.remaining() != planned.bytes) {
        throw Error(ErrorCode::Internal).part(planned.destination).with("problem", "planned-bytes");
    }
    copyValues(feed);
    feed.requireRecordCrc();
    endTensor(number, feed);
}

void ReadStage::beginTensor(uint32_t number)
{
    m_active.clear();
    for (uint32_t i = 0; i < m_tracks.size(); ++i) {
        Track& track = m_tracks[i];
        if (track.nextTensor == number && track.at < track.files.size()) {
            m_active.push_back(i);
            openFile(i);
            addText(i, track.frame->before(number - m_plan.weightFiles[track.files[track.at]].firstTensor));
        }
    }
}

void ReadStage::copyValues(TensorFeed& feed)
{
    while (feed.remaining() > 0) {
        if (m_batch->room().size() < feed.itemBytes()) {
            handOver();
        }
        const size_t begin = m_batch->used;
        while (feed.remaining() > 0 && m_batch->room().size() >= feed.itemBytes()) {
            m_job.cancel.throwIfCancelled();
            m_batch->used += feed.read(m_batch->room());
        }
        for (const uint32_t track : m_active) {
            Step& step = addStep(Step::Kind::Values, track);
            step.offset = begin;
            step.bytes = m_batch->used - begin;
        }
    }
}

void ReadStage::endTensor(uint32_t number, const TensorFeed& feed)
{
    for (const uint32_t i : m_active) {
        Track& track = m_tracks[i];
        track.frame->tensorDone(number - m_plan.weightFiles[track.files[track.at]].firstTensor, feed.outgoingCrc());
        track.nextTensor = number + 1;
    }
    Step& step = addStep(Step::Kind::TensorDone, 0);
    step.tensor = number;
    step.record.xxh3 = feed.xxh3();
    step.record.overflowed = feed.overflowed();
}

// True when the record's CRC-32 is to be compared while the tensor is copied; other records are read once beforehand.
bool ReadStage::checkRecord(const plan::PlannedTensor& planned)
{
    const tensor::TensorInfo& info = m_plan.source.tensors[planned.source];
    const tensor::Record& record = m_plan.source.records[info.record];
    if (!record.crc32 || m_checkedRecords[info.record]) {
        return false;
    }
    m_checkedRecords[info.record] = true;
    if (tensor::isWholeRecord(info, record)) {
        return true;
    }
    checkpoint::requireCrc(m_files, m_plan.source, record, m_job.cancel);
    return false;
}

void ReadStage::openFile(uint32_t track)
{
    if (m_opened[track]) {
        return;
    }
    m_opened[track] = true;
    Track& at = m_tracks[track];
    const uint32_t file = at.files[at.at];
    if (!at.frame) {
        at.frame = makeFrame(m_plan, m_plan.weightFiles[file]);
    }
    Step& step = addStep(Step::Kind::Begin, track);
    step.file = file;
    step.offset = at.keepBytes;
}

void ReadStage::endFullFiles()
{
    for (uint32_t i = 0; i < m_tracks.size(); ++i) {
        Track& track = m_tracks[i];
        while (track.at < track.files.size()) {
            const uint32_t number = track.files[track.at];
            const plan::PlannedFile& file = m_plan.weightFiles[number];
            if (track.nextTensor != file.firstTensor + file.tensorCount) {
                break;
            }
            openFile(i);
            addText(i, track.frame->after());
            addStep(Step::Kind::End, i).file = number;
            ++track.at;
            track.frame.reset();
            track.keepBytes = 0;
            m_opened[i] = false;
        }
    }
}

bool ReadStage::anyCrcNeeded() const noexcept
{
    return std::any_of(m_active.begin(), m_active.end(), [this](uint32_t track) { return m_tracks[track].frame->needsCrc(); });
}

Step& ReadStage::addStep(Step::Kind kind, uint32_t track)
{
    Step& step = m_batch->steps.emplace_back();
    step.kind = kind;
    step.track = track;
    return step;
}

void ReadStage::addText(uint32_t track, std::string text)
{
    if (!text.empty()) {
        addStep(Step::Kind::Text, track).text = std::move(text);
    }
}

void ReadStage::handOver()
{
    m_filled.push(*m_batch);
    m_batch = m_empty.pop();
}

}  // namespace wb::convert
