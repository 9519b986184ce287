#include "app/cli/sentence_table.h"

#include <array>

namespace wb::cli {

namespace {

using Code = ErrorCode;
using Row = SentenceRow;

constexpr std::string_view fetchAgain = "The file is damaged: fetch it again and compare its size and hash with what the publisher states.";
constexpr std::string_view notPlain = "The file was not written by torch.save, or was altered. Fetch it again from its publisher.";
constexpr std::string_view saveAgain = "Load it in PyTorch, if you trust it, and save its state_dict with torch.save.";
constexpr std::string_view freeRoom = "Free some room or choose another folder with --out; the same command then goes on.";

constexpr std::array rows{
    // general
    Row{Code::Internal, "something happened that should not[: {reason}][ ({problem})]", "Please report it with the command that you ran."},
    Row{Code::Usage, "{reason}", "See weightbridge-cli --help, or --help after a verb."},
    Row{Code::NotFound, "there is no such file or folder[: {problem}][, nor a variant of that name. Near names: {near}]",
        "Check the path; weightbridge-cli list shows the names of the variants."},
    Row{Code::VariantUnknown, "there is no variant of that name[: {name}][. Near names: {expected}]", "weightbridge-cli list shows all of them."},
    Row{Code::OutOfMemory, "there was not enough memory", "Close other programs and run the same command again."},
    Row{Code::LimitExceeded, "this is more than any known checkpoint needs[: {problem}][ ({found}, at most {limit})][ (at most {limit})]",
        "The file is damaged or made to do harm. Fetch it again from its publisher."},

    // files and folders
    Row{Code::PermissionDenied, "access is denied[: {reason}]", "Give yourself access to it (chmod, chown), or choose another file or folder."},
    Row{Code::NotARegularFile, "this is[ {kind},] no plain file", "Name the checkpoint file itself."},
    Row{Code::NotAFolder, "this is not a folder", "Choose another folder."},
    Row{Code::ReadFailed, "reading failed[: {reason}]", "The disk or network drive may be failing: copy the file elsewhere and try again."},
    Row{Code::WriteFailed, "writing failed[: {reason}]", "Check the disk, or choose another folder; the same command then goes on."},
    Row{Code::ReadOnly, "the file system is read-only", "Choose a folder that can be written with --out."},
    Row{Code::DiskFull, "the disk is full[ ({reason})]", freeRoom},
    Row{Code::FileTooLarge, "the file would be larger than allowed here[ ({reason})]",
        "Choose a smaller --shard-size, another file system, or raise the limit (ulimit -f); the same command then goes on."},
    Row{Code::SourceChanged, "the file was changed while it was read[: {problem}]",
        "Wait until nothing writes to it and run the same command again."},
    Row{Code::SourceTruncated, "the file became shorter while it was read[ (it had {expected} bytes)]",
        "Wait until nothing writes to it, or fetch it again, and run the same command again."},
    Row{Code::FolderBusy, "another program is working on this folder", "Wait until it is done, or choose another folder with --out."},
    Row{Code::WouldOverwrite, "something else is there already[: {problem}][ ({found})], and it is left as it is",
        "Choose another name or folder; convert and make-demo replace it with --overwrite."},
    Row{Code::UnsafePath, "the name is not followed[: {problem}]", "Put the real files into one folder, under plain names."},
    Row{Code::SameFile, "source and result would be the same file", "Choose another folder with --out."},

    // what the file is, when it is no checkpoint
    Row{Code::EmptyFile, "the file is empty", "Fetch it again: the download probably failed."},
    Row{Code::NotACheckpoint, "this is no checkpoint[: it is {kind}][ ({found})]",
        "Name the .torch, .pth or .safetensors file; where a download gave something else, fetch it again."},
    Row{Code::TorchScript, "this is a TorchScript program, not a checkpoint", "Use the checkpoint with the weights; a program is not converted."},
    Row{Code::LegacyTar, "this is a tar of the oldest PyTorch format",
        "Load it in an old PyTorch, if you trust it, and save its state_dict with torch.save."},
    Row{Code::ShardList, "this is a VISSL shard list: it names files with a part each for every rank, and holds no weights[: {found}]",
        "Consolidate it with VISSL first, or fetch the consolidated checkpoint (\"_conso\")."},
    Row{Code::NoStateDict, "there are no weights in this file[: it holds {kind}][: {found}]",
        "If they are in an unusual place, name it with --state-dict a.b.c."},
    Row{Code::StateDictPath,
        "--state-dict[ {name}] leads to nothing[ ({kind} has no nesting)][: {problem}][; there is: {found}][; there is: {expected}]",
        "weightbridge-cli inspect FILE shows what is found without it."},
    Row{Code::StateDictAmbiguous, "several state dicts could be meant[: {found}]", "Name one with --state-dict."},
    Row{Code::NotThisFamily, "these are not the weights of a RegNet[: {found}]", "weightbridge-cli inspect FILE shows what the file holds."},

    // torch zip
    Row{Code::ZipTruncated, "the archive is cut off[: {problem}]", fetchAgain},
    Row{Code::ZipEndRecord, "the archive's end record is wrong[: {problem}]", fetchAgain},
    Row{Code::Zip64, "the archive's zip64 records are wrong[: {problem}]", fetchAgain},
    Row{Code::ZipEntryCount, "the archive's directory has another number of entries than it says[: {found} instead of {expected}]", fetchAgain},
    Row{Code::ZipEntry, "an entry of the archive's directory is wrong[: {problem}]", fetchAgain},
    Row{Code::ZipHeadersDiffer, "the two headers of this record disagree[: {problem}][ ({expected} in the directory, {found} before the data)]",
        notPlain},
    Row{Code::ZipEncrypted, "the record is encrypted", notPlain},
    Row{Code::ZipCompressed, "the record is compressed, which torch.save never does[ (method {found})]", saveAgain},
    Row{Code::ZipDuplicate, "two records have the same name[: {name}]", notPlain},
    Row{Code::ZipName, "a record has a name that is not taken[: {problem}]", notPlain},
    Row{Code::ZipOverlap, "this record lies over another part of the file[: {problem}]", notPlain},
    Row{Code::ZipLayout, "this is not the layout of torch.save[: {problem}]", notPlain},
    Row{Code::RecordMissing, "the record is missing", fetchAgain},
    Row{Code::CrcMismatch, "the bytes do not agree with their checksum[ (CRC-32 {expected} expected, {found} found)]", fetchAgain},

    // legacy torch container
    Row{Code::LegacyContainer, "this is not the old layout of torch.save[: {problem}]", fetchAgain},
    Row{Code::LegacyStorage, "a storage is wrong[: {problem}][ ({expected} expected, {found} found)]", fetchAgain},
    Row{Code::BigEndian, "the file was written on a big-endian machine", saveAgain},

    // pickle
    Row{Code::PickleTruncated, "the description of the tensors (a pickle) is cut off[: {problem}]", fetchAgain},
    Row{Code::PickleOpcode, "the description of the tensors (a pickle) has an instruction that is not taken[: {found}][: {problem}]", notPlain},
    Row{Code::PickleStack, "the description of the tensors does not fit together[: {problem}]", notPlain},
    Row{Code::PickleMemo,
        "the description of the tensors mixes up the values that it keeps[: {problem}][ (number {found}, at most {limit})][ (number {found})]",
        notPlain},
    Row{Code::PickleTarget, "the description of the tensors makes or fills a value in a way that cannot be[: {problem}]", notPlain},
    Row{Code::PickleValue, "the description of the tensors has a value that cannot be[: {problem}]", notPlain},
    Row{Code::PicklePersistentId, "a tensor refers to its storage in a way that torch never does[: {problem}]", notPlain},
    Row{Code::PickleTrailing, "bytes follow the end of the description of the tensors[ ({found} of them)]", notPlain},
    Row{Code::PickleForbiddenCall,
        "this file asks Python to run a function[: {name}]. Nothing was run; it is no plain checkpoint and is not converted",
        "Do not load it in Python. Fetch the file again from its publisher."},

    // tensors
    Row{Code::TensorGeometry, "the tensor[ {key}] does not fit its storage[: {problem}][ ({expected} bytes there, {needed} needed)]", notPlain},
    Row{Code::TensorExpanded, "the tensor[ {key}] repeats a few values over a huge shape", saveAgain},
    Row{Code::TensorDType, "the tensor[ {key}] has a type that is not converted[: {found}]", saveAgain},
    Row{Code::TensorKey, "the key[ {key}] of a tensor is not taken[: {problem}]", saveAgain},
    Row{Code::SliceFile, "a slice of the checkpoint is missing or wrong[: {problem}]",
        "Keep the checkpoint and its \"_layers\" folder side by side, with all of its files."},

    // safetensors
    Row{Code::SafetensorsHeaderLength, "the header's length cannot be[: {problem}][ ({found} bytes, at most {limit})][ ({found} bytes)]", fetchAgain},
    Row{Code::SafetensorsHeader, "the header is wrong[: {problem}]", fetchAgain},
    Row{Code::SafetensorsTensor, "a tensor's entry is wrong[: {problem}][ ({expected} expected, {found} found)][ ({found})]", fetchAgain},
    Row{Code::SafetensorsLayout, "the tensors do not fill the file as they should[: {problem}][ ({expected} bytes expected, {found} found)]",
        fetchAgain},
    Row{Code::SafetensorsDuplicate, "a name occurs twice in the header[: {problem}]", notPlain},
    Row{Code::ShardIndex, "the index and the files beside it disagree[: {problem}]", "Fetch the whole folder again."},

    // the map, the model, the plan
    Row{Code::KeyMapFile, "the key map cannot be used[: {problem}]", "Make a new one with weightbridge-cli keymap SOURCE --save FILE and edit that."},
    Row{Code::MapIncomplete,
        "not every key has its place[: {unmapped} source keys have none, {missing} keys of the model stay empty, {mismatched} do not fit]; nothing "
        "is written",
        "Save the map with weightbridge-cli keymap SOURCE --save FILE, mend the rows named, and give it back with --keymap FILE."},
    Row{Code::ConfigImpossible, "the shapes do not make a RegNet[: {problem}][ ({expected} expected, {found} found)]",
        "weightbridge-cli inspect FILE shows all shapes."},
    Row{Code::LabelsFile, "the labels cannot be read[: {problem}]", "Give one label a line, a JSON array, or a JSON object from \"0\" up."},
    Row{Code::LabelsCount, "the number of labels is not the number of classes[: {found} instead of {expected}]", "Give one label for each class."},
    Row{Code::NotEnoughSpace, "not enough room on the disk[: {needed} needed, {free} free][; {problem}]", freeRoom},
    Row{Code::NotEnoughMemory, "not enough memory[: {needed} needed, {free} free]", "Close other programs, or raise the limit (ulimit -v)."},
    Row{Code::JournalDamaged, "the record of the earlier run cannot be read[: {problem}]", "Run the command again with --overwrite to begin anew."},

    // verification
    Row{Code::VerificationFailed, "the result is not what it should be[: {name}][: {reason}]",
        "Convert again with --overwrite; where it fails again, check the disk."},
    Row{Code::ModelsDiffer, "the two do not hold the same[: {found} of {expected} tensors differ]", "The list above says which and how."},
    Row{Code::ParityFailed,
        "the two networks do not compute the same[: {problem}][ (relative error {found}, at most {expected} passes)][, first in {name}][, in {key}]",
        "weightbridge-cli verify DIR --against CHECKPOINT names the tensors whose bytes differ; then convert again with --overwrite."},
    Row{Code::TracePair,
        "tracing does not pair the two networks[: {source} was called where {destination} was][; {problem}][ ({expected} expected, {found} found)]",
        "The two networks are not of one structure. Please report it with the command that you ran."},
    Row{Code::TraceDiffers, "tracing and rules lead to different places[ for {found} keys][, first {key}]",
        "Where you edited the map, look at those rows again; else please report it with the command that you ran."},
    Row{Code::ImageFile, "the picture cannot be used[: {problem}][ ({reason})][ ({found}, at most {limit})]",
        "Choose another PNG, JPEG or WebP file."},

    // the helper program weightbridge-torch
    Row{Code::HelperMissing, "weightbridge-torch is not installed", "Install the package weightbridge-torch, which brings LibTorch."},
    Row{Code::HelperVersion, "weightbridge-torch is of another version[: {found}, where {expected} is wanted]",
        "Install weightbridge and weightbridge-torch in the same version."},
    Row{Code::HelperFailed, "weightbridge-torch gave no result[: {problem}][, {found}][. It said: {reason}]",
        "Run the same command again; if it happens again, report it with the command that you ran."},
    Row{Code::HelperKilled, "weightbridge-torch was killed, most likely because memory ran out",
        "Close other programs, or choose a smaller --size, and run the same command again."},

    // the network
    Row{Code::UrlRefused, "the address[ {name}] is not taken[: {problem}]",
        "Give an https:// address, hf://owner/name/file or the name of a variant; http:// of another machine takes --allow-http."},
    Row{Code::NetworkFailed, "the transfer[ from {host}] failed[: {problem}][ ({reason})][; {kept} are kept in {path}][; {kept} are kept]",
        "Check the connection, and --proxy where there is one; the same command then goes on."},
    Row{Code::TlsFailed, "no safe connection[ to {host}] can be made[: {problem}][ ({reason})][; {kept} are kept in {path}][; {kept} are kept]",
        "Check this machine's clock; where your network has a certificate authority of its own, name its certificate with --ca-file."},
    Row{Code::ProxyFailed,
        "the proxy does not let the transfer[ from {host}] through[: {problem}][ (status {found})][ ({reason})][; {kept} are kept in {path}][; "
        "{kept} are kept]",
        "Check --proxy, or http_proxy, https_proxy and NO_PROXY; the same command then goes on."},
    Row{Code::HttpStatus,
        "the server[ {host}] answers with an error[, status {found}][: {problem}][ ({reason})][; {kept} are kept in {path}][; {kept} are kept]",
        "Check the address, or wait a while; the same command then goes on."},
    Row{Code::RedirectRefused, "the server[ {host}] sends the request elsewhere, where it is not followed[: {problem}][ ({found})]",
        "Check the address; where the other one is right, give that."},
    Row{Code::BadResponse,
        "the server[ {host}] sends something else than the file[: {problem}][ ({expected} expected, {found} found)][ ({found})][ ({reason})][; "
        "{kept} are kept in {path}][; {kept} are kept]",
        "Check the address: it must lead to the file itself, not to a page about it; a proxy may answer in its place."},
    Row{Code::NoRange, "the server[ {host}] cannot send parts of the file, so nothing in it can be read without fetching it whole[: {problem}]",
        "Fetch it with weightbridge-cli download SOURCE --to DIR and name the file; convert without --stream does both."},
    Row{Code::RemoteChanged,
        "the publisher has changed the file[ at {host}] since[: {problem}][ ({expected} before, {found} now)][ ({found})][; {kept} of the old one "
        "are "
        "kept in {path}][; {kept} of the old one are kept]",
        "Run the same command again to begin with the new file, a conversion with --overwrite: the bytes of the old one cannot be gone on with."},
    Row{Code::Offline, "this needs the network[ ({host})], which is switched off[: {problem}]",
        "Leave out --offline, and unset HF_HUB_OFFLINE and TRANSFORMERS_OFFLINE."},
    Row{Code::NotAuthorised, "the server[ {host}] does not let you do this[, status {found}][: {problem}][ ({reason})]",
        "For a gated model accept its licence in the browser. Log in with a token that may read it, or write to what you publish (weightbridge-cli "
        "login, HF_TOKEN)."},
    Row{Code::RepositoryName, "the name[ {name}] of the repository is not taken[: {problem}][ ({found})]",
        "Give owner/name, or name for your own namespace: at most 96 letters, digits, hyphens, dots and underscores."},
    Row{Code::LicenceNotAccepted, "publishing needs a licence that you accept or state[: {name}][: {problem}][. It is at {found}]",
        "[Read {found}; where you accept it, and your use is one that it allows, say --accept-licence seer. ]For weights of your own, or of which "
        "you know the licence, say --licence ID."},
    Row{Code::PublishConflict,
        "the repository[ {name}] is not as it was planned for[: {problem}][ ({expected} before, {found} now)]; nothing of it was replaced",
        "Look at it on the Hub, then run the same command again, or with --pr; what was sent is not sent twice."},
    Row{Code::HubRefused, "the Hub[ at {host}] refuses the request[, status {found}][: {problem}][. It says: {reason}]",
        "Mend what it names; what was sent is not sent twice."},
    Row{Code::KeychainFailed, "the keychain does not answer as it should[: {problem}][ ({reason})]",
        "Unlock or install one (gnome-keyring, KWallet), or do without: set HF_TOKEN, or log in with the hf program."},
    Row{Code::ChecksumMismatch,
        "the file is not the published one[: {problem}][ (SHA-256 {expected} expected, {found} found)][; {kept} are kept in {path}][; {kept} are "
        "kept]",
        "Do not use it: remove it and fetch it again; where this happens again, the publisher's file or sum is wrong."},

    // later stages
    Row{Code::NotAvailable, "this version cannot do that yet[: {name}]", "Leave it out, or look for a newer version."},
    Row{Code::QueueFailed, "some jobs of the queue failed[: {found} of {expected}]", "The list above names each failure."},
};

}  // namespace

std::span<const SentenceRow> sentenceTable() noexcept
{
    return rows;
}

}  // namespace wb::cli
