#include "tests/core/hub/upload_fixture.h"

#include <QTest>

#include <optional>

using namespace wb;

// Uploads that end in a pull request.
class PullRequestTest : public QObject {
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

    void pullRequestWhoseAnswerIsLostIsFoundAgain_data();
    void pullRequestWhoseAnswerIsLostIsFoundAgain();
    void pullRequestToAnothersRepository();

private:
    std::optional<test::UploadFixture> m_test;
};

void PullRequestTest::pullRequestWhoseAnswerIsLostIsFoundAgain_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<int>("opened");
    QTest::newRow("opened, then reset") << QByteArray(R"("do":"lost")") << 1;
    QTest::newRow("opened, then 504") << QByteArray(R"("do":"answered","code":504,"body":"<html>")") << 1;
    QTest::newRow("not opened, reset") << QByteArray(R"("do":"reset")") << 2;
    QTest::newRow("not opened, 503") << QByteArray(R"("do":"status","code":503)") << 2;
}
// Those that are there already do not count: closed ones, others' of the same title, and an own one of an earlier day with a commit in it.
void PullRequestTest::pullRequestWhoseAnswerIsLostIsFoundAgain()
{
    QFETCH(QByteArray, rule);
    QFETCH(int, opened);
    QVERIFY(m_test->start({"--page", "2"}));
    m_test->request.pullRequest = true;
    m_test->request.author = "alice";
    m_test->add("config.json", "{}\n");
    m_test->upload();
    for (const char* more : {R"("author":"bob","title":"weights")", R"("author":"alice","title":"other")", R"("author":"bob","title":"other")"}) {
        QVERIFY(m_test->server.control("/_ctl/pr", QByteArray(R"({"id":"alice/model",)") + more + "}"));
    }
    m_test->request.files.clear();
    m_test->add("config.json", "{ }\n");
    QVERIFY(m_test->server.faults("{\"match\":\"POST .*discussions\",\"nth\":[1]," + rule + "}"));
    const hub::UploadOutcome outcome = m_test->upload();
    QVERIFY2(outcome.pullRequest.ends_with("/discussions/5"), outcome.pullRequest.c_str());
    QVERIFY(m_test->isThere("config.json", "refs/pr/5"));
    QCOMPARE(m_test->server.requests("POST /api/models/alice/model/discussions").size(), 1 + opened);
    QVERIFY(!m_test->server.repository("alice/model").value("refs").toObject().contains("refs/pr/6"));
}
void PullRequestTest::pullRequestToAnothersRepository()
{
    QVERIFY(m_test->start() && m_test->server.makeRepository("bob/model"));
    m_test->addWeights("model.safetensors", 3 << 20);
    m_test->add("config.json", "{}\n");
    m_test->request.repository = {"bob", "model"};
    const auto error = test::errorOf([&] { m_test->upload(); });
    QVERIFY(error && error->code() == ErrorCode::NotAuthorised && error->fact("problem") == "denied");
    m_test->request.pullRequest = true;
    m_test->request.author = "alice";
    QVERIFY(m_test->upload().pullRequest.ends_with("/bob/model/discussions/1"));
    QVERIFY(m_test->server.filesOf("bob/model", "refs/pr/1").contains("model.safetensors"));
    QVERIFY(!m_test->server.filesOf("bob/model").contains("model.safetensors"));
    QVERIFY(!m_test->server.requests("preupload/main?create_pr=1").isEmpty());
}

QTEST_GUILESS_MAIN(PullRequestTest)
#include "pull_request_test.moc"
