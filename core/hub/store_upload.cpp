#include "core/hub/store_upload.h"

#include "core/base/error.h"

#include <algorithm>
#include <set>
#include <utility>

namespace wb::hub {

namespace {

constexpr int mostBatches = 5;  // in a row that do not bring the file into the store

net::ByteRange rangeOf(const StoreTarget& target, size_t part)
{
    const uint64_t begin = part * target.partBytes;
    return {begin, std::min(begin + target.partBytes, target.object.bytes)};
}

Error rejected(const UploadFile& file, const HubClient& hub)
{
    return Error(ErrorCode::HubRefused).file(file.path).with("host", endpointHost(hub.settings())).with("problem", "store");
}

}  // namespace

StoreUpload::StoreUpload(HubClient& hub, const Repository& repository, std::string branch, UploadJournal& journal, SendProgress& progress,
                         JobContext& job)
    : m_hub(hub), m_repository(repository), m_branch(std::move(branch)), m_journal(journal), m_progress(progress), m_job(job)
{}

std::vector<StoreTarget> StoreUpload::batch(const std::vector<const UploadFile*>& files)
{
    std::vector<StoreObject> objects;
    for (const UploadFile* file : files) {
        objects.push_back({file->sha256, file->bytes});
    }
    return m_hub.lfsBatch(m_repository, m_branch, objects);
}

std::vector<bool> StoreUpload::has(const std::vector<const UploadFile*>& files)
{
    std::vector<bool> found;
    for (const StoreTarget& target : batch(files)) {
        found.push_back(target.kind == StoreTarget::Kind::There);
    }
    return found;
}

void StoreUpload::resumed(uint64_t bytes)
{
    m_bytesResumed += bytes;
    m_progress.resumed(bytes);
}

PartSender& StoreUpload::sender()
{
    if (!m_sender) {
        const bool mayBeInside = m_hub.exchange().wasInside() || net::Url::parse(m_hub.settings().endpoint).isInside();
        m_sender.emplace(m_hub.settings(), !mayBeInside, m_progress, m_job);
    }
    return *m_sender;
}

void StoreUpload::send(const std::vector<const UploadFile*>& files)
{
    std::vector<const UploadFile*> lacking = files;
    for (int tries = 1; !lacking.empty(); ++tries) {
        if (tries > mostBatches) {
            throw rejected(*lacking.front(), m_hub);
        }
        const std::vector<StoreTarget> targets = batch(lacking);
        std::vector<const UploadFile*> left = sendWhole(lacking, targets);
        for (size_t at = 0; at < lacking.size(); ++at) {
            if (targets[at].kind == StoreTarget::Kind::There) {
                resumed(tries == 1 ? lacking[at]->bytes : 0);
            } else if (targets[at].kind == StoreTarget::Kind::Parts && !sendParts(*lacking[at], targets[at])) {
                left.push_back(lacking[at]);
            }
        }
        tries = left.size() < lacking.size() ? 1 : tries;
        lacking = std::move(left);
    }
}

// Files of one PUT each, several at once. A PUT is not taken back: each is looked at before. Returns those whose addresses were not taken.
std::vector<const UploadFile*> StoreUpload::sendWhole(const std::vector<const UploadFile*>& files, const std::vector<StoreTarget>& targets)
{
    std::vector<PartPut> puts;
    for (size_t at = 0; at < files.size(); ++at) {
        if (targets[at].kind == StoreTarget::Kind::Whole) {
            const auto source = openedFile(*files[at]);
            requirePlanned(*files[at], *source, m_job.cancel);
            puts.push_back({targets[at].parts.front(), source, {0, files[at]->bytes}, targets[at].fields, at, false});
        }
    }
    std::vector<const UploadFile*> left;
    const auto stored = [&](size_t put, const std::string&) {
        puts[put].source->requireUnchanged();
        m_hub.verify(targets[puts[put].upload]);
    };
    for (const size_t at : sender().send(puts, stored)) {
        left.push_back(files[at]);
    }
    return left;
}

// False when the addresses were not taken, or the upload has ended.
bool StoreUpload::sendParts(const UploadFile& file, const StoreTarget& offered)
{
    m_job.progress.file(file.name);
    const std::shared_ptr<const io::ByteSource> source = openedFile(file);
    StoreTarget target = offered;
    std::vector<PartTag> tags = m_journal.begin(target);
    requireTaken(target, m_hub.settings());
    std::set<uint64_t> there;
    for (const PartTag& tag : tags) {
        there.insert(tag.number);
        resumed(rangeOf(target, static_cast<size_t>(tag.number - 1)).size());
    }
    std::vector<PartPut> puts;
    std::vector<uint64_t> numbers;
    for (size_t part = 0; part < target.parts.size(); ++part) {
        if (!there.contains(part + 1)) {
            puts.push_back({target.parts[part], source, rangeOf(target, part), {}, 0, true});
            numbers.push_back(part + 1);
        }
    }
    const auto stored = [&](size_t put, const std::string& etag) {
        tags.push_back({numbers[put], etag});
        m_journal.add(file.sha256, tags.back());
    };
    if (!sender().send(puts, stored).empty()) {
        m_journal.expire(file.sha256);
        return false;
    }
    requirePlanned(file, *source, m_job.cancel);
    return finish(file, target, std::move(tags));
}

// Has the store put the parts together. False when the upload has ended.
bool StoreUpload::finish(const UploadFile& file, const StoreTarget& target, std::vector<PartTag> parts)
{
    std::sort(parts.begin(), parts.end(), [](const PartTag& a, const PartTag& b) { return a.number < b.number; });
    bool isComplete = false;
    try {
        isComplete = m_hub.complete(target, parts);
    } catch (const Error& error) {
        m_journal.forget(file.sha256);
        if (error.code() != ErrorCode::HubRefused || !m_refused.insert(file.sha256).second) {
            throw;
        }
        m_job.log.warning(error.what());  // parts that the store does not have (any more): all are sent once more
    }
    m_journal.forget(file.sha256);
    if (!isComplete) {
        return false;  // the next batch tells whether it had been completed after all
    }
    m_hub.verify(target);
    return true;
}

}  // namespace wb::hub
