#include "ui/publishing.h"

#include "core/base/hash.h"

namespace wb::ui {

bool needsAnotherCheck(const Error& error) noexcept
{
    return error.code() == ErrorCode::PublishConflict || error.code() == ErrorCode::SourceChanged;
}

std::string fingerprintOf(const job::PublishPlan& plan)
{
    std::string text = plan.options.repository + '\n' + plan.options.revision + '\n' + plan.options.message + '\n' + plan.licence + '\n';
    text += plan.isPrivate ? "private" : "public";
    text += plan.options.pullRequest ? " pull request\n" : " commit\n";
    for (const job::PublishFile& file : plan.files) {
        text += file.way == job::PublishFile::Way::Ignored ? std::string() : file.name + ' ' + file.sha256 + '\n';
    }
    return Sha256::of(text);
}

}  // namespace wb::ui
