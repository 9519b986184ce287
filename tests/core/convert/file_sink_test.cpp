#include "core/convert/file_sink.h"

#include "core/base/error.h"
#include "core/convert/convert.h"
#include "core/convert/journal.h"
#include "tests/core/convert/sample_conversion.h"
#include "tests/support/expect_error.h"

#include <QTest>

#include <functional>
#include <memory>
#include <optional>
#include <set>

using namespace wb;

namespace {

// Takes files into memory, at await(), and notes what it was asked.
class MemorySink : public convert::FileSink {
public:
    explicit MemorySink(test::SampleConversion& sample) : m_sample(sample) {}

    void begin(const convert::WholeFile& file) override
    {
        calls.append(QStringLiteral("begin %1").arg(file.number));
        underWay = file;
        look();
    }
    void check() override
    {
        look();
        if (failsAtCheck) {
            failsAtCheck = false;
            throw Error(ErrorCode::HubRefused).with("problem", "store");
        }
    }
    void await() override
    {
        look();
        if (atAwait) {
            atAwait(underWay.value().number);
        }
        calls.append(QStringLiteral("away %1").arg(underWay->number));
        QFile file(QString::fromStdString(underWay->path));
        if (!file.open(QIODevice::ReadOnly)) {
            throw Error(ErrorCode::NotFound).file(underWay->path);
        }
        const std::string name = m_sample.plan.weightFiles[underWay->number].name;
        taken["model/" + name] = file.readAll();
        hashes[name] = underWay->sha256;
        tensors += underWay->xxh3.size();
        underWay.reset();
    }
    std::vector<uint32_t> finish(const plan::ConversionReport& finished) override
    {
        calls.append("finish");
        report = finished;
        return std::exchange(lost, {});
    }

    // The most weight files, whole or begun, that were seen on disk.
    void look()
    {
        const QDir folder(QString::fromStdString(m_sample.workFolder()));
        mostFiles = std::max(mostFiles, folder.entryList({"*.part"}, QDir::Files).size());
    }

    std::optional<convert::WholeFile> underWay;
    std::function<void(uint32_t)> atAwait;
    bool failsAtCheck = false;
    std::vector<uint32_t> lost;
    QStringList calls;
    std::map<std::string, QByteArray> taken;
    std::map<std::string, std::string> hashes;
    size_t tensors = 0;
    plan::ConversionReport report;
    qsizetype mostFiles = 0;

private:
    test::SampleConversion& m_sample;
};

}  // namespace

// A conversion whose weight files go elsewhere as they become whole.
class FileSinkTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        start();
    }

    void filesGoOneByOneAndNothingStays();
    void neverMoreThanTwoAreOnDisk();
    void failureOfTheSinkEndsTheConversion();
    void afterAFailureOnlyWhatIsNotAwayComesAgain();
    void cancelledWhileTheSinkTakes();
    void whatTheSinkLosesIsMadeAgain();
    void fileThatIsNotWhatWasWrittenIsMadeAgain();
    void foldersThatAreNotEmptyAreRefused();
    void roomForTwoFilesIsEnough();
    void journalOfFilesAway();

private:
    // As a new process would.
    void start()
    {
        m_sample = std::make_unique<test::SampleConversion>(m_folder->path().toStdString(),
                                                            test::SampleConversion::Wish{plan::Format::Safetensors, 4, 300'000, false});
        m_sink = std::make_unique<MemorySink>(*m_sample);
    }
    convert::Result run()
    {
        convert::ConvertOptions options;
        options.sink = m_sink.get();
        return convert::convert(m_sample->plan, options, m_sample->job);
    }
    std::map<std::string, QByteArray> expectedWeights() const
    {
        auto expected = m_sample->expectedSafetensors();
        std::erase_if(expected, [](const auto& file) { return !QString::fromStdString(file.first).endsWith(".safetensors"); });
        return expected;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::SampleConversion> m_sample;
    std::unique_ptr<MemorySink> m_sink;
};

void FileSinkTest::filesGoOneByOneAndNothingStays()
{
    const convert::Result result = run();
    QCOMPARE(m_sink->calls, (QStringList{"begin 0", "away 0", "begin 1", "away 1", "begin 2", "away 2", "begin 3", "away 3", "finish"}));
    QVERIFY(m_sink->taken == expectedWeights());
    QCOMPARE(m_sink->tensors, m_sample->plan.tensors.size());
    for (const plan::WrittenFile& file : result.files) {
        if (m_sink->hashes.contains(file.name)) {
            QCOMPARE(file.sha256, m_sink->hashes.at(file.name));
        }
    }
    QCOMPARE(m_sink->report.files.size(), result.files.size());
    QVERIFY(!QFileInfo::exists(QString::fromStdString(m_sample->outputFolder())));
}

void FileSinkTest::neverMoreThanTwoAreOnDisk()
{
    run();
    QCOMPARE(m_sink->mostFiles, 2);
}

void FileSinkTest::failureOfTheSinkEndsTheConversion()
{
    m_sink->failsAtCheck = true;
    const auto error = test::errorOf([this] { run(); });
    QVERIFY(error && error->code() == ErrorCode::HubRefused);
    QVERIFY(!m_sink->calls.contains("finish"));
    QVERIFY(QFileInfo::exists(QString::fromStdString(m_sample->workFolder())));
}

void FileSinkTest::afterAFailureOnlyWhatIsNotAwayComesAgain()
{
    m_sink->atAwait = [](uint32_t file) {
        if (file == 2) {
            throw Error(ErrorCode::NetworkFailed);
        }
    };
    QVERIFY(test::errorOf([this] { run(); }));
    QCOMPARE(m_sink->calls, (QStringList{"begin 0", "away 0", "begin 1", "away 1", "begin 2"}));
    auto before = m_sink->taken;
    start();
    QVERIFY(run().resumed);
    QCOMPARE(m_sink->calls, (QStringList{"begin 2", "away 2", "begin 3", "away 3", "finish"}));
    before.merge(m_sink->taken);
    QVERIFY(before == expectedWeights());
    QVERIFY(!QFileInfo::exists(QString::fromStdString(m_sample->outputFolder())));
}

void FileSinkTest::cancelledWhileTheSinkTakes()
{
    m_sink->atAwait = [this](uint32_t) {
        m_sample->cancel.cancel();
        m_sample->cancel.throwIfCancelled();
    };
    bool cancelled = false;
    try {
        run();
    } catch (const Cancelled&) {
        cancelled = true;
    }
    QVERIFY(cancelled && m_sink->taken.empty());
    start();
    run();
    QVERIFY(m_sink->taken == expectedWeights());
}

void FileSinkTest::whatTheSinkLosesIsMadeAgain()
{
    m_sink->lost = {1, 3};
    run();
    QCOMPARE(m_sink->calls.count("finish"), 2);
    QCOMPARE(m_sink->calls.count("away 0"), 1);
    QCOMPARE(m_sink->calls.count("away 1"), 2);
    QCOMPARE(m_sink->calls.count("away 3"), 2);
    QCOMPARE(m_sink->calls.last(), QStringLiteral("finish"));
    QVERIFY(m_sink->taken == expectedWeights());
}

void FileSinkTest::fileThatIsNotWhatWasWrittenIsMadeAgain()
{
    m_sink->atAwait = [this](uint32_t number) {
        if (number == 1) {
            QFile file(QString::fromStdString(m_sink->underWay->path));
            QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 1) && file.putChar('\x7f'));
            throw Error(ErrorCode::VerificationFailed);
        }
    };
    const auto error = test::errorOf([this] { run(); });
    QVERIFY(error && error->code() == ErrorCode::VerificationFailed);
    auto before = m_sink->taken;
    start();
    run();
    QVERIFY(m_sink->calls.contains("away 1") && !m_sink->calls.contains("begin 0"));
    QCOMPARE(m_sink->calls.last(), QStringLiteral("finish"));
    m_sink->taken.merge(before);
    QVERIFY(m_sink->taken == expectedWeights());
}

void FileSinkTest::foldersThatAreNotEmptyAreRefused()
{
    QVERIFY(QDir().mkpath(QString::fromStdString(m_sample->outputFolder())));
    QFile other(QString::fromStdString(m_sample->outputFolder() + "/letter.txt"));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("mine") == 4);
    const auto error = test::errorOf([this] { run(); });
    QVERIFY(error && error->code() == ErrorCode::WouldOverwrite);
    QVERIFY(m_sink->calls.isEmpty() && other.exists());

    QVERIFY(other.remove());
    m_sample->run();
    const auto finished = test::errorOf([this] { run(); });
    QVERIFY(finished && finished->code() == ErrorCode::WouldOverwrite);
    QVERIFY(m_sink->calls.isEmpty());
}

void FileSinkTest::roomForTwoFilesIsEnough()
{
    const uint64_t free = io::diskSpace(m_folder->path().toStdString()).freeBytes;
    for (plan::PlannedFile& file : m_sample->plan.weightFiles) {
        file.bytes += free / 3;  // never to be written: only the room is looked at
    }
    m_sample->cancel.cancel();
    convert::ConvertOptions options;
    const auto error = test::errorOf([&] { convert::convert(m_sample->plan, options, m_sample->job); });
    QVERIFY(error && error->code() == ErrorCode::NotEnoughSpace);
    options.sink = m_sink.get();
    QVERIFY_EXCEPTION_THROWN(convert::convert(m_sample->plan, options, m_sample->job), Cancelled);
    for (plan::PlannedFile& file : m_sample->plan.weightFiles) {
        file.bytes += free / 4;
    }
    const auto two = test::errorOf([&] { convert::convert(m_sample->plan, options, m_sample->job); });
    QVERIFY(two && two->code() == ErrorCode::NotEnoughSpace);
}

void FileSinkTest::journalOfFilesAway()
{
    const std::string path = m_folder->filePath("journal").toStdString();
    {
        convert::Journal journal = convert::Journal::create(path, "print", 0);
        journal.fileDone(0, {10, "a"});
        journal.fileDone(1, {20, "b"});
        journal.fileAway(0);
        journal.fileAway(1);
        journal.fileLost(1);
    }
    const auto state = convert::readJournal(path, 1 << 20);
    QVERIFY(state && state->away == std::set<uint32_t>{0});
    QVERIFY(state->files.contains(0) && !state->files.contains(1));
}

QTEST_GUILESS_MAIN(FileSinkTest)
#include "file_sink_test.moc"
