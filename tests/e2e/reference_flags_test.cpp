#include "tests/e2e/cli_run.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

// The reference script's own flags, without a verb.
class ReferenceFlagsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void oneVariantGivesPthAndFolder();
    void missingSourceIsFetchedUnlessOffline();
    void withoutANameAllAreTriedAndTheFirstFailureCounts();
    void aFileOfAnotherVariantIsNotTaken();
    void aTokenIsNeverPrinted();

private:
    QString publishedName(const QString& variant) const;
    void makeSource(const QString& variant);
    QStringList flags(const QStringList& more) const { return QStringList{"--pytorch_dump_folder_path", m_folder->path()} + more; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ReferenceFlagsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString ReferenceFlagsTest::publishedName(const QString& variant) const
{
    for (const QJsonValue& value : runCli({"list", "--json"}).json().value("variants").toArray()) {
        if (value.toObject().value("name").toString() == variant) {
            return value.toObject().value("source_file").toString();
        }
    }
    return {};
}

void ReferenceFlagsTest::makeSource(const QString& variant)
{
    const CliRun run = runCli({"make-demo", m_folder->filePath(publishedName(variant)), "--variant", variant, "--scale", "1/128"});
    QVERIFY2(run.exit == 0, run.err);
}

void ReferenceFlagsTest::oneVariantGivesPthAndFolder()
{
    makeSource("regnet-y-320-seer");
    const CliRun run = runCli(flags({"--model_name", "regnet-y-320-seer", "--push_to_hub", "False"}));
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(QFile::exists(m_folder->filePath("regnet-y-320-seer.pth")));
    QVERIFY(QFile::exists(m_folder->filePath("regnet-y-320-seer/model.safetensors")));
    const CliRun again = runCli(flags({"--model_name", "regnet-y-320-seer"}));
    QCOMPARE(again.exit, 0);
    QVERIFY2(again.err.contains("regnet-y-320-seer.pth is already there"), again.err);
}

void ReferenceFlagsTest::missingSourceIsFetchedUnlessOffline()
{
    const CliRun run = runCli(flags({"--model_name", "regnet-y-320-seer", "--offline", "--json"}));
    QCOMPARE(run.exit, 6);
    QVERIFY(run.err.contains(publishedName("regnet-y-320-seer").toUtf8()));
    QCOMPARE(run.json().value("results").toArray().size(), 1);
}

void ReferenceFlagsTest::withoutANameAllAreTriedAndTheFirstFailureCounts()
{
    makeSource("regnet-y-640-seer");
    const CliRun run = runCli(flags({"--offline", "--json"}));
    QCOMPARE(run.exit, 6);
    const QJsonArray results = run.json().value("results").toArray();
    QCOMPARE(results.size(), 34);
    int good = 0;
    for (const QJsonValue& value : results) {
        const QJsonObject result = value.toObject();
        if (result.value("ok").toBool()) {
            ++good;
            QCOMPARE(result.value("variant").toString(), QStringLiteral("regnet-y-640-seer"));
        } else {
            QCOMPARE(result.value("error").toObject().value("exit").toInt(), 6);
        }
    }
    QCOMPARE(good, 1);
    QVERIFY(QFile::exists(m_folder->filePath("regnet-y-640-seer.pth")));
}

void ReferenceFlagsTest::aFileOfAnotherVariantIsNotTaken()
{
    // Two variants are published under this one name.
    QCOMPARE(publishedName("regnet-y-1280-seer"), publishedName("regnet-y-2560-seer"));
    makeSource("regnet-y-1280-seer");
    const CliRun run = runCli(flags({"--offline", "--json"}));
    for (const QJsonValue& value : run.json().value("results").toArray()) {
        const QJsonObject result = value.toObject();
        QCOMPARE(result.value("ok").toBool(), result.value("variant").toString() == "regnet-y-1280-seer");
    }
    QVERIFY(!QFile::exists(m_folder->filePath("regnet-y-2560-seer")));

    // Named alone it is not taken either: its own file has a folder of its own.
    const CliRun named = runCli(flags({"--model_name", "regnet-y-2560-seer", "--offline", "--json"}));
    QCOMPARE(named.exit, 6);
    const QString source = named.json().value("results").toArray().at(0).toObject().value("source").toString();
    QCOMPARE(source, m_folder->filePath("regnet-y-2560-seer-source/" + publishedName("regnet-y-2560-seer")));
}

void ReferenceFlagsTest::aTokenIsNeverPrinted()
{
    QVERIFY(qputenv("HF_TOKEN", "hf_abcdefghijklmnopqrstuvwxyz0123456789"));
    for (const QStringList& words :
         {flags({"--model_name", "regnet-y-320-seer", "--offline"}), flags({"--push_to_hub", "true"}), QStringList{"--help"}}) {
        const CliRun run = runCli(words);
        QVERIFY(!run.out.contains("hf_abc") && !run.err.contains("hf_abc"));
    }
    qunsetenv("HF_TOKEN");
}

QTEST_GUILESS_MAIN(ReferenceFlagsTest)
#include "reference_flags_test.moc"
