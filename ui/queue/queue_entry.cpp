#include "ui/queue/queue_entry.h"

#include "ui/format.h"
#include "ui/output_folder.h"
#include "ui/session.h"

#include "core/base/log.h"

#include <QFileInfo>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

bool isReady(const Session& session)
{
    switch (session.state()) {
    case Session::State::Planned:
    case Session::State::Paused:
    case Session::State::Cancelled:
        return session.plan() || session.isRemote();
    case Session::State::Blocked:
        return session.blockedBy() == Session::BlockedBy::Room;  // there may be room once its turn comes
    case Session::State::Failed:
        return session.isWholeOnly();
    default:
        return false;
    }
}

void takePublished(const Published& published, QueueEntry& entry)
{
    entry.address = published.address;
    if (published.source.variant != nullptr) {
        entry.address = QString::fromStdString(published.source.variant->source);
    }
    entry.shown = QString::fromStdString(published.source.shown);
    entry.way = published.way;
    entry.keepFolder = published.folder;
    entry.fileName = pathFromBytes(published.source.fileName);
}

// Files of several variants have the same name: each is kept in a folder of its own then.
QueueEntry entryOfVariant(const Session& session, const mapping::Variant& variant)
{
    const ConversionPipeline& pipeline = *session.pipeline();
    QueueEntry entry;
    entry.address = entry.shown = QString::fromStdString(variant.source);
    job::Source source = pipeline.nameSource(variant.source);
    source.variant = &variant;
    entry.options = session.optionsFor(source);
    entry.options.variant = variant.name;
    entry.fileName = pathFromBytes(source.fileName);
    entry.keepFolder = pathFromBytes(job::keepFolderFor(source, pipeline.defaultSourceFolder()));
    return entry;
}

}  // namespace

QString QueueEntry::name() const
{
    if (isPublished() && !options.variant.empty()) {
        return ui::shown(options.variant);
    }
    const QString name = isPublished() ? fileName : path.section(u'/', -1, -1, QString::SectionSkipEmpty);
    return ui::shown(name.toStdString());
}

std::optional<QueueEntry> entryOf(const Session& session)
{
    const mapping::Variant* variant = session.variant(session.catalogueVariant());
    if (!session.hasSource()) {
        return variant != nullptr && session.state() == Session::State::Empty ? std::optional(entryOfVariant(session, *variant)) : std::nullopt;
    }
    if (session.isPublishing() || !isReady(session)) {
        return std::nullopt;
    }
    QueueEntry entry;
    entry.options = session.options();
    entry.overwrite = session.overwrite();
    if (session.isRemote()) {
        takePublished(*session.published(), entry);
    } else {
        entry.path = entry.shown = session.sourcePath();
        entry.fingerprint = session.plan()->fingerprint;
    }
    return entry;
}

QueueEntry entryOf(const QString& path)
{
    QueueEntry entry;
    entry.path = entry.shown = QFileInfo(path).absoluteFilePath();
    entry.options.outputFolder = pathBytes(outputFolderBeside(entry.path));
    return entry;
}

bool isStorable(const QString& address)
{
    const std::string text = address.toStdString();
    return !address.contains(u'?') && !address.contains(u'#') && redacted(text) == text;
}

}  // namespace wb::ui
