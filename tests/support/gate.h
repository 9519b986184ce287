#pragma once

#include <QString>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace wb::test {

// A place for a shell to wait at, for as long as the test likes: a pipe with a name.
class Gate {
public:
    Gate() { ::mkfifo(path().toUtf8().constData(), 0600); }

    // Command of a shell.
    QString wait() const { return "read line < '" + path() + "'"; }
    // Waits until somebody is there, and lets them go on. Once: who was let go may count as being there a moment longer.
    void open() const { ::close(::open(path().toUtf8().constData(), O_WRONLY | O_CLOEXEC)); }

private:
    QString path() const { return m_folder.filePath("gate"); }

    QTemporaryDir m_folder;
};

}  // namespace wb::test
