#include "ui/output_folder.h"

#include "ui/format.h"

#include "core/io/folder.h"
#include "core/plan/conversion_report.h"

#include <QFileInfo>

namespace wb::ui {

using namespace Qt::StringLiterals;

QString outputFolderBeside(const QString& sourcePath)
{
    const QFileInfo info(sourcePath);
    QString stem = info.isDir() ? info.fileName() : info.completeBaseName();
    for (const QString& suffix : {u".safetensors.index"_s, u".safetensors"_s}) {
        if (stem.endsWith(suffix)) {
            stem.chop(suffix.size());
        }
    }
    return info.absolutePath() + u'/' + stem + u"-hf"_s;
}

std::string outputFolderFor(const std::string& sourcePath, const std::string& resultFolder)
{
    const std::string path = resultFolder.empty() ? sourcePath : io::join(resultFolder, io::fileName(sourcePath));
    return pathBytes(outputFolderBeside(pathFromBytes(path)));
}

std::string modelFolderOf(const std::string& sourcePath)
{
    const std::string folder = io::isFolder(sourcePath) ? sourcePath : io::parentFolder(sourcePath);
    return io::exists(io::join(folder, plan::reportName)) ? folder : std::string();
}

}  // namespace wb::ui
