#include "ui/window_message.h"

#include "ui/error_sentences.h"
#include "ui/format.h"
#include "ui/token_text.h"

#include <QCoreApplication>

namespace wb::ui {

using State = Session::State;
using Look = StepStrip::Look;
using Looks = std::array<Look, StepStrip::StepCount>;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::WindowMessage)
};

WindowMessage errorMessage(const Session& session)
{
    const ErrorText text = describe(*session.error());
    const bool isOfThePlan = session.state() == State::Blocked || session.state() == State::Inspecting;
    Banner::Kind kind = isOfThePlan ? Banner::Kind::Warning : Banner::Kind::Error;
    if (session.isWholeOnly()) {
        kind = Banner::Kind::Information;
    }
    return {kind, text.sentence, text.hint, text.details, session.error()};
}

WindowMessage unfinishedMessage(const UnfinishedDownload& download)
{
    return {Banner::Kind::Information,
            Words::tr("The download of %1 is not finished.").arg(shown(download.shown.toStdString())),
            download.address.isEmpty()
                ? Words::tr("Its address was not stored, for it may hold a signature: paste it again to go on. What was fetched is kept.")
                : Words::tr("Open its address again to go on. What was fetched is kept."),
            {}};
}

// Those that end with a proved folder.
Looks stepsToFolder(const Session& session)
{
    const bool planned = session.plan() != nullptr;
    switch (session.state()) {
    case State::Empty:
    case State::Inspecting:
    case State::Publishing:
        break;
    case State::Blocked:
        if (session.blockedBy() == Session::BlockedBy::Room) {
            return {Look::Done, Look::Done, Look::Problem, Look::Ahead};
        }
        return {Look::Done, Look::Problem, Look::Ahead, Look::Ahead};
    case State::Downloading:
        return {Look::Current, planned ? Look::Done : Look::Ahead, Look::Ahead, Look::Ahead};
    case State::Planned:
    case State::Converting:
    case State::Paused:
    case State::Cancelled:
        if (session.isRemote() && session.published()->way == job::Way::Keep) {
            return {Look::Current, planned ? Look::Done : Look::Ahead, Look::Ahead, Look::Ahead};
        }
        return {Look::Done, planned ? Look::Done : Look::Ahead, planned ? Look::Current : Look::Ahead, Look::Ahead};
    case State::Verifying:
    case State::Comparing:
        return {Look::Done, Look::Done, Look::Done, Look::Current};
    case State::Done:
        return {Look::Done, Look::Done, Look::Done, session.parity() && !session.parity()->ok ? Look::Problem : Look::Done};
    case State::Failed:
        if (session.isWholeOnly()) {
            break;
        }
        if (session.isRemote() || !planned) {
            return {Look::Problem, planned ? Look::Done : Look::Ahead, Look::Ahead, Look::Ahead};
        }
        return {Look::Done, Look::Done, Look::Problem, Look::Ahead};
    }
    return {Look::Current};
}

}  // namespace

std::optional<WindowMessage> messageOf(const Session& session)
{
    const mapping::Variant* variant = session.variant(session.catalogueVariant());
    if (session.isShuttingDown()) {
        return WindowMessage{
            Banner::Kind::Information, Words::tr("Stopping…"), Words::tr("What is finished is kept; open the file again to go on."), {}};
    }
    if (session.publishing().error) {
        const ErrorText text = describePublishing(*session.publishing().error);
        return WindowMessage{Banner::Kind::Error, text.sentence, text.hint, text.details, session.publishing().error};
    }
    if (session.editsError()) {
        const ErrorText text = describe(*session.editsError());
        return WindowMessage{Banner::Kind::Error, text.sentence, text.hint, text.details, session.editsError()};
    }
    if (session.error()) {
        return errorMessage(session);
    }
    if (session.hasSource()) {
        return std::nullopt;
    }
    if (variant != nullptr && session.keyMap()) {
        return WindowMessage{
            Banner::Kind::Information,
            Words::tr("This is what the catalogue knows of %1. No file is open.").arg(shown(variant->name)),
            Words::tr("Download %1 from %2 below, or open it where you have it.").arg(shown(variant->sourceFile), shown(variant->source)),
            {}};
    }
    if (session.unfinished()) {
        return unfinishedMessage(*session.unfinished());
    }
    return std::nullopt;
}

Looks stepsOf(const Session& session)
{
    const Publishing& publishing = session.publishing();
    Looks looks = stepsToFolder(session);
    if (session.isPublishing()) {
        looks = {Look::Done, Look::Done, Look::Done, Look::Done, Look::Current};
    } else if (publishing.error) {
        looks[StepStrip::PublishStep] = Look::Problem;
    } else if (publishing.publication) {
        looks[StepStrip::PublishStep] = Look::Done;
    }
    return looks;
}

}  // namespace wb::ui
