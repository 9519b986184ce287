// A finished folder, checked and sent to the Hub.
#include "ui/session.h"

#include "ui/format.h"

#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;
using Act = Publishing::Act;

// What this program has made and proved: the result, or a folder that was opened and has its report beside the weights.
QString Session::publishFolder() const
{
    if (m_outcome) {
        return m_outcome->verified && m_outcome->verified->ok ? pathFromBytes(m_outcome->converted.folder) : QString();
    }
    return m_plan && !m_sourcePath.isEmpty() ? m_modelFolder : QString();
}

bool Session::canPublish() const
{
    const bool rests = m_state == State::Done || m_state == State::Planned || m_state == State::Blocked;
    return rests && !m_shuttingDown && !publishFolder().isEmpty();
}

bool Session::canAskToken() const
{
    return isEditable() && m_state != State::Inspecting && m_publishing.act == Act::Nothing && !m_publishing.isPaused;
}

void Session::askToken()
{
    if (!canAskToken() || m_job || m_token || m_tokenError) {
        return;
    }
    startAskingToken([](JobWorker& worker, const JobHandle& job) { worker.whoAmI(job); });
}

void Session::startAskingToken(std::function<void(JobWorker&, const JobHandle&)> work)
{
    const JobHandle job = startJob();
    m_publishing.act = Act::AskingToken;
    post([job, work = std::move(work)](JobWorker& worker) { work(worker, job); });
    Q_EMIT stateChanged();
}

void Session::dropToken()
{
    m_token.reset();
    m_tokenError.reset();
}

void Session::askTokenAgain()
{
    if (canAskToken()) {
        dropToken();
        askToken();
    }
}

void Session::keepToken(const QString& token)
{
    if (canAskToken()) {
        dropToken();
        startAskingToken([text = token.toStdString()](JobWorker& worker, const JobHandle& job) { worker.keepToken(job, text); });
    }
}

// And looks what is used instead.
void Session::forgetToken()
{
    if (canAskToken()) {
        dropToken();
        startAskingToken([](JobWorker& worker, const JobHandle& job) { worker.forgetToken(job); });
    }
}

void Session::checkPublishing(const job::PublishOptions& options)
{
    if (!canPublish()) {
        return;
    }
    m_beforePublishing = m_state;
    m_publishing = {};
    job::PublishOptions all = options;
    all.folder = pathBytes(publishFolder());
    const JobHandle job = startJob();
    m_publishing.act = Act::Checking;
    post([job, all](JobWorker& worker) { worker.planPublish(job, all); });
    setState(State::Publishing);
}

void Session::resumePublishing(const job::PublishOptions& options)
{
    const std::string confirmed = m_publishing.earlier ? m_publishing.earlier->fingerprint : std::string();
    checkPublishing(options);
    if (m_publishing.act == Act::Checking) {
        m_publishing.confirmed = confirmed;
    }
}

void Session::noteUnfinishedUpload(const std::optional<UnfinishedUpload>& upload)
{
    if (m_publishing.earlier != upload) {
        m_publishing.earlier = upload;
        Q_EMIT stateChanged();
    }
}

void Session::publish()
{
    if (!m_publishing.plan || m_publishing.publication || (!canPublish() && !m_publishing.isPaused)) {
        return;
    }
    if (!m_publishing.isPaused) {
        m_beforePublishing = m_state;
    }
    m_publishing.isPaused = false;
    m_publishing.isCancelled = false;
    m_publishing.isOther = false;
    m_publishing.error.reset();
    const JobHandle job = startJob();
    m_publishing.act = Act::Sending;
    m_publishing.stage = PublishStage::Send;
    post([job, plan = m_publishing.plan](JobWorker& worker) { worker.publish(job, plan); });
    setState(State::Publishing);
}

// What was published stays told of until the next check.
void Session::dropPublishPlan()
{
    if (canPublish() && (m_publishing.plan || m_publishing.error)) {
        m_publishing.plan.reset();
        m_publishing.error.reset();
        m_publishing.isCancelled = false;
        m_publishing.isOther = false;
        m_publishing.stage = PublishStage::Check;
        Q_EMIT stateChanged();
    }
}

// What is committed has all been sent.
bool Session::notePublishStage(Stage stage)
{
    if (m_publishing.act != Act::Sending) {
        return false;
    }
    if (stage == Stage::Send) {
        m_publishing.bytesKept = m_sample.progress.transfer.bytesKept;
    }
    if (stage != Stage::Commit) {
        return false;
    }
    m_publishing.bytesKept = m_publishing.plan->bytesToSend;
    return std::exchange(m_publishing.stage, PublishStage::Commit) != PublishStage::Commit;
}

void Session::takeToken(const JobResult& result)
{
    if (result.end == JobResult::End::Done) {
        m_token = result.token;
    } else if (result.end == JobResult::End::Failed) {
        m_tokenError = result.error;
    }
    Q_EMIT stateChanged();
}

void Session::takePublishing(const JobResult& result)
{
    const Act act = std::exchange(m_publishing.act, Act::Nothing);
    if (act == Act::AskingToken) {
        takeToken(result);
        return;
    }
    if (result.publishPlan) {
        takePublishPlan(result);
        return;
    }
    m_publishing.publication = result.publication;
    if (result.end == JobResult::End::Failed) {
        takePublishError(*result.error);
    }
    m_publishing.isPaused = result.end == JobResult::End::Cancelled && act == Act::Sending && m_afterStop == State::Paused;
    m_publishing.isCancelled = result.end == JobResult::End::Cancelled && act == Act::Sending && !m_publishing.isPaused;
    setState(m_publishing.isPaused ? State::Paused : m_beforePublishing);
}

void Session::takePublishPlan(const JobResult& result)
{
    m_publishing.plan = result.publishPlan;
    m_token = result.publishPlan->token;
    m_tokenError.reset();
    const std::string confirmed = std::exchange(m_publishing.confirmed, {});
    const bool isConfirmed = confirmed == fingerprintOf(*m_publishing.plan);
    m_publishing.isOther = !confirmed.empty() && !isConfirmed;
    setState(m_beforePublishing);
    if (isConfirmed) {
        publish();
    }
}

void Session::takePublishError(const Error& error)
{
    m_publishing.error = error;
    if (needsAnotherCheck(error)) {
        m_publishing.plan.reset();
    }
}

}  // namespace wb::ui
