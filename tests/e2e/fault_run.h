#pragma once

#include "core/base/hash.h"
#include "tests/e2e/cli_run.h"

#include <sys/resource.h>
#include <sys/statvfs.h>
#include <sys/wait.h>

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QMap>

#include <csignal>
#include <functional>
#include <span>

// A run of weightbridge-cli that can be looked at, held still and killed while it works.
class HeldRun {
public:
    explicit HeldRun(const QStringList& words, const std::function<void()>& inChild = {}, const QString& program = QStringLiteral(WB_CLI))
    {
        if (inChild) {
            m_process.setChildProcessModifier(inChild);
        }
        m_process.start(program, words);
        m_process.waitForStarted();
        m_pid = static_cast<pid_t>(m_process.processId());
    }

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    pid_t pid() const { return m_pid; }

    // Looks every millisecond; false when the program ended first.
    bool until(const std::function<bool()>& holds)
    {
        while (!holds()) {
            if (m_process.waitForFinished(1) || !isRunning()) {
                return false;
            }
        }
        return true;
    }

    // Every thread stands still when it returns.
    bool hold()
    {
        siginfo_t info{};
        return ::kill(m_pid, SIGSTOP) == 0 && ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WSTOPPED | WEXITED | WNOWAIT) == 0 &&
               info.si_code == CLD_STOPPED;
    }
    bool release() const { return ::kill(m_pid, SIGCONT) == 0; }
    void signal(int number) const { ::kill(m_pid, number); }

    // What has come on standard error so far.
    const QByteArray& said() { return m_said += m_process.readAllStandardError(); }

    // Ends within so many milliseconds by itself.
    bool ends(int milliseconds) { return m_process.waitForFinished(milliseconds) || !isRunning(); }

    CliRun finish()
    {
        CliRun run;
        if (ends(120'000) && m_process.exitStatus() == QProcess::NormalExit) {
            run.exit = m_process.exitCode();
        }
        run.out = m_process.readAllStandardOutput();
        run.err = said();
        return run;
    }

private:
    QProcess m_process;
    QByteArray m_said;
    pid_t m_pid = 0;
};

// A convert that is held after its journal has a tensor and `part` has grown; false when it ended first.
inline bool holdInMidCopy(HeldRun& run, const QString& out, const QString& part)
{
    constexpr qint64 header = 1000;
    constexpr qint64 grown = 8 << 20;
    const QString work = out + "/.weightbridge/";
    return run.until([&] { return QFileInfo(work + part).size() >= grown && QFileInfo(work + "journal").size() > header; }) && run.hold();
}

// Everything below a folder: path to hash of the contents, folders too. The report names its source: it is told only that it is there.
inline QMap<QString, QByteArray> treeOf(const QString& folder)
{
    QMap<QString, QByteArray> tree;
    const QDir root(folder);
    QDirIterator each(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        const QString name = root.relativeFilePath(path);
        wb::TensorHash hash;
        QFile file(path);
        if (each.fileInfo().isFile() && each.fileName() != "conversion-report.json" && file.open(QIODevice::ReadOnly)) {
            constexpr qint64 block = 1 << 20;
            for (QByteArray bytes = file.read(block); !bytes.isEmpty(); bytes = file.read(block)) {
                hash.update(std::as_bytes(std::span(bytes.constData(), static_cast<size_t>(bytes.size()))));
            }
        }
        tree[name] = QByteArray::fromStdString(hash.hex());
    }
    return tree;
}

inline QStringList namesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

// A sparse checkpoint: nothing but its keys takes room. Scale 0.06 is 0.14 GB, 0.12 is 0.54 GB, 0.18 is 1.2 GB.
inline bool makeSparse(const QString& path, const QString& scale)
{
    return runCli({"make-demo", path, "--variant", "regnet-y-10b-seer", "--scale", scale, "--sparse", "--quiet"}).exit == 0;
}

inline quint64 freeBytes(const QString& folder)
{
    struct statvfs room {};
    return ::statvfs(QFile::encodeName(folder).constData(), &room) == 0 ? static_cast<quint64>(room.f_bavail) * room.f_frsize : 0;
}
