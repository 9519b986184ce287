#include "core/job/cached_source.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/hub/hub_address.h"
#include "core/hub/hub_folders.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"

#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace wb::job {

namespace {

constexpr uint64_t blockBytes = 1 << 20;
constexpr uint64_t mostReferenceBytes = 256;

std::string torchFolder()
{
    const net::Environment& environment = net::processEnvironment();
    const std::string named = net::valueOf(environment, "TORCH_HOME");
    return named.empty() ? hub::userFolder(environment, "XDG_CACHE_HOME", ".cache") + "/torch" : hub::expandedHome(named, environment);
}

// The commit that a revision meant when it was fetched; the revision itself may be one.
std::string commitOf(const std::string& repository, const std::string& revision)
{
    try {
        std::string commit = io::readSmallFile(repository + "/refs/" + revision, mostReferenceBytes);
        commit.erase(commit.find_last_not_of(" \r\n") + 1);
        return commit;
    } catch (const Error&) {
        return revision;
    }
}

// The cache's blobs of large files are named by their SHA-256, and the snapshots link to them.
PublishedHash hashOfBlob(const std::string& path)
{
    std::error_code failure;
    const std::string name = std::filesystem::canonical(path, failure).filename().string();
    const bool isHash = !failure && isHex(name, 64);
    return isHash ? PublishedHash{Proof::PublishedHash, name} : PublishedHash{};
}

void addHubCopies(const std::string& shown, const net::RemoteFile* file, std::vector<CachedCopy>& copies)
{
    const hub::HubFile named = hub::parseHubAddress(shown);
    const std::string repository = fmt::format("{}/models--{}--{}", hub::cacheFolder(net::processEnvironment()), named.owner, named.name);
    if (file != nullptr && !file->sha256.empty()) {
        copies.push_back({repository + "/blobs/" + file->sha256, {Proof::PublishedHash, file->sha256}});
    }
    const std::string commit = file != nullptr && !file->commit.empty() ? file->commit : commitOf(repository, named.revision);
    if (commit.find('/') == std::string::npos && commit != "..") {
        const std::string path = fmt::format("{}/snapshots/{}/{}", repository, commit, named.path);
        copies.push_back({path, hashOfBlob(path)});
    }
}

}  // namespace

std::vector<CachedCopy> cachedCopies(const Source& source, const net::RemoteFile* file)
{
    std::vector<CachedCopy> copies;
    if (hub::isHubAddress(source.shown)) {
        addHubCopies(source.shown, file, copies);
    } else {
        copies.push_back({torchFolder() + "/hub/checkpoints/" + source.fileName, hashInName(source.fileName)});
    }
    std::erase_if(copies, [](const CachedCopy& copy) { return !io::fileBytes(copy.path); });
    return copies;
}

void bringHere(const std::string& copy, const std::string& path, JobContext& job)
{
    std::error_code failure;
    const std::string real = std::filesystem::canonical(copy, failure).string();
    if (!failure && ::link(real.c_str(), path.c_str()) == 0) {
        return;
    }
    const auto source = io::openFile(copy);
    job.progress.begin(Stage::Check, source->size());
    const std::string working = path + ".copy";
    io::OutputFile out(working, 0);
    out.reserve(source->size());
    std::vector<std::byte> buffer(static_cast<size_t>(std::min(source->size(), blockBytes)));
    for (uint64_t done = 0; done < source->size();) {
        job.cancel.throwIfCancelled();
        const auto block = std::span(buffer).first(static_cast<size_t>(std::min<uint64_t>(buffer.size(), source->size() - done)));
        source->readAt(done, block);
        out.write(block);
        out.flushBehind();
        done += block.size();
        job.progress.advance(block.size());
    }
    out.finish();
    io::publish(working, path);
}

}  // namespace wb::job
