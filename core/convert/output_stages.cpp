#include "core/convert/output_stages.h"

#include "core/base/error.h"

#include <span>
#include <utility>

namespace wb::convert {

HashStage::HashStage(std::vector<Track>& tracks)
{
    for (Track& track : tracks) {
        m_hashes.push_back(std::move(track.sha256));
    }
}

void HashStage::take(Batch& batch)
{
    for (Step& step : batch.steps) {
        Sha256& hash = m_hashes[step.track];
        switch (step.kind) {
        case Step::Kind::Begin:
            if (step.offset == 0) {
                hash.reset();
            }
            break;
        case Step::Kind::Text:
            hash.update(std::as_bytes(std::span(step.text)));
            break;
        case Step::Kind::Values:
            hash.update(batch.values(step));
            break;
        case Step::Kind::TensorDone:
            break;
        case Step::Kind::End:
            step.text = hash.finishHex();
            break;
        }
    }
}

WriteStage::WriteStage(const plan::Plan& plan, const OutputPaths& paths, size_t tracks, Journal& journal, Departures* departures, JobContext& job)
    : m_plan(plan), m_paths(paths), m_journal(journal), m_departures(departures), m_job(job), m_files(tracks)
{}

void WriteStage::take(const Batch& batch)
{
    try {
        for (const Step& step : batch.steps) {
            take(batch, step);
        }
    } catch (const Error&) {
        m_journal.flush();  // what was written before the failure counts for the next run
        throw;
    }
    m_journal.flush();
    if (m_departures != nullptr) {
        m_departures->check();
    }
    for (std::optional<io::OutputFile>& file : m_files) {
        if (file) {
            file->flushBehind();
        }
    }
    m_job.progress.advance(batch.used);
}

void WriteStage::take(const Batch& batch, const Step& step)
{
    switch (step.kind) {
    case Step::Kind::Begin:
        beginFile(step);
        break;
    case Step::Kind::Text:
        m_files[step.track].value().write(std::as_bytes(std::span(step.text)));
        break;
    case Step::Kind::Values:
        m_files[step.track].value().write(batch.values(step));
        break;
    case Step::Kind::TensorDone:
        m_journal.tensorDone(step.tensor, step.record);
        break;
    case Step::Kind::End:
        endFile(step);
        break;
    }
}

void WriteStage::beginFile(const Step& step)
{
    const plan::PlannedFile& file = m_plan.weightFiles[step.file];
    m_job.progress.file(file.name);
    m_files[step.track].emplace(m_paths.part(file), step.offset).reserve(file.bytes);
}

void WriteStage::endFile(const Step& step)
{
    const plan::PlannedFile& planned = m_plan.weightFiles[step.file];
    io::OutputFile& file = m_files[step.track].value();
    if (file.position() != planned.bytes) {
        throw Error(ErrorCode::Internal)
            .file(file.path())
            .with("problem", "planned-bytes")
            .with("expected", planned.bytes)
            .with("found", file.position());
    }
    file.finish();
    m_files[step.track].reset();
    FileRecord record;
    record.bytes = planned.bytes;
    record.sha256 = step.text;
    m_journal.fileDone(step.file, record);
    if (m_departures != nullptr) {
        m_departures->begin(step.file);
    }
}

}  // namespace wb::convert
