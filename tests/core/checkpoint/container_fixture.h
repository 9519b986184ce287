#pragma once

#include "core/base/error.h"
#include "core/base/job_context.h"
#include "core/checkpoint/torch_checkpoint.h"
#include "core/tensor/tensor_index.h"
#include "tests/support/memory_source.h"

#include <QString>

#include <string>

// Reads containers that lie in memory, and says what came of it.
namespace wb::test {

struct ContainerRun {
    CancelToken cancel;
    Progress progress;
    Log log;
    JobContext job{cancel, progress, log};

    tensor::TensorIndex read(const std::string& bytes) { return checkpoint::readTorchCheckpoint(MemorySource(bytes, "a.pth"), "", job); }
};

// "E_ZIP_NAME leaves-folder": id and problem (or kind, when there is none) of the error that a call ends with; "none" when it ends well.
// Every error names its file.
template <typename Call> QString outcomeOf(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        QString out = QString::fromStdString(std::string(errorId(error.code())));
        const std::string_view detail = error.fact("problem").empty() ? error.fact("kind") : error.fact("problem");
        if (!detail.empty()) {
            out += ' ' + QString::fromStdString(std::string(detail));
        }
        return error.fact("file").empty() ? out + " without a file" : out;
    }
    return QStringLiteral("none");
}

inline QString outcomeOfReading(const std::string& bytes)
{
    return outcomeOf([&] { ContainerRun().read(bytes); });
}

}  // namespace wb::test
