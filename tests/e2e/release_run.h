#pragma once

#include "tests/e2e/fault_run.h"

#include <algorithm>

// The program as users get it; empty outside of `./dev test`.
inline QString releaseCli()
{
    return qEnvironmentVariable("WB_RELEASE_CLI");
}

// VmHWM in bytes; 0 when the process is gone. (The kernel's ru_maxrss will not do: it counts the process that forked as well.)
inline qint64 mostResidentOf(pid_t process)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray status = file.readAll();
    const auto at = status.indexOf("VmHWM:");
    return at < 0 ? 0 : status.mid(at + 6).trimmed().split(' ').first().toLongLong() * 1024;
}

struct MeasuredRun {
    CliRun run;
    qint64 resident = 0;
};

inline MeasuredRun measured(const QStringList& words, const QString& program = releaseCli())
{
    MeasuredRun result;
    HeldRun run(words, {}, program);
    run.until([&] {
        result.resident = std::max(result.resident, mostResidentOf(run.pid()));
        return false;
    });
    result.run = run.finish();
    return result;
}
