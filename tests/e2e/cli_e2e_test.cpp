#include "tests/e2e/cli_run.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

// The whole way on small made-up checkpoints, through the program's own door.
class CliE2eTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void listShowsThirtyFourVariants();
    void everyFailureIsJsonToo();
    void inspectShowsWhatIsThere();
    void keymapOfAVariantAndOfAFile();
    void keymapSavedGivenBackIsTheSame();
    void planWritesNothing();
    void planOfAVariantNeedsNoFile();
    void convertVerifiesAndPrintsTheFolderLast();
    void convertAgainKeepsTheFolder();
    void convertLeavesForeignFilesAlone();
    void severalSourcesAreConvertedOneAfterAnother();
    void incompleteMapIsExitFiveWithRows();
    void damagedResultFailsVerification();
    void compareMatchesAFolderWithItsSource();
    void verifyWritesAPageForPeople();
    void damagedSourceIsExit32AndLeavesNothing();
    void everyFormatAndDtypeVerifies_data();
    void everyFormatAndDtypeVerifies();
    void backslashInTheNameOfTheResultIsAnOrdinarySign();
    void progressIsOneObjectALine();
    void quietSaysNothing();
    void helpAndVersion();

private:
    QString at(const QString& name) const { return m_folder->filePath(name); }
    void makeDemo(const QString& name, const QString& variant = QStringLiteral("regnet-y-10b-seer-in1k"), const QStringList& more = {});

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CliE2eTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void CliE2eTest::makeDemo(const QString& name, const QString& variant, const QStringList& more)
{
    const CliRun run = runCli(QStringList{"make-demo", at(name), "--variant", variant, "--scale", "1/128"} + more);
    QVERIFY2(run.exit == 0, run.err);
}

void CliE2eTest::listShowsThirtyFourVariants()
{
    const CliRun run = runCli({"list", "--json"});
    QCOMPARE(run.exit, 0);
    const QJsonArray variants = run.json().value("variants").toArray();
    QCOMPARE(variants.size(), 34);
    QCOMPARE(run.json().value("schema").toInt(), 1);
    for (const char* field :
         {"name", "source", "licence", "parameters", "bytes", "tensors", "depths", "hidden_sizes", "groups_width", "layer_type", "classes"}) {
        QVERIFY2(variants.first().toObject().contains(QLatin1String(field)), field);
    }
    QCOMPARE(runCli({"list"}).out.count('\n'), 35);
}

void CliE2eTest::everyFailureIsJsonToo()
{
    const QList<std::pair<QStringList, int>> table{{{"--json"}, 2},
                                                   {{"frobnicate", "--json"}, 2},
                                                   {{"inspect", at("absent"), "--json"}, 3},
                                                   {{"keymap", "regnet-y-320", "--json", "--keymap", at("absent")}, 3},
                                                   {{"keymap", "regnet-z", "--json"}, 3},
                                                   {{"make-demo", at("x"), "--variant", "regnet-z", "--json"}, 3},
                                                   {{"--pytorch_dump_folder_path", at("x"), "--push_to_hub", "True", "--json"}, 2}};
    for (const auto& row : table) {
        const CliRun run = runCli(row.first);
        QCOMPARE(run.exit, row.second);
        const QJsonObject json = run.json();
        QCOMPARE(json.value("schema").toInt(), 1);
        QVERIFY(json.contains("ok") && !json.value("ok").toBool());
        const QJsonObject error = json.value("error").toObject();
        QCOMPARE(error.value("exit").toInt(), row.second);
        QVERIFY(error.value("id").toString().startsWith("E_"));
        QVERIFY(!error.value("message").toString().isEmpty());
        QVERIFY(!error.value("hint").toString().isEmpty());
        QVERIFY(error.value("facts").isObject());
        QVERIFY(!run.err.isEmpty());
    }
    QVERIFY(runCli({"keymap", "regnet-y-32"}).err.contains("regnet-y-320"));
}

void CliE2eTest::inspectShowsWhatIsThere()
{
    makeDemo("demo.torch");
    const QJsonObject json = runCli({"inspect", at("demo.torch"), "--json"}).json();
    QCOMPARE(json.value("container").toString(), QStringLiteral("torch-zip"));
    QCOMPARE(json.value("state_dict").toString(), QStringLiteral("classy_state_dict.base_model.model"));
    QCOMPARE(json.value("tensors").toArray().size(), 626);
    const QJsonObject detected = json.value("detected").toObject();
    QCOMPARE(detected.value("naming").toString(), QStringLiteral("vissl"));
    QCOMPARE(detected.value("layer_type").toString(), QStringLiteral("y"));
    QCOMPARE(detected.value("depths").toArray(), (QJsonArray{2, 7, 17, 1}));
    QCOMPARE(detected.value("classes").toInt(), 1000);
    QVERIFY(detected.value("variant").isNull());
    for (const char* field : {"opaque", "calls", "ignored", "warnings"}) {
        QVERIFY2(json.value(QLatin1String(field)).isArray(), field);
    }
}

void CliE2eTest::keymapOfAVariantAndOfAFile()
{
    const QJsonObject json = runCli({"keymap", "regnet-y-10b-seer", "--json"}).json();
    QCOMPARE(json.value("variant").toString(), QStringLiteral("regnet-y-10b-seer"));
    QCOMPARE(json.value("counts").toObject().value("mapped").toInt(), 624);
    makeDemo("demo.torch", "regnet-y-10b-seer");
    const CliRun file = runCli({"keymap", at("demo.torch"), "--json"});
    QCOMPARE(file.exit, 0);
    QCOMPARE(file.json().value("counts").toObject().value("mapped").toInt(), 624);
    QCOMPARE(file.json().value("counts").toObject().value("dropped").toInt(), 3);
    const CliRun csv = runCli({"keymap", "regnet-y-10b-seer", "--csv"});
    QCOMPARE(csv.exit, 0);
    QVERIFY(csv.out.startsWith("source,") || csv.out.contains("source"));
}

void CliE2eTest::keymapSavedGivenBackIsTheSame()
{
    makeDemo("demo.torch");
    const CliRun saved = runCli({"keymap", at("demo.torch"), "--save", at("m.keymap.json"), "--json"});
    QCOMPARE(saved.exit, 0);
    QFile file(at("m.keymap.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), saved.out);
    const CliRun again = runCli({"keymap", at("demo.torch"), "--keymap", at("m.keymap.json"), "--json"});
    QCOMPARE(again.exit, 0);
    QCOMPARE(again.out, saved.out);
}

void CliE2eTest::planWritesNothing()
{
    makeDemo("demo.torch");
    for (const QStringList& words : {QStringList{"plan", at("demo.torch"), "--out", at("d"), "--json"},
                                     QStringList{"convert", at("demo.torch"), "--out", at("d"), "--json", "--dry-run"}}) {
        const CliRun run = runCli(words);
        QVERIFY2(run.exit == 0, run.err);
        for (const char* field : {"schema", "rows", "shards", "disk_needed", "disk_free", "memory_needed", "download_bytes"}) {
            QVERIFY2(run.json().contains(QLatin1String(field)), field);
        }
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{"demo.torch"});
}

void CliE2eTest::planOfAVariantNeedsNoFile()
{
    const CliRun run = runCli({"plan", "regnet-y-10b-seer", "--out", at("d"), "--json"});
    QVERIFY2(run.exit == 0, run.err);
    const QJsonObject json = run.json();
    QVERIFY(json.value("download_bytes").toDouble() > 37e9);
    QVERIFY(json.value("disk_needed").toDouble() > 37e9);
    QCOMPARE(json.value("shards").toArray().size(), 8);
    QVERIFY(!QFile::exists(at("d")));
}

void CliE2eTest::convertVerifiesAndPrintsTheFolderLast()
{
    makeDemo("demo.torch");
    const CliRun run = runCli({"convert", at("demo.torch"), "--out", at("d")});
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(run.out.trimmed().split('\n').last(), at("d").toUtf8());
    for (const char* name : {"model.safetensors", "config.json", "preprocessor_config.json", "README.md", "conversion-report.json"}) {
        QVERIFY2(QFile::exists(at("d/") + name), name);
    }
    QVERIFY(!QFile::exists(at("d/.weightbridge")));
    const CliRun verified = runCli({"verify", at("d"), "--json"});
    QVERIFY2(verified.exit == 0, verified.err);
    QVERIFY(verified.json().value("ok").toBool());
    QCOMPARE(verified.json().value("tensors").toInt(), 626);
    const CliRun against = runCli({"verify", at("d"), "--against", at("demo.torch"), "--json"});
    QVERIFY2(against.exit == 0, against.err);
    QVERIFY(against.json().value("ok").toBool());
    makeDemo("other.torch", "regnet-y-10b-seer-in1k", {"--seed", "5"});
    QCOMPARE(runCli({"verify", at("d"), "--against", at("other.torch")}).exit, 8);
}

void CliE2eTest::convertAgainKeepsTheFolder()
{
    makeDemo("demo.torch");
    const CliRun first = runCli({"convert", at("demo.torch"), "--out", at("d"), "--json"});
    QVERIFY2(first.exit == 0, first.err);
    const QJsonObject json = first.json();
    QVERIFY(json.value("ok").toBool());
    QCOMPARE(json.value("folder").toString(), at("d"));
    QCOMPARE(json.value("counts").toObject().value("mapped").toInt(), 626);
    QVERIFY(json.contains("seconds") && json.value("resumed").isBool());
    for (const QJsonValue& file : json.value("files").toArray()) {
        QCOMPARE(file.toObject().value("sha256").toString().size(), 64);
    }
    const CliRun again = runCli({"convert", at("demo.torch"), "--out", at("d"), "--json"});
    QCOMPARE(again.exit, 0);
    QVERIFY(again.json().value("already_done").toBool());
    QCOMPARE(again.json().value("files"), json.value("files"));
    QVERIFY(runCli({"convert", at("demo.torch"), "--out", at("d")}).out.contains("already there"));
}

void CliE2eTest::convertLeavesForeignFilesAlone()
{
    makeDemo("demo.torch");
    QVERIFY(QDir(m_folder->path()).mkdir("d"));
    QFile mine(at("d/mine.txt"));
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.write("mine");
    mine.close();
    QCOMPARE(runCli({"convert", at("demo.torch"), "--out", at("d")}).exit, 13);
    QCOMPARE(QDir(at("d")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{"mine.txt"});
}

void CliE2eTest::severalSourcesAreConvertedOneAfterAnother()
{
    makeDemo("a.torch");
    makeDemo("b.torch", "regnet-y-004");
    const QStringList words{"convert", at("a.torch"), at("absent.torch"), at("b.torch"), "--out", at("d")};
    const CliRun run = runCli(words + QStringList{"--json"});
    QCOMPARE(run.exit, 3);
    QVERIFY(QFile::exists(at("d/a/model.safetensors")) && QFile::exists(at("d/b/model.safetensors")));
    QVERIFY(!QFile::exists(at("d/absent")));
    const QJsonArray results = run.json().value("results").toArray();
    QCOMPARE(results.size(), 3);
    QVERIFY(results.at(0).toObject().value("ok").toBool() && results.at(2).toObject().value("ok").toBool());
    QCOMPARE(results.at(0).toObject().value("folder").toString(), at("d/a"));
    QVERIFY(!results.at(0).toObject().value("files").toArray().isEmpty());
    QCOMPARE(results.at(1).toObject().value("error").toObject().value("exit").toInt(), 3);

    const CliRun again = runCli(words + QStringList{at("absent2.torch")});
    QCOMPARE(again.exit, 1);
    QCOMPARE(again.out.count("kept"), 2);
    QCOMPARE(again.out.count("failed"), 2);
    QVERIFY(QDir(at("")).mkdir("other"));
    QVERIFY(QFile::copy(at("a.torch"), at("other/a.pth")));
    QCOMPARE(runCli({"convert", at("a.torch"), at("other/a.pth"), "--out", at("e")}).exit, 2);
    QVERIFY(!QFile::exists(at("e")));
    QCOMPARE(runCli({"convert", at("a.torch"), "--out", at("e"), "--stream"}).exit, 2);
    QVERIFY(!QFile::exists(at("e")));
}

void CliE2eTest::incompleteMapIsExitFiveWithRows()
{
    makeDemo("demo.torch");
    // A map that leaves out a weight the model needs.
    QFile edits(at("e.keymap.json"));
    QVERIFY(edits.open(QIODevice::WriteOnly));
    edits.write(R"({"schema": 1, "rows": [{"source": "_feature_blocks.conv1.stem.0.weight", "destination": null, "status": "dropped"}]})");
    edits.close();
    for (const char* verb : {"keymap", "plan", "convert"}) {
        QStringList words{verb, at("demo.torch"), "--keymap", at("e.keymap.json"), "--json"};
        if (qstrcmp(verb, "keymap") != 0) {
            words += {"--out", at("d")};
        }
        const CliRun run = runCli(words);
        QVERIFY2(run.exit == 5, verb + run.err);
        QVERIFY2(run.json().value("rows").toArray().size() >= 626, verb);
        QVERIFY2(run.json().value("error").toObject().value("id").toString() == "E_MAP_INCOMPLETE", verb);
    }
    QVERIFY(!QFile::exists(at("d")));
    const CliRun text = runCli({"convert", at("demo.torch"), "--keymap", at("e.keymap.json"), "--out", at("d")});
    QVERIFY2(text.err.contains("embedder.embedder.convolution.weight"), text.err);
}

void CliE2eTest::damagedResultFailsVerification()
{
    makeDemo("demo.torch");
    QCOMPARE(runCli({"convert", at("demo.torch"), "--out", at("d")}).exit, 0);
    QFile weights(at("d/model.safetensors"));
    QVERIFY(weights.open(QIODevice::ReadWrite));
    QVERIFY(weights.seek(weights.size() - 5));
    char byte = 0;
    QVERIFY(weights.peek(&byte, 1) == 1);
    byte = static_cast<char>(byte ^ 0x10);
    QCOMPARE(weights.write(&byte, 1), 1);
    weights.close();
    const CliRun run = runCli({"verify", at("d"), "--json"});
    QCOMPARE(run.exit, 8);
    QVERIFY(!run.json().value("ok").toBool());
    QVERIFY(!run.json().value("checks").toArray().isEmpty());
    QCOMPARE(run.json().value("error").toObject().value("id").toString(), QStringLiteral("E_VERIFY"));
}

void CliE2eTest::compareMatchesAFolderWithItsSource()
{
    makeDemo("demo.torch");
    QCOMPARE(runCli({"convert", at("demo.torch"), "--out", at("d")}).exit, 0);
    const CliRun same = runCli({"compare", at("d"), at("demo.torch"), "--json"});
    QVERIFY2(same.exit == 0, same.err);
    QVERIFY(same.json().value("ok").toBool());
    QCOMPARE(same.json().value("matching").toString(), QStringLiteral("map"));
    QVERIFY(same.json().value("counts").toObject().value("equal").toInt() > 100);

    QVERIFY(QFile::remove(at("d/conversion-report.json")));  // without it the family's rules tell the names
    QCOMPARE(runCli({"compare", at("demo.torch"), at("d")}).exit, 0);

    QCOMPARE(runCli({"convert", at("demo.torch"), "--out", at("half"), "--dtype", "f16"}).exit, 0);
    const CliRun rounded = runCli({"compare", at("d"), at("half"), "--json"});
    QCOMPARE(rounded.exit, 8);
    QCOMPARE(rounded.json().value("matching").toString(), QStringLiteral("key"));
    QCOMPARE(rounded.json().value("error").toObject().value("id").toString(), QStringLiteral("E_DIFFER"));
    const QJsonObject counts = rounded.json().value("counts").toObject();
    QVERIFY(counts.value("type").toInt() > 0 && counts.value("equal").toInt() > 0);  // counters stay integers
    QCOMPARE(counts.value("values").toInt(), 0);

    makeDemo("other.torch", "regnet-y-10b-seer-in1k", {"--seed", "9"});
    const CliRun other = runCli({"compare", at("demo.torch"), at("other.torch")});
    QCOMPARE(other.exit, 8);
    QVERIFY(other.out.contains("values differ, first number 0"));
    QVERIFY(other.out.contains("different: matched by key"));
    QCOMPARE(runCli({"compare", at("demo.torch"), at("absent.torch")}).exit, 3);
}

void CliE2eTest::verifyWritesAPageForPeople()
{
    makeDemo("demo.torch");
    QCOMPARE(runCli({"convert", at("demo.torch"), "--out", at("model")}).exit, 0);
    QCOMPARE(runCli({"verify", at("model"), "--html", at("report.html")}).exit, 0);
    QFile page(at("report.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray html = page.readAll();
    QVERIFY2(html.startsWith("<!DOCTYPE html>") && html.contains("tensors proved") && html.contains("demo.torch"), html);
}

void CliE2eTest::damagedSourceIsExit32AndLeavesNothing()
{
    makeDemo("demo.torch");
    QFile file(at("demo.torch"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() / 2));
    QCOMPARE(file.write("\x01\x02\x03\x04\x05\x06\x07"), 7);
    file.close();
    const CliRun run = runCli({"convert", at("demo.torch"), "--out", at("d"), "--json"});
    QVERIFY2(run.exit == 32, run.err);
    QVERIFY(run.json().value("error").toObject().value("facts").toObject().contains("offset"));
    QVERIFY(!QFile::exists(at("d")));
}

void CliE2eTest::everyFormatAndDtypeVerifies_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<QString>("container");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("both, sharded") << "regnet-y-10b-seer"
                                   << "zip" << QStringList{"--format", "both", "--shard-size", "200KB"};
    QTest::newRow("pth") << "regnet-y-320-seer-in1k"
                         << "legacy" << QStringList{"--format", "pth"};
    QTest::newRow("bf16") << "regnet-y-004"
                          << "safetensors" << QStringList{"--dtype", "bf16"};
    QTest::newRow("f16") << "regnet-x-032"
                         << "zip" << QStringList{"--dtype", "f16", "--format", "both"};
}

void CliE2eTest::backslashInTheNameOfTheResultIsAnOrdinarySign()
{
    makeDemo("demo", "regnet-y-320-seer-in1k");
    const QString folder = at("back\\slash");
    const CliRun run = runCli({"convert", at("demo"), "--out", folder, "--format", "pth"});
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(QFile::exists(folder + ".pth"));
    QCOMPARE(runCli({"verify", folder, "--against", at("demo")}).exit, 0);
}

void CliE2eTest::everyFormatAndDtypeVerifies()
{
    QFETCH(QString, variant);
    QFETCH(QString, container);
    QFETCH(QStringList, options);
    makeDemo("demo", variant, {"--container", container});
    const CliRun run = runCli(QStringList{"convert", at("demo"), "--out", at("d")} + options);
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(QFile::exists(at("d.pth")), options.contains("pth") || options.contains("both"));
    const CliRun against = runCli({"verify", at("d"), "--against", at("demo")});
    QVERIFY2(against.exit == 0, against.err + against.out);
}

void CliE2eTest::progressIsOneObjectALine()
{
    makeDemo("demo.torch");
    const CliRun run = runCli({"convert", at("demo.torch"), "--out", at("d"), "--progress", "json", "--json"});
    QCOMPARE(run.exit, 0);
    int lines = 0;
    for (const QByteArray& line : run.err.trimmed().split('\n')) {
        if (line.startsWith('{')) {
            const QJsonObject json = QJsonDocument::fromJson(line).object();
            for (const char* field : {"stage", "bytes_done", "bytes_total", "item", "file", "bytes_per_second", "seconds_left"}) {
                QVERIFY2(json.contains(QLatin1String(field)), line);
            }
            ++lines;
        }
    }
    QVERIFY(lines >= 1);
}

void CliE2eTest::quietSaysNothing()
{
    makeDemo("demo.torch");
    const CliRun run = runCli({"convert", at("demo.torch"), "--out", at("d"), "--quiet"});
    QCOMPARE(run.exit, 0);
    QCOMPARE(run.err, QByteArray());
    QVERIFY(!runCli({"inspect", at("absent"), "--quiet"}).err.isEmpty());
}

void CliE2eTest::helpAndVersion()
{
    QCOMPARE(runCli({"--help"}).exit, 0);
    QVERIFY(runCli({"convert", "--help"}).out.contains("--shard-size"));
    QVERIFY(runCli({"--version"}).out.startsWith("weightbridge-cli "));
}

QTEST_GUILESS_MAIN(CliE2eTest)
#include "cli_e2e_test.moc"
