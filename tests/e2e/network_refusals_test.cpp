#include "tests/e2e/network_run.h"
#include "tests/support/http/certificates.h"
#include "tests/support/http/proxy_server.h"

#include <memory>

// What comes in place of the file is named in one sentence, with the host and an exit code.
class NetworkRefusalsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void answersThatAreNotTheFile_data();
    void answersThatAreNotTheFile();
    void redirectsThatAreNotFollowed_data();
    void redirectsThatAreNotFollowed();
    void aRedirectFromOutsideToInsideIsNotFollowed();
    void addressesThatAreNotTaken_data();
    void addressesThatAreNotTaken();
    void certificatesThatAreWrong_data();
    void certificatesThatAreWrong();
    void offlineAsksNothing_data();
    void offlineAsksNothing();
    void aProxyThatWantsAPassword();
    void aCaptivePortalIsNotTheFile();
    void aServerThatIsNotThereIsGivenUp();
    void aBusyServerIsGivenUp();

private:
    QString at(const QString& name) const { return m_sandbox->at(name); }
    CliRun inspect(const QString& url, const QStringList& more = {}) const { return runCli(QStringList{"inspect", url, "--json"} + more); }
    CliRun download(const QString& url, const QStringList& more = {}) const
    {
        return runCli(QStringList{"download", url, "--to", at("here"), "--json"} + more);
    }
    void requireRefusal(const CliRun& run, int exit, const QString& id, const QString& host) const;

    QByteArray m_file;
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<wb::test::FaultServer> m_server;
};

void NetworkRefusalsTest::initTestCase()
{
    const Sandbox sandbox;
    m_file = bytesOf(makeDemo(sandbox.at("demo.torch"), "regnet-y-320-seer", {"--scale", "1/64"}));
    QVERIFY(!m_file.isEmpty());
}

void NetworkRefusalsTest::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    m_server = std::make_unique<wb::test::FaultServer>();
    m_server->serve("/demo.torch", wb::test::Content::of(m_file.toStdString()));
}

void NetworkRefusalsTest::cleanup()
{
    m_server.reset();
    m_sandbox.reset();
}

// One sentence in the JSON and in the text, no word of a signature, nothing left under the file's name.
void NetworkRefusalsTest::requireRefusal(const CliRun& run, int exit, const QString& id, const QString& host) const
{
    const QString message = errorOf(run).value("message").toString();
    const QString shown = QString("%1 %2 %3").arg(run.exit).arg(errorOf(run).value("id").toString(), message);
    QVERIFY2(run.exit == exit, qPrintable(shown));
    QVERIFY2(errorOf(run).value("id").toString() == id, qPrintable(shown));
    QVERIFY2(message.contains(host) && message.count('\n') == 0, qPrintable(shown));
    QVERIFY(!errorOf(run).value("hint").toString().isEmpty());
    QVERIFY(run.err.contains(message.toUtf8()));
    QVERIFY(!run.out.contains("5ecre7") && !run.err.contains("5ecre7"));
    QVERIFY(!QFile::exists(at("here/demo.torch")));
}

void NetworkRefusalsTest::answersThatAreNotTheFile_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("id");
    QTest::newRow("a login page") << 200 << QByteArray("<!DOCTYPE html><html><title>Log in</title></html>") << 6 << "E_RESPONSE";
    QTest::newRow("an LFS pointer") << 200
                                    << QByteArray("version https://git-lfs.github.com/spec/v1\noid sha256:") + QByteArray(64, 'a') + "\nsize 134\n"
                                    << 6 << "E_RESPONSE";
    QTest::newRow("404") << 404 << QByteArray() << 6 << "E_HTTP_STATUS";
    QTest::newRow("410") << 410 << QByteArray() << 6 << "E_HTTP_STATUS";
    QTest::newRow("451") << 451 << QByteArray() << 6 << "E_HTTP_STATUS";
    QTest::newRow("401") << 401 << QByteArray() << 11 << "E_NOT_AUTHORISED";
    QTest::newRow("403") << 403 << QByteArray() << 11 << "E_NOT_AUTHORISED";
}

void NetworkRefusalsTest::answersThatAreNotTheFile()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, exit);
    QFETCH(QString, id);
    m_server->onRequest([&](const wb::test::Request&, uint64_t) {
        wb::test::Fault fault;
        fault.status = status;
        if (!body.isEmpty()) {
            fault.body = body.toStdString();
        }
        return std::optional(fault);
    });
    const QString url = urlOf(*m_server, "/demo.torch?sig=5ecre7");
    requireRefusal(inspect(url), exit, id, "127.0.0.1");
    requireRefusal(download(url), exit, id, "127.0.0.1");
    requireRefusal(runCli({"convert", url, "--out", at("d"), "--stream", "--json"}), exit, id, "127.0.0.1");
    QVERIFY(!QFile::exists(at("d")));
}

void NetworkRefusalsTest::redirectsThatAreNotFollowed_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("to a file") << QByteArray("file:///etc/passwd");
    QTest::newRow("to http of another machine") << QByteArray("http://mirror.example/demo.torch?sig=5ecre7");
    QTest::newRow("to another scheme") << QByteArray("ftp://mirror.example/demo.torch");
    QTest::newRow("to nowhere") << QByteArray("");
    QTest::newRow("to itself") << QByteArray("/demo.torch");
}

void NetworkRefusalsTest::redirectsThatAreNotFollowed()
{
    QFETCH(QByteArray, location);
    m_server->redirect("/demo.torch", location.toStdString());
    const QString url = urlOf(*m_server, "/demo.torch?sig=5ecre7");
    requireRefusal(inspect(url), 6, "E_REDIRECT", "127.0.0.1");
    requireRefusal(download(url), 6, "E_REDIRECT", "127.0.0.1");
}

void NetworkRefusalsTest::aRedirectFromOutsideToInsideIsNotFollowed()
{
    wb::test::ProxyServer::Options routes;
    routes.routes["models.example:80"] = "127.0.0.1:" + std::to_string(m_server->port());
    const wb::test::ProxyServer proxy(routes);
    const QStringList words{"--allow-http", "--proxy", QString::fromStdString(proxy.url())};
    QCOMPARE(inspect("http://models.example/demo.torch", words).exit, 0);
    for (const char* inside : {"http://10.0.0.1/demo.torch", "http://169.254.169.254/latest", "http://127.0.0.1:8080/demo.torch"}) {
        m_server->redirect("/demo.torch", inside);
        const CliRun run = inspect("http://models.example/demo.torch", words);
        requireRefusal(run, 6, "E_REDIRECT", "models.example");
        QVERIFY2(run.err.contains("inside this machine or its network"), run.err);
    }
}

void NetworkRefusalsTest::addressesThatAreNotTaken_data()
{
    QTest::addColumn<QString>("address");
    for (const char* address : {"http://models.example/demo.torch", "ftp://models.example/demo.torch", "file:///etc/passwd",
                                "https://user:5ecre7@models.example/demo.torch", "hf://alice", "https://"}) {
        QTest::newRow(address) << address;
    }
}

void NetworkRefusalsTest::addressesThatAreNotTaken()
{
    QFETCH(QString, address);
    requireRefusal(inspect(address), 2, "E_URL", "");
    requireRefusal(download(address), 2, "E_URL", "");
}

void NetworkRefusalsTest::certificatesThatAreWrong_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<int>("exit");
    QTest::newRow("right") << 0 << 0;
    QTest::newRow("expired") << 1 << 6;
    QTest::newRow("of another host") << 2 << 6;
    QTest::newRow("self-signed") << 3 << 6;
}

void NetworkRefusalsTest::certificatesThatAreWrong()
{
    QFETCH(int, which);
    QFETCH(int, exit);
    const wb::test::TestCertificates made = wb::test::makeCertificates(m_sandbox->at("homes").toStdString());
    const std::array all{made.right, made.expired, made.otherHost, made.selfSigned};
    wb::test::FaultServer::Options options;
    options.tls = true;
    options.certificateFile = all[static_cast<size_t>(which)].certificateFile;
    options.keyFile = all[static_cast<size_t>(which)].keyFile;
    wb::test::FaultServer server(options);
    server.serve("/demo.torch", wb::test::Content::of(m_file.toStdString()));
    const QString url = urlOf(server, "/demo.torch?sig=5ecre7");
    const CliRun run = inspect(url, {"--ca-file", QString::fromStdString(made.authorityFile)});
    QCOMPARE(run.exit, exit);
    requireRefusal(inspect(url), 6, "E_TLS", "localhost");  // nobody knows the authority
    if (exit != 0) {
        requireRefusal(run, 6, "E_TLS", "localhost");
        requireRefusal(download(url, {"--ca-file", QString::fromStdString(made.authorityFile)}), 6, "E_TLS", "localhost");
        QVERIFY(server.requests().empty());
    }
}

void NetworkRefusalsTest::offlineAsksNothing_data()
{
    QTest::addColumn<QByteArray>("variable");
    for (const char* variable : {"HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", ""}) {
        QTest::newRow(variable) << QByteArray(variable);
    }
}

void NetworkRefusalsTest::offlineAsksNothing()
{
    QFETCH(QByteArray, variable);
    if (!variable.isEmpty()) {
        QVERIFY(qputenv(variable, "1"));
    }
    const QStringList more = variable.isEmpty() ? QStringList{"--offline"} : QStringList();
    requireRefusal(inspect(urlOf(*m_server, "/demo.torch"), more), 6, "E_OFFLINE", "127.0.0.1");
    requireRefusal(download(urlOf(*m_server, "/demo.torch"), more), 6, "E_OFFLINE", "127.0.0.1");
    QCOMPARE(m_server->connections(), uint64_t{0});
}

void NetworkRefusalsTest::aProxyThatWantsAPassword()
{
    wb::test::ProxyServer::Options options;
    options.user = "ann";
    options.password = "5ecre7";
    options.routes["models.example:80"] = "127.0.0.1:" + std::to_string(m_server->port());
    const wb::test::ProxyServer proxy(options);
    const QString address = QString("127.0.0.1:%1").arg(proxy.port());
    const QString url = "http://models.example/demo.torch";
    requireRefusal(download(url, {"--allow-http", "--proxy", "http://" + address}), 6, "E_PROXY", "models.example");
    requireRefusal(download(url, {"--allow-http", "--proxy", "http://ann:no5ecre7@" + address}), 6, "E_PROXY", "models.example");
    QVERIFY(m_server->requests().empty());
    const CliRun run = download(url, {"--allow-http", "--proxy", "http://ann:5ecre7@" + address});
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(bytesOf(at("here/demo.torch")), m_file);
    QVERIFY(!run.out.contains("5ecre7") && !run.err.contains("5ecre7"));
}

void NetworkRefusalsTest::aCaptivePortalIsNotTheFile()
{
    wb::test::ProxyServer::Options options;
    options.captivePage = "<html><body>Welcome to our hotel</body></html>";
    const wb::test::ProxyServer proxy(options);
    const QStringList words{"--allow-http", "--proxy", QString::fromStdString(proxy.url()), "--retry-for", "1"};
    requireRefusal(download("http://models.example/demo.torch", words), 6, "E_RESPONSE", "models.example");
}

void NetworkRefusalsTest::aServerThatIsNotThereIsGivenUp()
{
    const QString url = urlOf(*m_server, "/demo.torch");
    m_server->goDown();
    requireRefusal(download(url, {"--retry-for", "1"}), 6, "E_NETWORK", "127.0.0.1");
}

void NetworkRefusalsTest::aBusyServerIsGivenUp()
{
    m_server->onRequest([](const wb::test::Request&, uint64_t) {
        wb::test::Fault fault;
        fault.status = 503;
        return std::optional(fault);
    });
    requireRefusal(download(urlOf(*m_server, "/demo.torch?sig=5ecre7"), {"--retry-for", "1"}), 6, "E_HTTP_STATUS", "127.0.0.1");
    QVERIFY(m_server->requests().size() > 1);
}

QTEST_GUILESS_MAIN(NetworkRefusalsTest)
#include "network_refusals_test.moc"
