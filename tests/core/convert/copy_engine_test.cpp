#include "tests/core/convert/sample_conversion.h"

#include "core/base/error.h"
#include "core/plan/conversion_report.h"

#include <QtTest>

#include <memory>

using namespace wb;
using test::SampleConversion;

namespace {

void flipByte(const std::string& path, qint64 at)
{
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
    char byte = 0;
    QVERIFY(file.getChar(&byte) && file.seek(at) && file.putChar(static_cast<char>(byte ^ 1)));
}

}  // namespace

class CopyEngineTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_dir.reset(); }
    void writesEveryTensorByValue();
    void writesEveryShard();
    void convertsFloatingTensorsOnly();
    void writesAFileWithoutTensors();
    void bothFormatsHoldTheSameValues();
    void reportsWhatItDid();
    void namesTheRecordOfAWrongCrc_data();
    void namesTheRecordOfAWrongCrc();
    void findsATruncatedSource();
    void findsAChangedSource();
    void stopsWhenCancelled();
    void countsProgressInBytes();

private:
    SampleConversion sample(const SampleConversion::Wish& wish = {}) const { return SampleConversion(m_dir->path().toStdString(), wish); }
    void expectDamage(SampleConversion& conversion, ErrorCode code);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void CopyEngineTest::writesEveryTensorByValue()
{
    SampleConversion conversion = sample();
    const convert::Result result = conversion.run();
    QVERIFY(conversion.outputs() == conversion.expectedSafetensors());
    QVERIFY(!result.resumed && !result.alreadyDone);
    QCOMPARE(result.files.size(), size_t{3});
    QCOMPARE(result.files.front().sha256, Sha256::of(conversion.outputs().at("model/model-0.safetensors").toStdString()));
}

void CopyEngineTest::writesEveryShard()
{
    SampleConversion::Wish wish;
    wish.shards = 5;
    wish.largeValues = 3'000'000;  // several batches
    SampleConversion conversion = sample(wish);
    const convert::Result result = conversion.run();
    QVERIFY(conversion.outputs() == conversion.expectedSafetensors());
    for (const plan::WrittenFile& file : result.files) {
        const QByteArray bytes = conversion.outputs().at("model/" + file.name);
        QCOMPARE(file.bytes, static_cast<uint64_t>(bytes.size()));
        QCOMPARE(file.sha256, Sha256::of(bytes.toStdString()));
    }
}

void CopyEngineTest::convertsFloatingTensorsOnly()
{
    SampleConversion::Wish wish;
    wish.halves = true;
    SampleConversion conversion = sample(wish);
    const convert::Result result = conversion.run();
    QVERIFY(conversion.outputs() == conversion.expectedSafetensors());
    QCOMPARE(result.overflowed, uint64_t{0});
}

void CopyEngineTest::writesAFileWithoutTensors()
{
    SampleConversion conversion = sample();
    conversion.plan.tensors.clear();
    plan::PlannedFile& file = conversion.plan.weightFiles.front();
    file.tensorCount = 0;
    file.offsets.clear();
    file.bytes = file.head.size();
    conversion.run();
    QCOMPARE(conversion.outputs().at("model/model-0.safetensors"), QByteArray::fromStdString(file.head));
}

void CopyEngineTest::bothFormatsHoldTheSameValues()
{
    SampleConversion::Wish wish;
    wish.format = plan::Format::Both;
    wish.shards = 3;
    SampleConversion conversion = sample(wish);
    conversion.run();
    std::map<std::string, QByteArray> outputs = conversion.outputs();
    const QByteArray pth = outputs.at("model.pth");
    outputs.erase("model.pth");
    const auto expected = conversion.expectedSafetensors();
    QVERIFY(outputs == expected);
    const plan::PlannedFile& planned = conversion.plan.weightFiles.back();
    QCOMPARE(static_cast<uint64_t>(pth.size()), planned.bytes);
    for (const plan::PlannedFile& file : conversion.plan.weightFiles) {
        for (uint32_t i = 0; i < file.tensorCount && file.format == plan::Format::Safetensors; ++i) {
            const auto bytes = static_cast<qsizetype>(conversion.plan.tensors[file.firstTensor + i].bytes);
            const auto inPth = static_cast<qsizetype>(planned.offsets[file.firstTensor + i]);
            QCOMPARE(pth.mid(inPth, bytes), expected.at("model/" + file.name).mid(static_cast<qsizetype>(file.offsets[i]), bytes));
        }
    }
}

void CopyEngineTest::reportsWhatItDid()
{
    SampleConversion conversion = sample();
    conversion.plan.warnings.push_back("some-warning");
    conversion.run();
    const std::string text = io::readSmallFile(io::join(conversion.outputFolder(), plan::reportName), 1 << 20);
    const plan::ConversionReport report = plan::reportFromJson(text, Limits{});
    QCOMPARE(report.fingerprint, conversion.plan.fingerprint);
    QCOMPARE(report.sourceName, std::string("source.bin"));
    QCOMPARE(report.tensors.size(), conversion.plan.tensors.size());
    QCOMPARE(report.files.size(), size_t{3});
    QCOMPARE(report.warnings, std::vector<std::string>{"some-warning"});
    const std::map<std::string, QByteArray> outputs = conversion.outputs();
    const plan::PlannedFile& file = conversion.plan.weightFiles.front();
    for (uint32_t i = 0; i < file.tensorCount; ++i) {
        const QByteArray values =
            outputs.at("model/" + file.name).mid(static_cast<qsizetype>(file.offsets[i]), static_cast<qsizetype>(conversion.plan.tensors[i].bytes));
        TensorHash hash;
        hash.update(std::as_bytes(std::span(values.data(), static_cast<size_t>(values.size()))));
        QCOMPARE(report.tensors[i].xxh3, hash.hex());
        QCOMPARE(report.tensors[i].source, "source." + report.tensors[i].destination);
    }
}

// The source was damaged: one error, nothing left of the output, not even the folder above it that was made for it.
void CopyEngineTest::expectDamage(SampleConversion& conversion, ErrorCode code)
{
    try {
        conversion.run();
        QFAIL("was converted");
    } catch (const Error& error) {
        QCOMPARE(error.code(), code);
        QVERIFY(!error.fact("file").empty());
    }
    QVERIFY(!io::exists(io::parentFolder(conversion.outputFolder())));
}

void CopyEngineTest::namesTheRecordOfAWrongCrc_data()
{
    QTest::addColumn<QString>("tensor");
    QTest::newRow("read in order") << "large.weight";
    QTest::newRow("tiny") << "tiny.30";
    QTest::newRow("view") << "transposed";
    QTest::newRow("last") << "last.bias";
}

void CopyEngineTest::namesTheRecordOfAWrongCrc()
{
    QFETCH(QString, tensor);
    SampleConversion conversion = sample();
    for (const tensor::TensorInfo& info : conversion.plan.source.tensors) {
        if (info.key == "source." + tensor.toStdString()) {
            tensor::Record& record = conversion.plan.source.records[info.record];
            record.crc32 = record.crc32.value() ^ 1;
            try {
                conversion.run();
                QFAIL("was converted");
            } catch (const Error& error) {
                QCOMPARE(error.code(), ErrorCode::CrcMismatch);
                QCOMPARE(std::string(error.fact("part")), record.name);
                QCOMPARE(std::string(error.fact("offset")), std::to_string(record.offset));
            }
            QVERIFY(!io::exists(io::parentFolder(conversion.outputFolder())));
        }
    }
}

void CopyEngineTest::findsATruncatedSource()
{
    SampleConversion conversion = sample();
    QFile source(QString::fromStdString(conversion.sourcePath()));
    QVERIFY(source.resize(source.size() - 100));
    // Shorter before it is opened: another file than the plan's.
    expectDamage(conversion, ErrorCode::SourceChanged);
}

void CopyEngineTest::findsAChangedSource()
{
    SampleConversion conversion = sample();
    flipByte(conversion.sourcePath(), 100);
    conversion.plan.source.files.front().modifiedNs = io::openFile(conversion.sourcePath())->identity().modifiedNs;
    expectDamage(conversion, ErrorCode::CrcMismatch);
    conversion.plan.source.files.front().modifiedNs -= 1;
    expectDamage(conversion, ErrorCode::SourceChanged);
}

void CopyEngineTest::stopsWhenCancelled()
{
    SampleConversion conversion = sample();
    conversion.cancel.cancel();
    bool stopped = false;
    try {
        conversion.run();
    } catch (const Cancelled&) {
        stopped = true;
    }
    QVERIFY(stopped);
    QVERIFY(!io::exists(conversion.outputFolder()));  // nothing was done yet, so nothing is kept
    conversion.cancel.reset();
    conversion.run();
    QVERIFY(conversion.outputs() == conversion.expectedSafetensors());
}

void CopyEngineTest::countsProgressInBytes()
{
    SampleConversion conversion = sample();
    conversion.run();
    const Progress::Snapshot progress = conversion.progress.snapshot();
    QCOMPARE(progress.stage, Stage::Convert);
    QCOMPARE(progress.bytesDone, conversion.plan.totalBytes);
    QCOMPARE(progress.bytesTotal, conversion.plan.totalBytes);
    QCOMPARE(progress.bytesResumed, uint64_t{0});
}

QTEST_GUILESS_MAIN(CopyEngineTest)
#include "copy_engine_test.moc"
