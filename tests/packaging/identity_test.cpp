#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

// What the desktop is told of the program is well-formed, and agrees with itself.
class IdentityTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void validatorsHaveNothingToSay_data();
    void validatorsHaveNothingToSay();
    void typesAreKnownByName_data();
    void typesAreKnownByName();
    void safetensorsAreKnownByContent();
    void desktopFileAndMetainfoNameOnlyOurTypes();

private:
    static QString textOf(const QString& file);

    QTemporaryDir m_data;
    const QString m_identity = QStringLiteral(WB_SOURCE_ROOT "/packaging/identity/");
    const QString m_metainfo = QStringLiteral(WB_IDENTITY "/org.weightbridge.weightbridge.metainfo.xml");
};

QString IdentityTest::textOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void IdentityTest::initTestCase()
{
    QVERIFY(QDir(m_data.path()).mkpath("mime/packages"));
    QVERIFY(QFile::copy(m_identity + "weightbridge-mime.xml", m_data.filePath("mime/packages/weightbridge.xml")));
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_data.path()));
}

void IdentityTest::validatorsHaveNothingToSay_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("desktop file") << QStringList{"desktop-file-validate", m_identity + "weightbridge.desktop"};
    QTest::newRow("metainfo") << QStringList{"appstreamcli", "validate", "--no-net", "--pedantic", m_metainfo};
    QTest::newRow("types") << QStringList{"update-mime-database", m_data.filePath("mime")};
}

void IdentityTest::validatorsHaveNothingToSay()
{
    QFETCH(QStringList, words);
    if (QStandardPaths::findExecutable(words.first()).isEmpty()) {
        QSKIP("not installed");
    }
    QProcess validator;
    validator.start(words.first(), words.mid(1));
    QVERIFY(validator.waitForFinished(60'000));
    QVERIFY2(validator.exitCode() == 0, validator.readAllStandardOutput() + validator.readAllStandardError());
    QCOMPARE(validator.readAllStandardError(), QByteArray());
}

void IdentityTest::typesAreKnownByName_data()
{
    QTest::addColumn<QString>("type");
    for (const char* name : {"a.torch", "a.pth", "a.pt"}) {
        QTest::newRow(name) << QStringLiteral("application/x-torch-checkpoint");
    }
    QTest::newRow("model.safetensors") << QStringLiteral("application/x-safetensors");
    QTest::newRow("model.keymap.json") << QStringLiteral("application/x-weightbridge-keymap");
}

void IdentityTest::typesAreKnownByName()
{
    QFETCH(QString, type);
    const QMimeDatabase types;
    QCOMPARE(types.mimeTypeForFile(QString::fromLatin1(QTest::currentDataTag()), QMimeDatabase::MatchExtension).name(), type);
}

void IdentityTest::safetensorsAreKnownByContent()
{
    const QMimeDatabase types;
    QCOMPARE(types.mimeTypeForData(QByteArray("\x40\0\0\0\0\0\0\0{\"__metadata__\":{}}", 27)).name(), QStringLiteral("application/x-safetensors"));
}

void IdentityTest::desktopFileAndMetainfoNameOnlyOurTypes()
{
    const QString declared = textOf(m_identity + "weightbridge-mime.xml");
    const QString named = textOf(m_identity + "weightbridge.desktop") + textOf(m_metainfo);
    static const QRegularExpression type("application/[a-z-]+");
    QStringList names;
    for (auto match = type.globalMatch(named); match.hasNext();) {
        names.append(match.next().captured());
    }
    QVERIFY(names.size() >= 4);
    for (const QString& name : names) {
        QVERIFY2(declared.contains("type=\"" + name + '"'), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(IdentityTest)
#include "identity_test.moc"
