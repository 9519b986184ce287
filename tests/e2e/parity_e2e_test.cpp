#include "tests/e2e/release_run.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

// weightbridge-cli with the real weightbridge-torch beside it.
class ParityE2eTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_root;

    static QString data(const char* name) { return QStringLiteral(WB_TEST_DATA "/checkpoints/") + QString::fromUtf8(name); }
    QString path(const char* name) const { return m_root.filePath(QString::fromUtf8(name)); }
    static QString helper() { return QFileInfo(QStringLiteral(WB_CLI)).absolutePath() + "/weightbridge-torch"; }
    static QString errorId(const CliRun& run) { return run.json().value("error").toObject().value("id").toString(); }
    QString converted(const char* name)
    {
        const QString folder = path(name);
        QDir(folder).removeRecursively();
        runCli({"convert", data("seer10b-tiny-in1k.torch"), "--out", folder, "--quiet"});
        return folder;
    }
    // Adds to one byte in the middle of a folder's weights.
    static void damage(const QString& folder)
    {
        QFile file(folder + "/model.safetensors");
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 at = file.size() / 2 / 4 * 4 + 3;  // the exponent of a value, whatever tensor it belongs to
        file.seek(at);
        char byte = 0;
        file.getChar(&byte);
        file.seek(at);
        file.putChar(static_cast<char>(byte ^ 1));
    }
    // The helper that a run has started; 0 while there is none.
    static pid_t helperOf(pid_t parent)
    {
        QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(parent));
        return children.open(QIODevice::ReadOnly) ? static_cast<pid_t>(children.readAll().trimmed().split(' ').first().toLong()) : 0;
    }
    // A checkpoint and its folder that take some seconds to compare.
    void makeLarge(const QString& source, const QString& folder) const
    {
        QCOMPARE(runCli({"make-demo", source, "--variant", "regnet-y-10b-seer", "--scale", "1/16", "--quiet", "--overwrite"}).exit, 0);
        QCOMPARE(runCli({"convert", source, "--out", folder, "--no-verify", "--quiet"}).exit, 0);
    }

private slots:
    void convertProvesTheOutputs();
    void verifyFindsTheLayer();
    void textSaysItInWords();
    void keymapShowsBothMapsAndTheirAgreement_data();
    void keymapShowsBothMapsAndTheirAgreement();
    void editedRowsDoNotAgree();
    void asPublishedMarksTheShiftedRows();
    void traceOfAnIncompleteFileExitsAsTheMapDoes();
    void missingHelperIsSaidBeforeTheLongPart();
    void killedHelperLeavesTheResult();
    void interruptEndsBothPrograms();
    void helperEndsWithItsParent();
    void helperWithTooLittleMemorySaysSo();
    void optionsThatDoNotGoTogether_data();
    void optionsThatDoNotGoTogether();
    void helpNamesTheVerbs();
    void libtorchIsLinkedByTheHelperAlone();
    void memoryDoesNotGrowWithTheModel();
};

void ParityE2eTest::convertProvesTheOutputs()
{
    const CliRun run = runCli({"convert", data("seer10b-tiny-in1k.torch"), "--out", path("a"), "--parity", "--seed", "5", "--json"});
    QVERIFY2(run.exit == 0, run.err + run.out);
    const QJsonObject json = run.json();
    QVERIFY(json.value("ok").toBool());
    const QJsonObject parity = json.value("parity").toObject();
    QVERIFY(parity.value("ok").toBool());
    QCOMPARE(parity.value("layers").toArray().size(), 30);
    QVERIFY(parity.value("first_over").isNull());
    QCOMPARE(parity.value("input").toString(), "random numbers, seed 5");
    QCOMPARE(parity.value("top5").toArray().size(), 5);
    QVERIFY(parity.value("tolerance").toDouble() > 0);
}

void ParityE2eTest::verifyFindsTheLayer()
{
    const QString folder = converted("b");
    const QStringList words{"verify", folder, "--against", data("seer10b-tiny-in1k.torch"), "--parity", "--json"};
    const CliRun right = runCli(words);
    QVERIFY2(right.exit == 0, right.err);
    QCOMPARE(right.json().value("checks").toArray().last().toObject().value("name").toString(), "parity");
    damage(folder);
    const CliRun wrong = runCli(words);
    QCOMPARE(wrong.exit, 8);
    QCOMPARE(errorId(wrong), "E_VERIFY");  // the bytes tell first
    const QString layer = wrong.json().value("parity").toObject().value("first_over").toString();
    QVERIFY2(layer.startsWith("encoder.stages."), qPrintable(layer));
    QProcess direct;
    direct.start(helper(), {"parity", data("seer10b-tiny-in1k.torch"), folder, "--json"});
    QVERIFY(direct.waitForFinished(120'000));
    QCOMPARE(direct.exitCode(), 8);
    const QJsonObject json = QJsonDocument::fromJson(direct.readAllStandardOutput()).object();
    QCOMPARE(json.value("first_over").toString(), layer);
    QCOMPARE(json.value("error").toObject().value("id").toString(), "E_PARITY");
    QVERIFY(!json.value("ok").toBool());
}

void ParityE2eTest::textSaysItInWords()
{
    const QString folder = converted("c");
    const QStringList words{"verify", folder, "--against", data("seer10b-tiny-in1k.torch"), "--parity"};
    const CliRun right = runCli(words);
    QCOMPARE(right.exit, 0);
    QVERIFY(right.out.contains("both networks compute the same numbers, bit for bit, in all 30 layers"));
    QVERIFY(right.out.contains("float32's rounding in sums of up to"));
    damage(folder);
    const CliRun wrong = runCli(words);
    QVERIFY(wrong.out.contains("over: encoder.stages."));
}

void ParityE2eTest::keymapShowsBothMapsAndTheirAgreement_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("keys");
    QTest::newRow("variant") << "regnet-y-10b-seer-in1k" << 626;
    QTest::newRow("timm variant") << "regnet-x-002" << 266;
    QTest::newRow("file with heads of pretraining") << data("seer10b-tiny.torch") << 627;
    QTest::newRow("legacy file") << data("shallow-legacy-extras.torch") << 142;
}

void ParityE2eTest::keymapShowsBothMapsAndTheirAgreement()
{
    QFETCH(QString, source);
    QFETCH(int, keys);
    const CliRun run = runCli({"keymap", source, "--trace", "--json"});
    QVERIFY2(run.exit == 0, run.err);
    const QJsonObject trace = run.json().value("trace").toObject();
    QCOMPARE(trace.value("keys").toInt(), keys);
    QCOMPARE(trace.value("same").toInt(), keys);
    QVERIFY(trace.value("differ").toArray().isEmpty());
    QVERIFY(runCli({"keymap", source, "--trace"}).out.contains(QStringLiteral("traced: %1 of %1 keys").arg(keys).toUtf8()));
}

void ParityE2eTest::editedRowsDoNotAgree()
{
    // Two batch norms of one width, exchanged by hand.
    QFile map(path("swap.keymap.json"));
    QVERIFY(map.open(QIODevice::WriteOnly));
    map.write(R"({"schema": 1, "rows": [)"
              R"({"source": "s2.b1.conv1.bn.bias", "destination": "regnet.encoder.stages.1.layers.0.layer.1.normalization.bias"},)"
              R"({"source": "s2.b1.conv2.bn.bias", "destination": "regnet.encoder.stages.1.layers.0.layer.0.normalization.bias"}]})");
    map.close();
    const CliRun run = runCli({"keymap", "regnet-y-004", "--keymap", map.fileName(), "--trace", "--json"});
    QCOMPARE(run.exit, 8);
    QCOMPARE(errorId(run), "E_TRACE");
    QCOMPARE(run.json().value("trace").toObject().value("differ").toArray().size(), 2);
    QCOMPARE(run.json().value("counts").toObject().value("edited").toInt(), 2);
}

void ParityE2eTest::asPublishedMarksTheShiftedRows()
{
    QProcess process;
    process.start(helper(), {"trace", data("seer10b-tiny.torch"), "--as-published", "--json"});
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.exitCode(), 0);
    const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QVERIFY(json.value("as_published").toBool());
    QCOMPARE(json.value("shifted").toArray().size(), 112);
    const QJsonObject first = json.value("shifted").toArray().first().toObject();
    QVERIFY(first.value("source").toString().endsWith("block1-part0.block1-0.proj.weight"));
    QCOMPARE(first.value("destination").toString(), "encoder.stages.0.layers.0.layer.0.convolution.weight");
    QCOMPARE(first.value("right").toString(), "encoder.stages.0.layers.0.shortcut.convolution.weight");
    // At equal tiny widths most shapes agree all the same: that is the trap.
    QVERIFY(json.value("counts").toObject().value("mapped").toInt() > 560);
}

void ParityE2eTest::traceOfAnIncompleteFileExitsAsTheMapDoes()
{
    const QString folder = converted("d");
    QFile file(folder + "/model.safetensors");
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray bytes = file.readAll().replace("layers.16.layer.0.convolution.weight", "layers.16.layer.0.convolution.wait!!");
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    file.close();
    const CliRun run = runCli({"keymap", folder, "--trace", "--json"});
    QCOMPARE(run.exit, 5);
    QCOMPARE(errorId(run), "E_MAP_INCOMPLETE");
    QCOMPARE(run.json().value("counts").toObject().value("missing").toInt(), 1);
}

void ParityE2eTest::missingHelperIsSaidBeforeTheLongPart()
{
    qputenv("WEIGHTBRIDGE_TORCH", "/no/such/helper");
    const CliRun run = runCli({"convert", data("seer10b-tiny-in1k.torch"), "--out", path("e"), "--parity", "--json"});
    const CliRun verify = runCli({"verify", converted("f"), "--against", data("seer10b-tiny-in1k.torch"), "--parity"});
    const CliRun keymap = runCli({"keymap", "regnet-y-004", "--trace"});
    const CliRun plain = runCli({"keymap", "regnet-y-004"});
    qunsetenv("WEIGHTBRIDGE_TORCH");
    QCOMPARE(run.exit, 3);
    QCOMPARE(errorId(run), "E_HELPER_MISSING");
    QVERIFY(run.json().value("error").toObject().value("hint").toString().contains("Install the package weightbridge-torch"));
    QVERIFY(!QFileInfo::exists(path("e")));
    QCOMPARE(verify.exit, 3);
    QVERIFY(verify.err.contains("Install the package weightbridge-torch"));
    QCOMPARE(keymap.exit, 3);
    QCOMPARE(plain.exit, 0);
}

void ParityE2eTest::killedHelperLeavesTheResult()
{
    const QString source = path("large.torch");
    makeLarge(source, path("large"));
    HeldRun run({"convert", source, "--out", path("large"), "--no-verify", "--parity", "--size", "512", "--json"});
    pid_t child = 0;
    QVERIFY(run.until([&] { return (child = helperOf(run.pid())) > 0; }));
    QCOMPARE(::kill(child, SIGKILL), 0);
    const CliRun end = run.finish();
    QCOMPARE(end.exit, 10);
    QCOMPARE(errorId(end), "E_HELPER_KILLED");
    QVERIFY(!end.json().value("folder").toString().isEmpty());
    QVERIFY(QFileInfo::exists(path("large/model.safetensors")));
    QVERIFY(end.err.contains("most likely because memory ran out"));
}

void ParityE2eTest::interruptEndsBothPrograms()
{
    const QString source = path("large.torch");
    makeLarge(source, path("large"));
    HeldRun run({"verify", path("large"), "--against", source, "--parity", "--size", "512", "--json"});
    pid_t child = 0;
    QVERIFY(run.until([&] { return (child = helperOf(run.pid())) > 0; }));
    QElapsedTimer clock;
    clock.start();
    run.signal(SIGINT);
    const CliRun end = run.finish();
    QVERIFY2(clock.elapsed() < 5000, QByteArray::number(clock.elapsed()));  // meant is 1 s; the machine may be busy
    QCOMPARE(end.exit, 7);
    QVERIFY(::kill(child, 0) != 0);
}

void ParityE2eTest::helperEndsWithItsParent()
{
    const QString source = path("large.torch");
    makeLarge(source, path("large"));
    HeldRun run({"verify", path("large"), "--against", source, "--parity", "--size", "512", "--json"});
    pid_t child = 0;
    QVERIFY(run.until([&] { return (child = helperOf(run.pid())) > 0; }));
    run.signal(SIGKILL);
    run.finish();
    // Somebody else's child by now: gone, or a zombie that nobody has asked after yet.
    QTRY_VERIFY_WITH_TIMEOUT(
        ::kill(child, 0) != 0 ||
            [&] {
                QFile state(QStringLiteral("/proc/%1/stat").arg(child));
                return !state.open(QIODevice::ReadOnly) || state.readAll().contains(") Z ");
            }(),
        10'000);
}

void ParityE2eTest::helperWithTooLittleMemorySaysSo()
{
    if (releaseCli().isEmpty()) {
        QSKIP("WB_RELEASE_CLI is not set");
    }
    const QString folder = converted("g");
    QProcess process;
    process.setChildProcessModifier([] {
        const struct rlimit limit {
            2600ULL << 20, 2600ULL << 20
        };
        ::setrlimit(RLIMIT_AS, &limit);
    });
    process.start(QFileInfo(releaseCli()).absolutePath() + "/weightbridge-torch",
                  {"parity", data("seer10b-tiny-in1k.torch"), folder, "--size", "4096", "--json"});
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 10);
    const QString id = QJsonDocument::fromJson(process.readAllStandardOutput()).object().value("error").toObject().value("id").toString();
    QVERIFY2(id == "E_NOT_ENOUGH_MEMORY" || id == "E_OUT_OF_MEMORY", qPrintable(id));
}

void ParityE2eTest::optionsThatDoNotGoTogether_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("image without parity") << QStringList{"convert", "a", "--out", "b", "--image", "c.png"};
    QTest::newRow("tolerance without parity") << QStringList{"verify", "a", "--tolerance", "1"};
    QTest::newRow("parity against nothing") << QStringList{"verify", "a", "--parity"};
    QTest::newRow("image and seed") << QStringList{"convert", "a", "--out", "b", "--parity", "--image", "c.png", "--seed", "1"};
    QTest::newRow("size 0") << QStringList{"convert", "a", "--out", "b", "--parity", "--size", "0"};
    QTest::newRow("huge size") << QStringList{"convert", "a", "--out", "b", "--parity", "--size", "5000"};
    QTest::newRow("negative tolerance") << QStringList{"convert", "a", "--out", "b", "--parity", "--tolerance", "-1"};
    QTest::newRow("tolerance is no number") << QStringList{"convert", "a", "--out", "b", "--parity", "--tolerance", "nan"};
    QTest::newRow("seed is no number") << QStringList{"convert", "a", "--out", "b", "--parity", "--seed", "x"};
}

void ParityE2eTest::optionsThatDoNotGoTogether()
{
    QFETCH(QStringList, words);
    const CliRun run = runCli(words + QStringList{"--json"});
    QCOMPARE(run.exit, 2);
    QCOMPARE(errorId(run), "E_USAGE");
}

void ParityE2eTest::helpNamesTheVerbs()
{
    for (const QStringList& words : {QStringList{"--help"}, {"trace", "--help"}, {"parity", "--help"}, {"--version"}}) {
        QProcess process;
        process.start(helper(), words);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
        const QByteArray out = process.readAllStandardOutput();
        QVERIFY(out.contains(words.size() == 2 ? "--json" : (words.first() == "--help" ? "parity" : "LibTorch")));
    }
}

void ParityE2eTest::libtorchIsLinkedByTheHelperAlone()
{
    const auto libraries = [](const QString& program) {
        QProcess process;
        process.start("ldd", {program});
        process.waitForFinished(60'000);
        return process.readAllStandardOutput();
    };
    QVERIFY(libraries(helper()).contains("libtorch"));
    for (const char* name : {"weightbridge-cli", "weightbridge"}) {
        const QString program = QFileInfo(QStringLiteral(WB_CLI)).absolutePath() + "/" + name;
        if (QFileInfo::exists(program)) {
            const QByteArray linked = libraries(program);
            QVERIFY(linked.contains("libc.so"));
            QVERIFY2(!linked.contains("libtorch") && !linked.contains("libc10"), name);
        }
    }
}

void ParityE2eTest::memoryDoesNotGrowWithTheModel()
{
    if (releaseCli().isEmpty()) {
        QSKIP("WB_RELEASE_CLI is not set");
    }
    const QString program = QFileInfo(releaseCli()).absolutePath() + "/weightbridge-torch";
    const QString source = path("sparse.torch");
    QVERIFY(makeSparse(source, "0.18"));  // 1.2 GB
    QCOMPARE(runCli({"convert", source, "--out", path("sparse"), "--no-verify", "--quiet"}).exit, 0);
    const MeasuredRun large = measured({"parity", source, path("sparse"), "--json"}, program);
    QVERIFY2(large.run.exit == 0, large.run.err);
    QVERIFY2(large.resident > 0 && large.resident < 450'000'000, QByteArray::number(large.resident));
}

QTEST_GUILESS_MAIN(ParityE2eTest)
#include "parity_e2e_test.moc"
