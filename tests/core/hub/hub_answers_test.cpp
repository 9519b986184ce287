#include "tests/core/hub/upload_fixture.h"

#include <QTest>

#include <optional>

using namespace wb;

// What the Hub says beside what it is asked, or leaves unsaid.
class HubAnswersTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!test::HubServer::isPossible()) {
            QSKIP("python3 is not installed");
        }
    }
    void init() { m_test.emplace(); }
    void cleanup() { m_test.reset(); }

    void warningsOfTheHubAreSaidOncePerTopic();
    void fileWhoseHashIsNotSaidIsCommittedAgain();

private:
    std::optional<test::UploadFixture> m_test;
};

void HubAnswersTest::warningsOfTheHubAreSaidOncePerTopic()
{
    QVERIFY(m_test->start());
    m_test->add("config.json", "{}\n");
    QVERIFY(m_test->server.faults(R"({"match":"preupload","do":"also","headers":[["X-HF-Warning","age; this client is old"],)"
                                  R"(["X-HF-Warning","no topic \u001b[31m"]]},)"
                                  R"({"match":"revision|commit","do":"also","headers":[["X-HF-Warning","age; this client is old"],)"
                                  R"(["X-HF-Warning","size; a large file"]]})"));
    m_test->upload();
    const QString lines = QString::fromStdString(m_test->run->lines);
    QCOMPARE(lines.count("this client is old"), 1);
    QCOMPARE(lines.count("a large file"), 1);
    QCOMPARE(lines.count("no topic"), 1);
    QVERIFY(lines.contains("127.0.0.1 says: this client is old") && !lines.contains(QChar(0x1b)));
}
void HubAnswersTest::fileWhoseHashIsNotSaidIsCommittedAgain()
{
    QVERIFY(m_test->start());
    m_test->add("config.json", "{}\n");
    m_test->upload();
    for (const char* oid : {"", ",'oid':null", ",'oid':'none'"}) {
        QByteArray body = QByteArray("{'files':[{'path':'config.json','uploadMode':'regular'") + oid + "}]}";
        body.replace('\'', "\\\"");  // inside the text of the rule
        QVERIFY(m_test->server.faults("{\"match\":\"preupload\",\"do\":\"answered\",\"body\":\"" + body + "\"}"));
        QVERIFY(m_test->upload().ways.front() == hub::Way::Inline);
    }
    QCOMPARE(m_test->commits(), 5);
}

QTEST_GUILESS_MAIN(HubAnswersTest)
#include "hub_answers_test.moc"
