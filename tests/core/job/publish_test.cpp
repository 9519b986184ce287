#include "core/base/hash.h"
#include "core/hub/token_source.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"
#include "core/job/pipeline.h"
#include "core/job/publish.h"
#include "tests/core/job/publish_fixture.h"
#include "tests/support/expect_error.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <memory>
#include <thread>

using namespace wb;

// A converted folder on its way to a stand-in for the Hub: what is refused before anything is sent, and the whole way.
class PublishTest : public QObject, private test::PublishFixture {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_server.reset(); }

    void tokenIsAskedForOnce();  // first: it is asked for once by all
    void licenceComesBeforeAnyRequest();
    void unknownLicenceMustBeStated();
    void wrongNamesAreRefusedBeforeAnyRequest();
    void tokens_data();
    void tokens();
    void fineGrainedTokenMayWriteToItsRepository();
    void newRepositoryIsPrivate();
    void publicWhenAskedFor();
    void visibilityIsNotChanged();
    void planShowsWhatWillBeSent();
    void publishedTwiceIsAlreadyThere();
    void repositoryThatIsThere();
    void repositoryMadeMeanwhileAndPublicIsRefused();
    void gatedByAnother();
    void renamedRepositoryIsSaid();
    void dataSetOfTheSameNameIsLeftAlone();
    void unknownRevisionIsSaid();
    void cardIsValidated();
    void editedCardIsFine();
    void damagedFolderIsNotPublished();
    void changedAfterPlanningIsNotSent();
    void foldersThatAreRefused_data();
    void foldersThatAreRefused();
    void hiddenAndSecretFilesAreLeftOut();
    void fileWithTheTokenIsRefused();
    void newlineInATokenIsNoToken();
    void redirectToAnotherHostGetsNoToken();
    void journalIsNotReadableAsASecret();
    void cancelledWhileHashing();

private:
    void copyModel(const QString& from, const QString& to) const;
    job::PublishPlan plan() { return job::planPublish(m_options, m_settings, m_run->job); }
    job::Publication publish() { return job::publish(plan(), m_settings, m_run->job); }
    std::optional<Error> planError()
    {
        return test::errorOf([this] { plan(); });
    }
};

void PublishTest::initTestCase()
{
    if (!test::HubServer::isPossible()) {
        QSKIP("python3 is not installed");
    }
    test::NetRun run;
    const auto make = [&](const char* name, const char* variant) {
        plan::Options options;
        options.outputFolder = m_made.filePath(name).toStdString();
        const std::string checkpoint = makeCheckpoint(QString(name) + ".torch", variant);
        convert::convert(job::makePlan(job::inspect(checkpoint, {}, run.job), options, run.job), {}, run.job);
    };
    make("vissl", "regnet-y-320-seer");
    make("timm", "regnet-x-002");
    QVERIFY(startServer());
}

void PublishTest::init()
{
    QVERIFY(beginTest());
    copyModel("timm", "model");
    m_options.folder = at("model");
    qputenv("HF_TOKEN", "hf_write");
}

void PublishTest::copyModel(const QString& from, const QString& to) const
{
    QVERIFY(QDir().mkpath(m_folder->filePath(to)));
    for (const QString& name : QDir(m_made.filePath(from)).entryList(QDir::Files)) {
        QVERIFY(QFile::copy(m_made.filePath(from + "/" + name), m_folder->filePath(to + "/" + name)));
    }
}

void PublishTest::licenceComesBeforeAnyRequest()
{
    copyModel("vissl", "seer");
    m_options.folder = at("seer");
    m_options.licence.clear();
    const auto error = planError();
    QVERIFY(error && error->code() == ErrorCode::LicenceNotAccepted);
    QVERIFY(m_server->requests().isEmpty());
    m_options.acceptedLicence = "seer";
    QVERIFY(plan().licence.find("SEER") != std::string::npos);
    m_options.acceptedLicence.clear();
    m_options.licence = "apache-2.0";
    QCOMPARE(plan().licence, std::string("apache-2.0"));
}

void PublishTest::unknownLicenceMustBeStated()
{
    io::writeFileAtomically(at("model/README.md"), "# Model\n");
    m_options.licence.clear();
    const auto error = planError();
    QVERIFY(error && error->code() == ErrorCode::LicenceNotAccepted && error->fact("problem") == "unknown");
}

void PublishTest::wrongNamesAreRefusedBeforeAnyRequest()
{
    for (const char* name : {"alice/a..b", "alice/a--b", "alice/r\xC3\xA9", "a/b/c", "alice/"}) {
        m_options.repository = name;
        const auto error = planError();
        QVERIFY2(error && error->code() == ErrorCode::RepositoryName, name);
    }
    m_options.repository = "alice/" + std::string(97, 'a');
    QCOMPARE(planError().value().fact("problem"), std::string_view("long"));
    QVERIFY(m_server->requests().isEmpty());
}

void PublishTest::tokenIsAskedForOnce()
{
    const job::TokenStatus status = job::whoAmI(m_settings, m_run->job);
    QVERIFY(status.source == job::TokenStatus::Source::Environment && status.place == "HF_TOKEN");
    QCOMPARE(status.user, std::string("alice"));
    QCOMPARE(status.role, std::string("write"));
    QVERIFY((status.owners == std::vector<std::string>{"alice", "acme"}));
    job::whoAmI(m_settings, m_run->job);
    QCOMPARE(m_server->requests("whoami").size(), 1);
}

void PublishTest::tokens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("repository");
    QTest::addColumn<QString>("problem");
    QTest::newRow("none") << QByteArray() << "alice/model"
                          << "no-token";
    QTest::newRow("wrong or expired") << QByteArray("hf_wr0ng") << "alice/model"
                                      << "token";
    QTest::newRow("read only") << QByteArray("hf_read") << "alice/model"
                               << "role";
    QTest::newRow("another's namespace") << QByteArray("hf_write") << "bob/model"
                                         << "owner";
    QTest::newRow("fine-grained, not here") << QByteArray("hf_fine") << "alice/model"
                                            << "owner";
}

void PublishTest::tokens()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, repository);
    QFETCH(QString, problem);
    m_settings.token = token.toStdString();
    m_options.repository = repository.toStdString();
    const auto error = planError();
    QVERIFY(error && error->code() == ErrorCode::NotAuthorised);
    QCOMPARE(QString::fromUtf8(error->fact("problem").data(), static_cast<qsizetype>(error->fact("problem").size())), problem);
    QVERIFY(token.isEmpty() || QByteArray(error->what()).contains(token) == false);
    QVERIFY(m_server->requests("POST").isEmpty());
}

void PublishTest::fineGrainedTokenMayWriteToItsRepository()
{
    QVERIFY(m_server->makeRepository("alice/fine"));
    m_settings.token = "hf_fine";
    m_options.repository = "fine";
    QCOMPARE(publish().repository, std::string("alice/fine"));
}

void PublishTest::newRepositoryIsPrivate()
{
    m_options.repository = "model";
    const job::PublishPlan made = plan();
    QVERIFY(!made.repositoryExists && made.isPrivate && made.options.repository == "alice/model");
    QVERIFY(m_server->repository("alice/model").isEmpty());  // planning makes nothing
    const job::Publication publication = job::publish(made, m_settings, m_run->job);
    QVERIFY(m_server->repository("alice/model").value("private").toBool());
    for (const job::PublishFile& file : publication.files) {
        const std::string hash = m_server->filesOf("alice/model").value(QString::fromStdString(file.name)).toString().toStdString();
        QVERIFY2(hash == file.sha256 || hash.size() == 40, file.name.c_str());
    }
    QVERIFY(m_server->filesOf("alice/model").contains("model.safetensors"));
    QVERIFY(m_server->trace().contains("\\\"visibility\\\":\\\"private\\\"") && m_server->trace().contains("\\\"private\\\":true"));
}

void PublishTest::publicWhenAskedFor()
{
    m_options.visibility = job::Visibility::Public;
    publish();
    QVERIFY(!m_server->repository("alice/model").value("private").toBool(true));
}

void PublishTest::visibilityIsNotChanged()
{
    QVERIFY(m_server->makeRepository("alice/model"));
    m_options.visibility = job::Visibility::Private;
    const auto error = planError();
    QVERIFY(error && error->code() == ErrorCode::PublishConflict && error->fact("problem") == "is-public");
    m_options.visibility = job::Visibility::Keep;
    QVERIFY(!plan().isPrivate);
}

void PublishTest::planShowsWhatWillBeSent()
{
    QVERIFY(m_server->makeRepository("alice/model"));
    const job::PublishPlan made = plan();
    QVERIFY(made.repositoryExists && made.parentCommit.size() == 40 && made.token.user == "alice" && made.licence == "mit");
    uint64_t bytes = 0;
    for (const job::PublishFile& file : made.files) {
        QVERIFY(file.way == (file.name.ends_with(".safetensors") ? job::PublishFile::Way::Send : job::PublishFile::Way::Inline));
        bytes += file.way == job::PublishFile::Way::Send ? file.bytes : 0;
    }
    QCOMPARE(made.bytesToSend, bytes);
    QVERIFY(m_server->requests("PUT").isEmpty() && m_server->requests("batch").isEmpty() && m_server->requests("commit").isEmpty());
}

void PublishTest::publishedTwiceIsAlreadyThere()
{
    const job::Publication first = publish();
    const job::Publication again = publish();
    QVERIFY(!first.alreadyThere && again.alreadyThere && again.commit == first.commit && again.bytesSent == 0);
    QCOMPARE(m_server->repository("alice/model").value("commits").toInt(), 2);
}

void PublishTest::repositoryThatIsThere()
{
    const job::PublishPlan made = plan();
    QVERIFY(m_server->makeRepository("alice/model", ",\"private\":true"));  // meanwhile: 409
    QVERIFY(!job::publish(made, m_settings, m_run->job).commit.empty());
}

void PublishTest::repositoryMadeMeanwhileAndPublicIsRefused()
{
    const job::PublishPlan made = plan();
    QVERIFY(m_server->makeRepository("alice/model"));
    const auto error = test::errorOf([&] { job::publish(made, m_settings, m_run->job); });
    QVERIFY(error && error->code() == ErrorCode::PublishConflict && error->fact("problem") == "is-public");
    QVERIFY(m_server->requests("PUT").isEmpty());
}

void PublishTest::gatedByAnother()
{
    QVERIFY(m_server->makeRepository("acme/model", ",\"gated\":true"));
    m_options.repository = "acme/model";
    const auto error = planError();
    QVERIFY(error && error->code() == ErrorCode::NotAuthorised && error->fact("problem") == "gated");
}

void PublishTest::renamedRepositoryIsSaid()
{
    QVERIFY(m_server->makeRepository("alice/model"));
    QVERIFY(m_server->control("/_ctl/move", R"({"from":"alice/model","to":"alice/better"})"));
    const auto error = planError();
    QVERIFY(error && error->code() == ErrorCode::RepositoryName && error->fact("problem") == "renamed" && error->fact("found") == "alice/better");
}

void PublishTest::dataSetOfTheSameNameIsLeftAlone()
{
    QVERIFY(m_server->makeRepository("alice/model", ",\"type\":\"dataset\""));
    QVERIFY(!plan().repositoryExists);
    publish();
    QVERIFY(m_server->filesOf("alice/model").contains("model.safetensors"));
    QCOMPARE(m_server->state().value("repos")["dataset:alice/model"]["commits"].toInt(), 1);
}

void PublishTest::unknownRevisionIsSaid()
{
    QVERIFY(m_server->makeRepository("alice/model"));
    m_options.revision = "none";
    const auto error = planError();
    QVERIFY(error && error->code() == ErrorCode::HubRefused && error->fact("problem") == "revision" && error->fact("name") == "none");
}

void PublishTest::cardIsValidated()
{
    m_options.licence = "nonsense";
    const auto error = planError();
    QVERIFY(error && error->code() == ErrorCode::HubRefused && error->fact("problem") == "card" && error->fact("part") == "README.md");
    QVERIFY(error->fact("reason").find("license") != std::string_view::npos);
}

void PublishTest::editedCardIsFine()
{
    io::writeFileAtomically(at("model/README.md"), "---\nlicense: mit\n---\n# Mine\n");
    publish();
    QCOMPARE(m_server->filesOf("alice/model").value("README.md").toString().toStdString(), gitBlobName("---\nlicense: mit\n---\n# Mine\n"));
    m_options.card = "---\nlicense: mit\n---\n# Another\n";
    publish();
    QCOMPARE(m_server->filesOf("alice/model").value("README.md").toString().toStdString(), gitBlobName(*m_options.card));
}

void PublishTest::damagedFolderIsNotPublished()
{
    std::string text = io::readSmallFile(at("model/model.safetensors"), UINT64_MAX);
    text.back() = static_cast<char>(text.back() ^ 1);
    io::writeFileAtomically(at("model/model.safetensors"), text);
    const auto error = planError();
    QVERIFY(error && error->code() == ErrorCode::VerificationFailed);
    io::writeFileAtomically(at("model/README.md"), "---\nlicense: mit\n---\n# Mine\n");
    QVERIFY(planError().value().code() == ErrorCode::VerificationFailed);
    QVERIFY(m_server->requests("PUT").isEmpty());
}

void PublishTest::changedAfterPlanningIsNotSent()
{
    const job::PublishPlan made = plan();
    io::writeFileAtomically(at("model/config.json"), io::readSmallFile(at("model/config.json"), 1 << 20) + " ");
    const auto error = test::errorOf([&] { job::publish(made, m_settings, m_run->job); });
    QVERIFY(error && error->code() == ErrorCode::SourceChanged);
    QCOMPARE(m_server->repository("alice/model").value("commits").toInt(), 1);
}

void PublishTest::foldersThatAreRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("id");
    QTest::newRow("a link that leaves it") << "link"
                                           << "E_UNSAFE_PATH";
    QTest::newRow("a name that is no text") << "name"
                                            << "E_UNSAFE_PATH";
    QTest::newRow("a pipe") << "pipe"
                            << "E_NOT_A_FILE";
    QTest::newRow("many files") << "many"
                                << "E_LIMIT";
    QTest::newRow("a hundred thousand files") << "100000"
                                              << "E_LIMIT";
    QTest::newRow("deep folders") << "deep"
                                  << "E_LIMIT";
    QTest::newRow("a file of a terabyte") << "large"
                                          << "E_LIMIT";
    QTest::newRow("no weights") << "weights"
                                << "E_NOT_FOUND";
}

void PublishTest::foldersThatAreRefused()
{
    QFETCH(QString, what);
    QFETCH(QString, id);
    const std::string model = at("model");
    if (what == "link") {
        QVERIFY(QFile::link("/etc/hostname", m_folder->filePath("model/host.txt")));
    } else if (what == "name") {
        io::writeFileAtomically(model + "/a\xFF.txt", "x");
    } else if (what == "pipe") {
        QCOMPARE(::mkfifo((model + "/pipe").c_str(), 0600), 0);
    } else if (what == "many" || what == "100000") {
        const int count = what == "many" ? 1001 : what.toInt();
        for (int number = 0; number < count; ++number) {
            const int file = ::open((model + "/f" + std::to_string(number)).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
            QVERIFY(file >= 0 && ::close(file) == 0);
        }
    } else if (what == "deep") {
        QVERIFY(QDir().mkpath(m_folder->filePath("model/a/b/c/d/e/f/g/h/i/j")));
    } else if (what == "large") {
        QFile file(m_folder->filePath("model/large.bin"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        if (!file.resize(1'000'000'000'000)) {
            QSKIP("no sparse file of that size here");
        }
    } else {
        QVERIFY(QFile::remove(m_folder->filePath("model/model.safetensors")));
    }
    const auto error = planError();
    ::unlink((model + "/pipe").c_str());  // Qt cannot remove these
    ::unlink((model + "/a\xFF.txt").c_str());
    QVERIFY(error);
    QCOMPARE(QString::fromStdString(std::string(errorId(error->code()))), id);
    QVERIFY(m_server->requests().isEmpty());
}

void PublishTest::hiddenAndSecretFilesAreLeftOut()
{
    QVERIFY(QDir().mkpath(m_folder->filePath("model/.git")));
    for (const char* name : {"model/.git/config", "model/.env", "model/token", "model/my.token", "model/.netrc"}) {
        io::writeFileAtomically(at(name), "secret");
    }
    const job::Publication publication = publish();
    for (const job::PublishFile& file : publication.files) {
        QVERIFY2(file.name.find("token") == std::string::npos && file.name.front() != '.', file.name.c_str());
    }
    QVERIFY(m_run->lines.find(".env") != std::string::npos && m_run->lines.find("my.token") != std::string::npos);
}

void PublishTest::fileWithTheTokenIsRefused()
{
    io::writeFileAtomically(at("model/notes.txt"), "login with hf_write please");
    const auto error = planError();
    QVERIFY(error && error->code() == ErrorCode::UnsafePath && error->fact("problem") == "token");
    QVERIFY(std::string(error->what()).find("hf_write") == std::string::npos);
}

void PublishTest::newlineInATokenIsNoToken()
{
    const auto environment = [](const char* name) { return std::string_view(name) == "HF_TOKEN" ? "hf_a\r\nX: b" : nullptr; };
    QVERIFY(hub::lookForToken(environment).token.empty());
    m_settings.token = "hf_a\r\nX-Evil: b";
    const auto error = planError();
    QVERIFY(error && error->code() == ErrorCode::NotAuthorised);
    QVERIFY(!m_server->trace().contains("Evil"));
}

void PublishTest::redirectToAnotherHostGetsNoToken()
{
    const QByteArray there = "http:/" + QByteArray("/localhost:1/api/elsewhere");
    QVERIFY(m_server->faults(R"({"match":"revision","do":"status","code":307,"headers":[["Location",")" + there + "\"]]}"));
    const auto error = planError();
    QVERIFY(error && error->code() == ErrorCode::HubRefused && error->fact("found") == "307");
}

void PublishTest::journalIsNotReadableAsASecret()
{
    QVERIFY(m_server->faults(R"({"match":"commit/main","do":"status","code":413})"));
    QVERIFY(test::errorOf([this] { publish(); }));
    const std::string state = at("state/weightbridge/uploads");
    QVERIFY(!io::listFolder(state).empty());
    for (const std::string& name : io::listFolder(state)) {
        QVERIFY(io::readSmallFile(io::join(state, name), 1 << 20).find("hf_") == std::string::npos);
    }
    QVERIFY(m_run->lines.find("hf_write") == std::string::npos);
}

void PublishTest::cancelledWhileHashing()
{
    m_run->cancel.cancel();
    bool cancelled = false;
    try {
        plan();
    } catch (const Cancelled&) {
        cancelled = true;
    }
    QVERIFY(cancelled && m_server->requests("POST").isEmpty());
    std::atomic<bool> over{false};
    m_run = std::make_unique<test::NetRun>();
    std::thread watcher([&] {
        while (!over && m_run->progress.snapshot().stage != Stage::Verify) {
            std::this_thread::yield();
        }
        m_run->cancel.cancel();
    });
    cancelled = false;
    try {
        plan();
    } catch (const Cancelled&) {
        cancelled = true;
    }
    over = true;
    watcher.join();
    QVERIFY(cancelled && m_server->requests("preupload").isEmpty());
}

QTEST_GUILESS_MAIN(PublishTest)
#include "publish_test.moc"
