#pragma once

#include "core/base/job_context.h"
#include "core/job/pipeline.h"
#include "core/mapping/family.h"
#include "core/net/settings.h"
#include "core/net/url.h"

#include <optional>
#include <string>

// Sources over the network: what a name means, a look inside, fetching, converting while it streams. All but nameSource() block and run on the
// caller's thread.
namespace wb::job {

// What the user named: a path on this machine, or something that is published.
struct Source {
    std::string path;                           // of a local file or folder; empty for a published one
    std::optional<net::Url> url;                // of a published one
    std::string shown;                          // as it may be shown: the path, "hf://owner/name/file" or the address without its query
    std::string fileName;                       // under which it is kept
    const mapping::Variant* variant = nullptr;  // when it was named by a variant's name

    bool isRemote() const noexcept { return url.has_value(); }
};

// A path that exists; https://…, http://… (only this machine's, unless allowed), hf://owner/name[@revision]/file; the name of a variant.
// Asks nothing of the network. Throws UrlRefused, VariantUnknown never: NotFound (file, near) for a word that is none of these.
Source nameSource(const std::string& text, const net::Settings& settings);
// A variant's published file.
Source publishedSource(const mapping::Variant& variant, const net::Settings& settings);

// What its result is called after: the variant, the repository on the Hub, else the file without its ending.
std::string resultNameOf(const Source& source);

// Settings of the environment. Quick: reads no file and asks no keychain.
net::Settings settingsWithoutToken();
// The same with the token that belongs to its endpoint (hub/token_source.h).
net::Settings networkSettings();

// What the server says of a file.
struct RemoteFacts {
    uint64_t bytes = 0;
    std::string host;          // that sends the bytes
    std::string lastModified;  // as sent; empty: not said
    std::string validator;     // ETag or Last-Modified that tells one state of the file from another; empty: none
    std::string sha256;        // published; empty: none
    bool ranges = false;       // parts can be had
};

// "Check online": the server's facts and every key, read by Range (a few requests).
struct Look {
    RemoteFacts facts;
    tensor::TensorIndex index;  // files[0].path is Source::shown
    uint64_t requests = 0;
    uint64_t bytesRead = 0;
};
// Throws NoRange when parts cannot be had, the network errors, and what inspect() throws. Progress: stage Inspect.
Look lookInside(const Source& source, const std::string& stateDictPath, const net::Settings& settings, JobContext& job);

// How a fetched file was proved to be right.
enum class Proof { PublishedHash, SumFile, NameHash, RecordChecksums, None };
std::string_view proofName(Proof proof) noexcept;  // "published-sha256", "sha256-file", "name-sha256", "record-crc32", "none"

struct Fetched {
    std::string path;
    uint64_t bytes = 0;
    std::string sha256;
    Proof proof = Proof::None;
    uint64_t bytesFetched = 0;   // in this run
    uint64_t bytesTwice = 0;     // of those, fetched again
    uint64_t bytesResumed = 0;   // kept from an earlier run
    bool alreadyThere = false;   // a right file was found in the folder or a cache, nothing was fetched
    uint64_t damagedPieces = 0;  // found and mended
};

// Brings a published file into a folder (made when missing) under Source::fileName; a right one that is there, or in the caches of torch.hub and
// the Hub, is taken as it is. Kept as NAME.part until it is proved; the same call goes on after any interruption.
// Throws Cancelled (kept), network errors (kept), DiskFull (kept), NotEnoughSpace, ChecksumMismatch and CrcMismatch, RemoteChanged, WouldOverwrite
// (another file of that name is there), FolderBusy. Progress: stage Download, then Check.
Fetched fetchSource(const Source& source, const std::string& folder, const net::Settings& settings, JobContext& job);

// Where sources are kept unless told: weightbridge/sources below XDG_DATA_HOME or ~/.local/share.
std::string defaultSourceFolder();
// Where in it, or in a folder that the user named, a source is kept: NAME below it for a variant whose file name others of the catalogue share,
// OWNER--NAME for another file of the Hub.
std::string keepFolderFor(const Source& source, const std::string& folder);
// True when other variants of the catalogue are published under the same file name.
bool sharesFileName(const mapping::Variant& variant);
// Bytes of the file that an earlier run fetched and left in the folder to go on with; whole: the finished file is there.
struct Kept {
    uint64_t bytes = 0;
    bool whole = false;
};
Kept keptOf(const Source& source, const std::string& folder);

enum class Way { Keep, Stream };
// Why, as a stable token: "asked", "room" (both fit), "no-room-for-both" (only the result fits), "no-room" (neither), "kept-already",
// "backward" (its tensors cannot be read in one pass: it cannot be streamed).
struct WayChoice {
    Way way = Way::Keep;
    std::string reason;
    std::string keepFolder;
    uint64_t sourceBytes = 0;  // that keeping would still fetch and store
    uint64_t resultBytes = 0;
    uint64_t sourceFree = 0;  // room where it would be kept
    uint64_t resultFree = 0;
    bool oneFileSystem = true;  // both are on the same
};
WayChoice chooseWay(const plan::Plan& plan, const Source& source, const std::string& keepFolder, plan::Keeping keeping = plan::Keeping::All);

// Carries out a plan made from a Look without ever storing the source: its tensors come by Range in file order, are checked and go into the
// result. Goes on at the last whole tensor. Throws RemoteChanged when the file is no longer the one that the plan was made of; else as run().
Outcome runStreamed(const plan::Plan& plan, const Source& source, const net::Settings& settings, const convert::ConvertOptions& options, bool verify,
                    JobContext& job);

}  // namespace wb::job
