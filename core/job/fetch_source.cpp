#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"
#include "core/job/cached_source.h"
#include "core/job/prove.h"
#include "core/job/published_hash.h"
#include "core/job/remote_source.h"
#include "core/net/download.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace wb::job {

namespace {

constexpr std::array<std::string_view, 5> proofNames{"published-sha256", "sha256-file", "name-sha256", "record-crc32", "none"};

Fetched found(const std::string& path, uint64_t bytes, Proof proof)
{
    Fetched fetched;
    fetched.path = path;
    fetched.bytes = bytes;
    fetched.proof = proof;
    fetched.alreadyThere = true;
    return fetched;
}

// What has the file's name in the folder already: the right file, or something that must not be lost.
std::optional<Fetched> standing(const std::string& path, std::optional<uint64_t> remoteBytes, const PublishedHash& hash, JobContext& job)
{
    if (!io::exists(path)) {
        return std::nullopt;
    }
    const auto bytes = io::fileBytes(path);
    const auto other = [&path] { return Error(ErrorCode::WouldOverwrite).file(path).with("problem", "other-file"); };
    if (!bytes || (remoteBytes && bytes != remoteBytes)) {
        throw other();
    }
    const auto proof = proofOf(path, hash, job);
    if (!proof) {
        throw other();
    }
    return found(path, *bytes, *proof);
}

// A right copy in a cache, brought to its place. A copy that nothing proves is not taken.
std::optional<Fetched> fromCaches(const Source& source, const std::string& path, const net::RemoteFile* file, const PublishedHash& hash,
                                  JobContext& job)
{
    for (const CachedCopy& copy : cachedCopies(source, file)) {
        const auto bytes = io::fileBytes(copy.path);
        if (!bytes || (file != nullptr && bytes != file->bytes)) {
            continue;
        }
        const PublishedHash& known = hash.isKnown() ? hash : copy.hash;
        const auto proof = proofOf(copy.path, known, job);
        if (proof && *proof != Proof::None) {
            bringHere(copy.path, path, job);
            return found(path, *bytes, *proof);
        }
    }
    return std::nullopt;
}

// What is here already may do. What an earlier run brought is taken unproved only where the network was switched off on purpose.
std::optional<Fetched> withoutNetwork(const Source& source, const std::string& path, const Error& error, JobContext& job)
{
    if (error.exitCode() != ExitCode::Network || error.code() == ErrorCode::RedirectRefused) {
        return std::nullopt;
    }
    const PublishedHash hash = hashInName(source.fileName);
    if (io::exists(path)) {
        auto here = standing(path, std::nullopt, hash, job);
        return error.code() == ErrorCode::Offline || here->proof != Proof::None ? here : std::nullopt;
    }
    return fromCaches(source, path, nullptr, hash, job);
}

// A part with damage is kept where the next run can mend it: not where the server sends whole files only.
Proof proveOrDrop(net::Download& download, const PublishedHash& hash, uint64_t& mended, JobContext& job)
{
    try {
        return proveDownload(download, hash, mended, job);
    } catch (Error& error) {
        if (error.exitCode() == ExitCode::Checksum && !download.file().ranges) {
            download.discard();
        } else if (error.exitCode() == ExitCode::Checksum) {
            error.withDefault("path", download.part().path());
        }
        throw;
    }
}

Fetched fetchAndProve(net::Download& download, const std::string& path, const PublishedHash& hash, JobContext& job)
{
    download.fetch();
    Fetched fetched;
    fetched.path = path;
    fetched.bytes = download.part().bytes();
    fetched.proof = proveOrDrop(download, hash, fetched.damagedPieces, job);
    fetched.sha256 = download.sha256();
    fetched.bytesFetched = download.part().bytesFetched();
    fetched.bytesTwice = download.part().bytesTwice();
    fetched.bytesResumed = download.part().bytesResumed();
    download.publish();
    return fetched;
}

Fetched fetch(const Source& source, const std::string& path, const net::Settings& settings, JobContext& job)
{
    net::Download download(source.url.value(), path, settings, job);
    const net::RemoteFile* file = nullptr;
    try {
        file = &download.open();
    } catch (const Error& error) {
        auto here = withoutNetwork(source, path, error, job);
        if (!here) {
            throw;
        }
        job.log.warning(fmt::format("{} is out of reach; the copy in {} is used", source.shown, here->path));
        return std::move(*here);
    }
    const PublishedHash hash = publishedHash(*file, source.fileName, settings, job);
    if (auto there = standing(path, file->bytes, hash, job)) {
        return std::move(*there);
    }
    if (net::PartFile::journalledBytes(path) == 0) {
        if (auto cached = fromCaches(source, path, file, hash, job)) {
            return std::move(*cached);
        }
    }
    return fetchAndProve(download, path, hash, job);
}

}  // namespace

std::string_view proofName(Proof proof) noexcept
{
    return proofNames[static_cast<size_t>(proof)];
}

Fetched fetchSource(const Source& source, const std::string& folder, const net::Settings& settings, JobContext& job)
{
    io::makeFolders(folder);
    try {
        return fetch(source, io::join(folder, source.fileName), settings, job);
    } catch (Error& error) {
        error.withDefault("file", source.shown);
        throw;
    }
}

Kept keptOf(const Source& source, const std::string& folder)
{
    const std::string path = io::join(folder, source.fileName);
    const auto whole = io::fileBytes(path);
    return whole ? Kept{*whole, true} : Kept{net::PartFile::journalledBytes(path), false};
}

}  // namespace wb::job
