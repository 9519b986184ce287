#include "ui/repository_name.h"

#include "core/job/publish.h"

namespace wb::ui {

using namespace Qt::StringLiterals;

QString repositoryNameProblem(const QString& text)
{
    return text.startsWith(u'/') ? u"no-owner"_s : QString::fromStdString(job::repositoryNameProblem(text.toStdString()));
}

bool isRevision(const QString& text)
{
    return text.isEmpty() || job::isRevision(text.toStdString());
}

}  // namespace wb::ui
