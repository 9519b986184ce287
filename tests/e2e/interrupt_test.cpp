#include "tests/e2e/fault_run.h"

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
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished(20'000));
    QVERIFY2(clock.elapsed() < 5000, QByteArray::number(clock.elapsed()));  // meant is 1 s; the machine may be busy
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 7);
    const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QCOMPARE(json.value("error").toObject().value("exit").toInt(), 7);
    QVERIFY(process.readAllStandardError().contains("The same command goes on from here."));
    QCOMPARE(namesIn(folder.filePath("d")), QStringList{".weightbridge"});

    const CliRun again = runCli({"convert", source, "--out", folder.filePath("d"), "--json"});
    QVERIFY2(again.exit == 0, again.err);
    QVERIFY(again.json().value("resumed").toBool());
    QCOMPARE(runCli({"convert", source, "--out", folder.filePath("undisturbed"), "--no-verify"}).exit, 0);
    QCOMPARE(treeOf(folder.filePath("d")), treeOf(folder.filePath("undisturbed")));
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
