#include "tests/e2e/network_run.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <memory>

// download: what is fetched is the file, and how that is known.
class NetworkDownloadTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theFileIsFetchedAndProved();
    void aRightFileIsKept();
    void anotherFileOfThatNameIsNotOverwritten();
    void theSumFileBesideItProvesIt();
    void aWrongSumIsExit32AndGivesNoFile();
    void theHashInTheNameProvesIt();
    void aWrongHashInTheNameIsExit32();
    void aByteFlippedOnTheWayIsMended_data();
    void aByteFlippedOnTheWayIsMended();
    void aByteFlippedAtThePublisherIsExit32();
    void whatNothingProvesIsSaidToBeUnverified();
    void aServerWithoutRangesSendsItWhole();
    void damageFromAServerWithoutRangesIsNotKept();
    void aChangedFileIsFetchedFromTheStart();
    void aFileOfThisMachineIsNotFetched();

private:
    QString at(const QString& name) const { return m_sandbox->at(name); }
    QString publish(const QString& name, const QByteArray& bytes);
    CliRun download(const QString& url, const QStringList& more = {}) const
    {
        return runCli(QStringList{"download", url, "--to", at("here"), "--json"} + more);
    }
    static void requireChecksumError(const CliRun& run, const QByteArray& host);

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<wb::test::FaultServer> m_server;
    QByteArray m_zip;
    QByteArray m_safetensors;
};

void NetworkDownloadTest::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    m_server = std::make_unique<wb::test::FaultServer>();
    if (m_zip.isEmpty()) {
        m_zip = bytesOf(makeDemo(at("demo.torch"), "regnet-y-320-seer", {"--scale", "0.11"}));
        m_safetensors = bytesOf(makeDemo(at("demo.safetensors"), "regnet-x-002", {"--scale", "0.9", "--container", "safetensors"}));
    }
    QVERIFY(m_zip.size() > (2 << 20) && m_safetensors.size() > (2 << 20));
}

void NetworkDownloadTest::cleanup()
{
    m_server.reset();
    m_sandbox.reset();
}

// The address under which the bytes are published from now on.
QString NetworkDownloadTest::publish(const QString& name, const QByteArray& bytes)
{
    const std::string path = "/" + name.toStdString();
    m_server->serve(path, wb::test::Content::of(bytes.toStdString()));
    return urlOf(*m_server, path);
}

void NetworkDownloadTest::requireChecksumError(const CliRun& run, const QByteArray& host)
{
    QCOMPARE(run.exit, 32);
    const QString message = errorOf(run).value("message").toString();
    QVERIFY2(!message.contains('\n'), qPrintable(message));
    QVERIFY2(run.err.contains(host), run.err);
}

void NetworkDownloadTest::theFileIsFetchedAndProved()
{
    const QString url = publish("demo.torch", m_zip);
    const CliRun run = download(url + "?X-Amz-Signature=0123abcd");
    QVERIFY2(run.exit == 0, run.err);
    const QJsonObject json = run.json();
    QCOMPARE(bytesOf(at("here/demo.torch")), m_zip);
    QCOMPARE(namesIn(at("here")), QStringList{"demo.torch"});
    QVERIFY(json.value("ok").toBool());
    QCOMPARE(json.value("source").toString(), url);
    QCOMPARE(json.value("file").toString(), at("here/demo.torch"));
    QCOMPARE(json.value("bytes").toInteger(), m_zip.size());
    QCOMPARE(json.value("sha256").toString().toUtf8(), sha256Of(m_zip));
    QCOMPARE(json.value("proof").toString(), QStringLiteral("record-crc32"));
    QCOMPARE(json.value("bytes_resumed").toInteger(), 0);
    QVERIFY(!json.value("already_there").toBool());
    QCOMPARE(json.value("damaged_pieces").toInteger(), 0);
    QVERIFY(!run.out.contains("0123abcd") && !run.err.contains("0123abcd"));
    // Fetched again in full view: only what no checksum covers.
    QVERIFY(json.value("bytes_fetched").toInteger() - json.value("bytes_twice").toInteger() == m_zip.size());
    QVERIFY2(m_server->bytesSent() < static_cast<uint64_t>(m_zip.size()) + (1 << 20), run.out);
}

void NetworkDownloadTest::aRightFileIsKept()
{
    const QString url = publish("demo.torch", m_zip);
    QCOMPARE(download(url).exit, 0);
    const uint64_t sent = m_server->bytesSent();
    const CliRun again = download(url);
    QVERIFY2(again.exit == 0, again.err);
    QVERIFY(again.json().value("already_there").toBool());
    QCOMPARE(again.json().value("bytes_fetched").toInteger(), 0);
    QVERIFY2(m_server->bytesSent() - sent < 200'000, QByteArray::number(static_cast<qulonglong>(m_server->bytesSent() - sent)));
}

void NetworkDownloadTest::anotherFileOfThatNameIsNotOverwritten()
{
    QVERIFY(writeFile(at("here/demo.torch"), "something that is dear to its owner"));
    const CliRun run = download(publish("demo.torch", m_zip));
    QCOMPARE(run.exit, 13);
    QCOMPARE(errorOf(run).value("id").toString(), QStringLiteral("E_WOULD_OVERWRITE"));
    QCOMPARE(bytesOf(at("here/demo.torch")), QByteArray("something that is dear to its owner"));

    QByteArray damaged = m_zip;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
    QVERIFY(writeFile(at("here/demo.torch"), damaged));
    QCOMPARE(download(urlOf(*m_server, "/demo.torch")).exit, 13);
    QCOMPARE(bytesOf(at("here/demo.torch")), damaged);
}

void NetworkDownloadTest::theSumFileBesideItProvesIt()
{
    const QString url = publish("demo.safetensors", m_safetensors);
    publish("demo.safetensors.sha256", sha256Of(m_safetensors) + "  demo.safetensors\n");
    const CliRun run = download(url);
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(run.json().value("proof").toString(), QStringLiteral("sha256-file"));
    QCOMPARE(bytesOf(at("here/demo.safetensors")), m_safetensors);
}

void NetworkDownloadTest::aWrongSumIsExit32AndGivesNoFile()
{
    const QString url = publish("demo.safetensors", m_safetensors);
    publish("demo.safetensors.sha256", sha256Of(m_zip) + "  demo.safetensors\n");
    const CliRun run = download(url);
    requireChecksumError(run, "127.0.0.1");
    QCOMPARE(errorOf(run).value("id").toString(), QStringLiteral("E_CHECKSUM"));
    QVERIFY(!QFile::exists(at("here/demo.safetensors")));
    QVERIFY2(m_server->bytesSent() < static_cast<uint64_t>(3 * m_safetensors.size()), run.out);

    publish("demo.safetensors.sha256", sha256Of(m_safetensors) + "\n");
    const CliRun again = download(url);
    QVERIFY2(again.exit == 0, again.err);
    QCOMPARE(again.json().value("bytes_resumed").toInteger(), m_safetensors.size());
}

void NetworkDownloadTest::theHashInTheNameProvesIt()
{
    const QString name = "demo-" + sha256Of(m_safetensors).left(8) + ".pth";
    const CliRun run = download(publish(name, m_safetensors));
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(run.json().value("proof").toString(), QStringLiteral("name-sha256"));
    QCOMPARE(bytesOf(at("here/" + name)), m_safetensors);
}

void NetworkDownloadTest::aWrongHashInTheNameIsExit32()
{
    const QString name = "demo-" + sha256Of(m_zip).left(8) + ".pth";
    requireChecksumError(download(publish(name, m_safetensors)), "127.0.0.1");
    QVERIFY(!QFile::exists(at("here/" + name)));
}

void NetworkDownloadTest::aByteFlippedOnTheWayIsMended_data()
{
    QTest::addColumn<bool>("hasSum");
    QTest::addColumn<double>("place");  // as a part of the file
    QTest::newRow("in a record") << false << 0.5;
    QTest::newRow("in a record, with a sum file") << true << 0.5;
    QTest::newRow("in the directory") << false << 0.9999;
    QTest::newRow("in what only a sum file covers") << true << 0.3;
}

void NetworkDownloadTest::aByteFlippedOnTheWayIsMended()
{
    QFETCH(bool, hasSum);
    QFETCH(double, place);
    const bool isZip = place != 0.3;
    const QByteArray& bytes = isZip ? m_zip : m_safetensors;
    const QString url = publish("demo.bin", bytes);
    if (hasSum) {
        publish("demo.bin.sha256", sha256Of(bytes) + "  demo.bin\n");
    }
    const auto offset = static_cast<uint64_t>(static_cast<double>(bytes.size()) * place);
    std::atomic<int> flipped = 0;
    m_server->onRequest([&](const wb::test::Request& request, uint64_t) -> std::optional<wb::test::Fault> {
        if (!request.range || request.range->first > offset || request.range->second < offset || flipped.exchange(1) != 0) {
            return std::nullopt;
        }
        wb::test::Fault fault;
        fault.flips = {offset};
        return fault;
    });
    const CliRun run = download(url);
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(flipped.load(), 1);
    QCOMPARE(bytesOf(at("here/demo.bin")), bytes);
    QCOMPARE(run.json().value("sha256").toString().toUtf8(), sha256Of(bytes));
    QCOMPARE(run.json().value("damaged_pieces").toInteger(), 1);
    QVERIFY(run.json().value("bytes_twice").toInteger() > 0);
}

void NetworkDownloadTest::aByteFlippedAtThePublisherIsExit32()
{
    QByteArray damaged = m_zip;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
    const CliRun run = download(publish("demo.torch", damaged));
    requireChecksumError(run, "127.0.0.1");
    QCOMPARE(errorOf(run).value("id").toString(), QStringLiteral("E_CRC"));
    QVERIFY(!QFile::exists(at("here/demo.torch")));
}

void NetworkDownloadTest::whatNothingProvesIsSaidToBeUnverified()
{
    const QString url = publish("demo.safetensors", m_safetensors);
    const CliRun run = download(url);
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(run.json().value("proof").toString(), QStringLiteral("none"));
    const CliRun text = runCli({"download", url, "--to", at("there")});
    QCOMPARE(text.out, at("there/demo.safetensors").toUtf8() + '\n');
    QVERIFY2(text.err.contains("nothing is published to check it against"), text.err);
}

void NetworkDownloadTest::aServerWithoutRangesSendsItWhole()
{
    wb::test::FaultServer::Options options;
    options.supportsRange = false;
    wb::test::FaultServer server(options);
    server.serve("/demo.torch", wb::test::Content::of(m_zip.toStdString()));
    const CliRun run = download(urlOf(server, "/demo.torch"));
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(bytesOf(at("here/demo.torch")), m_zip);
}

void NetworkDownloadTest::damageFromAServerWithoutRangesIsNotKept()
{
    wb::test::FaultServer::Options options;
    options.supportsRange = false;
    wb::test::FaultServer server(options);
    server.serve("/demo.torch", wb::test::Content::of(m_zip.toStdString()));
    server.onRequest([this](const wb::test::Request&, uint64_t) {
        wb::test::Fault fault;
        fault.flips = {static_cast<uint64_t>(m_zip.size() / 2)};
        return std::optional(fault);
    });
    const CliRun damaged = download(urlOf(server, "/demo.torch"));
    requireChecksumError(damaged, "127.0.0.1");
    QVERIFY(namesIn(at("here")).isEmpty());
    server.onRequest({});
    const CliRun again = download(urlOf(server, "/demo.torch"));
    QVERIFY2(again.exit == 0, again.err);
    QCOMPARE(bytesOf(at("here/demo.torch")), m_zip);
}

void NetworkDownloadTest::aChangedFileIsFetchedFromTheStart()
{
    QByteArray other = m_safetensors;
    std::reverse(other.begin() + other.size() / 2, other.end());
    const QString url = publish("demo.safetensors", m_safetensors);
    m_server->onRequest([](const wb::test::Request&, uint64_t) {
        wb::test::Fault fault;
        fault.bytesPerSecond = 4 << 20;
        return std::optional(fault);
    });
    {
        HeldRun run({"download", url, "--to", at("here"), "--connections", "1"});
        QVERIFY(run.until([&] { return m_server->bytesSent() > static_cast<uint64_t>(m_safetensors.size() / 2); }));
        run.signal(SIGKILL);
        run.finish();
    }
    QVERIFY(QFile::exists(at("here/demo.safetensors.part")));
    m_server->onRequest({});
    publish("demo.safetensors", other);
    const CliRun run = download(url);
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(bytesOf(at("here/demo.safetensors")), other);
    QCOMPARE(run.json().value("bytes_resumed").toInteger(), 0);
    QVERIFY2(run.err.contains("has changed on the server"), run.err);
}

void NetworkDownloadTest::aFileOfThisMachineIsNotFetched()
{
    QVERIFY(writeFile(at("own.torch"), m_zip));
    const CliRun run = download(at("own.torch"));
    QCOMPARE(run.exit, 2);
    QVERIFY(run.err.contains("on this machine already"));
}

QTEST_GUILESS_MAIN(NetworkDownloadTest)
#include "network_download_test.moc"
