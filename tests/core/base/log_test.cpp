#include "core/base/log.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class LogTest : public QObject {
    Q_OBJECT

private slots:
    void secretsAreHidden_data();
    void secretsAreHidden();
    void everySinkGetsCleanLines();
    void levelsBelowTheLowestAreLeftOut();
    void fileHoldsNoToken();
    void knownSecretIsHiddenWhateverItsForm();
    void topicIsWarnedOfOnce();
    void anObserverSeesEveryLevelWithItsJobAndNoSecret();
};

void LogTest::secretsAreHidden_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("clean");
    QTest::newRow("token") << QByteArray("token hf_AbCd1234 used") << QByteArray("token hf_*** used");
    QTest::newRow("two tokens") << QByteArray("hf_a,hf_b") << QByteArray("hf_***,hf_***");
    QTest::newRow("header") << QByteArray("Authorization: Bearer abc.def-1") << QByteArray("Authorization: Bearer ***");
    QTest::newRow("variable of a shell") << QByteArray("Bearer $HF_TOKEN Bearer a") << QByteArray("Bearer $HF_TOKEN Bearer ***");
    QTest::newRow("url") << QByteArray("GET https://me:secret@host/x") << QByteArray("GET https://***@host/x");
    QTest::newRow("plain") << QByteArray("read archive/data/0") << QByteArray("read archive/data/0");
}

void LogTest::secretsAreHidden()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, clean);
    QCOMPARE(QByteArray::fromStdString(wb::redacted(line.toStdString())), clean);
}

void LogTest::knownSecretIsHiddenWhateverItsForm()
{
    std::string text = "s3cr3t-0 and s3cr3t-0s3cr3t-0";
    wb::hideSecret(text, "s3cr3t-0");
    QCOMPARE(text, std::string("*** and ******"));
    wb::hideSecret(text, "a");
    wb::hideSecret(text, "");
    QCOMPARE(text, std::string("*** and ******"));
}

void LogTest::topicIsWarnedOfOnce()
{
    QStringList lines;
    wb::Log log([&](wb::Log::Level, std::string_view line) { lines.append(QString::fromStdString(std::string(line))); });
    for (const char* topic : {"age", "size", "age"}) {
        log.warningOnce(topic, topic);
    }
    QCOMPARE(lines, (QStringList{"age", "size"}));
}

void LogTest::everySinkGetsCleanLines()
{
    std::string got;
    wb::Log log([&](wb::Log::Level, std::string_view line) { got = line; });
    log.info("with hf_secret");
    QCOMPARE(got, std::string("with hf_***"));
}

void LogTest::levelsBelowTheLowestAreLeftOut()
{
    int lines = 0;
    wb::Log log([&](wb::Log::Level, std::string_view) { ++lines; }, wb::Log::Level::Warning);
    log.info("quiet");
    log.error("loud");
    QCOMPARE(lines, 1);
}

void LogTest::anObserverSeesEveryLevelWithItsJobAndNoSecret()
{
    QStringList kept;
    wb::Log log([&](wb::Log::Level, std::string_view line) { kept.append(QString::fromStdString(std::string(line))); });
    QStringList seen;
    log.observe([&](wb::Log::Level level, std::string_view job, std::string_view line) {
        seen.append(QString("%1|%2|%3")
                        .arg(static_cast<int>(level))
                        .arg(QString::fromStdString(std::string(job)), QString::fromStdString(std::string(line))));
    });
    const auto job = log.forJob("a\nb hf_secret");
    log.debug("quiet");
    job->info("with hf_secret");
    QCOMPARE(seen, (QStringList{"0||quiet", "1|a\\x0Ab hf_***|with hf_***"}));
    QCOMPARE(kept, QStringList{"[a\\x0Ab hf_***] with hf_***"});
    log.observe({});
    job->info("unseen");
    QCOMPARE(seen.size(), 2);
    QCOMPARE(kept.size(), 2);
}

void LogTest::fileHoldsNoToken()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("log.txt");
    wb::Log::toFile(path.toStdString())->info("hf_verysecret went by");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("hf_*** went by"));
    QVERIFY(!text.contains("verysecret"));
}

QTEST_GUILESS_MAIN(LogTest)
#include "log_test.moc"
