#include "tests/e2e/release_run.h"
#include "tests/support/pickle_bytes.h"
#include "tests/support/safetensors_bytes.h"
#include "tests/support/zip_bytes.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <string>

namespace {

constexpr qint64 mostResident = 64'000'000;
constexpr rlim_t mostAddresses = 512ULL << 20;

void limitAddresses()
{
    const struct rlimit limit {
        mostAddresses, mostAddresses
    };
    ::setrlimit(RLIMIT_AS, &limit);
}

std::string repeated(std::string_view text, size_t times)
{
    std::string out;
    out.reserve(text.size() * times);
    for (size_t i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

std::string zipOfPickle(const std::string& opcodes)
{
    return wb::test::torchZip("\x80\x02" + opcodes + ".", {}).finish();
}

}  // namespace

// What the program may take of the machine, and what it takes from the environment.
class LimitsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }
    void aLargeCheckpointIsCarriedInSmallMemory();
    void theFullSizeIsShownInSmallMemory();
    void hostileFilesAreRefusedInSmallAddressSpace_data();
    void hostileFilesAreRefusedInSmallAddressSpace();
    void everySeedOfTheFuzzersEndsInSmallAddressSpace();
    void aDecimalCommaChangesNothing();
    void theTokenIsNowhere();

private:
    QString at(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, const std::string& bytes) const
    {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes.data(), static_cast<qint64>(bytes.size())), static_cast<qint64>(bytes.size()));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LimitsTest::aLargeCheckpointIsCarriedInSmallMemory()
{
    if (releaseCli().isEmpty()) {
        QSKIP("WB_RELEASE_CLI is not set");
    }
    if (freeBytes(m_folder->path()) < 4'000'000'000) {
        QSKIP("less than 4 GB are free");
    }
    QVERIFY(makeSparse(at("demo.torch"), "0.18"));
    QVERIFY(QFileInfo(at("demo.torch")).size() > 1'000'000'000);
    for (const QStringList& words : {QStringList{"convert", at("demo.torch"), "--out", at("d"), "--format", "both", "--no-verify"},
                                     QStringList{"verify", at("d")}, QStringList{"verify", at("d"), "--against", at("demo.torch")}}) {
        const MeasuredRun result = measured(words);
        QVERIFY2(result.run.exit == 0, result.run.err);
        const QByteArray told = words.first().toUtf8() + ": " + QByteArray::number(result.resident) + " bytes resident";
        qInfo("%s", told.constData());
        QVERIFY2(result.resident > 1'000'000 && result.resident <= mostResident, told);
    }
}

void LimitsTest::theFullSizeIsShownInSmallMemory()
{
    if (releaseCli().isEmpty()) {
        QSKIP("WB_RELEASE_CLI is not set");
    }
    if (!makeSparse(at("full.torch"), "1")) {
        QSKIP("no sparse file of 37 GB here");
    }
    QVERIFY(QFileInfo(at("full.torch")).size() > 37'000'000'000);
    for (const QStringList& words :
         {QStringList{"inspect", at("full.torch"), "--json"}, QStringList{"keymap", at("full.torch"), "--json"}, QStringList{"list", "--json"}}) {
        const MeasuredRun result = measured(words);
        QVERIFY2(result.run.exit == 0, result.run.err);
        QVERIFY2(result.resident <= mostResident, words.first().toUtf8() + QByteArray::number(result.resident));
        QVERIFY(!result.run.json().isEmpty());
    }
}

void LimitsTest::hostileFilesAreRefusedInSmallAddressSpace_data()
{
    using wb::test::lengthField;
    QTest::addColumn<std::string>("bytes");
    const size_t many = 12'000'000;
    QTest::newRow("header of 2^62 bytes") << lengthField(1ULL << 62) + "{}";
    QTest::newRow("header of brackets") << wb::test::safetensorsBytes(R"({"a":)" + repeated("[", many), 0);
    QTest::newRow("header of names") << wb::test::safetensorsBytes("{" + repeated(R"("a":{},)", many / 8), 0);
    QTest::newRow("pickle of marks") << zipOfPickle(repeated("(", many));
    QTest::newRow("pickle of lists") << zipOfPickle(repeated("]", many));
    QTest::newRow("pickle of nested tuples") << zipOfPickle("N" + repeated("\x85", many));
    QTest::newRow("pickle of copies") << zipOfPickle("]" + repeated("2", many));
    QTest::newRow("pickle of memos") << zipOfPickle("N" + repeated("\x94", many));
    QTest::newRow("string of 2^40 bytes") << zipOfPickle(std::string("\x8d", 1) + wb::test::littleEndian(1ULL << 40, 8) + "abc");
    QTest::newRow("integer of 2^31 bytes") << zipOfPickle(std::string("\x8b", 1) + wb::test::littleEndian(0x7FFFFFFF, 4) + "abc");
    wb::test::PickledTensor huge;
    huge.elements = 1LL << 60;
    huge.size = {1LL << 60};
    QTest::newRow("tensor of 2^62 bytes") << wb::test::torchZip(wb::test::pickledTensors({huge}), {wb::test::countingFloats(4)}).finish();
    wb::test::ZipMember lying;
    lying.name = "archive/data.pkl";
    lying.bytes = "\x80\x02}.";
    lying.centralBytes = 0xFFFFFFF0U;
    lying.centralStored = 0xFFFFFFF0U;
    QTest::newRow("record of 4 GB") << wb::test::ZipBytes().add(lying).add("archive/version", "3\n").finish();
    wb::test::ZipEnding ending;
    ending.entries64 = 1ULL << 40;
    ending.directoryBytes64 = 1ULL << 45;
    QTest::newRow("directory of 2^45 bytes") << wb::test::ZipBytes().add("archive/data.pkl", "\x80\x02}.").finish(ending);
}

void LimitsTest::hostileFilesAreRefusedInSmallAddressSpace()
{
    if (releaseCli().isEmpty()) {
        QSKIP("WB_RELEASE_CLI is not set");
    }
    QFETCH(std::string, bytes);
    write("hostile", bytes);
    QElapsedTimer clock;
    clock.start();
    HeldRun child({"convert", at("hostile"), "--out", at("out/d"), "--json"}, limitAddresses, releaseCli());
    const CliRun run = child.finish();
    QVERIFY2(run.exit == 4, run.err.left(2000));
    QVERIFY2(clock.elapsed() < 5000, QByteArray::number(clock.elapsed()));
    const QJsonObject error = run.json().value("error").toObject();
    QVERIFY(error.value("id").toString().startsWith("E_"));
    QCOMPARE(error.value("facts").toObject().value("file").toString(), at("hostile"));
    QVERIFY2(run.err.size() < 6000, run.err.left(2000));
    QCOMPARE(namesIn(m_folder->path()), QStringList{"hostile"});
}

void LimitsTest::everySeedOfTheFuzzersEndsInSmallAddressSpace()
{
    if (releaseCli().isEmpty()) {
        QSKIP("WB_RELEASE_CLI is not set");
    }
    QDirIterator each(QStringLiteral(WB_SOURCE_ROOT "/tests/fuzz/corpus"), QDir::Files, QDirIterator::Subdirectories);
    int seeds = 0;
    while (each.hasNext()) {
        const QString path = each.next();
        const QStringList words = path.contains("/key_map_file/") ? QStringList{"keymap", "regnet-y-320", "--keymap", path, "--json"}
                                                                  : QStringList{"inspect", path, "--json"};
        HeldRun child(words, limitAddresses, releaseCli());
        const CliRun run = child.finish();
        const bool isKnown = run.exit == 0 || run.exit == 4 || run.exit == 5 || run.exit == 32;
        QVERIFY2(isKnown, path.toUtf8() + " exit " + QByteArray::number(run.exit) + ": " + run.err.left(2000));
        QVERIFY2(run.exit == 0 || !run.err.isEmpty(), path.toUtf8());
        ++seeds;
    }
    QVERIFY(seeds > 10);
}

void LimitsTest::aDecimalCommaChangesNothing()
{
    // Taken from the machine, or made for this test.
    QProcess locales;
    locales.start("locale", {"-a"});
    QVERIFY(locales.waitForFinished());
    const bool isThere = locales.readAllStandardOutput().toLower().contains("de_de.utf8");
    if (!isThere && QProcess::execute("localedef", {"-i", "de_DE", "-f", "UTF-8", at("de_DE.UTF-8")}) != 0) {
        QSKIP("no German locale, and none can be made");
    }
    QCOMPARE(runCli({"make-demo", at("demo.torch"), "--variant", "regnet-y-10b-seer-in1k", "--scale", "1/128"}).exit, 0);
    const auto germanly = [&](const QStringList& words) {
        HeldRun run(words, [folder = m_folder->path().toUtf8(), isThere] {
            ::setenv("LC_ALL", "de_DE.UTF-8", 1);
            if (!isThere) {
                ::setenv("LOCPATH", folder.constData(), 1);
                ::setenv("LSAN_OPTIONS", "detect_leaks=0", 1);  // glibc's newlocale() loses a few bytes with it, on behalf of OpenSSL
            }
        });
        return run.finish();
    };
    for (const QStringList& words : {QStringList{"list"}, QStringList{"list", "--json"}, QStringList{"inspect", at("demo.torch"), "--json"},
                                     QStringList{"keymap", at("demo.torch"), "--csv"},
                                     QStringList{"make-demo", at("again.torch"), "--variant", "regnet-y-10b-seer", "--scale", "0.01"}}) {
        const CliRun usual = runCli(words);
        QFile::remove(at("again.torch"));
        const CliRun german = germanly(words);
        QVERIFY2(usual.exit == 0, usual.err);
        QCOMPARE(german.exit, 0);
        QCOMPARE(german.out, usual.out);
    }
    QCOMPARE(runCli({"convert", at("demo.torch"), "--out", at("usual/d"), "--shard-size", "0.5MB"}).exit, 0);
    const CliRun run = germanly({"convert", at("demo.torch"), "--out", at("german/d"), "--shard-size", "0.5MB", "--json", "--progress", "json"});
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(run.json().value("seconds").isDouble());
    QVERIFY(treeOf(at("usual")).size() > 5);
    QCOMPARE(treeOf(at("german")), treeOf(at("usual")));
}

void LimitsTest::theTokenIsNowhere()
{
    const QByteArray token = "hf_ThisMustNeverBeSeenAnywhere0123";
    QCOMPARE(runCli({"make-demo", at("demo.torch"), "--variant", "regnet-y-10b-seer-in1k", "--scale", "1/128"}).exit, 0);
    const QString out = at("d");
    for (const QStringList& words :
         {QStringList{"convert", at("demo.torch"), "--out", out, "--json", "--progress", "json", "--format", "both"}, QStringList{"verify", out},
          QStringList{"convert", at("demo.torch"), "--out", out, "--dtype", "f16"}, QStringList{"inspect", at("absent")}, QStringList{"--help"},
          QStringList{"--model_name", "regnet-y-320", "--pytorch_dump_folder_path", at("x"), "--push_to_hub", "true"}, QStringList{"frobnicate"}}) {
        HeldRun child(words, [&token] {
            ::setenv("HF_TOKEN", token.constData(), 1);
            ::setenv("HUGGING_FACE_HUB_TOKEN", token.constData(), 1);
        });
        const CliRun run = child.finish();
        QVERIFY2(run.exit >= 0, words.join(' ').toUtf8());
        QVERIFY(!run.out.contains(token) && !run.err.contains(token));
    }
    QDirIterator each(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(token), file.fileName().toUtf8());
    }
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "limits_test.moc"
