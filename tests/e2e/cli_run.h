#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

// One run of weightbridge-cli, as from a shell.
struct CliRun {
    int exit = -1;  // -1: crashed or not started
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

// What a program that was started has left, once it has ended by itself.
inline CliRun finished(QProcess& process, int longestMilliseconds = 120'000)
{
    CliRun run;
    if (process.waitForFinished(longestMilliseconds) && process.exitStatus() == QProcess::NormalExit) {
        run.exit = process.exitCode();
    }
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

inline CliRun runCli(const QStringList& words, const QString& folder = {})
{
    QProcess process;
    if (!folder.isEmpty()) {
        process.setWorkingDirectory(folder);
    }
    process.start(QStringLiteral(WB_CLI), words);
    return finished(process);
}
