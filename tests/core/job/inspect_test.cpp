#include "core/base/error.h"
#include "core/job/demo_checkpoint.h"
#include "core/job/pipeline.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace wb;

class InspectTest : public QObject {
    Q_OBJECT

private slots:
    void namesWhatIsNoCheckpoint_data();
    void namesWhatIsNoCheckpoint();
    void refusesAPipeWithoutWaiting();
    void takesAFolderWithOneCheckpoint();
    void refusesAFolderWithoutOrWithSeveral();
    void stateDictPathHasNoPlaceInSafetensors();
    void nearVariantsAreNamed();

private:
    std::string write(const char* name, const QByteArray& bytes) const;
    ErrorCode codeOf(const std::string& path, const std::string& stateDict = {});

    QTemporaryDir m_folder;
    CancelToken m_cancel;
    Progress m_progress;
    Log m_log;
    JobContext m_job{m_cancel, m_progress, m_log};
    std::string m_kind;
};

std::string InspectTest::write(const char* name, const QByteArray& bytes) const
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
    }
    return file.fileName().toStdString();
}

ErrorCode InspectTest::codeOf(const std::string& path, const std::string& stateDict)
{
    try {
        job::inspect(path, stateDict, m_job);
    } catch (const Error& error) {
        m_kind = error.fact("kind");
        return error.fact("file").empty() ? ErrorCode::Internal : error.code();
    }
    return ErrorCode::Internal;
}

void InspectTest::namesWhatIsNoCheckpoint_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    QTest::newRow("page") << QByteArray("<!DOCTYPE html><html><body>Sign in</body></html>") << "html";
    QTest::newRow("pointer") << QByteArray("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n") << "lfs-pointer";
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x03\x00", 12) << "gzip";
}

void InspectTest::namesWhatIsNoCheckpoint()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, kind);
    QCOMPARE(codeOf(write("model.pth", bytes)), ErrorCode::NotACheckpoint);
    QCOMPARE(QString::fromStdString(m_kind), kind);
}

void InspectTest::refusesAPipeWithoutWaiting()
{
    const std::string pipe = m_folder.filePath("pipe").toStdString();
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    QCOMPARE(codeOf(pipe), ErrorCode::NotARegularFile);
    QCOMPARE(codeOf("/dev/zero"), ErrorCode::NotARegularFile);
    QCOMPARE(codeOf(m_folder.filePath("absent").toStdString()), ErrorCode::NotFound);
}

void InspectTest::takesAFolderWithOneCheckpoint()
{
    job::DemoOptions options;
    options.variant = "regnet-y-004";
    options.path = m_folder.filePath("one/pytorch_model.bin").toStdString();
    job::makeDemo(options, m_job);
    const tensor::TensorIndex index = job::inspect(m_folder.filePath("one").toStdString(), {}, m_job);
    QCOMPARE(index.files.front().path, options.path);

    options.path = m_folder.filePath("one/model.safetensors").toStdString();
    options.container = job::DemoContainer::Safetensors;
    job::makeDemo(options, m_job);
    QCOMPARE(job::inspect(m_folder.filePath("one").toStdString(), {}, m_job).container, tensor::Container::Safetensors);
}

void InspectTest::refusesAFolderWithoutOrWithSeveral()
{
    const QDir folder(m_folder.path());
    QVERIFY(folder.mkdir("several"));
    QCOMPARE(codeOf(folder.filePath("several").toStdString()), ErrorCode::NotACheckpoint);
    QCOMPARE(m_kind, std::string("folder"));
    write("several/a.pth", "a");
    write("several/b.torch", "b");
    QCOMPARE(codeOf(folder.filePath("several").toStdString()), ErrorCode::NotACheckpoint);
    QCOMPARE(m_kind, std::string("folder-of-several"));
}

void InspectTest::stateDictPathHasNoPlaceInSafetensors()
{
    job::DemoOptions options;
    options.variant = "regnet-y-004";
    options.path = m_folder.filePath("flat.safetensors").toStdString();
    options.container = job::DemoContainer::Safetensors;
    job::makeDemo(options, m_job);
    QCOMPARE(codeOf(options.path, "model"), ErrorCode::StateDictPath);
}

void InspectTest::nearVariantsAreNamed()
{
    QCOMPARE(job::findVariant("regnet-y-320-seer").name, std::string("regnet-y-320-seer"));
    try {
        job::findVariant("regnet-y-320-sear");
        QFAIL("found");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::VariantUnknown);
        QVERIFY(error.fact("expected").starts_with("regnet-y-320-seer"));
    }
}

QTEST_GUILESS_MAIN(InspectTest)
#include "inspect_test.moc"
