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
};

void LogTest::secretsAreHidden_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("clean");
    QTest::newRow("token") << QByteArray("token hf_AbCd1234 used") << QByteArray("token hf_*** used");
    QTest::newRow("two tokens") << QByteArray("hf_a,hf_b") << QByteArray("hf_***,hf_***");
    QTest::newRow("header") << QByteArray("Authorization: Bearer abc.def-1") << QByteArray("Authorization: Bearer ***");
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
