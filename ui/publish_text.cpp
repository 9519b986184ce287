#include "ui/publish_text.h"

#include "ui/format.h"
#include "ui/transfer_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;
using Way = job::PublishFile::Way;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::Publish)
};

QString repositoryText(const job::PublishPlan& plan)
{
    const QString name = shown(plan.options.repository);
    const QString visibility = plan.isPrivate ? Words::tr("private") : Words::tr("public");
    if (!plan.repositoryExists) {
        return Words::tr("Makes the %1 repository %2.")
            .arg(plan.options.visibility == job::Visibility::Public ? Words::tr("public") : Words::tr("private"), name);
    }
    const bool asksPrivate = plan.options.visibility == job::Visibility::Private;
    if (plan.options.visibility == job::Visibility::Keep || asksPrivate == plan.isPrivate) {
        return Words::tr("%1 exists and stays %2.").arg(name, visibility);
    }
    return Words::tr("%1 exists, is %2 and becomes %3.").arg(name, visibility, asksPrivate ? Words::tr("private") : Words::tr("public"));
}

QString filesText(int count)
{
    return count == 1 ? Words::tr("1 file") : Words::tr("%1 files").arg(countText(static_cast<uint64_t>(count)));
}

int countOf(const job::PublishPlan& plan, Way way)
{
    return static_cast<int>(std::count_if(plan.files.begin(), plan.files.end(), [way](const job::PublishFile& file) { return file.way == way; }));
}

uint64_t bytesOf(const job::PublishPlan& plan)
{
    uint64_t bytes = 0;
    for (const job::PublishFile& file : plan.files) {
        bytes += file.bytes;
    }
    return bytes;
}

// Bytes, speed and time left of the stage that runs.
QString movingText(const Session& session)
{
    const JobSample& sample = session.sample();
    QStringList parts{partOfText(sample.progress.bytesDone, sample.progress.bytesTotal)};
    const Transfer& transfer = sample.progress.transfer;
    if (!transfer.waiting.empty()) {
        return parts.front();
    }
    parts << speedText(sample.bytesPerSecond) << timeLeftText(sample.secondsLeft);
    if (transfer.mostConnections > 0) {
        parts.append(Words::tr("%1 of %2 connections").arg(transfer.connections).arg(transfer.mostConnections));
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString sentText(const job::Publication& publication)
{
    if (publication.alreadyThere) {
        return Words::tr("nothing: everything was there");
    }
    const QString sent = bytesText(publication.bytesSent);
    return publication.bytesResumed == 0 ? sent : Words::tr("%1, and %2 in an earlier run").arg(sent, bytesText(publication.bytesResumed));
}

QString sendStageText(const Session& session)
{
    const Publishing& publishing = session.publishing();
    if (publishing.publication) {
        return sentText(*publishing.publication);
    }
    if (publishing.stage == PublishStage::Commit) {
        return Words::tr("done");
    }
    if (session.state() == Session::State::Publishing && publishing.act == Publishing::Act::Sending) {
        return movingText(session);
    }
    if (const QString kept = keptText(publishing); !kept.isEmpty()) {
        return publishing.isPaused || publishing.earlier ? Words::tr("paused: %1").arg(kept) : Words::tr("stopped: %1").arg(kept);
    }
    return publishing.plan ? Words::tr("%1 to send").arg(bytesText(publishing.plan->bytesToSend)) : QString();
}

QString commitStageText(const Session& session)
{
    const Publishing& publishing = session.publishing();
    if (publishing.publication) {
        return publishing.publication->alreadyThere ? Words::tr("not needed") : Words::tr("done");
    }
    const bool commits = session.state() == Session::State::Publishing && publishing.stage == PublishStage::Commit;
    return commits ? Words::tr("the Hub puts the files in place…") : QString();
}

}  // namespace

QString wayText(Way way)
{
    switch (way) {
    case Way::Send:
        return Words::tr("sent");
    case Way::There:
        return Words::tr("already there");
    case Way::Inline:
        return Words::tr("inside the commit");
    case Way::Ignored:
        break;
    }
    return Words::tr("left out by .gitignore");
}

QString intentText(const job::PublishPlan& plan)
{
    QStringList parts{repositoryText(plan)};
    const int sent = countOf(plan, Way::Send);
    const int inlined = countOf(plan, Way::Inline);
    if (sent + inlined == 0) {
        parts.append(Words::tr("Every file is there already."));
        return parts.join(u' ');
    }
    if (sent > 0) {
        parts.append(Words::tr("Sends %1 in %2.").arg(bytesText(plan.bytesToSend), filesText(sent)));
    }
    const QString revision = shown(plan.options.revision);
    const QString committed = filesText(sent + inlined);
    parts.append(plan.options.pullRequest ? Words::tr("Opens a pull request of %1 against %2.").arg(committed, revision)
                                          : Words::tr("Commits %1 to %2.").arg(committed, revision));
    if (const int there = countOf(plan, Way::There); there > 0) {
        parts.append(Words::tr("Already there: %1.").arg(filesText(there)));
    }
    if (!plan.licence.empty()) {
        parts.append(Words::tr("The card states the licence %1.").arg(shown(plan.licence)));
    }
    return parts.join(u' ');
}

QString publishButtonText(const job::PublishPlan& plan)
{
    const QString name = shown(plan.options.repository);
    return plan.bytesToSend == 0 ? Words::tr("Publish to %1").arg(name) : Words::tr("Publish %1 to %2").arg(bytesText(plan.bytesToSend), name);
}

QString totalsText(const job::PublishPlan& plan)
{
    QStringList parts{Words::tr("%1, %2").arg(filesText(static_cast<int>(plan.files.size())), bytesText(bytesOf(plan)))};
    for (const Way way : {Way::Send, Way::Inline, Way::There, Way::Ignored}) {
        if (const int count = countOf(plan, way); count > 0) {
            parts.append(way == Way::Send ? Words::tr("%1 sent (%2)").arg(count).arg(bytesText(plan.bytesToSend))
                                          : Words::tr("%1 %2").arg(count).arg(wayText(way)));
        }
    }
    return parts.join(u" · "_s);
}

bool isStopped(const Publishing& publishing)
{
    const bool hasFailed = publishing.error && publishing.stage != PublishStage::Check;
    return publishing.plan && (publishing.isPaused || publishing.isCancelled || hasFailed);
}

QString keptText(const Publishing& publishing)
{
    if (publishing.earlier) {
        return Words::tr("%1 are kept at the Hub").arg(partOfText(publishing.earlier->bytesKept, publishing.earlier->bytesTotal));
    }
    if (!isStopped(publishing)) {
        return {};
    }
    return Words::tr("%1 are kept at the Hub").arg(partOfText(publishing.bytesKept, publishing.plan->bytesToSend));
}

QString publicationText(const job::Publication& publication)
{
    const QString name = shown(publication.repository);
    if (publication.alreadyThere) {
        return Words::tr("Everything was in %1 already; no commit was made.").arg(name);
    }
    return publication.pullRequest.empty() ? Words::tr("Published in %1.").arg(name) : Words::tr("Proposed to %1 as a pull request.").arg(name);
}

QString stageText(const Session& session, PublishStage stage)
{
    switch (stage) {
    case PublishStage::Check:
        if (session.publishing().act == Publishing::Act::Checking) {
            return session.sample().progress.bytesTotal == 0 ? Words::tr("asking the Hub…") : movingText(session);
        }
        return session.publishing().plan ? filesText(static_cast<int>(session.publishing().plan->files.size())) : QString();
    case PublishStage::Send:
        return sendStageText(session);
    case PublishStage::Commit:
        return commitStageText(session);
    }
    return {};
}

QString publishWaitingText(const Session& session)
{
    const Progress::Snapshot& now = session.sample().progress;
    QStringList parts{waitingCause(now.transfer.waiting, Words::tr("The Hub"))};
    if (now.stage == Stage::Send) {
        parts.append(Words::tr("%1 sent.").arg(partOfText(now.bytesDone, now.bytesTotal)));
    }
    parts.append(nextTryText(now.transfer.retryInSeconds));
    return parts.join(u' ');
}

QString publishingText(const Session& session)
{
    const Progress::Snapshot& now = session.sample().progress;
    const Publishing& publishing = session.publishing();
    if (publishing.isPaused) {
        return Words::tr("Paused: %1. Resume goes on from there.").arg(keptText(publishing));
    }
    if (isStopped(publishing)) {
        return Words::tr("Not published: %1.").arg(keptText(publishing));
    }
    if (session.isWaiting()) {
        return Words::tr("Waiting. %1").arg(nextTryText(now.transfer.retryInSeconds));
    }
    if (publishing.act == Publishing::Act::Checking) {
        return Words::tr("Checking what will be sent…");
    }
    if (publishing.stage == PublishStage::Commit) {
        return Words::tr("Committing…");
    }
    const std::string& name = now.file.empty() ? now.item : now.file;
    return name.empty() ? Words::tr("Publishing…") : Words::tr("Sending %1").arg(shown(name));
}

}  // namespace wb::ui
