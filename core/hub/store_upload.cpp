#include "core/hub/store_upload.h"

#include "core/base/error.h"
#include "core/io/posix_file.h"
#include "core/net/frontier_hash.h"

#include <fcntl.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace wb::hub {

namespace {

constexpr int mostBatches = 5;  // in a row that do not bring the file into the store

io::Descriptor descriptorOf(const std::string& path)
{
    io::Descriptor file(io::retryInterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
    if (!file) {
        throw systemError(errno, path, ErrorCode::ReadFailed);
    }
    return file;
}

// SHA-256 of a file that is sent part by part, read behind the parts while they are in the page cache.
class SentHash {
public:
    explicit SentHash(const UploadFile& file) : m_file(file), m_descriptor(descriptorOf(file.path)), m_hash(m_descriptor.get(), file.path, false) {}

    void there(net::ByteRange range)
    {
        m_there[range.begin] = range.end;
        while (!m_there.empty() && m_there.begin()->first <= m_frontier) {
            m_frontier = std::max(m_frontier, m_there.begin()->second);
            m_there.erase(m_there.begin());
        }
        m_hash.advance(m_frontier);
    }

    void requirePlanned(const io::ByteSource& source)
    {
        m_hash.advance(m_file.bytes);
        const bool isPlanned = m_hash.finish().sha256 == m_file.sha256;
        source.requireUnchanged();
        if (!isPlanned) {
            throw changedFile(m_file);
        }
    }

private:
    const UploadFile& m_file;
    io::Descriptor m_descriptor;
    net::FrontierHash m_hash;
    std::map<uint64_t, uint64_t> m_there;
    uint64_t m_frontier = 0;
};

net::ByteRange rangeOf(const StoreTarget& target, size_t part)
{
    const uint64_t begin = part * target.partBytes;
    return {begin, std::min(begin + target.partBytes, target.object.bytes)};
}

Error rejected(const UploadFile& file, const HubClient& hub)
{
    return Error(ErrorCode::HubRefused).file(file.path).with("host", hostOf(hub)).with("problem", "store");
}

}  // namespace

// A file whose parts the store has, or is being sent.
struct StoreUpload::Sent {
    Sent(const UploadFile& sentFile, const StoreTarget& offered) : file(sentFile), target(offered), source(openedFile(sentFile)), hash(sentFile) {}

    const UploadFile& file;
    StoreTarget target;
    std::shared_ptr<const io::ByteSource> source;
    SentHash hash;
    std::vector<PartTag> tags;
};

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
        std::unique_ptr<Sent> last;  // put together when the next is sent too: till then its hash is ready
        const auto finishLast = [&] {
            if (last && !finish(*last)) {
                left.push_back(&last->file);
            }
        };
        for (size_t at = 0; at < lacking.size(); ++at) {
            if (targets[at].kind == StoreTarget::Kind::There) {
                resumed(tries == 1 ? lacking[at]->bytes : 0);
            } else if (targets[at].kind == StoreTarget::Kind::Parts) {
                std::unique_ptr<Sent> sent = sendParts(*lacking[at], targets[at]);
                if (!sent) {
                    left.push_back(lacking[at]);
                }
                finishLast();
                last = std::move(sent);
            }
        }
        finishLast();
        tries = left.size() < lacking.size() ? 1 : tries;
        lacking = std::move(left);
    }
}

// Files of one PUT each, several at once. A PUT is not taken back: each is hashed before. Returns those whose addresses were not taken.
std::vector<const UploadFile*> StoreUpload::sendWhole(const std::vector<const UploadFile*>& files, const std::vector<StoreTarget>& targets)
{
    std::vector<PartPut> puts;
    for (size_t at = 0; at < files.size(); ++at) {
        if (targets[at].kind == StoreTarget::Kind::Whole) {
            const auto source = openedFile(*files[at]);
            SentHash(*files[at]).requirePlanned(*source);
            puts.push_back({targets[at].parts.front(), source, {0, files[at]->bytes}, targets[at].fields, at, false});
            m_job.cancel.throwIfCancelled();
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

// Nothing when the addresses were not taken, or the upload has ended.
std::unique_ptr<StoreUpload::Sent> StoreUpload::sendParts(const UploadFile& file, const StoreTarget& offered)
{
    m_job.progress.file(file.name);
    auto sent = std::make_unique<Sent>(file, offered);
    StoreTarget& target = sent->target;
    sent->tags = m_journal.begin(target);
    requireTaken(target, m_hub.settings());
    std::set<uint64_t> there;
    for (const PartTag& tag : sent->tags) {
        const net::ByteRange range = rangeOf(target, static_cast<size_t>(tag.number - 1));
        there.insert(tag.number);
        sent->hash.there(range);
        resumed(range.size());
    }
    std::vector<PartPut> puts;
    std::vector<uint64_t> numbers;
    for (size_t part = 0; part < target.parts.size(); ++part) {
        if (!there.contains(part + 1)) {
            puts.push_back({target.parts[part], sent->source, rangeOf(target, part), {}, 0, true});
            numbers.push_back(part + 1);
        }
    }
    const auto stored = [&](size_t put, const std::string& etag) {
        sent->hash.there(puts[put].range);
        sent->tags.push_back({numbers[put], etag});
        m_journal.add(file.sha256, sent->tags.back());
    };
    if (!sender().send(puts, stored).empty()) {
        m_journal.expire(file.sha256);
        return nullptr;
    }
    return sent;
}

// Has the store put the parts together. False when the upload has ended.
bool StoreUpload::finish(Sent& sent)
{
    const UploadFile& file = sent.file;
    sent.hash.requirePlanned(*sent.source);
    std::sort(sent.tags.begin(), sent.tags.end(), [](const PartTag& a, const PartTag& b) { return a.number < b.number; });
    bool isComplete = false;
    try {
        isComplete = m_hub.complete(sent.target, sent.tags);
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
    m_hub.verify(sent.target);
    return true;
}

}  // namespace wb::hub
