#include "tests/core/hub/upload_fixture.h"

#include "core/hub/upload_journal.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <optional>

using namespace wb;

// Files on their way to a stand-in for the Hub, with everything that happens to them; across runs too.
class UploadTest : public QObject {
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

    void largeAndSmallFilesInOneCommit();
    void whatIsThereMakesNoCommit();
    void onlyWhatChangedIsCommitted();
    void ignoredFilesAloneMakeNoCommit();
    void emptyFileIsRegular();
    void fieldsOfTheBatchGoWithTheOnePut();
    void pullRequest();
    void cancelledUploadGoesOnWithItsParts_data();
    void cancelledUploadGoesOnWithItsParts();
    void uploadThatTheStoreHasEndedBeginsAnew();
    void faultsOfTheStore_data();
    void faultsOfTheStore();
    void expiredAddressesAreAskedForAnew();
    void storeThatRefusesIsGivenUp();
    void etagThatNeverComesIsGivenUp();
    void lostCompletionIsFoundToBeDone_data();
    void lostCompletionIsFoundToBeDone();
    void refusedCompletionSendsAllOnceMore();
    void lostAnswersOfTheCommit_data();
    void lostAnswersOfTheCommit();
    void refusedCommits_data();
    void refusedCommits();
    void objectThatTheStoreLostIsSentAgain();
    void parentThatMovedIsAConflict();
    void parentThatMovesAtTheLastMomentIsAConflict_data();
    void parentThatMovesAtTheLastMomentIsAConflict();
    void busyHubIsWaitedFor_data();
    void busyHubIsWaitedFor();
    void hubThatAsksForAnHourIsGivenUp();
    void wrongAnswersOfPreupload_data();
    void wrongAnswersOfPreupload();
    void hugeAndDeepAnswers_data();
    void hugeAndDeepAnswers();
    void changedFile_data();
    void changedFile();
    void touchedFileIsReadAgain_data();
    void touchedFileIsReadAgain();
    void fileThatChangesWhileItIsSent();
    void fileBeyondTheHubsLimit();
    void cancelDuringTheCommitIsFoundToBeDone();
    void twoUploadsToOnePlace();
    void secretsStayWhereTheyBelong();
    void speedLimitIsKept();

private:
    std::optional<test::UploadFixture> m_test;
};

void UploadTest::largeAndSmallFilesInOneCommit()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model-00001-of-00002.safetensors", 5 * (1 << 20) + 17, 1);
    m_test->addWeights("model-00002-of-00002.safetensors", 300'000, 2);
    m_test->add("config.json", "{}\n");
    m_test->add("notes.txt", "");
    const hub::UploadOutcome outcome = m_test->upload();
    for (const hub::UploadFile& file : m_test->request.files) {
        QVERIFY2(m_test->isThere(file.name), file.name.c_str());
    }
    QCOMPARE(m_test->commits(), 2);
    QVERIFY(!outcome.alreadyThere && outcome.commit.size() == 40 && outcome.commitUrl.ends_with(outcome.commit));
    QCOMPARE(outcome.bytesSent, uint64_t{5 * (1 << 20) + 17 + 300'000});
    QCOMPARE(m_test->server.requests("PUT ").size(), 7);
    QCOMPARE(m_test->server.requests("/multipart").size(), 1);
    QCOMPARE(m_test->server.requests("/verify").size(), 2);
    QVERIFY(!m_test->server.trace().contains("Transfer-Encoding"));
    const Progress::Snapshot now = m_test->run->progress.snapshot();
    QVERIFY(now.stage == Stage::Commit);
}

void UploadTest::whatIsThereMakesNoCommit()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 100'000);
    m_test->add("config.json", "{}\n");
    const hub::UploadOutcome first = m_test->upload();
    const qsizetype puts = m_test->server.requests("PUT ").size();
    const hub::UploadOutcome again = m_test->upload();
    QVERIFY(again.alreadyThere && again.commit == first.commit && again.bytesSent == 0);
    QVERIFY(std::all_of(again.ways.begin(), again.ways.end(), [](hub::Way way) { return way == hub::Way::There; }));
    QCOMPARE(m_test->commits(), 2);
    QCOMPARE(m_test->server.requests("PUT ").size(), puts);
}

void UploadTest::onlyWhatChangedIsCommitted()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 100'000);
    m_test->add("config.json", "{}\n");
    m_test->upload();
    m_test->request.files.pop_back();
    m_test->add("config.json", "{ }\n");
    const hub::UploadOutcome again = m_test->upload();
    QVERIFY(again.ways.at(0) == hub::Way::There && again.ways.at(1) == hub::Way::Inline);
    QVERIFY(m_test->isThere("config.json") && m_test->isThere("model.safetensors"));
    QCOMPARE(m_test->commits(), 3);
}

void UploadTest::ignoredFilesAloneMakeNoCommit()
{
    QVERIFY(m_test->start());
    m_test->add("config.json", "{}\n");
    m_test->upload();
    m_test->add("run.log", "line\n");
    m_test->request.gitIgnore = "*.log\n";
    const hub::UploadOutcome again = m_test->upload();
    QVERIFY(again.alreadyThere && again.ways.at(1) == hub::Way::Ignored);
    QCOMPARE(m_test->commits(), 2);
}

void UploadTest::emptyFileIsRegular()
{
    QVERIFY(m_test->start());
    m_test->add("empty.safetensors", "");
    QVERIFY(m_test->upload().ways.at(0) == hub::Way::Inline);
    QVERIFY(m_test->isThere("empty.safetensors"));
    QVERIFY(m_test->server.requests("PUT ").isEmpty());
}

void UploadTest::fieldsOfTheBatchGoWithTheOnePut()
{
    QVERIFY(m_test->start({"--need", "k3y"}));
    m_test->addWeights("model.safetensors", 100'000);
    m_test->addWeights("large.safetensors", 3 << 20, 3);
    m_test->upload();
    QVERIFY(m_test->isThere("model.safetensors") && m_test->isThere("large.safetensors"));
}

void UploadTest::pullRequest()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 100'000);
    m_test->request.pullRequest = true;
    const hub::UploadOutcome outcome = m_test->upload();
    QVERIFY(outcome.pullRequest.ends_with("/alice/model/discussions/1"));
    QVERIFY(m_test->isThere("model.safetensors", "refs/pr/1"));
    QVERIFY(!m_test->isThere("model.safetensors"));
}

void UploadTest::cancelledUploadGoesOnWithItsParts_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("a batch names the same upload again") << QStringList{"--same-upload"};
    QTest::newRow("a batch names another upload") << QStringList{};
}

void UploadTest::cancelledUploadGoesOnWithItsParts()
{
    QFETCH(QStringList, options);
    QVERIFY(m_test->start(options));
    m_test->addWeights("model.safetensors", 12 << 20);
    QVERIFY(m_test->cancelledAfter(5));
    const hub::UploadOutcome outcome = m_test->upload();
    QVERIFY(m_test->isThere("model.safetensors"));
    QCOMPARE(outcome.bytesResumed, uint64_t{5 << 20});
    QCOMPARE(m_test->keptAtStop, uint64_t{5 << 20});
    QCOMPARE(outcome.bytesResumed + outcome.bytesSent, uint64_t{12 << 20});
    QVERIFY(m_test->journals().empty());
}

void UploadTest::uploadThatTheStoreHasEndedBeginsAnew()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 6 << 20);
    QVERIFY(m_test->cancelledAfter(3));
    QVERIFY(m_test->server.faults(R"({"match":"PUT /store","nth":[1,2,3],"do":"status","code":403})"));
    const hub::UploadOutcome outcome = m_test->upload();
    QVERIFY(m_test->isThere("model.safetensors"));
    QCOMPARE(outcome.bytesSent, uint64_t{6 << 20});
    QCOMPARE(m_test->commits(), 2);
}

void UploadTest::faultsOfTheStore_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("503") << QByteArray(R"("do":"status","code":503)");
    QTest::newRow("503 with Retry-After") << QByteArray(R"("do":"status","code":503,"headers":[["Retry-After","1"]])");
    QTest::newRow("500") << QByteArray(R"("do":"status","code":500)");
    QTest::newRow("400: a sum that does not match") << QByteArray(R"("do":"status","code":400,"body":"<Error><Code>BadDigest</Code></Error>")");
    QTest::newRow("reset before the body") << QByteArray(R"("do":"reset")");
    QTest::newRow("reset inside the body") << QByteArray(R"("do":"reset_after","bytes":300000)");
    QTest::newRow("answer lost") << QByteArray(R"("do":"lost")");
    QTest::newRow("no ETag") << QByteArray(R"("do":"noetag")");
    QTest::newRow("stall") << QByteArray(R"("do":"stall","seconds":2)");
}

void UploadTest::faultsOfTheStore()
{
    QFETCH(QByteArray, rule);
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 5 << 20);
    m_test->addWeights("small.safetensors", 700'000, 4);
    QVERIFY(m_test->server.faults("{\"match\":\"PUT /store.*partNumber=2\",\"nth\":[1,2]," + rule +
                                  "},{\"match\":\"PUT /store/[0-9a-f]*.X-Amz\",\"nth\":[1]," + rule + "}"));
    const hub::UploadOutcome outcome = m_test->upload();
    QVERIFY(m_test->isThere("model.safetensors") && m_test->isThere("small.safetensors"));
    QCOMPARE(outcome.bytesSent, uint64_t{(5 << 20) + 700'000});
    QCOMPARE(m_test->commits(), 2);
}

void UploadTest::expiredAddressesAreAskedForAnew()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 3 << 20);
    m_test->addWeights("small.safetensors", 700'000, 4);
    QVERIFY(
        m_test->server.faults(R"({"match":"PUT /store","nth":[1,3],"do":"status","code":403,"body":"<Error><Code>AccessDenied</Code></Error>"})"));
    m_test->upload();
    QVERIFY(m_test->isThere("model.safetensors") && m_test->isThere("small.safetensors"));
    QVERIFY(m_test->server.requests("objects/batch").size() >= 2);
}

void UploadTest::storeThatRefusesIsGivenUp()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 3 << 20);
    QVERIFY(m_test->server.faults(R"({"match":"PUT /store","do":"status","code":403})"));
    const auto error = test::errorOf([&] { m_test->upload(); });
    QVERIFY(error && error->code() == ErrorCode::HubRefused && error->fact("problem") == "store");
    QCOMPARE(m_test->commits(), 1);
}

void UploadTest::etagThatNeverComesIsGivenUp()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 3 << 20);
    QVERIFY(m_test->server.faults(R"({"match":"PUT /store.*partNumber=2","do":"noetag"})"));
    const auto error = test::errorOf([&] { m_test->upload(); });
    QVERIFY(error && error->code() == ErrorCode::BadResponse && error->fact("problem") == "etag");
}

void UploadTest::lostCompletionIsFoundToBeDone_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("reset") << QByteArray(R"("do":"lost")");
    QTest::newRow("a gateway that did not wait") << QByteArray(R"("do":"answered","code":504,"body":"<html>")");
    QTest::newRow("500") << QByteArray(R"("do":"answered","code":500,"body":"{}")");
}

void UploadTest::lostCompletionIsFoundToBeDone()
{
    QFETCH(QByteArray, rule);
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 3 << 20);
    QVERIFY(m_test->server.faults("{\"match\":\"POST .*multipart\",\"nth\":[1]," + rule + "}"));
    const hub::UploadOutcome outcome = m_test->upload();
    QVERIFY(m_test->isThere("model.safetensors"));
    QCOMPARE(outcome.bytesSent, uint64_t{3 << 20});  // nothing is sent twice
    QCOMPARE(m_test->server.requests("PUT ").size(), 3);
}

void UploadTest::refusedCompletionSendsAllOnceMore()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 3 << 20);
    QVERIFY(m_test->server.faults(R"({"match":"POST .*multipart","nth":[1],"do":"status","code":400,"body":{"error":"InvalidPart"}})"));
    m_test->upload();
    QVERIFY(m_test->isThere("model.safetensors"));
    m_test->addWeights("other.safetensors", 3 << 20, 7);
    QVERIFY(m_test->server.faults(R"({"match":"POST .*multipart","do":"status","code":400,"body":{"error":"InvalidPart"}})"));
    const auto error = test::errorOf([&] { m_test->upload(); });
    QVERIFY(error && error->code() == ErrorCode::HubRefused && error->fact("reason") == "InvalidPart");
}

void UploadTest::lostAnswersOfTheCommit_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("made, then reset") << QByteArray(R"("do":"lost")");
    QTest::newRow("made, then 500") << QByteArray(R"("do":"answered","code":500,"body":"{}")");
    QTest::newRow("made, then 504") << QByteArray(R"("do":"answered","code":504,"body":"<html>")");
    QTest::newRow("made, no JSON") << QByteArray(R"("do":"answered","code":200,"body":"<html>welcome</html>")");
    QTest::newRow("made, 50 MB") << QByteArray(R"("do":"answered","code":200,"body":"xxxxxxxxxx","times":5000000)");
    QTest::newRow("made, deep JSON") << QByteArray(R"("do":"answered","code":200,"body":"[","times":100000)");
    QTest::newRow("not made, reset") << QByteArray(R"("do":"reset")");
    QTest::newRow("not made, 409: another change is being made") << QByteArray(R"("do":"status","code":409)");
    QTest::newRow("not made, 503") << QByteArray(R"("do":"status","code":503)");
    QTest::newRow("not made, 429") << QByteArray(R"("do":"status","code":429)");
    QTest::newRow("not made, 429 with Retry-After") << QByteArray(R"("do":"status","code":429,"headers":[["Retry-After","1"]])");
}

void UploadTest::lostAnswersOfTheCommit()
{
    QFETCH(QByteArray, rule);
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 100'000);
    m_test->add("config.json", "{}\n");
    QVERIFY(m_test->server.faults("{\"match\":\"POST .*commit/main\",\"nth\":[1]," + rule + "}"));
    const hub::UploadOutcome outcome = m_test->upload();
    QVERIFY(m_test->isThere("model.safetensors") && m_test->isThere("config.json"));
    QCOMPARE(m_test->commits(), 2);  // once, whatever was heard of it
    QCOMPARE(QString::fromStdString(outcome.commit), m_test->server.repository("alice/model").value("refs")["main"].toString());
}

void UploadTest::refusedCommits_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("413") << 413 << QByteArray(R"({"error":"Payload too large"})");
    QTest::newRow("422") << 422 << QByteArray(R"({"error":["Invalid metadata in README.md","license"]})");
    QTest::newRow("400") << 400 << QByteArray(R"({"errors":[{"message":"bad"}]})");
    QTest::newRow("402") << 402 << QByteArray(R"({"error":"Payment required"})");
}

void UploadTest::refusedCommits()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QVERIFY(m_test->start());
    m_test->add("config.json", "{}\n");
    QVERIFY(m_test->server.faults("{\"match\":\"POST .*commit/main\",\"do\":\"status\",\"code\":" + QByteArray::number(status) + ",\"body\":" + body +
                                  "}"));
    const auto error = test::errorOf([&] { m_test->upload(); });
    QVERIFY(error && error->code() == ErrorCode::HubRefused && error->fact("found") == std::to_string(status));
    QVERIFY(!error->fact("reason").empty());
    QCOMPARE(m_test->server.requests("/commit/main").size(), 1);
}

void UploadTest::objectThatTheStoreLostIsSentAgain()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 100'000);
    QVERIFY(m_test->server.faults(R"({"match":"POST .*commit/main","nth":[1],"do":"status","code":400,)"
                                  R"("body":{"error":"an LFS pointer pointed to a file that does not exist"}})"));
    m_test->upload();
    QVERIFY(m_test->isThere("model.safetensors"));
    QCOMPARE(m_test->server.requests("objects/batch").size(), 2);
}

void UploadTest::parentThatMovedIsAConflict()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 100'000);
    m_test->request.parentCommit = std::string(40, 'a');
    const auto error = test::errorOf([&] { m_test->upload(); });
    QVERIFY(error && error->code() == ErrorCode::PublishConflict && error->fact("problem") == "moved");
    QVERIFY(m_test->server.requests("PUT ").isEmpty());
}

void UploadTest::parentThatMovesAtTheLastMomentIsAConflict_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("412") << QByteArray();
    QTest::newRow("409") << QByteArray(R"(,"code":409)");
    QTest::newRow("500") << QByteArray(R"(,"code":500)");
}

void UploadTest::parentThatMovesAtTheLastMomentIsAConflict()
{
    QFETCH(QByteArray, more);
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 100'000);
    QVERIFY(m_test->server.faults(R"({"match":"POST .*commit/main","nth":[1],"do":"race")" + more + "}"));
    const auto error = test::errorOf([&] { m_test->upload(); });
    QVERIFY(error && error->code() == ErrorCode::PublishConflict && error->fact("problem") == "moved");
    QVERIFY(!m_test->isThere("model.safetensors"));
    m_test->upload();  // planned anew: the store has the bytes
    QVERIFY(m_test->isThere("model.safetensors"));
    QCOMPARE(m_test->server.requests("PUT ").size(), 1);
}

void UploadTest::busyHubIsWaitedFor_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("503") << QByteArray(R"("do":"status","code":503)");
    QTest::newRow("429") << QByteArray(R"("do":"status","code":429)");
    QTest::newRow("429 with Retry-After") << QByteArray(R"("do":"status","code":429,"headers":[["Retry-After","1"]])");
    QTest::newRow("429 with RateLimit") << QByteArray(R"("do":"status","code":429,"headers":[["RateLimit","\"api\";r=0;t=1"]])");
    QTest::newRow("reset") << QByteArray(R"("do":"reset")");
    QTest::newRow("answer lost") << QByteArray(R"("do":"lost")");
}

void UploadTest::busyHubIsWaitedFor()
{
    QFETCH(QByteArray, rule);
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 3 << 20);
    QByteArray rules;
    for (const char* call : {"preupload", "revision", "batch", "multipart", "verify"}) {
        rules += QByteArray(rules.isEmpty() ? "" : ",") + "{\"match\":\"" + call + "\",\"nth\":[1]," + rule + "}";
    }
    QVERIFY(m_test->server.faults(rules));
    m_test->upload();
    QVERIFY(m_test->isThere("model.safetensors"));
    QCOMPARE(m_test->commits(), 2);
}

void UploadTest::hubThatAsksForAnHourIsGivenUp()
{
    QVERIFY(m_test->start());
    m_test->add("config.json", "{}\n");
    QVERIFY(m_test->server.faults(R"({"match":"preupload","do":"status","code":429,"headers":[["RateLimit","\"api\";r=949;t=55"]]})"));
    const auto error = test::errorOf([&] { m_test->upload(); });
    QVERIFY(error && error->code() == ErrorCode::HttpStatus && error->fact("found") == "429");
    QCOMPARE(m_test->server.requests("preupload").size(), 1);
}

void UploadTest::wrongAnswersOfPreupload_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("other file") << QByteArray(R"({"files":[{"path":"other","uploadMode":"lfs"}]})");
    QTest::newRow("a file too many") << QByteArray(
        R"({"files":[{"path":"config.json","uploadMode":"regular"},{"path":"../../x","uploadMode":"regular"}]})");
    QTest::newRow("a file twice") << QByteArray(
        R"({"files":[{"path":"config.json","uploadMode":"regular"},{"path":"config.json","uploadMode":"lfs"}]})");
    QTest::newRow("none") << QByteArray(R"({"files":[]})");
    QTest::newRow("no list") << QByteArray(R"({"files":{}})");
    QTest::newRow("unknown mode") << QByteArray(R"({"files":[{"path":"config.json","uploadMode":"carrier-pigeon"}]})");
    QTest::newRow("no mode") << QByteArray(R"({"files":[{"path":"config.json"}]})");
    QTest::newRow("ignoring is text") << QByteArray(R"({"files":[{"path":"config.json","uploadMode":"regular","shouldIgnore":"yes"}]})");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no JSON") << QByteArray("<html>");
}

void UploadTest::wrongAnswersOfPreupload()
{
    QFETCH(QByteArray, body);
    QVERIFY(m_test->start());
    m_test->add("config.json", "{}\n");
    const QByteArray text = QJsonDocument(QJsonArray{QString::fromUtf8(body)}).toJson(QJsonDocument::Compact);
    QVERIFY(m_test->server.faults("{\"match\":\"preupload\",\"do\":\"answered\",\"code\":200,\"body\":" + text.mid(1, text.size() - 2) + "}"));
    const auto error = test::errorOf([&] { m_test->upload(); });
    QVERIFY(error && error->code() == ErrorCode::BadResponse);
    QCOMPARE(m_test->commits(), 1);
}

void UploadTest::hugeAndDeepAnswers_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<int>("times");
    QTest::addColumn<QString>("problem");
    QTest::newRow("50 MB") << QByteArray("{\\\"a\\\":1}") << 6'000'000 << "too-long";
    QTest::newRow("deep lists") << QByteArray("[") << 1'000'000 << "json";
    QTest::newRow("deep objects") << QByteArray("{\\\"a\\\":") << 1'000'000 << "json";
}

void UploadTest::hugeAndDeepAnswers()
{
    QFETCH(QByteArray, piece);
    QFETCH(int, times);
    QFETCH(QString, problem);
    QVERIFY(m_test->start());
    m_test->add("config.json", "{}\n");
    QVERIFY(m_test->server.faults("{\"match\":\"preupload\",\"do\":\"answered\",\"code\":200,\"body\":\"" + piece +
                                  "\",\"times\":" + QByteArray::number(times) + "}"));
    const auto error = test::errorOf([&] { m_test->upload(); });
    QVERIFY(error && error->code() == ErrorCode::BadResponse);
    QVERIFY2(error->fact("problem").starts_with(problem.toStdString()), error->what());
}

void UploadTest::changedFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("sameTime");
    QTest::newRow("one PUT, other time") << "small.safetensors" << false;
    QTest::newRow("one PUT, same size and time") << "small.safetensors" << true;
    QTest::newRow("parts, same size and time") << "model.safetensors" << true;
    QTest::newRow("inside the commit, same size and time") << "config.json" << true;
}

void UploadTest::changedFile()
{
    QFETCH(QString, name);
    QFETCH(bool, sameTime);
    QVERIFY(m_test->start());
    m_test->addWeights("small.safetensors", 300'000, 1);
    m_test->addWeights("model.safetensors", 3 << 20, 2);
    m_test->add("config.json", "{ \"a\": 1 }\n");
    for (hub::UploadFile& file : m_test->request.files) {
        if (file.name == name.toStdString()) {
            std::string text = io::readSmallFile(file.path, 1 << 24);
            text[text.size() / 2] = static_cast<char>(text[text.size() / 2] ^ 1);
            io::writeFileAtomically(file.path, text);
            file.modifiedNs = sameTime ? io::openFile(file.path)->identity().modifiedNs : file.modifiedNs;
        }
    }
    const auto error = test::errorOf([&] { m_test->upload(); });
    QVERIFY(error && error->code() == ErrorCode::SourceChanged);
    QVERIFY(error->fact("file").ends_with(name.toStdString()));
    QCOMPARE(m_test->commits(), 1);
}

// Its bytes are read again only where it has been touched.
void UploadTest::touchedFileIsReadAgain_data()
{
    QTest::addColumn<bool>("isOther");
    QTest::newRow("its rights alone were changed") << false;
    QTest::newRow("its bytes too, and its time put back") << true;
}

void UploadTest::touchedFileIsReadAgain()
{
    QFETCH(bool, isOther);
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 3 << 20, 2);
    hub::UploadFile& planned = m_test->request.files.front();
    planned.changedNs = io::changeTimeNs(planned.path);
    QFile file(QString::fromStdString(planned.path));
    const QDateTime before = QFileInfo(file).lastModified();
    QVERIFY(file.open(QIODevice::ReadWrite) && file.setPermissions(QFile::ReadOwner));
    if (isOther) {
        QVERIFY(file.seek(1000) && file.write("x") == 1 && file.flush());
    }
    QVERIFY(file.setFileTime(before, QFileDevice::FileModificationTime));
    planned.modifiedNs = io::openFile(planned.path)->identity().modifiedNs;
    QVERIFY(io::changeTimeNs(planned.path) != planned.changedNs);
    const auto error = test::errorOf([&] { m_test->upload(); });
    QCOMPARE(error.has_value(), isOther);
    QVERIFY(!isOther || error->code() == ErrorCode::SourceChanged);
    QCOMPARE(m_test->commits(), isOther ? 1 : 2);
}

void UploadTest::fileThatChangesWhileItIsSent()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 8 << 20);
    QVERIFY(m_test->server.faults(R"({"match":"PUT /store","do":"hold","after":3})"));
    const auto error = m_test->uploadWhile([&] {
        QVERIFY(m_test->server.hasEnded("PUT /store", 3));
        QFile file(QString::fromStdString(m_test->path("model.safetensors")));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((8 << 20) - 10) && file.write("changed") > 0 && file.flush());
        QVERIFY(m_test->server.release());
    });
    QVERIFY(error && error->code() == ErrorCode::SourceChanged);
    QCOMPARE(m_test->commits(), 1);
    QVERIFY(m_test->server.requests("/multipart").isEmpty());
}

void UploadTest::fileBeyondTheHubsLimit()
{
    QVERIFY(m_test->start({"--maxfile", "1000000"}));
    m_test->addWeights("model.safetensors", 2 << 20);
    const auto error = test::errorOf([&] { m_test->upload(); });
    QVERIFY(error && error->code() == ErrorCode::HubRefused && error->fact("found") == "413");
    QVERIFY(error->fact("reason").find("Maximum individual file size") != std::string_view::npos);
}

void UploadTest::cancelDuringTheCommitIsFoundToBeDone()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 100'000);
    QVERIFY(m_test->server.faults(R"({"match":"POST .*commit/main","do":"hold"})"));
    m_test->uploadWhile([&] {
        QVERIFY(m_test->server.hasBegun("POST .*commit/main"));
        m_test->run->cancel.cancel();
    });
    QVERIFY(m_test->wasCancelled);
    QCOMPARE(m_test->commits(), 1);
    QVERIFY(m_test->server.release());
    QTRY_COMPARE(m_test->commits(), 2);  // the Hub goes on without us
    m_test->run = std::make_unique<test::NetRun>();
    const hub::UploadOutcome again = m_test->upload();
    QVERIFY(again.alreadyThere);
    QCOMPARE(m_test->commits(), 2);
}

void UploadTest::twoUploadsToOnePlace()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 100'000);
    {
        const hub::UploadJournal other(m_test->request.stateFolder, m_test->settings.endpoint + " main alice/model");
        const auto error = test::errorOf([&] { m_test->upload(); });
        QVERIFY(error && error->code() == ErrorCode::FolderBusy && error->fact("file") == "alice/model");
    }
    m_test->upload();
    QVERIFY(m_test->isThere("model.safetensors"));
}

void UploadTest::secretsStayWhereTheyBelong()
{
    QVERIFY(m_test->start({"--same-upload"}));
    m_test->addWeights("model.safetensors", 6 << 20);
    m_test->add("config.json", "{}\n");
    QVERIFY(m_test->cancelledAfter(2));
    const std::string journal = m_test->journals();
    QVERIFY(!journal.empty());
    QVERIFY(journal.find("hf_write") == std::string::npos);
    for (const QFileInfo& file : QDir(QString::fromStdString(m_test->request.stateFolder)).entryInfoList({"*.journal"})) {
        QCOMPARE(file.permissions() & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);  // it holds signed addresses
    }
    QVERIFY(m_test->server.faults(R"({"match":"PUT /store","nth":[1],"do":"status","code":400,"body":"hf_write"})"));
    m_test->upload();
    QVERIFY(m_test->run->lines.find("hf_write") == std::string::npos && m_test->run->lines.find("Signature") == std::string::npos);
    for (const QString& request : m_test->server.requests()) {
        QVERIFY2(!request.contains("hf_write"), qPrintable(request));
    }
    for (const QByteArray& line : m_test->server.trace().split('\n')) {
        QVERIFY(!line.contains("\"srv\": \"store\"") || !line.toLower().contains("bearer"));
    }
}

void UploadTest::speedLimitIsKept()
{
    QVERIFY(m_test->start());
    m_test->addWeights("model.safetensors", 3 << 20);
    m_test->settings.bytesPerSecond = 2 << 20;
    QElapsedTimer clock;
    clock.start();
    m_test->upload();
    QVERIFY2(clock.elapsed() > 900, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(m_test->isThere("model.safetensors"));
}

QTEST_GUILESS_MAIN(UploadTest)
#include "upload_test.moc"
