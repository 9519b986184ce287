#include "ui/publish_text.h"

#include "ui/format.h"
#include "ui/problem_words.h"
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

QString howToGetOne()
{
    return Words::tr("Set HF_TOKEN before starting the program, or run weightbridge-cli login.");
}

QString placeText(const job::TokenStatus& token)
{
    switch (token.source) {
    case job::TokenStatus::Source::Environment:
    case job::TokenStatus::Source::File:
        return Words::tr("from %1").arg(shown(token.place));
    case job::TokenStatus::Source::Keychain:
        return Words::tr("from the keychain");
    case job::TokenStatus::Source::None:
        break;
    }
    return {};
}

QString roleText(const std::string& role)
{
    if (role == "write") {
        return Words::tr("may write");
    }
    if (role == "read") {
        return Words::tr("may only read: publishing needs one that may write");
    }
    return role == "fineGrained" ? Words::tr("fine-grained") : shown(role);
}

bool isWithoutToken(const Error& error)
{
    return error.code() == ErrorCode::NotAuthorised && (error.fact("problem") == "no-token" || error.fact("problem") == "none");
}

QString notAuthorisedText(const Error& error)
{
    const QString name = shown(error.fact("name"));
    const QString reason = error.fact("problem").empty() ? QString() : u" ("_s + problemWords(error.fact("problem")) + u')';
    return name.isEmpty() ? Words::tr("The Hub does not let this token publish%1.").arg(reason)
                          : Words::tr("The Hub does not let this token publish in %1%2.").arg(name, reason);
}

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

QString sendingText(const Session& session)
{
    const JobSample& sample = session.sample();
    QStringList parts{partOfText(sample.progress.bytesDone, sample.progress.bytesTotal), speedText(sample.bytesPerSecond),
                      timeLeftText(sample.secondsLeft)};
    const Transfer& transfer = sample.progress.transfer;
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
        return sendingText(session);
    }
    if (publishing.isPaused || publishing.isCancelled) {
        return Words::tr("stopped at %1").arg(partOfText(session.sample().progress.bytesDone, session.sample().progress.bytesTotal));
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

QString tokenText(const Session& session)
{
    if (session.tokenError()) {
        const Error& error = *session.tokenError();
        return isWithoutToken(error) ? Words::tr("No token of the Hub was found. %1").arg(howToGetOne()) : describePublishing(error).sentence;
    }
    if (!session.token()) {
        return session.publishing().act == Publishing::Act::AskingToken ? Words::tr("Asking the Hub whose it is…") : Words::tr("not asked yet");
    }
    const job::TokenStatus& token = *session.token();
    if (token.source == job::TokenStatus::Source::None) {
        return Words::tr("No token of the Hub was found. %1").arg(howToGetOne());
    }
    QStringList parts{placeText(token)};
    if (!token.user.empty()) {
        parts.append(Words::tr("user %1").arg(shown(token.user)));
    }
    parts.append(roleText(token.role));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

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
    return Words::tr("ignored by the repository");
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
    return parts.join(u' ');
}

QString publishButtonText(const job::PublishPlan& plan)
{
    const QString name = shown(plan.options.repository);
    return plan.bytesToSend == 0 ? Words::tr("Publish to %1").arg(name) : Words::tr("Publish %1 to %2").arg(bytesText(plan.bytesToSend), name);
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
            const Progress::Snapshot& now = session.sample().progress;
            return now.bytesTotal == 0 ? Words::tr("asking the Hub…") : partOfText(now.bytesDone, now.bytesTotal);
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
    const QString sent = Words::tr("%1 sent.").arg(partOfText(now.bytesDone, now.bytesTotal));
    return waitingCause(now.transfer.waiting, Words::tr("The Hub")) + u' ' + sent + u' ' + nextTryText(now.transfer.retryInSeconds);
}

QString publishingText(const Session& session)
{
    const Progress::Snapshot& now = session.sample().progress;
    const Publishing& publishing = session.publishing();
    if (publishing.isPaused) {
        return Words::tr("Paused: %1 are sent, Resume goes on from there.").arg(partOfText(now.bytesDone, now.bytesTotal));
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
    return now.item.empty() ? Words::tr("Publishing…") : Words::tr("Sending %1").arg(shown(now.item));
}

ErrorText describePublishing(const Error& error)
{
    ErrorText text = describe(error);
    if (error.code() == ErrorCode::SourceChanged) {
        text.sentence = Words::tr("A file of the folder was changed since it was checked.");
        text.hint = Words::tr("Wait until nothing writes to it any more, then check again.");
    }
    if (error.code() == ErrorCode::NotAuthorised) {
        text.sentence = notAuthorisedText(error);
        text.hint = isWithoutToken(error) ? howToGetOne() : Words::tr("Use a token that may write there. %1").arg(howToGetOne());
    }
    return text;
}

}  // namespace wb::ui
