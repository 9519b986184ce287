#pragma once

#include "tests/e2e/cli_run.h"

#include <cstdio>

// The official client of the Hub in a process of its own. Its packages come from PyPI once, and stay in the build folder.
class OfficialClient {
public:
    enum class Setup { Ready, Unreachable, Failed };

    // Before the test has homes of its own: pip needs the user's proxy and cache.
    Setup prepare()
    {
        constexpr int unreachable = 75;
        const CliRun run = runPython("python3", {WB_SOURCE_ROOT "/tests/support/official_venv.py", WB_SOURCE_ROOT "/build/oracle-venv"});
        m_python = QString::fromUtf8(run.out).trimmed();
        if (run.exit != 0) {
            std::fprintf(stderr, "%s\n", run.err.constData());
        }
        if (run.exit == unreachable) {
            std::fputs("\n********\n* PyPI cannot be reached: NOTHING IS COMPARED with the official client of the Hub in this run.\n********\n\n",
                       stderr);
        }
        return run.exit == 0 ? Setup::Ready : run.exit == unreachable ? Setup::Unreachable : Setup::Failed;
    }

    CliRun run(const QStringList& words) const { return run(words, m_python); }
    // By another Python, which must have the packages.
    static CliRun run(const QStringList& words, const QString& python)
    {
        qputenv("HF_HUB_DISABLE_XET", "1");  // from 1.20 on it would send nothing but Xet
        qputenv("HF_HUB_DISABLE_TELEMETRY", "1");
        qputenv("HF_HUB_DISABLE_PROGRESS_BARS", "1");
        return runPython(python, QStringList{WB_SOURCE_ROOT "/tests/support/official_client.py"} + words);
    }

private:
    static CliRun runPython(const QString& python, const QStringList& words)
    {
        constexpr int longest = 800'000;  // ms; a first set-up fetches 100 MB
        QProcess process;
        process.start(python, words);
        return finished(process, longest);
    }

    QString m_python;
};
