#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace wb::test {

// A D-Bus session with an unlocked keychain of the test's own, for the programs that it runs from then on.
class Keyring {
public:
    static bool isPossible()
    {
        const auto has = [](const char* program) { return !QStandardPaths::findExecutable(program).isEmpty(); };
        return has("dbus-daemon") && has("dbus-send") && has("gnome-keyring-daemon");
    }

    ~Keyring()
    {
        qunsetenv(address);
        m_bus.kill();  // the keychain ends with it
        m_bus.waitForFinished();
    }

    bool start()
    {
        // Without services that a question would start: the keychain is the one that is started here.
        QFile config(m_folder.filePath("bus.conf"));
        if (!config.open(QIODevice::WriteOnly)) {
            return false;
        }
        config.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context=\"default\">"
                     "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_bus.start("dbus-daemon", {"--config-file=" + config.fileName(), "--nofork", "--print-address=1"});
        while (!m_bus.canReadLine()) {
            if (!m_bus.waitForReadyRead(30'000)) {
                return false;
            }
        }
        qputenv(address, m_bus.readLine().trimmed());
        QProcess daemon;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
            environment.insert(name, m_folder.path());
        }
        daemon.setProcessEnvironment(environment);
        daemon.start("gnome-keyring-daemon", {"--unlock", "--daemonize", "--components=secrets"});
        daemon.write("a password");
        daemon.closeWriteChannel();
        return daemon.waitForFinished() && daemon.exitCode() == 0 && isAnswering();
    }

private:
    // The daemon goes to the background before it is on the bus, and is there before what it holds.
    static bool isAnswering()
    {
        constexpr qint64 longest = 20'000;
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < longest) {
            QProcess ask;
            ask.start("dbus-send",
                      {"--session", "--print-reply=literal", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets/collection/login",
                       "org.freedesktop.DBus.Properties.Get", "string:org.freedesktop.Secret.Collection", "string:Locked"});
            if (ask.waitForFinished() && ask.exitCode() == 0 && ask.readAllStandardOutput().contains("false")) {
                return true;
            }
        }
        return false;
    }

    static constexpr const char* address = "DBUS_SESSION_BUS_ADDRESS";

    QTemporaryDir m_folder;
    QProcess m_bus;
};

}  // namespace wb::test
