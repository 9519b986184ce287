#include "tests/core/convert/sample_conversion.h"

#include "core/base/error.h"
#include "core/plan/conversion_report.h"

#include <QtTest>

#include <memory>

using namespace wb;
using test::SampleConversion;

namespace {

void put(const std::string& path, const QByteArray& bytes)
{
    io::makeFolders(io::parentFolder(path));
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

}  // namespace

// What is done with the places where the result is to go.
class StandingTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_dir.reset(); }
    void anEmptyFolderIsUsed();
    void aFinishedResultIsKept();
    void aFinishedResultIsWrittenAnewWhenAsked();
    void aDamagedResultIsNotTakenForFinished();
    void anotherPlansResultIsLeftAlone();
    void anotherPlansWorkIsLeftAlone();
    void aFolderWithAnythingElseIsLeftAlone();
    void aFileInPlaceOfTheFolderIsNeverReplaced();
    void aPthFileOfSomeoneElseIsLeftAlone();
    void overwritingRemovesTheOlderWeightsOnly();
    void overwritingRemovesTheOlderPthThatTheReportNames();
    void overwritingKeepsTheOldResultUntilTheNewIsWhole();
    void theSourceIsNeverOverwritten();
    void aSecondRunAtTheSameTimeIsRefused();
    void aFolderThatCannotBeMadeIsNamed();
    void aLinkInPlaceOfTheWorkFolderIsRefused();
    void remainsOfAFinishedRunAreTakenAway();

private:
    SampleConversion sample(const SampleConversion::Wish& wish = {}) const { return SampleConversion(m_dir->path().toStdString(), wish); }
    void expectRefusal(SampleConversion& conversion, ErrorCode code, const std::string& problem, bool overwrite = false);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void StandingTest::expectRefusal(SampleConversion& conversion, ErrorCode code, const std::string& problem, bool overwrite)
{
    const std::map<std::string, QByteArray> before = conversion.outputs();
    try {
        conversion.run(overwrite);
        QFAIL("was converted");
    } catch (const Error& error) {
        QCOMPARE(error.code(), code);
        QCOMPARE(std::string(error.fact("problem")), problem);
        QVERIFY(!error.fact("file").empty());
    }
    QVERIFY(conversion.outputs() == before);
}

void StandingTest::anEmptyFolderIsUsed()
{
    SampleConversion conversion = sample();
    io::makeFolders(conversion.outputFolder());
    conversion.run();
    QVERIFY(conversion.outputs() == conversion.expectedSafetensors());
}

void StandingTest::aFinishedResultIsKept()
{
    SampleConversion::Wish wish;
    wish.format = plan::Format::Both;
    SampleConversion conversion = sample(wish);
    const convert::Result first = conversion.run();
    const QDateTime written = QFileInfo(QString::fromStdString(conversion.pthPath())).lastModified();
    put(io::join(conversion.outputFolder(), "notes.txt"), "mine");
    const convert::Result second = conversion.run();
    QVERIFY(second.alreadyDone);
    QCOMPARE(second.files.size(), first.files.size());
    QCOMPARE(second.files.front().sha256, first.files.front().sha256);
    QCOMPARE(QFileInfo(QString::fromStdString(conversion.pthPath())).lastModified(), written);
    QVERIFY(!io::exists(conversion.workFolder()));
}

void StandingTest::aFinishedResultIsWrittenAnewWhenAsked()
{
    SampleConversion conversion = sample();
    conversion.run();
    put(io::join(conversion.outputFolder(), "model-0.safetensors"), "damaged");
    QVERIFY(!conversion.run(true).alreadyDone);
    QVERIFY(conversion.outputs() == conversion.expectedSafetensors());
}

void StandingTest::aDamagedResultIsNotTakenForFinished()
{
    SampleConversion::Wish wish;
    wish.format = plan::Format::Both;
    SampleConversion conversion = sample(wish);
    conversion.run();
    put(conversion.pthPath(), "short");
    expectRefusal(conversion, ErrorCode::WouldOverwrite, "damaged-result");
    QVERIFY(QFile::remove(QString::fromStdString(conversion.pthPath())));
    expectRefusal(conversion, ErrorCode::WouldOverwrite, "incomplete-result");
    put(io::join(conversion.outputFolder(), plan::reportName), "{");
    expectRefusal(conversion, ErrorCode::WouldOverwrite, "damaged-result");
}

void StandingTest::anotherPlansResultIsLeftAlone()
{
    SampleConversion conversion = sample();
    conversion.run();
    conversion.plan.fingerprint += "0";
    expectRefusal(conversion, ErrorCode::WouldOverwrite, "other-plan");
    conversion.run(true);
    QVERIFY(conversion.outputs() == conversion.expectedSafetensors());
}

void StandingTest::anotherPlansWorkIsLeftAlone()
{
    SampleConversion conversion = sample();
    conversion.plan.textFiles.back().name = "nowhere/README.md";
    QVERIFY_EXCEPTION_THROWN(conversion.run(), Error);
    conversion.plan.textFiles.back().name = "README.md";
    conversion.plan.fingerprint += "0";
    expectRefusal(conversion, ErrorCode::WouldOverwrite, "other-plan");
    QVERIFY(!conversion.run(true).resumed);
    QVERIFY(conversion.outputs() == conversion.expectedSafetensors());
}

void StandingTest::aFolderWithAnythingElseIsLeftAlone()
{
    SampleConversion conversion = sample();
    put(io::join(conversion.outputFolder(), "thesis.txt"), "mine");
    expectRefusal(conversion, ErrorCode::WouldOverwrite, "not-empty");
    conversion.run(true);
    QCOMPARE(conversion.outputs().at("model/thesis.txt"), QByteArray("mine"));
    QCOMPARE(conversion.outputs().size(), conversion.expectedSafetensors().size() + 1);
}

void StandingTest::aFileInPlaceOfTheFolderIsNeverReplaced()
{
    SampleConversion conversion = sample();
    put(conversion.outputFolder(), "a file");
    expectRefusal(conversion, ErrorCode::NotAFolder, "");
    expectRefusal(conversion, ErrorCode::NotAFolder, "", true);
}

void StandingTest::aPthFileOfSomeoneElseIsLeftAlone()
{
    SampleConversion::Wish wish;
    wish.format = plan::Format::Pth;
    SampleConversion conversion = sample(wish);
    put(conversion.pthPath(), "older");
    expectRefusal(conversion, ErrorCode::WouldOverwrite, "not-empty");
    conversion.run(true);
    QCOMPARE(static_cast<uint64_t>(conversion.outputs().at("model.pth").size()), conversion.plan.weightFiles.back().bytes);
}

void StandingTest::overwritingRemovesTheOlderWeightsOnly()
{
    SampleConversion conversion = sample();
    for (const char* name : {"model.safetensors", "model-00001-of-00002.safetensors", "model.safetensors.index.json", "pytorch_model.bin",
                             plan::reportName, "vocab.txt", "modelling.py"}) {
        put(io::join(conversion.outputFolder(), name), "older");
    }
    put(conversion.pthPath(), "older");
    conversion.run(true);
    std::map<std::string, QByteArray> expected = conversion.expectedSafetensors();
    expected["model/vocab.txt"] = "older";
    expected["model/modelling.py"] = "older";
    expected["model.pth"] = "older";
    QVERIFY(conversion.outputs() == expected);
}

void StandingTest::overwritingRemovesTheOlderPthThatTheReportNames()
{
    SampleConversion::Wish wish;
    wish.format = plan::Format::Both;
    sample(wish).run();
    SampleConversion conversion = sample();
    QVERIFY(io::exists(conversion.pthPath()));
    conversion.run(true);
    QVERIFY(conversion.outputs() == conversion.expectedSafetensors());
}

void StandingTest::overwritingKeepsTheOldResultUntilTheNewIsWhole()
{
    SampleConversion conversion = sample();
    put(io::join(conversion.outputFolder(), "model.safetensors"), "older");
    conversion.plan.source.records.back().crc32 = 1;
    expectRefusal(conversion, ErrorCode::CrcMismatch, "", true);
}

void StandingTest::theSourceIsNeverOverwritten()
{
    SampleConversion conversion = sample();
    const std::string inside = io::join(conversion.outputFolder(), "model.safetensors");
    io::makeFolders(conversion.outputFolder());
    QVERIFY(QFile::copy(QString::fromStdString(conversion.sourcePath()), QString::fromStdString(inside)));
    conversion.plan.source.files.front().path = inside;
    expectRefusal(conversion, ErrorCode::SameFile, "", true);
    conversion.plan.source.files.front().path = conversion.outputFolder();
    expectRefusal(conversion, ErrorCode::SameFile, "", true);
}

void StandingTest::aSecondRunAtTheSameTimeIsRefused()
{
    SampleConversion conversion = sample();
    io::makeFolders(conversion.workFolder());
    const io::FileLock other(io::join(conversion.workFolder(), "lock"));
    expectRefusal(conversion, ErrorCode::FolderBusy, "");
    expectRefusal(conversion, ErrorCode::FolderBusy, "", true);
}

void StandingTest::aFolderThatCannotBeMadeIsNamed()
{
    SampleConversion conversion = sample();
    put(m_dir->filePath("file").toStdString(), "a file");
    conversion.plan.options.outputFolder = m_dir->filePath("file/below/model").toStdString();
    QVERIFY_EXCEPTION_THROWN(conversion.run(), Error);
    conversion.plan.options.outputFolder = "/proc/model";
    QVERIFY_EXCEPTION_THROWN(conversion.run(), Error);
}

void StandingTest::aLinkInPlaceOfTheWorkFolderIsRefused()
{
    SampleConversion conversion = sample();
    const QString elsewhere = m_dir->filePath("elsewhere");
    QVERIFY(QDir().mkpath(elsewhere));
    io::makeFolders(conversion.outputFolder());
    QVERIFY(QFile::link(elsewhere, QString::fromStdString(conversion.workFolder())));
    expectRefusal(conversion, ErrorCode::WouldOverwrite, "not-empty", true);
    QVERIFY(QDir(elsewhere).isEmpty());
}

void StandingTest::remainsOfAFinishedRunAreTakenAway()
{
    SampleConversion conversion = sample();
    conversion.run();
    put(io::join(conversion.workFolder(), "lock"), {});  // killed while the work folder was being removed
    QVERIFY(conversion.run().alreadyDone);
    QVERIFY(conversion.outputs() == conversion.expectedSafetensors());
}

QTEST_GUILESS_MAIN(StandingTest)
#include "standing_test.moc"
