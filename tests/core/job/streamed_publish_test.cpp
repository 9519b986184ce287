#include "core/job/streamed_publish.h"

#include "core/base/hash.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/job/pipeline.h"
#include "tests/core/job/publish_fixture.h"
#include "tests/support/expect_error.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <set>
#include <thread>

using namespace wb;

// A conversion that goes to a stand-in for the Hub file by file and leaves nothing here.
class StreamedPublishTest : public QObject, private test::PublishFixture {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_server.reset(); }

    void sameFilesAsOfAFolder();
    void planSendsNothing();
    void licenceComesBeforeAnyRequest();
    void statedLicenceIsInTheCard();
    void commitIsTheLastRequest();
    void publishedAgainMakesNoCommit();
    void asAPullRequest();
    void faultsOfTheStoreAreSurvived();
    void refusalOfAFileLeavesTheRemoteWithoutACommit();
    void cancelledAtAFileItGoesOnThere();
    void lostCommitAnswerIsOneCommit();
    void whatTheStoreLostIsMadeAgain();
    void lostAgainAndAgainIsAnError();
    void weightsThatTheHubWantsInTheCommitAreRefusedFirst();
    void branchThatMovesMeanwhileIsSaid();

private:
    plan::Plan conversion()
    {
        plan::Options options;
        options.outputFolder = at("work");
        options.shardBytes = 2'000'000;
        return job::makePlan(job::inspect(m_made.filePath(m_source).toStdString(), {}, m_run->job), options, m_run->job);
    }
    job::StreamedPublication publish()
    {
        const plan::Plan planned = conversion();
        const job::PublishPlan target = job::planStreamedPublish(planned, m_options, m_settings, m_run->job);
        const job::Conversion convert = [&](const convert::ConvertOptions& options) { return convert::convert(planned, options, m_run->job); };
        return job::publishStreamed(planned, target, m_settings, {}, convert, m_run->job);
    }
    int commits() const { return m_server->repository("alice/model").value("commits").toInt(); }
    bool isAllThere(const job::Publication& publication, const QString& revision = "main") const;

    QString m_source = "timm.torch";
};

void StreamedPublishTest::initTestCase()
{
    if (!test::HubServer::isPossible()) {
        QSKIP("python3 is not installed");
    }
    makeCheckpoint("timm.torch", "regnet-x-002", 0.25);
    makeCheckpoint("vissl.torch", "regnet-y-320-seer", 0.25);
    QVERIFY(startServer({"--mp", "1000000", "--chunk", "500000"}));
}

void StreamedPublishTest::init()
{
    QVERIFY(beginTest());
    m_source = "timm.torch";
    QVERIFY(conversion().weightFiles.size() >= 3);
}

bool StreamedPublishTest::isAllThere(const job::Publication& publication, const QString& revision) const
{
    const QJsonObject found = m_server->filesOf("alice/model", revision);
    return std::all_of(publication.files.begin(), publication.files.end(), [&found](const job::PublishFile& file) {
        const std::string hash = found.value(QString::fromStdString(file.name)).toString().toStdString();
        return file.name.ends_with(".safetensors") ? hash == file.sha256 : hash.size() == 40;
    });
}

void StreamedPublishTest::sameFilesAsOfAFolder()
{
    const job::Publication streamed = publish().publication;
    QVERIFY(!QFileInfo::exists(m_folder->filePath("work")));
    const QJsonObject there = m_server->filesOf("alice/model");

    plan::Plan kept = conversion();
    convert::convert(kept, {}, m_run->job);
    m_options.repository = "alice/kept";
    m_options.folder = at("work");
    const job::Publication folder = job::publish(job::planPublish(m_options, m_settings, m_run->job), m_settings, m_run->job);
    QCOMPARE(there, m_server->filesOf("alice/kept"));
    QCOMPARE(streamed.files.size(), folder.files.size());
    QVERIFY(isAllThere(streamed));
    QCOMPARE(commits(), 2);  // the first comes with the repository
}

void StreamedPublishTest::planSendsNothing()
{
    const job::PublishPlan plan = job::planStreamedPublish(conversion(), m_options, m_settings, m_run->job);
    QVERIFY(!plan.repositoryExists && plan.isPrivate && m_server->repository("alice/model").isEmpty());
    QVERIFY(m_server->requests("PUT").isEmpty() && m_server->requests("repos/create").isEmpty());
    std::set<std::string> names;
    for (const job::PublishFile& file : plan.files) {
        names.insert(file.name);
    }
    std::set<std::string> sent;
    for (const job::PublishFile& file : publish().publication.files) {
        sent.insert(file.name);
    }
    QVERIFY(names == sent);
}

void StreamedPublishTest::licenceComesBeforeAnyRequest()
{
    m_source = "vissl.torch";
    m_options.licence.clear();
    const auto error = test::errorOf([this] { publish(); });
    QVERIFY(error && error->code() == ErrorCode::LicenceNotAccepted);
    QVERIFY(m_server->requests().isEmpty());
    m_options.acceptedLicence = "seer";
    QVERIFY(isAllThere(publish().publication));
}

void StreamedPublishTest::statedLicenceIsInTheCard()
{
    const job::PublishPlan plan = job::planStreamedPublish(conversion(), m_options, m_settings, m_run->job);
    QCOMPARE(plan.licence, std::string("mit"));
    QVERIFY(plan.options.card && plan.options.card->find("license: mit") != std::string::npos);
    publish();
    QCOMPARE(m_server->filesOf("alice/model").value("README.md").toString().toStdString(), gitBlobName(*plan.options.card));
}

void StreamedPublishTest::commitIsTheLastRequest()
{
    publish();
    const QStringList posts = m_server->requests("POST");
    QVERIFY(posts.last().contains("/commit/main"));
    QCOMPARE(m_server->requests("/commit/").size(), 1);
}

void StreamedPublishTest::publishedAgainMakesNoCommit()
{
    publish();
    const qsizetype puts = m_server->requests("PUT").size();
    const job::Publication again = publish().publication;
    QVERIFY(again.alreadyThere && again.bytesSent == 0);
    QCOMPARE(m_server->requests("PUT").size(), puts);
    QCOMPARE(commits(), 2);
}

void StreamedPublishTest::asAPullRequest()
{
    QVERIFY(m_server->makeRepository("alice/model"));
    m_options.pullRequest = true;
    const job::Publication publication = publish().publication;
    QVERIFY(publication.pullRequest.ends_with("/discussions/1"));
    QVERIFY(isAllThere(publication, "refs/pr/1"));
    QVERIFY(!m_server->filesOf("alice/model").contains("config.json"));
}

void StreamedPublishTest::faultsOfTheStoreAreSurvived()
{
    QVERIFY(m_server->faults(R"({"match":"PUT /store","nth":[1,4],"do":"reset_after","bytes":65536},)"
                             R"({"match":"PUT /store","nth":[2],"do":"status","code":503},)"
                             R"({"match":"PUT /store","nth":[3],"do":"status","code":403},)"
                             R"({"match":"/complete","nth":[2],"do":"lost"},)"
                             R"({"match":"objects/batch","nth":[2],"do":"status","code":429,"headers":[["Retry-After","0"]]})"));
    QVERIFY(isAllThere(publish().publication));
    QCOMPARE(commits(), 2);
}

void StreamedPublishTest::refusalOfAFileLeavesTheRemoteWithoutACommit()
{
    QVERIFY(m_server->faults(R"({"match":"objects/batch","nth":[2,3,4,5,6,7,8,9],"do":"status","code":403})"));
    const auto error = test::errorOf([this] { publish(); });
    QVERIFY(error && error->code() == ErrorCode::NotAuthorised);
    QCOMPARE(commits(), 1);
    QVERIFY(m_server->requests("/commit/").isEmpty());

    QVERIFY(m_server->faults({}));
    const qsizetype puts = m_server->requests("PUT").size();
    const auto objects = m_server->state().value("objects").toObject().size();
    QVERIFY(objects >= 1);
    m_run = std::make_unique<test::NetRun>();
    const job::StreamedPublication done = publish();
    QVERIFY(done.converted.resumed && isAllThere(done.publication));
    uint64_t bytes = 0;
    for (const plan::PlannedFile& file : conversion().weightFiles) {
        bytes += file.bytes;
    }
    QVERIFY(done.publication.bytesSent < bytes);
    QVERIFY(m_server->requests("PUT").size() > puts);
    QCOMPARE(commits(), 2);
}

void StreamedPublishTest::cancelledAtAFileItGoesOnThere()
{
    QVERIFY(m_server->faults(R"({"match":"objects/batch","nth":[3],"do":"stall","seconds":3})"));
    std::thread user([this] {
        m_server->control("/_ctl/arrived", R"({"match":"objects/batch","count":3})");
        m_run->cancel.cancel();
    });
    bool cancelled = false;
    try {
        publish();
    } catch (const Cancelled&) {
        cancelled = true;
    }
    user.join();
    QVERIFY(cancelled);
    QCOMPARE(commits(), 1);
    const QStringList before = m_server->requests("PUT");
    QVERIFY(m_server->faults({}));
    m_run = std::make_unique<test::NetRun>();
    const job::Publication publication = publish().publication;
    QVERIFY(isAllThere(publication));
    QCOMPARE(m_server->requests("PUT").toList().mid(before.size()).filter(before.first().section('?', 0, 0)).size(), 0);
    QCOMPARE(commits(), 2);
}

void StreamedPublishTest::lostCommitAnswerIsOneCommit()
{
    QVERIFY(m_server->faults(R"({"match":"/commit/main","nth":[1],"do":"lost"})"));
    QVERIFY(isAllThere(publish().publication));
    QCOMPARE(commits(), 2);
}

void StreamedPublishTest::whatTheStoreLostIsMadeAgain()
{
    QVERIFY(m_server->faults(R"({"match":"/commit/main","nth":[1],"do":"status","code":400,"body":{"error":"stop here"}})"));
    QVERIFY(test::errorOf([this] { publish(); }));
    QVERIFY(m_server->control("/_ctl/lose", R"({"nth":[2]})"));
    m_run = std::make_unique<test::NetRun>();
    const job::Publication publication = publish().publication;
    QVERIFY(isAllThere(publication));
    QCOMPARE(commits(), 2);
    for (const job::PublishFile& file : publication.files) {
        QVERIFY(!file.name.ends_with(".safetensors") || m_server->state().value("objects").toObject().contains(QString::fromStdString(file.sha256)));
    }
}

void StreamedPublishTest::lostAgainAndAgainIsAnError()
{
    QVERIFY(m_server->faults(R"({"match":"/commit/main","do":"status","code":400,"body":{"error":"stop here"}})"));
    QVERIFY(test::errorOf([this] { publish(); }));
    // A batch that says of every object that it is to be sent, after a store that took it.
    QVERIFY(m_server->control("/_ctl/lose", R"({"nth":[1,2,3,4,5,6,7,8,9]})"));
    QVERIFY(m_server->faults(R"({"match":"objects/batch","do":"forgetful"})"));
    m_run = std::make_unique<test::NetRun>();
    const auto error = test::errorOf([this] { publish(); });
    QVERIFY(error && error->code() == ErrorCode::HubRefused && error->fact("problem") == "store");
    QCOMPARE(commits(), 1);
}

void StreamedPublishTest::weightsThatTheHubWantsInTheCommitAreRefusedFirst()
{
    QVERIFY(m_server->makeRepository("alice/model"));
    QVERIFY(m_server->faults(R"({"match":"/preupload/","do":"regular"})"));
    const auto error = test::errorOf([this] { publish(); });
    QVERIFY(error && error->code() == ErrorCode::HubRefused && error->fact("problem") == "not-large");
    QVERIFY(!QFileInfo::exists(m_folder->filePath("work")));
    QVERIFY(m_server->requests("PUT").isEmpty());
}

void StreamedPublishTest::branchThatMovesMeanwhileIsSaid()
{
    QVERIFY(m_server->makeRepository("alice/model"));
    QVERIFY(m_server->faults(R"({"match":"objects/batch","nth":[2],"do":"race"})"));
    const auto error = test::errorOf([this] { publish(); });
    QVERIFY(error && error->code() == ErrorCode::PublishConflict && error->fact("problem") == "moved");
    QCOMPARE(commits(), 2);
    m_run = std::make_unique<test::NetRun>();
    QVERIFY(isAllThere(publish().publication));
    QCOMPARE(commits(), 3);
}

QTEST_GUILESS_MAIN(StreamedPublishTest)
#include "streamed_publish_test.moc"
