#include "ui/job_text.h"

#include "ui/format.h"
#include "ui/publish_text.h"
#include "ui/session.h"
#include "ui/transfer_text.h"

#include <QCoreApplication>

namespace wb::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::JobPage)
};

// With what is left to fetch, where that is known; a whole file that is kept is converted at once.
QString downloadText(const Session& session)
{
    const Published& published = *session.published();
    if (published.choice && published.choice->sourceBytes == 0) {
        return Words::tr("Convert");
    }
    const uint64_t bytes = published.choice ? published.choice->sourceBytes : published.bytes;
    return bytes == 0 ? Words::tr("Download") : Words::tr("Download %1").arg(bytesText(bytes));
}

QString readyText(const Session& session)
{
    const QString bytes = bytesText(session.plan()->totalBytes);
    switch (session.nextAct()) {
    case Session::NextAct::Download:
        return Words::tr("Ready to download the file and to convert %1.").arg(bytes);
    case Session::NextAct::ConvertStreamed:
        return Words::tr("Ready to convert %1 while they come.").arg(bytes);
    default:
        return Words::tr("Ready to convert %1.").arg(bytes);
    }
}

QString downloadingText(const Session& session)
{
    const Progress::Snapshot& now = session.sample().progress;
    if (session.isWaiting()) {
        return Words::tr("Waiting. %1").arg(nextTryText(now.transfer.retryInSeconds));
    }
    const QString name = shown(session.published()->source.fileName);
    return now.stage == Stage::Check ? Words::tr("Checking %1…").arg(name) : Words::tr("Downloading %1").arg(name);
}

}  // namespace

QString nextActText(const Session& session)
{
    switch (session.nextAct()) {
    case Session::NextAct::Open:
        return Words::tr("Open file…");
    case Session::NextAct::Download:
        return downloadText(session);
    case Session::NextAct::ConvertStreamed:
        return Words::tr("Convert while downloading");
    case Session::NextAct::Resume:
        return Words::tr("Resume");
    case Session::NextAct::TryAgain:
        return session.blockedBy() == Session::BlockedBy::Room ? Words::tr("Check again") : Words::tr("Try again");
    case Session::NextAct::Compare:
        return Words::tr("Verify");
    case Session::NextAct::Publish:
        return Words::tr("Publish…");
    case Session::NextAct::OpenFolder:
        return Words::tr("Open folder");
    case Session::NextAct::Convert:
        return Words::tr("Convert %1").arg(bytesText(session.plan()->totalBytes));
    case Session::NextAct::Nothing:
        break;
    }
    return Words::tr("Convert");
}

QString stateText(const Session& session)
{
    const QString item = shown(session.sample().progress.item);
    const QString kept = partOfText(session.keptBytes(), session.isRemote() ? session.published()->bytes : 0);
    if (session.isStopping()) {
        return Words::tr("Stopping…");
    }
    if (session.isPublishing() || isStopped(session.publishing())) {
        return publishingText(session);
    }
    if (session.publishing().publication) {
        return publicationText(*session.publishing().publication);
    }
    switch (session.state()) {
    case Session::State::Empty:
    case Session::State::Publishing:
        return {};
    case Session::State::Inspecting:
        return session.isRemote() ? Words::tr("Asking %1 what the file holds…").arg(hostOf(*session.published()))
                                  : Words::tr("Reading what the file holds…");
    case Session::State::Downloading:
        return downloadingText(session);
    case Session::State::Planned:
        return readyText(session);
    case Session::State::Blocked:
        return Words::tr("Not ready to convert.");
    case Session::State::Converting:
        if (session.isWaiting()) {
            return nextTryText(session.sample().progress.transfer.retryInSeconds);
        }
        if (session.sample().progress.stage == Stage::Resume) {
            return Words::tr("Checking what an earlier run has written…");
        }
        return item.isEmpty() ? Words::tr("Converting…") : Words::tr("Converting %1").arg(item);
    case Session::State::Verifying:
        return item.isEmpty() ? Words::tr("Verifying…") : Words::tr("Verifying %1").arg(item);
    case Session::State::Comparing:
        return item.isEmpty() ? Words::tr("Comparing outputs…") : Words::tr("Comparing outputs: %1").arg(item);
    case Session::State::Paused:
        return Words::tr("Paused: %1 are kept, Resume goes on from there.").arg(kept);
    case Session::State::Cancelled:
        if (session.nextAct() == Session::NextAct::Download) {
            return Words::tr("Cancelled: %1 are kept, Download goes on from there.").arg(kept);
        }
        return Words::tr("Cancelled: %1 are kept in the output folder, Convert goes on from there.").arg(kept);
    case Session::State::Done:
        return session.outcome() ? Words::tr("Done in %1.").arg(durationText(session.outcome()->converted.seconds)) : QString();
    case Session::State::Failed:
        return session.isWholeOnly() ? Words::tr("Ready to download.") : Words::tr("Stopped by an error.");
    }
    return {};
}

QString expectedText(std::optional<double> seconds)
{
    //: how long a conversion may take, such as "2 min"
    return seconds ? Words::tr("about %1 at the speed of the last conversion here").arg(roughDurationText(*seconds)) : QString();
}

QString needsText(const Session& session)
{
    const auto plan = session.plan();
    if (!plan || plan->forecast.diskNeeded == 0) {
        return {};
    }
    const plan::Forecast& forecast = plan->forecast;
    const QString room = Words::tr("Needs %1 of disk (%2 free), %3 memory")
                             .arg(bytesText(forecast.diskNeeded), bytesText(forecast.diskFree), bytesText(forecast.memoryNeeded));
    const QString time = expectedText(session.secondsExpected());
    return time.isEmpty() ? room : room + u" · " + time;
}

}  // namespace wb::ui
