#pragma once

#include "core/base/job_context.h"
#include "core/mapping/family.h"
#include "core/net/settings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// A model folder on its way to the Hub: everything is checked before the first byte, then sent, then made visible by one commit. All functions block
// and run on the caller's thread.
namespace wb::job {

// Where a token was found. It is never shown itself.
struct TokenStatus {
    enum class Source { None, Environment, Keychain, File };
    Source source = Source::None;
    std::string place;                      // "HF_TOKEN", "keychain", the file's path
    std::string user;                       // whoami; empty: not asked yet
    std::string role;                       // "read", "write", "fineGrained", as the Hub says
    std::vector<std::string> owners;        // namespaces that it may write to: the user and its organisations
    std::vector<std::string> repositories;  // "owner/name": single ones that a fine-grained token may write to
};
// Asks the Hub who the token of the settings belongs to (once per token and process). Throws NotAuthorised (problem "no-token", "keychain-locked":
// one is kept that cannot be read, "token": it is refused; path: its place), network errors.
TokenStatus whoAmI(const net::Settings& settings, JobContext& job);
// The same for this token, and keeps it in the desktop's keychain once the Hub has accepted it. Throws as whoAmI (problem "token-text": it
// cannot be one), KeychainFailed.
TokenStatus keepToken(const std::string& token, const net::Settings& settings, JobContext& job);

enum class Visibility { Keep, Private, Public };  // Keep: as it is; a new repository is private

struct PublishOptions {
    std::string folder;      // a model folder
    std::string repository;  // "owner/name", or "name" in the token's own namespace
    std::string revision = "main";
    Visibility visibility = Visibility::Keep;
    bool pullRequest = false;
    std::string message;              // of the commit; empty: one is made
    std::string licence;              // SPDX id that the user states for their own weights; empty: that of the folder
    std::string acceptedLicence;      // "seer" when the user has said so
    std::optional<std::string> card;  // text of another README.md than the folder's
};

// One file as it will be sent.
struct PublishFile {
    enum class Way {
        Send,
        There,
        Inline,
        Ignored
    };  // large file to the store; already in the repository; inside the commit; the repository's .gitignore
    std::string name;
    uint64_t bytes = 0;
    std::string sha256;
    Way way = Way::Send;  // before the repository is made: what the Hub will most likely do
    int64_t modifiedNs = 0;
    int64_t changedNs = 0;  // when anything of it was
};

// Everything that publishing will do, checked as far as can be without sending: what a dry run shows.
struct PublishPlan {
    PublishOptions options;  // repository with its owner, message; card where the licence had to be written into it
    TokenStatus token;
    bool repositoryExists = false;
    bool isPrivate = true;
    std::string parentCommit;  // of the revision; empty: the repository is to be made
    std::vector<PublishFile> files;
    uint64_t bytesToSend = 0;
    std::string licence;  // SPDX id or name of the licence that the card states
};

// Why a text cannot be "owner/name", or "name" alone, on the Hub, as a token ("empty", "long", "character", "ends", "dashes", "dots", "git",
// "parts"); empty: it can. Quick.
std::string repositoryNameProblem(const std::string& text);
// Whether a text can be the name of a branch or revision there. Quick.
bool isRevision(const std::string& text);

// What planPublish checks and can be checked before there is a folder, so that nothing is converted in vain: licence gate (LicenceNotAccepted, before
// any request), name rules (RepositoryName), token and right to write. `architecture` is the source's; an empty one: not known yet, no gate. The
// options' folder is not looked at. Throws as planPublish.
TokenStatus requirePublishable(const PublishOptions& options, const mapping::Architecture& architecture, const net::Settings& settings,
                               JobContext& job);

// Checks, the quick ones first: licence gate (before any request), name rules, folder, card, token and its right to write, repository, and the
// folder's content against its report (stage Verify); then asks the Hub which files it lacks. Sends nothing of the files but the first 512 bytes that
// the Hub's protocol asks for. Names that begin with a dot and files of tokens are left out, with a warning in the log. Throws LicenceNotAccepted
// (name, found: its link; problem "unknown": no licence is stated anywhere; "licence-name": it cannot be one), RepositoryName, NotAuthorised (problem
// "no-token", "keychain-locked", "token", "role", "owner", "gated", "denied"), NotFound (problem "no-weights"), UnsafePath (problem "link", "name",
// "token": the file holds the token), LimitExceeded, HubRefused (problem "card", "revision", …), PublishConflict (problem "is-public", "is-private":
// other than the visibility asked for), VerificationFailed.
PublishPlan planPublish(const PublishOptions& options, const net::Settings& settings, JobContext& job);

struct Publication {
    std::string repository;
    std::string commit;  // its id
    std::string commitUrl;
    std::string pullRequest;  // URL; empty: none
    std::vector<PublishFile> files;
    uint64_t bytesSent = 0;
    uint64_t bytesResumed = 0;  // parts that an earlier run had sent
    bool alreadyThere = false;  // every file was there: no commit was made
};

// Makes the repository where it is missing, sends what is lacking, and commits once. Goes on after any interruption (journal in
// $XDG_STATE_HOME/weightbridge/uploads, readable by its owner alone: parts count until the store's addresses for them expire). Progress: stages Send
// and Commit. Throws Cancelled (resumable), SourceChanged (a file is no longer what was planned), PublishConflict (problem "moved": the branch has
// moved since the plan was made: plan again; "is-public": the repository has become public), FolderBusy (another upload to it), HubRefused, network
// errors.
Publication publish(const PublishPlan& plan, const net::Settings& settings, JobContext& job);

}  // namespace wb::job
