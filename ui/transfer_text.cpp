#include "ui/transfer_text.h"

#include "ui/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::Transfer)
};

}  // namespace

QString waitingCause(std::string_view token, const QString& host)
{
    constexpr auto causes = std::to_array<std::pair<std::string_view, const char*>>({
        {"dns", QT_TRANSLATE_NOOP("wb::ui::Transfer", "The name %1 cannot be looked up.")},
        {"connect", QT_TRANSLATE_NOOP("wb::ui::Transfer", "%1 cannot be reached.")},
        {"timeout", QT_TRANSLATE_NOOP("wb::ui::Transfer", "%1 does not answer.")},
        {"reset", QT_TRANSLATE_NOOP("wb::ui::Transfer", "%1 broke the connection.")},
        {"cut", QT_TRANSLATE_NOOP("wb::ui::Transfer", "%1 ended the connection too early.")},
        {"stall", QT_TRANSLATE_NOOP("wb::ui::Transfer", "%1 stopped sending.")},
        {"busy", QT_TRANSLATE_NOOP("wb::ui::Transfer", "%1 is busy and asked to wait.")},
        {"status", QT_TRANSLATE_NOOP("wb::ui::Transfer", "%1 answered with an error of its own.")},
        {"disk", QT_TRANSLATE_NOOP("wb::ui::Transfer", "The disk does not take what %1 sends.")},
    });
    for (const auto& cause : causes) {
        if (cause.first == token) {
            return Words::tr(cause.second).arg(host);
        }
    }
    return Words::tr("%1 does not send (%2).").arg(host, shown(token));
}

QString nextTryText(uint64_t seconds)
{
    return Words::tr("Next try in %1:%2.").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

QString waitingText(const Session& session)
{
    const Progress::Snapshot& now = session.sample().progress;
    QStringList parts{waitingCause(now.transfer.waiting, session.published() ? hostOf(*session.published()) : QString())};
    parts.append(Words::tr("%1 kept.").arg(partOfText(now.bytesDone, now.bytesTotal)));
    parts.append(nextTryText(now.transfer.retryInSeconds));
    return parts.join(u' ');
}

QString wayReason(const job::WayChoice& choice)
{
    const QString source = bytesText(choice.sourceBytes);
    const QString result = bytesText(choice.resultBytes);
    const QString free = choice.oneFileSystem ? Words::tr("%1 are free").arg(bytesText(choice.resultFree))
                                              : Words::tr("%1 are free where the file is kept, %2 where the result goes")
                                                    .arg(bytesText(choice.sourceFree), bytesText(choice.resultFree));
    if (choice.reason == "backward") {
        return Words::tr("Its tensors do not lie in the order of one pass, so the file has to be kept.");
    }
    if (choice.reason == "kept-already") {
        return choice.sourceBytes == 0 ? Words::tr("The file is kept here already: nothing is fetched again.")
                                       : Words::tr("Part of the file is kept here already: %1 are left to fetch.").arg(source);
    }
    if (choice.reason == "no-room-for-both") {
        return Words::tr("There is room for the result only: the file takes %1, the result %2; %3.").arg(source, result, free);
    }
    if (choice.reason == "no-room") {
        return Words::tr("There is not enough room: the file takes %1, the result %2; %3.").arg(source, result, free);
    }
    return Words::tr("There is room for both: the file takes %1, the result %2; %3.").arg(source, result, free);
}

QString partOfText(uint64_t bytes, uint64_t total)
{
    return total == 0 ? bytesText(bytes) : Words::tr("%1 of %2").arg(bytesText(bytes), bytesText(total));
}

QString hostOf(const Published& published)
{
    return shown(published.facts && !published.facts->host.empty() ? published.facts->host : published.source.url->host());
}

QString dateText(const std::string& httpDate)
{
    // Qt knows the zone as an offset only.
    const QString text = QString::fromStdString(httpDate).replace(u"GMT"_s, u"+0000"_s);
    const QDateTime date = QDateTime::fromString(text, Qt::RFC2822Date);
    return date.isValid() ? QLocale().toString(date.date(), QLocale::LongFormat) : shown(httpDate);
}

QString proofText(job::Proof proof)
{
    switch (proof) {
    case job::Proof::PublishedHash:
        return Words::tr("its SHA-256 is the published one");
    case job::Proof::SumFile:
        return Words::tr("its SHA-256 is that of the file beside it");
    case job::Proof::NameHash:
        return Words::tr("its SHA-256 begins as its name says");
    case job::Proof::RecordChecksums:
        return Words::tr("the checksums of its records are right");
    case job::Proof::None:
        break;
    }
    return Words::tr("nothing is published that it could be checked against");
}

}  // namespace wb::ui
