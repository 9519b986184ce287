#include "core/verify/torch_helper.h"

#include "core/base/version.h"
#include "core/verify/parity.h"
#include "tests/support/expect_error.h"
#include "tests/support/gate.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace wb;

// Helpers of shell script, good and bad.
class TorchHelperTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    Progress m_progress;
    Log m_log;
    CancelToken m_cancel;

    void install(const QByteArray& script) const
    {
        QFile file(m_folder->filePath("weightbridge-torch"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("WEIGHTBRIDGE_TORCH", file.fileName().toUtf8());
    }
    static QByteArray envelope(const QByteArray& fields = {}) { return envelopeOf(QByteArray(version().data()), fields); }
    static QByteArray envelopeOf(const QByteArray& version, const QByteArray& fields)
    {
        return "{\"schema\": 1, \"version\": \"" + version + "\"" + fields + "}";
    }
    verify::HelperAnswer ask(const std::vector<std::string>& words = {"parity", "a", "b"}, uint64_t limit = 10'000)
    {
        JobContext job{m_cancel, m_progress, m_log};
        return verify::askTorchHelper(words, limit, job);
    }
    std::optional<Error> errorOfAsking()
    {
        return test::errorOf([&] { ask(); });
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { qunsetenv("WEIGHTBRIDGE_TORCH"); }

    void missingHelperIsAnError();
    void isFoundInThePath();
    void wordsComeWithJsonAndProgress();
    void progressBecomesTheJobs();
    void badHelpersAreOneClearError_data();
    void badHelpersAreOneClearError();
    void killedHelperIsLackOfMemory();
    void itsErrorsComeBackAsThrown();
    void aResultMayComeWithAnError();
    void resultsAreNotHeldTwice();
    void interruptedHelperIsACancel();
    void cancelStopsIt();
    void parityThatFailsIsAResult();
    void tracedMapIsRead();
};

void TorchHelperTest::missingHelperIsAnError()
{
    qputenv("WEIGHTBRIDGE_TORCH", m_folder->filePath("none").toUtf8());
    const auto error = test::errorOf([] { verify::findTorchHelper(); });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::HelperMissing);
    QCOMPARE(error->exitCode(), ExitCode::NotFound);
    // A file that cannot be run is none.
    QFile file(m_folder->filePath("none"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(test::errorOf([] { verify::findTorchHelper(); }).has_value());
}

void TorchHelperTest::isFoundInThePath()
{
    install("exit 0");
    qunsetenv("WEIGHTBRIDGE_TORCH");
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/no/such/folder:" + m_folder->path().toUtf8() + ":" + path);
    const auto found = verify::findTorchHelper();
    qputenv("PATH", path);
    QCOMPARE(QString::fromStdString(found), m_folder->filePath("weightbridge-torch"));
}

void TorchHelperTest::wordsComeWithJsonAndProgress()
{
    install("words=$*; echo '" + envelopeOf(QByteArray(version().data()), ", \"words\": \"'\"$words\"'\"") + "'");
    const std::string document = ask({"parity", "--seed", "7", "--", "a b", "c"}).document;
    QVERIFY2(document.find("parity --json --progress json --seed 7 -- a b c") != std::string::npos, document.c_str());
}

void TorchHelperTest::progressBecomesTheJobs()
{
    install(
        R"(echo '{"stage":"parity","bytes_done":30,"bytes_total":100,"item":"encoder.stages.0.layers.0","file":"","bytes_per_second":null,"seconds_left":null}' >&2
echo 'some other words' >&2
echo ')" +
        envelope() + "'");
    ask();
    const Progress::Snapshot snapshot = m_progress.snapshot();
    QCOMPARE(snapshot.stage, Stage::Parity);
    QCOMPARE(snapshot.bytesDone, uint64_t{30});
    QCOMPARE(snapshot.bytesTotal, uint64_t{100});
    QCOMPARE(snapshot.item, std::string("encoder.stages.0.layers.0"));
}

void TorchHelperTest::badHelpersAreOneClearError_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("problem");
    const QByteArray old = envelopeOf("0.0.1", {});
    QTest::newRow("garbage") << QByteArray("echo 'Segmentation fault, core dumped'") << "E_HELPER"
                             << "garbage";
    QTest::newRow("nothing") << QByteArray("exit 0") << "E_HELPER"
                             << "garbage";
    QTest::newRow("binary") << QByteArray("head -c 3000 /dev/urandom") << "E_HELPER"
                            << "garbage";
    QTest::newRow("cut JSON") << QByteArray("printf '{\"schema\": 1, \"vers'") << "E_HELPER"
                              << "garbage";
    QTest::newRow("other JSON") << QByteArray("echo '[1, 2]'") << "E_HELPER"
                                << "garbage";
    QTest::newRow("deep JSON") << QByteArray("head -c 9000 /dev/zero | tr '\\0' '['") << "E_HELPER"
                               << "garbage";
    QTest::newRow("failure without error") << QByteArray("echo '" + envelope() + "'; exit 1") << "E_HELPER"
                                           << "garbage";
    QTest::newRow("error of no known kind") << QByteArray("echo '" + envelope(", \"error\": {\"id\": \"E_NEW\", \"facts\": {}}") + "'; exit 1")
                                            << "E_HELPER"
                                            << "garbage";
    QTest::newRow("too much") << QByteArray("while :; do echo 0123456789; done") << "E_HELPER"
                              << "output";
    QTest::newRow("crash") << QByteArray("echo 'terminate called' >&2; kill -ABRT $$") << "E_HELPER"
                           << "crashed";
    QTest::newRow("too old") << QByteArray("echo '" + old + "'") << "E_HELPER_VERSION"
                             << "";
    QTest::newRow("too old for the words") << QByteArray("echo '" + envelopeOf("0.0.1", ", \"error\": {\"id\": \"E_USAGE\", \"facts\": {}}") +
                                                         "'; exit 2")
                                           << "E_HELPER_VERSION"
                                           << "";
    QTest::newRow("other schema") << QByteArray("echo '{\"schema\": 2, \"version\": \"9.9.9\"}'") << "E_HELPER_VERSION"
                                  << "";
}

void TorchHelperTest::badHelpersAreOneClearError()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, id);
    QFETCH(QString, problem);
    install(script);
    const auto error = errorOfAsking();
    QVERIFY(error.has_value());
    QCOMPARE(QString::fromUtf8(errorId(error->code()).data()), id);
    QCOMPARE(QString::fromUtf8(error->fact("problem").data()), problem);
    if (problem == "crashed") {
        QCOMPARE(error->fact("reason"), std::string_view("terminate called"));
        QVERIFY(!error->fact("found").empty());
    }
}

void TorchHelperTest::killedHelperIsLackOfMemory()
{
    install("kill -KILL $$");
    const auto error = errorOfAsking();
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::HelperKilled);
    QCOMPARE(error->exitCode(), ExitCode::OutOfMemory);
}

void TorchHelperTest::itsErrorsComeBackAsThrown()
{
    install(
        "echo '" +
        envelope(R"(, "ok": false, "error": {"id": "E_IMAGE", "exit": 4, "message": "m", "facts": {"file": "x.png", "offset": 7}, "hint": "h"})") +
        "'; exit 4");
    const verify::HelperAnswer answer = ask();
    QVERIFY(answer.error.has_value());
    QCOMPARE(answer.error->code(), ErrorCode::ImageFile);
    QCOMPARE(answer.error->fact("file"), std::string_view("x.png"));
    QCOMPARE(answer.error->fact("offset"), std::string_view("7"));
}

void TorchHelperTest::aResultMayComeWithAnError()
{
    install("echo '" + envelope(R"(, "layers": [1, 2], "error": {"id": "E_PARITY", "facts": {"part": "pooler"}})") + "'; exit 8");
    const verify::HelperAnswer answer = ask();
    QCOMPARE(answer.error->code(), ErrorCode::ParityFailed);
    QVERIFY(answer.document.find("[1, 2]") != std::string::npos);
}

// Fields that are no envelope are passed over, whatever they hold.
void TorchHelperTest::resultsAreNotHeldTwice()
{
    install("echo '" + envelope(R"(, "rows": [{"version": "9", "error": {}}], "error_like": {"schema": 5})") + "'");
    QVERIFY(!ask().error.has_value());
}

void TorchHelperTest::interruptedHelperIsACancel()
{
    install("echo '" + envelope(R"(, "error": {"id": "E_INTERRUPTED", "facts": {}})") + "'; exit 7");
    QVERIFY_EXCEPTION_THROWN(ask(), Cancelled);
}

void TorchHelperTest::cancelStopsIt()
{
    const test::Gate gate;
    install(gate.wait().toUtf8());
    m_cancel.cancel();
    QElapsedTimer timer;
    timer.start();
    QVERIFY_EXCEPTION_THROWN(ask(), Cancelled);
    QVERIFY(timer.elapsed() < 1000);
    m_cancel.reset();
}

void TorchHelperTest::parityThatFailsIsAResult()
{
    verify::ParityReport report;
    report.layers = {{"embedder", {0.5, 0.25, 0.9}, "embedder.embedder.convolution"}};
    report.firstOver = "embedder";
    report.worst = "embedder";
    report.tolerance = 1e-6;
    std::string document = verify::parityToJson(report);
    document.pop_back();
    install("cat <<'END'\n" + QByteArray::fromStdString(document) + R"(, "error": {"id": "E_PARITY", "facts": {"part": "embedder"}}})" +
            "\nEND\nexit 8");
    JobContext job{m_cancel, m_progress, m_log};
    const verify::ParityOutcome outcome = verify::compareOutputs("a", "b", {}, job);
    QCOMPARE(outcome.report.layers.size(), size_t{1});
    QCOMPARE(*outcome.report.firstOver, std::string("embedder"));
    QCOMPARE(outcome.error->fact("part"), std::string_view("embedder"));
}

void TorchHelperTest::tracedMapIsRead()
{
    install("cat <<'END'\n" +
            envelope(R"(, "variant": null, "rows": [{"source": "a", "destination": "b", "status": "mapped"}, {"source": "c", "destination": null,)"
                     R"( "status": "dropped"}])") +
            "\nEND");
    JobContext job{m_cancel, m_progress, m_log};
    const std::vector<mapping::KeyEdit> traced = verify::traceKeyMap("regnet-y-004", {}, {}, job);
    QCOMPARE(traced.size(), size_t{2});
    QCOMPARE(traced[0].source, std::string("a"));
    QCOMPARE(*traced[0].destination, std::string("b"));
    QVERIFY(!traced[1].destination.has_value());
}

QTEST_GUILESS_MAIN(TorchHelperTest)
#include "torch_helper_test.moc"
