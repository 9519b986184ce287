#include "core/hub/hub_folders.h"
#include "core/hub/token_source.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

#include <map>

using namespace wb;

class TokenSourceTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void environmentComesBeforeTheFile();
    void fileLiesInTheHomeOfTheHub();
    void spaceAroundItIsLeftOut();
    void whatCouldEndAHeaderIsNoToken_data();
    void whatCouldEndAHeaderIsNoToken();
    void implicitTokenCanBeSwitchedOff();
    void noFileIsNoToken();
    void placeIsNamed();
    void theOneStoredTokenIsTaken();
    void severalStoredTokensAreNoChoice();
    void processLeavesNoCoreDump();

private:
    net::Environment environment() const
    {
        return [this](const char* name) -> const char* {
            const auto found = m_values.find(name);
            return found == m_values.end() ? nullptr : found->second.c_str();
        };
    }
    void writeToken(const QString& path, const QByteArray& text) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QTemporaryDir m_folder;
    std::map<std::string, std::string> m_values;
};

void TokenSourceTest::init()
{
    m_values = {{"HF_HOME", m_folder.path().toStdString()}};
    QFile::remove(m_folder.filePath("token"));
    QFile::remove(m_folder.filePath("stored_tokens"));
}

void TokenSourceTest::environmentComesBeforeTheFile()
{
    writeToken(m_folder.filePath("token"), "hf_file\n");
    QCOMPARE(hub::findToken(environment()), std::string("hf_file"));
    m_values["HUGGING_FACE_HUB_TOKEN"] = "hf_old";
    QCOMPARE(hub::findToken(environment()), std::string("hf_old"));
    m_values["HF_TOKEN"] = "hf_new";
    QCOMPARE(hub::findToken(environment()), std::string("hf_new"));
}

void TokenSourceTest::fileLiesInTheHomeOfTheHub()
{
    m_values = {{"HOME", "/home/someone"}};
    QCOMPARE(hub::homeFolder(environment()), std::string("/home/someone/.cache/huggingface"));
    m_values["XDG_CACHE_HOME"] = "/var/cache";
    QCOMPARE(hub::homeFolder(environment()), std::string("/var/cache/huggingface"));
    QCOMPARE(hub::cacheFolder(environment()), std::string("/var/cache/huggingface/hub"));
    m_values["HF_HOME"] = "~/hub";
    QCOMPARE(hub::homeFolder(environment()), std::string("/home/someone/hub"));

    writeToken(m_folder.filePath("elsewhere"), "hf_elsewhere");
    m_values["HF_TOKEN_PATH"] = m_folder.filePath("elsewhere").toStdString();
    QCOMPARE(hub::findToken(environment()), std::string("hf_elsewhere"));
}

void TokenSourceTest::spaceAroundItIsLeftOut()
{
    m_values["HF_TOKEN"] = " hf_x \r\n";
    QCOMPARE(hub::findToken(environment()), std::string("hf_x"));
    m_values["HF_TOKEN"] = "\n";
    QCOMPARE(hub::findToken(environment()), std::string());
}

void TokenSourceTest::whatCouldEndAHeaderIsNoToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("lineBreak") << QByteArray("hf_x\r\nX-Evil: 1");
    QTest::newRow("space") << QByteArray("hf x");
    QTest::newRow("control") << QByteArray("hf_\x01x");
    QTest::newRow("notAscii") << QByteArray("hf_\xc3\xa9");
}

void TokenSourceTest::whatCouldEndAHeaderIsNoToken()
{
    QFETCH(QByteArray, token);
    m_values["HF_TOKEN"] = token.toStdString();
    QCOMPARE(hub::findToken(environment()), std::string());
}

void TokenSourceTest::implicitTokenCanBeSwitchedOff()
{
    m_values["HF_TOKEN"] = "hf_x";
    m_values["HF_HUB_DISABLE_IMPLICIT_TOKEN"] = "1";
    QCOMPARE(hub::findToken(environment()), std::string());
    QCOMPARE(hub::lookForToken(environment()).token, std::string("hf_x"));
}

void TokenSourceTest::noFileIsNoToken()
{
    QCOMPARE(hub::findToken(environment()), std::string());
}

void TokenSourceTest::placeIsNamed()
{
    QVERIFY(hub::lookForToken(environment()).source == hub::TokenSource::None);
    writeToken(m_folder.filePath("token"), "hf_file\n");
    hub::FoundToken found = hub::lookForToken(environment());
    QVERIFY(found.source == hub::TokenSource::File);
    QCOMPARE(found.place, m_folder.filePath("token").toStdString());
    m_values["HF_TOKEN"] = "hf_x";
    found = hub::lookForToken(environment());
    QVERIFY(found.source == hub::TokenSource::Environment);
    QCOMPARE(found.place, std::string("HF_TOKEN"));
}

void TokenSourceTest::theOneStoredTokenIsTaken()
{
    writeToken(m_folder.filePath("stored_tokens"), "[laptop]\r\nhf_token = hf_stored\r\nexpires_at = 1\r\n");
    const hub::FoundToken found = hub::lookForToken(environment());
    QCOMPARE(found.token, std::string("hf_stored"));
    QCOMPARE(found.place, m_folder.filePath("stored_tokens").toStdString());
    writeToken(m_folder.filePath("token"), "hf_file");
    QCOMPARE(hub::findToken(environment()), std::string("hf_file"));
}

void TokenSourceTest::severalStoredTokensAreNoChoice()
{
    writeToken(m_folder.filePath("stored_tokens"), "[a]\nhf_token = hf_a\n\n[b]\nhf_token = hf_b\n");
    QVERIFY(hub::lookForToken(environment()).source == hub::TokenSource::None);
}

void TokenSourceTest::processLeavesNoCoreDump()
{
    QCOMPARE(::prctl(PR_GET_DUMPABLE), 1);
    hub::keepOutOfCoreDumps();
    QCOMPARE(::prctl(PR_GET_DUMPABLE), 0);
    rlimit core{};
    QVERIFY(::getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_cur == 0 && core.rlim_max == 0);
}

QTEST_APPLESS_MAIN(TokenSourceTest)
#include "token_source_test.moc"
