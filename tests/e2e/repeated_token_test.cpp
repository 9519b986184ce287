#include "tests/e2e/secrets_run.h"

// A Hub that repeats the token in what it answers, wherever an answer has words: it is neither shown nor kept.
class RepeatedTokenTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QVERIFY(m_run.begin()); }
    void cleanup() { m_run.sandbox.reset(); }

    void hubThatRepeatsTheToken_data();
    void hubThatRepeatsTheToken();

private:
    static void odd(const QStringList& form);

    SecretsRun m_run;
};

void RepeatedTokenTest::initTestCase()
{
    if (!wb::test::HubServer::isPossible()) {
        QSKIP("python3 is not installed");
    }
    QVERIFY(m_run.start());
}

void RepeatedTokenTest::hubThatRepeatsTheToken_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QStringList>("form");
    const QByteArray said = R"("headers":[["Retry-After","7200"],["X-Error-Message","it is TOKEN"]],"body":{"error":"it is TOKEN"})";
    int row = 0;
    for (const char* request :
         {"whoami", "revision/main", "preupload", "repos/create", "validate-yaml", "objects/batch", "/multipart", "commit/main"}) {
        for (const char* code : {"401", "403", "404", "412", "429"}) {
            const QByteArray rule = QByteArray("{\"match\":\"") + request + "\",\"do\":\"status\",\"code\":" + code + "," + said + "}";
            QTest::newRow(QByteArray(request) + ' ' + code) << rule << (++row % 2 == 0 ? QStringList() : QStringList{"--json"});
        }
        const QByteArray page = QByteArray("{\"match\":\"") + request + "\",\"do\":\"answered\",\"code\":422,\"body\":\"<p>TOKEN</p>\"}";
        QTest::newRow(QByteArray(request) + " no JSON") << page << QStringList();
    }
    for (const QStringList& form : {QStringList(), QStringList{"--json"}}) {
        odd(form);
    }
}

// What is shown though nothing is refused.
void RepeatedTokenTest::odd(const QStringList& form)
{
    const auto answered = [](const char* request, QByteArray body) {
        body.replace('\'', "\\\"");  // inside the text of the rule
        return QByteArray("{\"match\":\"") + request + "\",\"do\":\"answered\",\"body\":\"" + body + "\"}";
    };
    const auto row = [&form](const QByteArray& name, const QByteArray& rule) { QTest::newRow(name + form.join(' ').toUtf8()) << rule << form; };
    row("elsewhere", R"({"match":"preupload","do":"status","code":307,"headers":[["Location","/go?t=TOKEN"]]})");
    row("renamed", R"({"match":"revision","do":"status","code":307,"headers":[["Location","/api/models/alice/TOKEN/revision/main"]]})");
    row("as a name", answered("whoami", "{'name':'TOKEN'}"));
    row("as a role", answered("whoami", "{'name':'alice','auth':{'accessToken':{'role':'TOKEN'}}}"));
    row("as a commit", answered("commit/main", "{'commitOid':'TOKEN','commitUrl':'https:/h/TOKEN'}"));
    row("as a warning", R"({"match":".","do":"also","headers":[["X-HF-Warning","token; yours is TOKEN"]]})");
    row("as an ETag", R"({"match":"PUT /store","do":"also","headers":[["ETag","TOKEN"]]})");
}

void RepeatedTokenTest::hubThatRepeatsTheToken()
{
    QFETCH(QByteArray, rule);
    QFETCH(QStringList, form);
    qputenv("HF_TOKEN", SecretsRun::token);
    QVERIFY(m_run.faults(rule));
    const CliRun run = m_run.tried(m_run.publishWords() + form);
    QVERIFY2(run.exit >= 0, run.err);
    QVERIFY(m_run.server->trace().contains(SecretsRun::token));  // it was said
}

QTEST_GUILESS_MAIN(RepeatedTokenTest)
#include "repeated_token_test.moc"
