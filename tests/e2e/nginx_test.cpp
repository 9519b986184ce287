#include "tests/e2e/network_run.h"
#include "tests/support/http/dial.h"
#include "tests/support/http/listener.h"

#include <csignal>
#include <memory>

// A server that people use as the other end.
class NginxTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void downloadAndStreamAreTheFile();
    void aServerThatGoesAndComesBackIsWaitedFor_data();
    void aServerThatGoesAndComesBackIsWaitedFor();
    void aServerThatStaysAwayIsGivenUpAndWhatIsThereIsKept();

private:
    QString at(const QString& name) const { return m_sandbox->at(name); }
    QString url() const { return QString("http://127.0.0.1:%1/demo.torch").arg(m_port); }
    QStringList words(bool isStreamed) const;
    bool start(const QByteArray& rate = {});
    void stop();

    static constexpr const char* program = "/usr/sbin/nginx";

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<QProcess> m_nginx;
    wb::io::Descriptor m_reserved;
    uint16_t m_port = 0;
};

void NginxTest::initTestCase()
{
    if (!QFile::exists(program)) {
        QSKIP("nginx is not installed");
    }
}

void NginxTest::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    m_reserved = wb::test::reservePort(0);
    m_port = wb::test::portOf(m_reserved);
    QVERIFY(QDir().mkpath(at("served")));
    QVERIFY(!makeDemo(at("served/demo.torch"), "regnet-y-320-seer", {"--scale", "0.2"}).isEmpty());
}

void NginxTest::cleanup()
{
    stop();
    m_sandbox.reset();
}

// With the rate that each connection gets; none: as fast as it goes.
bool NginxTest::start(const QByteArray& rate)
{
    const QByteArray limit = rate.isEmpty() ? QByteArray() : "limit_rate " + rate + ";";
    const QByteArray conf = "daemon off; master_process off; error_log error.log; pid nginx.pid;\n"
                            "events { worker_connections 64; }\n"
                            "http { access_log off; client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp;\n"
                            "  uwsgi_temp_path temp; scgi_temp_path temp;\n"
                            "  server { listen 127.0.0.1:" +
                            QByteArray::number(m_port) + "; root served; " + limit + " } }\n";
    if (!writeFile(at("nginx.conf"), conf)) {
        return false;
    }
    m_nginx = std::make_unique<QProcess>();
    m_nginx->start(program, {"-p", at(""), "-c", at("nginx.conf")});
    if (!m_nginx->waitForStarted()) {
        return false;
    }
    const wb::test::StopSignal never;
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 20'000) {
        if (wb::test::dial("127.0.0.1:" + std::to_string(m_port), never)) {
            return true;
        }
        if (m_nginx->waitForFinished(1) || m_nginx->state() == QProcess::NotRunning) {
            return false;
        }
    }
    return false;
}

void NginxTest::stop()
{
    if (m_nginx) {
        m_nginx->kill();
        m_nginx->waitForFinished();
        m_nginx.reset();
    }
}

QStringList NginxTest::words(bool isStreamed) const
{
    const QStringList verb = isStreamed ? QStringList{"convert", url(), "--out", at("stream"), "--stream", "--no-verify"}
                                        : QStringList{"download", url(), "--to", at("here")};
    return verb + QStringList{"--json", "--progress", "json", "--connections", "4"};
}

// Bytes done by the last line of progress of that stage.
static qint64 bytesDone(const QByteArray& said, const QString& stage)
{
    qint64 done = 0;
    for (const QByteArray& line : said.split('\n')) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        done = json.value("stage").toString() == stage ? json.value("bytes_done").toInteger() : done;
    }
    return done;
}

void NginxTest::downloadAndStreamAreTheFile()
{
    QVERIFY(start());
    const CliRun download = runCli(words(false));
    QVERIFY2(download.exit == 0, download.err);
    QCOMPARE(bytesOf(at("here/demo.torch")), bytesOf(at("served/demo.torch")));
    QCOMPARE(download.json().value("proof").toString(), QStringLiteral("record-crc32"));
    const CliRun stream = runCli(words(true));
    QVERIFY2(stream.exit == 0, stream.err);
    QCOMPARE(runCli({"convert", at("served/demo.torch"), "--out", at("local"), "--no-verify"}).exit, 0);
    QCOMPARE(weightsIn(at("stream")), weightsIn(at("local")));
}

void NginxTest::aServerThatGoesAndComesBackIsWaitedFor_data()
{
    QTest::addColumn<bool>("isStreamed");
    QTest::newRow("download") << false;
    QTest::newRow("stream") << true;
}

void NginxTest::aServerThatGoesAndComesBackIsWaitedFor()
{
    QFETCH(bool, isStreamed);
    const qint64 bytes = QFileInfo(at("served/demo.torch")).size();
    QVERIFY(start("2m"));
    HeldRun run(words(isStreamed));
    QVERIFY2(run.until([&] { return bytesDone(run.said(), isStreamed ? "convert" : "download") > bytes / 4; }), run.said());
    stop();
    QVERIFY2(run.until([&] { return run.said().contains("\"waiting\":\""); }), run.said());
    QVERIFY(start());
    const CliRun done = run.finish();
    QVERIFY2(done.exit == 0, done.err);
    if (isStreamed) {
        QCOMPARE(runCli({"convert", at("served/demo.torch"), "--out", at("local"), "--no-verify"}).exit, 0);
        QCOMPARE(weightsIn(at("stream")), weightsIn(at("local")));
        QVERIFY(!done.json().value("resumed").toBool());
    } else {
        QCOMPARE(bytesOf(at("here/demo.torch")), bytesOf(at("served/demo.torch")));
        QCOMPARE(done.json().value("bytes_resumed").toInteger(), 0);
        QVERIFY2(done.json().value("bytes_fetched").toInteger() < bytes + (2 << 20), done.out);
    }
}

void NginxTest::aServerThatStaysAwayIsGivenUpAndWhatIsThereIsKept()
{
    const qint64 bytes = QFileInfo(at("served/demo.torch")).size();
    QVERIFY(start("2m"));
    HeldRun run(words(false) + QStringList{"--retry-for", "2"});
    QVERIFY2(run.until([&] { return bytesDone(run.said(), "download") > bytes / 2; }), run.said());
    stop();
    const CliRun gaveUp = run.finish();
    QCOMPARE(gaveUp.exit, 6);
    const QJsonObject error = gaveUp.json().value("error").toObject();
    QCOMPARE(error.value("id").toString(), QStringLiteral("E_NETWORK"));
    QVERIFY2(error.value("message").toString().contains("are kept in " + at("here/demo.torch.part")), gaveUp.out);
    QVERIFY(error.value("message").toString().contains("127.0.0.1"));

    QVERIFY(start());
    const CliRun again = runCli(words(false));
    QVERIFY2(again.exit == 0, again.err);
    QVERIFY2(again.json().value("bytes_resumed").toInteger() > bytes / 4, again.out);
    QCOMPARE(bytesOf(at("here/demo.torch")), bytesOf(at("served/demo.torch")));
}

QTEST_GUILESS_MAIN(NginxTest)
#include "nginx_test.moc"
