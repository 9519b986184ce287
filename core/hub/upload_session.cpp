#include "core/hub/upload_session.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/hub/encoding.h"
#include "core/hub/pull_request.h"
#include "core/hub/store_upload.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace wb::hub {

namespace {

constexpr uint64_t sampleBytes = 512;
constexpr uint64_t mostInlineBytes = 100'000'000;  // of a commit

bool isUnchanged(const UploadFile& file, const Reception& reception)
{
    if (reception.oid.empty()) {
        return false;
    }
    return reception.oid == file.sha256 || (!reception.isLarge && !file.isGone() && reception.oid == gitBlobName(textOf(file)));
}

std::string line(const char* key, Json value)
{
    return Json{{"key", key}, {"value", std::move(value)}}.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

bool isToBeCommitted(Way way)
{
    return way == Way::Send || way == Way::Inline;
}

}  // namespace

std::vector<Way> waysOf(HubClient& hub, const Repository& repository, const std::string& revision, const std::vector<UploadFile>& files,
                        const std::string& gitIgnore, bool forPullRequest)
{
    std::vector<OfferedFile> offered;
    for (const UploadFile& file : files) {
        offered.push_back({file.name, file.bytes, beginOf(file, sampleBytes)});
    }
    const std::vector<Reception> receptions = hub.preupload(repository, revision, offered, gitIgnore, forPullRequest);
    std::vector<Way> ways;
    for (size_t at = 0; at < files.size(); ++at) {
        if (receptions[at].isIgnored) {
            ways.push_back(Way::Ignored);
        } else if (isUnchanged(files[at], receptions[at])) {
            ways.push_back(Way::There);
        } else {
            ways.push_back(receptions[at].isLarge ? Way::Send : Way::Inline);
        }
    }
    return ways;
}

UploadSession::UploadSession(const UploadRequest& request, HubClient& hub, JobContext& job)
    : m_request(request), m_hub(hub), m_job(job),
      m_journal(request.stateFolder, fmt::format("{} {} {}", hub.settings().endpoint, request.revision, request.repository.text()))
{}

UploadOutcome UploadSession::finish()
{
    m_outcome.lost.clear();
    m_outcome.ways = waysOf(m_hub, m_request.repository, m_request.revision, m_request.files, m_request.gitIgnore, m_request.pullRequest);
    const std::string head = stateOf(m_request.revision).head;
    if (std::none_of(m_outcome.ways.begin(), m_outcome.ways.end(), isToBeCommitted)) {
        m_outcome.alreadyThere = true;
        m_outcome.commit = head;
        m_outcome.commitUrl = urlOf(head);
    } else {
        if (!m_request.parentCommit.empty() && head != m_request.parentCommit && !m_request.pullRequest) {
            throw moved(head);
        }
        if (!sendLarge()) {
            return m_outcome;
        }
        m_job.progress.begin(Stage::Commit, 0);
        commit(m_request.pullRequest ? pullRequest(head) : m_request.revision, head);
    }
    if (m_outcome.lost.empty()) {
        m_journal.remove();
    }
    return m_outcome;
}

void UploadSession::requireLarge(const std::vector<UploadFile>& files)
{
    const std::vector<Way> ways = waysOf(m_hub, m_request.repository, m_request.revision, files, m_request.gitIgnore, m_request.pullRequest);
    for (size_t at = 0; at < files.size(); ++at) {
        if (ways[at] == Way::Inline || ways[at] == Way::Ignored) {
            throw Error(ErrorCode::HubRefused).part(files[at].name).with("host", endpointHost(m_hub.settings())).with("problem", "not-large");
        }
    }
}

void UploadSession::store(const UploadFile& file, SendProgress& progress)
{
    send({&file}, progress);
}

RepositoryState UploadSession::stateOf(const std::string& revision)
{
    const auto state = m_hub.repositoryState(m_request.repository, revision);
    if (!state) {
        throw Error(ErrorCode::HubRefused)
            .with("host", endpointHost(m_hub.settings()))
            .with("name", m_request.repository.text())
            .with("problem", "no-repository");
    }
    return *state;
}

std::string UploadSession::urlOf(const std::string& commit) const
{
    return fmt::format("{}/{}/commit/{}", m_hub.settings().endpoint, m_request.repository.text(), commit);
}

Error UploadSession::moved(const std::string& head) const
{
    return Error(ErrorCode::PublishConflict)
        .with("name", m_request.repository.text())
        .with("host", endpointHost(m_hub.settings()))
        .with("problem", "moved")
        .with("expected", m_request.parentCommit)
        .with("found", head);
}

StoreUpload UploadSession::toStore(SendProgress& progress)
{
    return {m_hub, m_request.repository, m_request.pullRequest ? std::string() : m_request.revision, m_journal, progress, m_job};
}

void UploadSession::send(const std::vector<const UploadFile*>& files, SendProgress& progress)
{
    const uint64_t before = progress.bytesStored();
    StoreUpload store = toStore(progress);
    store.send(files);
    m_outcome.bytesSent += progress.bytesStored() - before;
    m_outcome.bytesResumed += store.bytesResumed();
}

// False when a file is lost.
bool UploadSession::sendLarge()
{
    std::vector<const UploadFile*> here;
    std::vector<const UploadFile*> gone;
    uint64_t bytes = 0;
    for (size_t at = 0; at < m_request.files.size(); ++at) {
        if (m_outcome.ways[at] == Way::Send) {
            const UploadFile& file = m_request.files[at];
            (file.isGone() ? gone : here).push_back(&file);
            bytes += file.isGone() ? 0 : file.bytes;
        }
    }
    SendProgress progress(bytes, m_job);
    send(here, progress);
    const std::vector<bool> found = gone.empty() ? std::vector<bool>() : toStore(progress).has(gone);
    for (size_t at = 0; at < gone.size(); ++at) {
        if (!found[at]) {
            m_outcome.lost.push_back(static_cast<size_t>(gone[at] - m_request.files.data()));
        }
    }
    return m_outcome.lost.empty();
}

// The revision of a pull request: of an earlier run, or opened now.
std::string UploadSession::pullRequest(const std::string& head)
{
    if (!m_journal.pullRequest()) {
        m_journal.setPullRequest(openPullRequest(m_hub, m_request.repository, {m_request.message, m_request.author, head}));
    }
    const uint64_t number = *m_journal.pullRequest();
    m_outcome.pullRequest = fmt::format("{}/{}/discussions/{}", m_hub.settings().endpoint, m_request.repository.text(), number);
    return fmt::format("refs/pr/{}", number);
}

std::string UploadSession::linesOf(const std::string& parent) const
{
    std::string lines = line("header", {{"summary", m_request.message}, {"description", ""}, {"parentCommit", parent}});
    uint64_t inlineBytes = 0;
    for (size_t at = 0; at < m_request.files.size(); ++at) {
        const UploadFile& file = m_request.files[at];
        if (m_outcome.ways[at] == Way::Send) {
            lines += line("lfsFile", {{"path", file.name}, {"algo", "sha256"}, {"oid", file.sha256}, {"size", file.bytes}});
        } else if (m_outcome.ways[at] == Way::Inline) {
            inlineBytes += file.bytes;
            if (inlineBytes > mostInlineBytes) {
                throw Error(ErrorCode::LimitExceeded).file(file.path).with("found", inlineBytes).with("limit", mostInlineBytes);
            }
            lines += line("file", {{"content", base64(textOf(file))}, {"path", file.name}, {"encoding", "base64"}});
        }
    }
    return lines;
}

void UploadSession::commit(const std::string& revision, const std::string& planned)
{
    const std::string parent = m_request.pullRequest ? stateOf(revision).head : planned;
    const std::string lines = linesOf(parent);
    net::Patience patience(m_hub.settings());
    while (!commitOnce(revision, parent, lines, patience)) {
    }
}

// True when the commit is made. A commit whose answer is lost may have been made, now or a little later.
bool UploadSession::commitOnce(const std::string& revision, const std::string& parent, const std::string& lines, net::Patience& patience)
{
    const net::Url url = m_hub.commitUrl(m_request.repository, revision);
    const net::Reply reply = m_hub.commit(m_request.repository, revision, lines);
    std::optional<net::Setback> setback = net::setbackOf(reply, url, true);
    if (isGood(reply) || reply.tooLong) {
        try {
            const CommitAnswer answer = m_hub.commitIn(reply);
            m_outcome.commit = answer.commit;
            m_outcome.commitUrl = answer.url.starts_with("http") ? answer.url : urlOf(answer.commit);
            return true;
        } catch (const Error& error) {
            setback = net::Setback{error, "status", std::nullopt};
        }
    }
    if (!setback && reply.isWhole() && reply.head.status == 409) {  // another change is being made at this moment
        setback = net::Setback{refusalOf(reply, url, true), "busy", std::nullopt};
    }
    if (!setback && reply.head.status == 400 && !m_sentAgain && wordsOf(reply).find("LFS pointer") != std::string::npos) {
        m_sentAgain = true;
        if (!sendLarge()) {
            return true;
        }
        m_job.progress.begin(Stage::Commit, 0);
        return false;
    }
    if (!setback && reply.head.status != 412) {
        throw reply.isWhole() ? refusalOf(reply, url, true) : Error(ErrorCode::BadResponse).with("host", url.host()).with("problem", "cut");
    }
    if (wasMade(revision, parent)) {
        return true;
    }
    if (!setback) {
        throw moved(stateOf(revision).head);
    }
    m_hub.exchange().endure(*setback, patience);
    return false;
}

// The head has moved, and every file is there. Throws PublishConflict when it has moved for another reason.
bool UploadSession::wasMade(const std::string& revision, const std::string& parent)
{
    const std::string head = stateOf(revision).head;
    if (head == parent) {
        return false;
    }
    const std::vector<Way> ways = waysOf(m_hub, m_request.repository, revision, m_request.files, m_request.gitIgnore);
    if (std::any_of(ways.begin(), ways.end(), isToBeCommitted)) {
        throw moved(head);
    }
    m_outcome.commit = head;
    m_outcome.commitUrl = urlOf(head);
    return true;
}

UploadOutcome upload(const UploadRequest& request, HubClient& hub, JobContext& job)
{
    return UploadSession(request, hub, job).finish();
}

}  // namespace wb::hub
