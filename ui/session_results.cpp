// What becomes of the session when the worker reports.
#include "ui/session.h"

#include "ui/format.h"

#include <algorithm>
#include <utility>

namespace wb::ui {

namespace {

// The same tensors go to the same places.
bool isSameMap(const mapping::KeyMap& a, const mapping::KeyMap& b)
{
    return std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(), [](const mapping::KeyMapRow& x, const mapping::KeyMapRow& y) {
        return x.source == y.source && x.destination == y.destination && x.sourceShape == y.sourceShape && x.dtype == y.dtype;
    });
}

}  // namespace

void Session::takeResult(const JobResult& result)
{
    --m_pending;
    if (m_job && result.ticket == m_job->ticket) {
        takeSample();
        m_job.reset();
        if (m_publishing.act != Publishing::Act::Nothing) {
            takePublishing(result);
        } else {
            takeEnd(result);
        }
    }
    if (m_shuttingDown && isWorkerIdle()) {
        Q_EMIT stopped();
    }
}

void Session::takeEnd(const JobResult& result)
{
    if (m_options.outputFolder.empty()) {
        m_options.outputFolder = result.outputFolder;
    }
    if (result.modelFolder) {
        m_modelFolder = pathFromBytes(*result.modelFolder);
    }
    switch (result.end) {
    case JobResult::End::Cancelled:
        takeStop();
        break;
    case JobResult::End::Failed:
        takeFailure(result);
        break;
    case JobResult::End::Done:
        takeDone(result);
    }
}

void Session::takeDone(const JobResult& result)
{
    if (result.plan) {
        takePlan(result);
    } else if (result.map) {
        m_forecast = result.forecast;
        setMap(result.map);
    } else if (result.fetched) {
        takeFetched(*result.fetched);
    } else if (result.parity) {
        m_parity = result.parity;
        setState(State::Done);
    } else {
        m_outcome = result.outcome;
        if (m_published) {
            m_unfinished.reset();
        }
        setState(State::Done);
    }
}

// The file is here now: what was planned from afar is planned again from it, and carried out where that comes to the same.
void Session::takeFetched(const job::Fetched& fetched)
{
    m_published->fetched = fetched;
    m_sourcePath = pathFromBytes(fetched.path);
    m_convertWhenPlanned = m_published->isAgreed;
    m_agreedPlan = m_plan;
    m_expectedFingerprint.clear();
    if (m_shuttingDown) {
        setState(State::Paused);
    } else {
        inspect();
    }
}

void Session::takePlan(const JobResult& result)
{
    m_plan = result.plan;
    m_keptBytes = 0;
    m_error = result.error;
    m_planError = result.error;
    if (result.look && m_published) {
        m_published->facts = result.look->facts;
        m_published->requests = result.look->requests;
        m_published->bytesRead = result.look->bytesRead;
        m_published->bytes = result.look->facts.bytes;
    }
    chooseWay();
    setMap(std::shared_ptr<const mapping::KeyMap>(m_plan, &m_plan->map));
    m_state = m_error ? State::Blocked : State::Planned;
    const auto agreed = std::exchange(m_agreedPlan, nullptr);
    const bool unchanged =
        (m_expectedFingerprint.empty() || m_expectedFingerprint == m_plan->fingerprint) && (!agreed || isSameMap(agreed->map, m_plan->map));
    if (m_planStale) {
        m_planStale = false;
        planQuietly();
        return;
    }
    const bool goOn = std::exchange(m_convertWhenPlanned, false) && unchanged && m_state == State::Planned && !m_shuttingDown;
    m_expectedFingerprint.clear();
    if (goOn) {
        carryOn();
    } else {
        setState(m_state);
    }
}

void Session::takeFailure(const JobResult& result)
{
    if (m_state == State::Inspecting) {
        m_convertWhenPlanned = false;
        m_planStale = false;
    }
    if (takeEditsFailure(result)) {
        return;
    }
    m_error = result.error;
    m_failedFetching = m_state == State::Downloading;
    setState(m_state == State::Comparing ? State::Done : State::Failed);
}

void Session::takeStop()
{
    if (m_state == State::Inspecting) {
        forget();
        setMap(nullptr);
        setState(State::Empty);
        return;
    }
    if (m_state == State::Comparing) {
        setState(State::Done);
    } else if (isRunning()) {
        if (m_afterStop == State::Cancelled && m_published) {
            m_unfinished.reset();
        }
        setState(m_afterStop == State::Cancelled ? State::Cancelled : State::Paused);
    }
}

void Session::takeSample()
{
    if (!m_job) {
        return;
    }
    takeProgress(m_job->progress.snapshot(), m_clock.elapsed(), m_meter, m_sample);
    const Progress::Snapshot& now = m_sample.progress;
    if (now.stage == Stage::Convert || now.stage == Stage::Download) {
        m_keptBytes = now.bytesDone;
    } else if (now.stage == Stage::Resume) {
        m_keptBytes = std::max(m_keptBytes, now.bytesTotal);  // the unfinished files, which are being checked
    }
    const bool verifies = now.stage == Stage::Verify || now.stage == Stage::Compare;
    const bool isNextStage = notePublishStage(now.stage);
    if (verifies && m_state == State::Converting) {
        m_state = State::Verifying;
        Q_EMIT stateChanged();
    } else if (isNextStage) {
        Q_EMIT stateChanged();
    }
    Q_EMIT sampled();
}

}  // namespace wb::ui
