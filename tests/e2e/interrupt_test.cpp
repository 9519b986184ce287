#include "tests/e2e/cli_run.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

// Signals: stop with exit 7, go on with the same command.
class InterruptTest : public QObject {
    Q_OBJECT

private slots:
    void signalStopsAndTheSameCommandGoesOn_data();
    void signalStopsAndTheSameCommandGoesOn();
    void closedOutputDoesNotKill();
};

void InterruptTest::signalStopsAndTheSameCommandGoesOn_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void InterruptTest::signalStopsAndTheSameCommandGoesOn()
{
    QFETCH(int, signal);
    const QTemporaryDir folder;
    const QString source = folder.filePath("demo.torch");
    // Large enough that the first progress line comes while the copy runs; sparse, so that making it costs nothing.
    QCOMPARE(runCli({"make-demo", source, "--variant", "regnet-y-10b-seer", "--scale", "0.12", "--sparse"}).exit, 0);
    const QStringList words{"convert", source, "--out", folder.filePath("d"), "--progress", "json", "--json", "--no-verify"};
    QProcess process;
    process.start(QStringLiteral(WB_CLI), words);
    QByteArray seen;
    process.setReadChannel(QProcess::StandardError);
    while (!seen.contains("\"stage\":\"convert\"") && process.waitForReadyRead(60'000)) {
        seen += process.readAllStandardError();
    }
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 7);
    const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QCOMPARE(json.value("error").toObject().value("exit").toInt(), 7);
    QVERIFY(!QFile::exists(folder.filePath("d/model.safetensors")));

    const CliRun again = runCli({"convert", source, "--out", folder.filePath("d"), "--json"});
    QVERIFY2(again.exit == 0, again.err);
    QVERIFY(again.json().value("resumed").toBool());
    QVERIFY(!QFile::exists(folder.filePath("d/.weightbridge")));
}

void InterruptTest::closedOutputDoesNotKill()
{
    QProcess process;
    process.start("/bin/sh", {"-c", "\"$0\" keymap regnet-y-10b-seer --json | head -c 1 > /dev/null", QStringLiteral(WB_CLI)});
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
}

QTEST_GUILESS_MAIN(InterruptTest)
#include "interrupt_test.moc"
