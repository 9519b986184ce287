#include "ui/error_acts.h"

#include "ui/format.h"
#include "ui/session.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace wb::ui {

using namespace Qt::StringLiterals;
using Act = ErrorAct;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::ErrorActs)
};

// At most four of each.
struct Row {
    ErrorCode code;
    std::array<std::optional<Act>, 4> acts;
};

constexpr auto table = std::to_array<Row>({
    {ErrorCode::Internal, {Act::TryAgain, Act::OpenOther}},
    {ErrorCode::Usage, {Act::ChooseFolder, Act::OpenOther}},
    {ErrorCode::NotFound, {Act::TryAgain, Act::OpenOther}},
    {ErrorCode::VariantUnknown, {Act::ChooseModel}},
    {ErrorCode::OutOfMemory, {Act::TryAgain}},
    {ErrorCode::LimitExceeded, {Act::OpenOther}},
    {ErrorCode::PermissionDenied, {Act::TryAgain, Act::ChooseFolder, Act::OpenOther}},
    {ErrorCode::NotARegularFile, {Act::OpenOther}},
    {ErrorCode::NotAFolder, {Act::ChooseFolder, Act::OpenOther}},
    {ErrorCode::ReadFailed, {Act::TryAgain, Act::OpenOther}},
    {ErrorCode::WriteFailed, {Act::Resume, Act::ChooseFolder}},
    {ErrorCode::ReadOnly, {Act::ChooseFolder}},
    {ErrorCode::DiskFull, {Act::Resume, Act::ChooseFolder, Act::UseBf16, Act::ShowSpace}},
    {ErrorCode::FileTooLarge, {Act::ChooseFolder}},
    {ErrorCode::SourceChanged, {Act::TryAgain}},
    {ErrorCode::SourceTruncated, {Act::TryAgain}},
    {ErrorCode::FolderBusy, {Act::TryAgain, Act::ChooseFolder}},
    {ErrorCode::WouldOverwrite, {Act::ChooseFolder, Act::AllowReplacing}},
    {ErrorCode::UnsafePath, {Act::OpenOther}},
    {ErrorCode::SameFile, {Act::ChooseFolder}},
    {ErrorCode::EmptyFile, {Act::TryAgain, Act::OpenOther}},
    {ErrorCode::NotACheckpoint, {Act::OpenOther}},
    {ErrorCode::TorchScript, {Act::OpenOther}},
    {ErrorCode::LegacyTar, {Act::OpenOther}},
    {ErrorCode::ShardList, {Act::OpenOther}},
    {ErrorCode::NoStateDict, {Act::OpenOther}},
    {ErrorCode::StateDictPath, {Act::OpenOther}},
    {ErrorCode::StateDictAmbiguous, {Act::OpenOther}},
    {ErrorCode::NotThisFamily, {Act::OpenOther}},
    {ErrorCode::ZipTruncated, {Act::TryAgain, Act::OpenOther}},
    {ErrorCode::ZipEndRecord, {Act::OpenOther}},
    {ErrorCode::Zip64, {Act::OpenOther}},
    {ErrorCode::ZipEntryCount, {Act::OpenOther}},
    {ErrorCode::ZipEntry, {Act::OpenOther}},
    {ErrorCode::ZipHeadersDiffer, {Act::OpenOther}},
    {ErrorCode::ZipEncrypted, {Act::OpenOther}},
    {ErrorCode::ZipCompressed, {Act::OpenOther}},
    {ErrorCode::ZipDuplicate, {Act::OpenOther}},
    {ErrorCode::ZipName, {Act::OpenOther}},
    {ErrorCode::ZipOverlap, {Act::OpenOther}},
    {ErrorCode::ZipLayout, {Act::OpenOther}},
    {ErrorCode::RecordMissing, {Act::OpenOther}},
    {ErrorCode::CrcMismatch, {Act::TryAgain, Act::OpenOther}},
    {ErrorCode::LegacyContainer, {Act::OpenOther}},
    {ErrorCode::LegacyStorage, {Act::OpenOther}},
    {ErrorCode::BigEndian, {Act::OpenOther}},
    {ErrorCode::PickleTruncated, {Act::TryAgain, Act::OpenOther}},
    {ErrorCode::PickleOpcode, {Act::OpenOther}},
    {ErrorCode::PickleStack, {Act::OpenOther}},
    {ErrorCode::PickleMemo, {Act::OpenOther}},
    {ErrorCode::PickleTarget, {Act::OpenOther}},
    {ErrorCode::PickleValue, {Act::OpenOther}},
    {ErrorCode::PicklePersistentId, {Act::OpenOther}},
    {ErrorCode::PickleTrailing, {Act::OpenOther}},
    {ErrorCode::PickleForbiddenCall, {Act::OpenOther}},
    {ErrorCode::TensorGeometry, {Act::OpenOther}},
    {ErrorCode::TensorExpanded, {Act::OpenOther}},
    {ErrorCode::TensorDType, {Act::OpenOther}},
    {ErrorCode::TensorKey, {Act::OpenOther}},
    {ErrorCode::SliceFile, {Act::TryAgain, Act::OpenOther}},
    {ErrorCode::SafetensorsHeaderLength, {Act::OpenOther}},
    {ErrorCode::SafetensorsHeader, {Act::OpenOther}},
    {ErrorCode::SafetensorsTensor, {Act::OpenOther}},
    {ErrorCode::SafetensorsLayout, {Act::OpenOther}},
    {ErrorCode::SafetensorsDuplicate, {Act::OpenOther}},
    {ErrorCode::ShardIndex, {Act::TryAgain, Act::OpenOther}},
    {ErrorCode::KeyMapFile, {Act::ShowMap}},
    {ErrorCode::MapIncomplete, {Act::ConvertWithHead, Act::UseFound, Act::DropKeys, Act::ShowMap}},
    {ErrorCode::ConfigImpossible, {Act::UseFound, Act::OpenOther}},
    {ErrorCode::LabelsFile, {Act::OpenOther}},
    {ErrorCode::LabelsCount, {Act::OpenOther}},
    {ErrorCode::NotEnoughSpace, {Act::ChooseFolder, Act::UseBf16, Act::ShowSpace, Act::TryAgain}},
    {ErrorCode::NotEnoughMemory, {Act::TryAgain}},
    {ErrorCode::JournalDamaged, {Act::ChooseFolder, Act::AllowReplacing}},
    {ErrorCode::VerificationFailed, {Act::AllowReplacing, Act::ChooseFolder}},
    {ErrorCode::ModelsDiffer, {Act::OpenOther}},
    {ErrorCode::ParityFailed, {Act::ShowVerification}},
    {ErrorCode::TracePair, {Act::ShowMap}},
    {ErrorCode::TraceDiffers, {Act::ShowMap}},
    {ErrorCode::ImageFile, {Act::ShowVerification}},
    {ErrorCode::HelperMissing, {Act::ShowVerification}},
    {ErrorCode::HelperVersion, {Act::ShowVerification}},
    {ErrorCode::HelperFailed, {Act::ShowVerification}},
    {ErrorCode::HelperKilled, {Act::ShowVerification}},
    {ErrorCode::UrlRefused, {Act::OpenOther, Act::OpenSettings}},
    {ErrorCode::NetworkFailed, {Act::Resume, Act::OpenSettings}},
    {ErrorCode::TlsFailed, {Act::TryAgain, Act::OpenSettings}},
    {ErrorCode::ProxyFailed, {Act::OpenSettings, Act::TryAgain}},
    {ErrorCode::HttpStatus, {Act::TryAgain, Act::OpenSettings}},
    {ErrorCode::RedirectRefused, {Act::OpenOther}},
    {ErrorCode::BadResponse, {Act::TryAgain, Act::OpenOther}},
    {ErrorCode::NoRange, {Act::TryAgain}},
    {ErrorCode::RemoteChanged, {Act::StartAgain, Act::KeepBoth}},
    {ErrorCode::Offline, {}},  // only the program started anew without the variable helps
    {ErrorCode::NotAuthorised, {Act::OtherToken, Act::OpenTokenPage, Act::TryAgain}},
    {ErrorCode::RepositoryName, {Act::ShowPublishing}},
    {ErrorCode::LicenceNotAccepted, {Act::ReadLicence, Act::ShowPublishing}},
    {ErrorCode::PublishConflict, {Act::CheckPublishing}},
    {ErrorCode::HubRefused, {Act::CheckPublishing, Act::ShowPublishing}},
    {ErrorCode::KeychainFailed, {Act::OtherToken, Act::ShowPublishing}},
    {ErrorCode::ChecksumMismatch, {Act::StartAgain, Act::KeepBoth}},
    {ErrorCode::NotAvailable, {Act::OpenOther}},
    {ErrorCode::QueueFailed, {Act::OpenOther}},
});

// Publishing is tried again by checking it again.
Act inPublishing(Act act)
{
    return act == Act::TryAgain || act == Act::Resume || act == Act::StartAgain ? Act::CheckPublishing : act;
}

bool isPossible(Act act, const ErrorSituation& now)
{
    switch (act) {
    case Act::TryAgain:
    case Act::Resume:
    case Act::StartAgain:
    case Act::KeepBoth:
        return now.canTryAgain;
    case Act::AllowReplacing:
        return now.canTryAgain && now.hasPlan;
    case Act::OpenOther:
    case Act::ChooseModel:
        return now.isEditable;
    case Act::UseFound:
        return now.isEditable && now.isNamedOtherwise && !now.classifierDiffers;
    case Act::ConvertWithHead:
        return now.isEditable && now.isNamedOtherwise && now.classifierDiffers;
    case Act::ShowMap:
        return now.hasPlan;
    case Act::DropKeys:
        return now.isEditable && now.onlyUnplaced;
    case Act::ChooseFolder:
        return now.isEditable && now.hasPlan && !now.isPublishing;
    case Act::UseBf16:
        return now.isEditable && now.bf16Bytes.has_value() && !now.isPublishing;
    case Act::CheckPublishing:
    case Act::ShowPublishing:
        return now.isPublishing;
    case Act::ReadLicence:
        return now.hasLicenceLink;
    case Act::ShowSpace:
    case Act::OpenSettings:
    case Act::OpenTokenPage:
    case Act::OtherToken:
    case Act::ShowVerification:
    case Act::CopyDetails:
        break;
    }
    return true;
}

bool isNarrow(std::optional<tensor::DType> dtype)
{
    return dtype == tensor::DType::BF16 || dtype == tensor::DType::F16;
}

// What is wider than BF16 is written in half of its bytes, once for each format.
std::optional<uint64_t> bytesAsBf16(const plan::Plan& plan)
{
    uint64_t saved = 0;
    for (const plan::PlannedTensor& tensor : plan.tensors) {
        saved += tensor.dtype == tensor::DType::F32 ? tensor.bytes / 2 : 0;
    }
    saved *= plan.options.format == plan::Format::Both ? 2 : 1;
    if (saved == 0 || isNarrow(plan.options.dtype) || saved > plan.forecast.diskNeeded) {
        return std::nullopt;
    }
    return plan.forecast.diskNeeded - saved;
}

}  // namespace

ErrorSituation situationOf(const Session& session)
{
    ErrorSituation now;
    now.hasSource = session.hasSource();
    now.isEditable = session.isEditable() && session.state() != Session::State::Inspecting;
    now.canTryAgain = now.hasSource && session.nextAct() == Session::NextAct::TryAgain;
    now.hasPlan = session.plan() != nullptr;
    now.isPublishing = session.publishing().error.has_value();
    if (const auto plan = session.plan()) {
        const mapping::Counts counts = plan->map.counts();
        now.onlyUnplaced = counts.unmapped > 0 && counts.missing == 0 && counts.mismatched == 0;
        now.bf16Bytes = bytesAsBf16(*plan);
        const auto& differences = plan->detection.disagreements;
        now.isNamedOtherwise = !session.options().variant.empty() && !differences.empty();
        now.classifierDiffers = std::any_of(differences.begin(), differences.end(),
                                            [](const mapping::Disagreement& each) { return each.setting == "classes" && each.file != "none"; });
    }
    if (session.error() && session.error()->code() == ErrorCode::NotEnoughSpace && now.bf16Bytes) {
        const qulonglong free = QString::fromStdString(std::string(session.error()->fact("free"))).toULongLong();
        now.bf16Bytes = *now.bf16Bytes <= free ? now.bf16Bytes : std::nullopt;
    }
    const auto& failed = session.publishing().error;
    now.hasLicenceLink = failed && failed->code() == ErrorCode::LicenceNotAccepted && failed->fact("found").starts_with("https://");
    return now;
}

std::vector<ErrorAct> actsFor(const Error& error, const ErrorSituation& situation)
{
    std::vector<Act> acts;
    const auto found = std::find_if(table.begin(), table.end(), [&error](const Row& row) { return row.code == error.code(); });
    if (found != table.end()) {
        for (const auto& wanted : found->acts) {
            const std::optional<Act> act = wanted && situation.isPublishing ? inPublishing(*wanted) : wanted;
            if (act && isPossible(*act, situation) && std::find(acts.begin(), acts.end(), *act) == acts.end()) {
                acts.push_back(*act);
            }
        }
    }
    acts.push_back(Act::CopyDetails);
    return acts;
}

QString actText(ErrorAct act, const ErrorSituation& situation)
{
    switch (act) {
    case Act::TryAgain:
        return Words::tr("Try again");
    case Act::Resume:
        return Words::tr("Go on");
    case Act::StartAgain:
        return Words::tr("Start again");
    case Act::KeepBoth:
        return Words::tr("Keep both");
    case Act::OpenOther:
        return Words::tr("Open another file…");
    case Act::ChooseModel:
        return Words::tr("Choose a model");
    case Act::UseFound:
        return Words::tr("Use what the file tells");
    case Act::ConvertWithHead:
        return Words::tr("Convert with its classifier");
    case Act::ShowMap:
        return Words::tr("Show the keys");
    case Act::DropKeys:
        return Words::tr("Leave these keys out");
    case Act::ChooseFolder:
        return Words::tr("Choose folder…");
    case Act::AllowReplacing:
        return Words::tr("Replace what is there");
    case Act::UseBf16:
        return situation.bf16Bytes ? Words::tr("Use BF16: %1").arg(bytesText(*situation.bf16Bytes)) : Words::tr("Use BF16");
    case Act::ShowSpace:
        return Words::tr("Open the full drive");
    case Act::OpenSettings:
        return Words::tr("Settings…");
    case Act::CheckPublishing:
        return Words::tr("Check again");
    case Act::ShowPublishing:
        return Words::tr("Show what is published");
    case Act::OpenTokenPage:
        return Words::tr("Open token page");
    case Act::OtherToken:
        return Words::tr("Use another token…");
    case Act::ReadLicence:
        return Words::tr("Read the licence");
    case Act::ShowVerification:
        return Words::tr("Show the comparison");
    case Act::CopyDetails:
        break;
    }
    return Words::tr("Copy details");
}

QString actName(ErrorAct act)
{
    constexpr std::array names{"tryAgain",   "resume",          "startAgain",       "keepBoth",        "openOther",      "chooseModel",
                               "useFound",   "convertWithHead", "showMap",          "dropKeys",        "chooseFolder",   "allowReplacing",
                               "useBf16",    "showSpace",       "openSettings",     "checkPublishing", "showPublishing", "openTokenPage",
                               "otherToken", "readLicence",     "showVerification", "copyDetails"};
    static_assert(names.size() == static_cast<size_t>(Act::CopyDetails) + 1);
    return QString::fromLatin1(names.at(static_cast<size_t>(act)));
}

}  // namespace wb::ui
