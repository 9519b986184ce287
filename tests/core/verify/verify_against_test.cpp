#include "core/verify/verify.h"

#include "core/base/error.h"
#include "tests/core/verify/written_folder.h"

#include <QtTest>

using namespace wb;
using plan::Format;
using tensor::DType;
using test::WrittenFolder;

namespace {

verify::Check againstSource(const verify::Report& report)
{
    for (const verify::Check& check : report.checks) {
        if (check.name == "against-source") {
            return check;
        }
    }
    return {};
}

verify::Report run(WrittenFolder& folder, const std::vector<mapping::KeyEdit>& edits = {})
{
    return verify::verifyAgainst(folder.family, folder.folder, folder.source, edits, folder.job);
}

}  // namespace

class VerifyAgainstTest : public QObject {
    Q_OBJECT

private slots:
    void equalValuesPass_data()
    {
        QTest::addColumn<bool>("torchSource");
        QTest::addColumn<bool>("withReport");
        QTest::addColumn<Format>("format");
        for (const bool torchSource : {false, true}) {
            for (const bool withReport : {false, true}) {
                for (const Format format : {Format::Safetensors, Format::Pth, Format::Both}) {
                    QTest::addRow("%s, %s, %s", torchSource ? "torch" : "safetensors", withReport ? "report" : "rules",
                                  plan::formatName(format).data())
                        << torchSource << withReport << format;
                }
            }
        }
    }

    void theSourceIsOpenedByWhoKnowsHow()
    {
        WrittenFolder folder({.torchSource = true, .format = Format::Safetensors, .report = true});
        const std::string path = std::exchange(folder.source.files[0].path, "https://example.org/tiny.pth");
        QVERIFY(!run(folder).ok);
        const auto opener = [&](const tensor::SourceFile&) { return io::openFile(path); };
        QVERIFY(verify::verifyAgainst(folder.family, folder.folder, folder.source, {}, folder.job, opener).ok);
    }

    void equalValuesPass()
    {
        QFETCH(bool, torchSource);
        QFETCH(bool, withReport);
        QFETCH(Format, format);
        WrittenFolder folder({.torchSource = torchSource, .format = format, .report = withReport});
        const verify::Report report = run(folder);
        QVERIFY2(report.ok, againstSource(report).detail.c_str());
        QCOMPARE(report.tensors, uint64_t{format == Format::Both ? 10U : 5U});
        const Progress::Snapshot progress = folder.progress.snapshot();
        QCOMPARE(progress.stage, Stage::Compare);
        QCOMPARE(progress.bytesDone, progress.bytesTotal);
    }

    void convertedFolderIsComparedAndSaysSo()
    {
        WrittenFolder folder({.dtype = DType::BF16});
        const verify::Report report = run(folder);
        QVERIFY(report.ok);
        QCOMPARE(againstSource(report).detail, std::string("5 of 5, the source's values converted to BF16"));
    }

    void anotherTypeThanTheReportHasIsFound()
    {
        WrittenFolder folder({.dtype = DType::BF16});
        for (plan::ReportedTensor& tensor : folder.report.tensors) {
            tensor.dtype = tensor.destination == "dst.bias" ? "F32" : tensor.dtype;
        }
        folder.rewriteReport();
        QCOMPARE(againstSource(run(folder)).detail, std::string("dst.bias: BF16 where F32 is recorded (4 of 5)"));
    }

    void configOfAnotherModelIsFound()
    {
        WrittenFolder folder({.report = false});
        io::writeFileAtomically(folder.inFolder("config.json"), "[]");
        const verify::Report report = run(folder);
        QVERIFY(!report.ok);
        QVERIFY(againstSource(report).ok);
    }

    void otherValuesAreFoundByName()
    {
        WrittenFolder folder({});
        folder.sourceAgain(false, "src.bias");
        const verify::Check check = againstSource(run(folder));
        QVERIFY(!check.ok);
        QCOMPARE(check.part, std::string("dst.bias"));
        QCOMPARE(check.detail, std::string("dst.bias: values differ (4 of 5)"));
    }

    void damagedFolderIsFound()
    {
        WrittenFolder folder({.report = false});
        folder.flipByte(folder.weightPath(), folder.offsetOf("dst.head"));
        QCOMPARE(againstSource(run(folder)).part, std::string("dst.head"));
    }

    void damagedSourceIsFoundByItsCrc()
    {
        WrittenFolder folder({.torchSource = true});
        const tensor::Record& record = folder.source.records[folder.source.tensors[0].record];
        folder.flipByte(folder.sourcePath, record.offset);
        folder.source = checkpoint::readTorchCheckpoint(*io::openFile(folder.sourcePath), {}, folder.job);
        const verify::Check check = againstSource(run(folder));
        QVERIFY(!check.ok);
        QVERIFY2(check.detail.find("E_CRC") != std::string::npos, check.detail.c_str());
    }

    void tensorsOfOneSideOnlyAreFound()
    {
        WrittenFolder folder({});
        folder.report.tensors[0].source = "src.none";
        const std::string first = folder.report.tensors[0].destination;
        folder.rewriteReport();
        verify::Check check = againstSource(run(folder));
        QVERIFY(!check.ok);
        QCOMPARE(check.detail, first + ": the source has no src.none (4 of 5)");

        folder.report.tensors.erase(folder.report.tensors.begin());
        folder.rewriteReport();
        check = againstSource(run(folder));
        QCOMPARE(check.detail, first + ": nothing of the source goes there (4 of 5)");

        folder.report.tensors.push_back({"dst.more", "src.head", "F32", "00", 0});
        folder.rewriteReport();
        QVERIFY(againstSource(run(folder)).detail.ends_with("(4 of 6)"));
    }

    void editsPlaceWhatTheRulesDoNot()
    {
        WrittenFolder folder({.report = false});
        for (tensor::TensorInfo& info : folder.source.tensors) {
            info.key += info.key == "src.bias" ? ".odd" : "";
        }
        QCOMPARE(againstSource(run(folder)).part, std::string("dst.bias"));
        QVERIFY(run(folder, {{"src.bias.odd", "dst.bias"}}).ok);
    }

    void sourceBesideUnderThePthsNameIsNoResult()
    {
        WrittenFolder folder({.torchSource = true, .report = false});
        const std::string beside = folder.folder + ".pth";
        io::publish(folder.sourcePath, beside);
        folder.source = checkpoint::readTorchCheckpoint(*io::openFile(beside), {}, folder.job);
        const verify::Report report = run(folder);
        QVERIFY2(report.ok, againstSource(report).detail.c_str());
        QCOMPARE(report.tensors, uint64_t{5});
    }

    void changedSourceStops()
    {
        WrittenFolder folder({});
        io::writeFileAtomically(folder.sourcePath, folder.read(folder.sourcePath) + "x");
        const verify::Check check = againstSource(run(folder));
        QVERIFY2(check.detail.find("E_SOURCE_CHANGED") != std::string::npos, check.detail.c_str());
    }

    void cancelStops()
    {
        WrittenFolder folder({});
        folder.cancel.cancel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, run(folder));
    }
};

QTEST_GUILESS_MAIN(VerifyAgainstTest)
#include "verify_against_test.moc"
