#pragma once

#include "core/base/job_context.h"
#include "core/job/demo_checkpoint.h"

#include <QFile>
#include <QString>

// Writes a made-up checkpoint; its path.
inline QString writeDemoFile(const wb::job::DemoOptions& options)
{
    const wb::CancelToken cancel;
    wb::Progress progress;
    wb::Log log;
    wb::JobContext job{cancel, progress, log};
    return QFile::decodeName(wb::job::makeDemo(options, job).path.c_str());
}
