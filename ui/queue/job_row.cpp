#include "ui/queue/job_row.h"

#include "ui/error_sentences.h"
#include "ui/format.h"
#include "ui/transfer_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace wb::ui {

using namespace Qt::StringLiterals;
using State = QueueEntry::State;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::JobRow)
};

QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::Inspect:
        return Words::tr("Read");
    case Stage::Map:
    case Stage::Plan:
        return Words::tr("Plan");
    case Stage::Resume:
        return Words::tr("Check what is kept");
    case Stage::Convert:
        return Words::tr("Convert");
    case Stage::Verify:
        return Words::tr("Verify");
    case Stage::Compare:
        return Words::tr("Compare values");
    case Stage::Trace:
        return Words::tr("Trace");
    case Stage::Parity:
        return Words::tr("Compare outputs");
    case Stage::Download:
        return Words::tr("Download");
    case Stage::Check:
        return Words::tr("Check");
    case Stage::Send:
        return Words::tr("Send");
    case Stage::Commit:
        return Words::tr("Commit");
    case Stage::Idle:
        break;
    }
    return Words::tr("Begin");
}

QString shareText(uint64_t done, uint64_t total)
{
    if (total == 0) {
        return done == 0 ? QString() : bytesText(done);
    }
    const QString share = QLocale().toString(permille(done, total) / 10);
    //: share of a step that is done, then its bytes: 57 %, 19.9 GB of 34.9 GB
    return Words::tr("%1 %, %2").arg(share, partOfText(done, total));
}

void takeSample(const JobSample& sample, JobRow& row)
{
    const Progress::Snapshot& now = sample.progress;
    row.step = stepText(now);
    row.detail = shown(now.item.empty() ? now.file : now.item);
    row.permille = now.bytesTotal == 0 ? -1 : permille(now.bytesDone, now.bytesTotal);
    row.progress = shareText(now.bytesDone, now.bytesTotal);
    row.speed = speedText(sample.bytesPerSecond);
    row.left = sample.secondsLeft ? durationText(*sample.secondsLeft) : QString();
}

void takeRest(uint64_t done, uint64_t total, JobRow& row)
{
    row.permille = total == 0 ? -1 : permille(done, total);
    row.progress = shareText(done, total);
}

void takeError(const Error& error, JobRow& row)
{
    const ErrorText text = describe(error);
    row.step = Words::tr("Failed");
    row.detail = text.hint.isEmpty() ? text.sentence : text.sentence + u' ' + text.hint;
    row.isFailed = true;
}

bool isAtRest(const Session& session)
{
    return session.state() == Session::State::Paused || session.publishing().isPaused;
}

}  // namespace

QString stepText(const Progress::Snapshot& progress)
{
    if (!progress.transfer.waiting.empty()) {
        return Words::tr("Wait for the network, next try in %1").arg(durationText(static_cast<double>(progress.transfer.retryInSeconds)));
    }
    static const QRegularExpression shard(u"-0*(\\d+)-of-0*(\\d+)\\."_s);
    const QString file = QString::fromStdString(progress.file.empty() ? progress.item : progress.file);
    if (const auto match = shard.match(file); progress.stage == Stage::Convert && match.hasMatch()) {
        //: step of a job, then which file of how many: Convert 3 of 7
        return Words::tr("%1 %2 of %3").arg(stageText(progress.stage), match.captured(1), match.captured(2));
    }
    return stageText(progress.stage);
}

JobRow rowOf(const QueueEntry& entry, const JobQueue& queue)
{
    JobRow row;
    row.name = entry.name();
    row.source = shown(entry.shown.toStdString());
    switch (entry.state) {
    case State::Running:
        takeSample(queue.sample(), row);
        if (queue.isStopping()) {
            row.step = Words::tr("Stopping…");
        }
        break;
    case State::Queued:
        row.step = Words::tr("Waiting");
        break;
    case State::Paused:
        row.step = Words::tr("Paused");
        takeRest(entry.bytesDone, entry.bytesTotal, row);
        break;
    case State::Cancelled:
        row.step = Words::tr("Cancelled");
        row.detail = Words::tr("What is finished is kept: it can be gone on with.");
        takeRest(entry.bytesDone, entry.bytesTotal, row);
        break;
    case State::Failed:
        takeError(entry.error.value_or(Error(ErrorCode::Internal)), row);
        takeRest(entry.bytesDone, entry.bytesTotal, row);
        break;
    case State::Done:
        row.step = Words::tr("Done");
        row.permille = 1000;
        row.folder = pathFromBytes(entry.options.outputFolder);
        row.detail = shown(entry.options.outputFolder);
        break;
    }
    const bool isStopping = entry.state == State::Running && queue.isStopping();
    const bool isAhead = entry.state == State::Queued || (entry.state == State::Running && !isStopping);
    row.canPause = isAhead;
    row.canCancel = isAhead || entry.state == State::Paused;
    row.canResume = entry.state == State::Paused || entry.state == State::Failed || entry.state == State::Cancelled;
    return row;
}

std::optional<JobRow> rowOf(const Session& session)
{
    if (!session.isRunning() && !isAtRest(session)) {
        return std::nullopt;
    }
    JobRow row;
    row.name = Words::tr("%1 (in the window)").arg(shown(session.fileName().toStdString()));
    row.source = shown(session.published() ? session.published()->source.shown : session.sourcePath().toStdString());
    if (session.isRunning()) {
        takeSample(session.sample(), row);
        if (session.isStopping()) {
            row.step = Words::tr("Stopping…");
        }
    } else {
        row.step = Words::tr("Paused");
        takeRest(session.keptBytes(), session.sample().progress.bytesTotal, row);
    }
    row.canPause = session.canPause();
    row.canResume = isAtRest(session);
    row.canCancel = (session.isRunning() && !session.isStopping()) || isAtRest(session);
    return row;
}

}  // namespace wb::ui
