#include "ui/queue/dropped_files.h"

#include "ui/format.h"
#include "ui/named_source.h"
#include "ui/output_folder.h"

#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/job/pipeline.h"

#include <QCoreApplication>

#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::DroppedFiles)
};

void requireReadable(const QString& name)
{
    if (isAddress(name)) {
        throw Error(ErrorCode::Usage);
    }
    const std::string path = pathBytes(name);
    if (io::isFolder(path)) {
        static_cast<void>(job::checkpointInside(path));
    } else {
        static_cast<void>(io::openFile(path));
    }
}

QString namesText(const QStringList& paths)
{
    constexpr qsizetype mostNames = 3;
    QStringList names;
    for (const QString& path : paths.first(std::min(paths.size(), mostNames))) {
        names.append(shown(pathBytes(shownSource(path).section(u'/', -1, -1, QString::SectionSkipEmpty))));
    }
    const QString all = names.join(u", "_s);
    return paths.size() > mostNames ? Words::tr("%1 and %n more", nullptr, static_cast<int>(paths.size() - mostNames)).arg(all) : all;
}

QString reasonText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return Words::tr("Addresses, which are opened one at a time: %1.");
    case ErrorCode::NotFound:
        return Words::tr("Not there: %1.");
    case ErrorCode::PermissionDenied:
        return Words::tr("Without permission to read: %1.");
    case ErrorCode::NotARegularFile:
        return Words::tr("Neither files nor folders: %1.");
    case ErrorCode::NotACheckpoint:
        return Words::tr("Folders that do not hold one checkpoint: %1.");
    default:
        return Words::tr("Cannot be read: %1.");
    }
}

}  // namespace

DroppedFiles sortOut(const QStringList& paths, const plan::Options& options, const std::string& resultFolder, JobContext& job)
{
    QStringList once = paths;
    once.removeDuplicates();
    DroppedFiles files;
    for (const QString& path : once) {
        job.cancel.throwIfCancelled();
        try {
            requireReadable(path);
            QueueEntry entry = entryOf(path);
            entry.options = options;
            entry.options.outputFolder = outputFolderFor(pathBytes(entry.path), resultFolder);
            files.entries.push_back(std::move(entry));
        } catch (const Error& error) {
            files.leftOut[error.code()].append(path);
        }
    }
    return files;
}

LeftOutText leftOutText(const DroppedFiles& files)
{
    LeftOutText text;
    qsizetype count = 0;
    QStringList reasons;
    for (const auto& [code, paths] : files.leftOut) {
        count += paths.size();
        reasons.append(reasonText(code).arg(namesText(paths)));
    }
    if (count > 0) {
        text.sentence = Words::tr("%n of what was to be added cannot be converted and was left out of the queue.", nullptr, static_cast<int>(count));
        text.reasons = reasons.join(u' ');
    }
    return text;
}

}  // namespace wb::ui
