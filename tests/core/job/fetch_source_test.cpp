#include "core/base/hash.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/job/demo_checkpoint.h"
#include "core/job/remote_source.h"
#include "tests/support/expect_error.h"
#include "tests/support/http/fault_server.h"
#include "tests/support/net_run.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace wb;

// Fetching with proof: what is taken as right, what is mended, what is reused.
class FetchSourceTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void zipIsProvedByItsRecords();
    void fileWithoutAnyHashIsSaidToBeUnverified();
    void listOfSumsProves();
    void wrongSumIsAnErrorAndThePartStays();
    void hashInTheNameProves();
    void oneFlippedByteCostsAFewKilobytes_data();
    void oneFlippedByteCostsAFewKilobytes();
    void severalFlippedBytesOfARecordAreFound();
    void flippedByteOfASafetensorsFileIsFoundByItsSum();
    void bytesThatComeDamagedAgainAreAskedForOnceMore();
    void recordThatThePublisherDamagedIsNamed();
    void rightFileThatIsThereIsKept();
    void otherFileOfThatNameIsNotReplaced();
    void copyOfTorchHubIsTaken();
    void damagedCopyOfTorchHubIsNotTaken();
    void copyOfTheHubsCacheIsTakenWhenOffline();
    void rightFileThatIsThereDoesWithoutTheServer();
    void fetchedAgainAfterAnInterruptionOnlyWhatIsMissing();

private:
    job::Source source(const std::string& name) const { return job::nameSource(m_server->url("/" + name), m_settings); }
    job::Fetched fetch(const std::string& name) { return job::fetchSource(source(name), folder(), m_settings, m_run->job); }
    std::string folder() const { return (m_folder->path() + "/got").toStdString(); }
    std::string got(const std::string& name) const
    {
        QFile file(QString::fromStdString(folder() + "/" + name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
    // Flips bytes of the first answer that has them.
    void flipOnce(const std::vector<uint64_t>& offsets);

    QTemporaryDir m_made;
    std::string m_zip;
    std::string m_safetensors;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::FaultServer> m_server;
    std::unique_ptr<test::NetRun> m_run;
    net::Settings m_settings;
};

void FetchSourceTest::initTestCase()
{
    test::NetRun run;
    const auto make = [&](const char* name, job::DemoContainer container) {
        job::DemoOptions options;
        options.variant = "regnet-y-320-seer";
        options.scale = 1.0 / 16;
        options.container = container;
        options.path = m_made.filePath(name).toStdString();
        job::makeDemo(options, run.job);
        return io::readSmallFile(options.path, UINT64_MAX);
    };
    m_zip = make("a.torch", job::DemoContainer::Zip);
    m_safetensors = make("a.safetensors", job::DemoContainer::Safetensors);
}

void FetchSourceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<test::FaultServer>();
    m_run = std::make_unique<test::NetRun>();
    m_settings = test::quickSettings();
    m_settings.endpoint = "http://127.0.0.1:" + std::to_string(m_server->port());
    m_server->serve("/a.torch", test::Content::of(m_zip));
    m_server->serve("/a.safetensors", test::Content::of(m_safetensors));
    qputenv("TORCH_HOME", (m_folder->path() + "/torch").toUtf8());
    qputenv("HF_HOME", (m_folder->path() + "/hf").toUtf8());
}

void FetchSourceTest::flipOnce(const std::vector<uint64_t>& offsets)
{
    auto left = std::make_shared<std::vector<uint64_t>>(offsets);
    m_server->onRequest([left](const test::Request& request, uint64_t) -> std::optional<test::Fault> {
        if (!request.range) {
            return std::nullopt;
        }
        test::Fault fault;
        std::erase_if(*left, [&](uint64_t offset) {
            const bool isInside = request.range->first <= offset && offset <= request.range->second;
            if (isInside) {
                fault.flips.push_back(offset);
            }
            return isInside;
        });
        return fault;
    });
}

void FetchSourceTest::zipIsProvedByItsRecords()
{
    const job::Fetched fetched = fetch("a.torch");
    QVERIFY(got("a.torch") == m_zip);
    QCOMPARE(fetched.proof, job::Proof::RecordChecksums);
    QCOMPARE(fetched.sha256, Sha256::of(m_zip));
    QCOMPARE(fetched.damagedPieces, uint64_t{0});
    QVERIFY(!io::exists(folder() + "/a.torch.part"));
    QVERIFY(!io::exists(folder() + "/a.torch.part.journal"));
}

void FetchSourceTest::fileWithoutAnyHashIsSaidToBeUnverified()
{
    QCOMPARE(fetch("a.safetensors").proof, job::Proof::None);
    QVERIFY(got("a.safetensors") == m_safetensors);
}

void FetchSourceTest::listOfSumsProves()
{
    m_server->serve("/a.safetensors.sha256", test::Content::of(Sha256::of(m_safetensors) + "  a.safetensors\n"));
    QCOMPARE(fetch("a.safetensors").proof, job::Proof::SumFile);
}

void FetchSourceTest::wrongSumIsAnErrorAndThePartStays()
{
    m_server->serve("/a.torch.sha256", test::Content::of(std::string(64, '0')));
    const auto error = test::errorOf([&] { fetch("a.torch"); });
    QVERIFY(error && error->code() == ErrorCode::ChecksumMismatch);
    QCOMPARE(error->exitCode(), ExitCode::Checksum);
    QVERIFY(!io::exists(folder() + "/a.torch"));
    QVERIFY(io::exists(folder() + "/a.torch.part"));
}

void FetchSourceTest::hashInTheNameProves()
{
    const std::string name = "model-" + Sha256::of(m_safetensors).substr(0, 12) + ".safetensors";
    m_server->serve("/" + name, test::Content::of(m_safetensors));
    QCOMPARE(fetch(name).proof, job::Proof::NameHash);
}

void FetchSourceTest::oneFlippedByteCostsAFewKilobytes_data()
{
    QTest::addColumn<double>("place");
    QTest::newRow("localHeader") << 0.0;
    QTest::newRow("pickle") << 0.001;
    QTest::newRow("values") << 0.5;
    QTest::newRow("directory") << 0.9999;
}

void FetchSourceTest::oneFlippedByteCostsAFewKilobytes()
{
    QFETCH(double, place);
    const auto offset = 35 + static_cast<uint64_t>(place * static_cast<double>(m_zip.size() - 40));
    flipOnce({offset});
    const job::Fetched fetched = fetch("a.torch");
    QVERIFY(got("a.torch") == m_zip);
    QCOMPARE(fetched.sha256, Sha256::of(m_zip));
    QCOMPARE(fetched.damagedPieces, uint64_t{1});
    QVERIFY2(fetched.bytesTwice < 256 << 10, qPrintable(QString::number(fetched.bytesTwice)));
}

void FetchSourceTest::severalFlippedBytesOfARecordAreFound()
{
    const uint64_t middle = m_zip.size() / 2;
    flipOnce({middle, middle + 1, middle + 17, middle + 5000, middle + 200'000});
    const job::Fetched fetched = fetch("a.torch");
    QVERIFY(got("a.torch") == m_zip);
    QVERIFY(fetched.damagedPieces >= 1);
}

void FetchSourceTest::flippedByteOfASafetensorsFileIsFoundByItsSum()
{
    m_server->serve("/a.safetensors.sha256", test::Content::of(Sha256::of(m_safetensors)));
    flipOnce({m_safetensors.size() / 3});
    const job::Fetched fetched = fetch("a.safetensors");
    QVERIFY(got("a.safetensors") == m_safetensors);
    QCOMPARE(fetched.proof, job::Proof::SumFile);
    QCOMPARE(fetched.damagedPieces, uint64_t{1});
}

void FetchSourceTest::bytesThatComeDamagedAgainAreAskedForOnceMore()
{
    const uint64_t inDirectory = m_zip.size() - 200;
    auto count = std::make_shared<int>(0);
    m_server->onRequest([count, inDirectory](const test::Request& request, uint64_t) -> std::optional<test::Fault> {
        if (!request.range || request.range->second < inDirectory) {
            return std::nullopt;
        }
        test::Fault fault;  // right, wrong, right, right: what is there already must not be made worse
        fault.flips = ++*count == 2 ? std::vector<uint64_t>{inDirectory} : std::vector<uint64_t>{};
        return fault;
    });
    fetch("a.torch");
    QVERIFY(got("a.torch") == m_zip);
    QVERIFY(*count >= 3);
}

void FetchSourceTest::recordThatThePublisherDamagedIsNamed()
{
    std::string damaged = m_zip;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
    m_server->serve("/a.torch", test::Content::of(damaged));
    const auto error = test::errorOf([&] { fetch("a.torch"); });
    QVERIFY(error && error->code() == ErrorCode::CrcMismatch);
    QVERIFY(error->fact("part").find("data/") != std::string_view::npos);
}

void FetchSourceTest::rightFileThatIsThereIsKept()
{
    fetch("a.torch");
    const size_t before = m_server->requests().size();
    const job::Fetched again = fetch("a.torch");
    QVERIFY(again.alreadyThere);
    QCOMPARE(again.proof, job::Proof::RecordChecksums);
    QCOMPARE(m_server->requests().size(), before + 2);  // the file's head, and its list of sums
}

void FetchSourceTest::otherFileOfThatNameIsNotReplaced()
{
    QDir().mkpath(QString::fromStdString(folder()));
    std::string other = m_zip;
    other[other.size() / 2] = static_cast<char>(other[other.size() / 2] ^ 1);
    QFile file(QString::fromStdString(folder() + "/a.torch"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(other.data(), static_cast<qint64>(other.size()));
    file.close();
    const auto error = test::errorOf([&] { fetch("a.torch"); });
    QVERIFY(error && error->code() == ErrorCode::WouldOverwrite);
    QVERIFY(got("a.torch") == other);
}

void FetchSourceTest::copyOfTorchHubIsTaken()
{
    const QString cache = m_folder->path() + "/torch/hub/checkpoints";
    QDir().mkpath(cache);
    QVERIFY(QFile::copy(m_made.filePath("a.torch"), cache + "/a.torch"));
    const job::Fetched fetched = fetch("a.torch");
    QVERIFY(fetched.alreadyThere);
    QVERIFY(got("a.torch") == m_zip);
    QVERIFY(m_server->bytesSent() < m_zip.size() / 2);
}

void FetchSourceTest::damagedCopyOfTorchHubIsNotTaken()
{
    const QString cache = m_folder->path() + "/torch/hub/checkpoints";
    QDir().mkpath(cache);
    QFile file(cache + "/a.torch");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(static_cast<qsizetype>(m_zip.size()), 'x'));
    file.close();
    const job::Fetched fetched = fetch("a.torch");
    QVERIFY(!fetched.alreadyThere);
    QVERIFY(got("a.torch") == m_zip);
}

void FetchSourceTest::copyOfTheHubsCacheIsTakenWhenOffline()
{
    const QString repository = m_folder->path() + "/hf/hub/models--owner--name";
    QDir().mkpath(repository + "/blobs");
    QDir().mkpath(repository + "/refs");
    QDir().mkpath(repository + "/snapshots/0123abcd");
    const QString blob = repository + "/blobs/" + QString::fromStdString(Sha256::of(m_safetensors));
    QVERIFY(QFile::copy(m_made.filePath("a.safetensors"), blob));
    QVERIFY(QFile::link(blob, repository + "/snapshots/0123abcd/model.safetensors"));
    QFile reference(repository + "/refs/main");
    QVERIFY(reference.open(QIODevice::WriteOnly));
    reference.write("0123abcd");
    reference.close();
    m_settings.offline = true;
    const job::Source named = job::nameSource("hf://owner/name/model.safetensors", m_settings);
    const job::Fetched fetched = job::fetchSource(named, folder(), m_settings, m_run->job);
    QVERIFY(fetched.alreadyThere);
    QCOMPARE(fetched.proof, job::Proof::PublishedHash);
    QVERIFY(got("model.safetensors") == m_safetensors);
    QCOMPARE(m_server->requests().size(), size_t{0});
}

void FetchSourceTest::rightFileThatIsThereDoesWithoutTheServer()
{
    fetch("a.torch");
    m_server->goDown();
    m_settings.giveUp = std::chrono::milliseconds(200);
    QVERIFY(fetch("a.torch").alreadyThere);
}

void FetchSourceTest::fetchedAgainAfterAnInterruptionOnlyWhatIsMissing()
{
    m_settings.connections = 1;
    const uint64_t half = m_zip.size() / 2;
    m_server->onRequest([&](const test::Request& request, uint64_t) -> std::optional<test::Fault> {
        test::Fault fault;
        if (request.range && request.range->second > half) {
            m_run->cancel.cancel();
            fault.stallAfter = 0;
        }
        return fault;
    });
    QVERIFY_EXCEPTION_THROWN(fetch("a.torch"), Cancelled);
    const uint64_t kept = job::keptOf(source("a.torch"), folder()).bytes;
    m_run->cancel.reset();
    m_server->onRequest({});
    const job::Fetched fetched = fetch("a.torch");
    QVERIFY(got("a.torch") == m_zip);
    QCOMPARE(fetched.bytesResumed, kept);
}

QTEST_GUILESS_MAIN(FetchSourceTest)
#include "fetch_source_test.moc"
