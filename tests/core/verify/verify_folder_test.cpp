#include "core/verify/verify.h"

#include "core/base/error.h"
#include "tests/core/verify/written_folder.h"

#include <QtTest>

#include <filesystem>
#include <functional>

using namespace wb;
using plan::Format;
using test::WrittenFolder;

namespace {

using Change = std::function<void(WrittenFolder&)>;

const verify::Check* checkNamed(const verify::Report& report, const std::string& name)
{
    for (const verify::Check& check : report.checks) {
        if (check.name == name) {
            return &check;
        }
    }
    return nullptr;
}

std::string failedNames(const verify::Report& report)
{
    std::string names;
    for (const verify::Check& check : report.checks) {
        names += check.ok ? "" : (names.empty() ? "" : " ") + check.name;
    }
    return names;
}

std::string reportText(const verify::Report& report)
{
    std::string out;
    for (const verify::Check& check : report.checks) {
        out += check.name + (check.ok ? " ok " : " FAILED ") + check.detail + '\n';
    }
    return out;
}

void replaceText(const WrittenFolder& folder, const std::string& name, const std::string& from, const std::string& to)
{
    std::string text = folder.read(folder.inFolder(name));
    text.replace(text.find(from), from.size(), to);
    io::writeFileAtomically(folder.inFolder(name), text);
}

}  // namespace

class VerifyFolderTest : public QObject {
    Q_OBJECT

private slots:
    void rightFolderPasses_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<uint64_t>("shardBytes");
        QTest::addColumn<uint64_t>("tensors");
        QTest::newRow("one file") << Format::Safetensors << uint64_t{0} << uint64_t{5};
        QTest::newRow("shards") << Format::Safetensors << uint64_t{40} << uint64_t{5};
        QTest::newRow("pth") << Format::Pth << uint64_t{0} << uint64_t{5};
        QTest::newRow("both") << Format::Both << uint64_t{40} << uint64_t{10};
    }

    void rightFolderPasses()
    {
        QFETCH(Format, format);
        QFETCH(uint64_t, shardBytes);
        QFETCH(uint64_t, tensors);
        WrittenFolder folder({.format = format, .shardBytes = shardBytes});
        const verify::Report report = run(folder);
        QVERIFY2(report.ok, reportText(report).c_str());
        QCOMPARE(report.tensors, tensors);
        const std::string all = std::to_string(tensors) + " of " + std::to_string(tensors);
        QCOMPARE(checkNamed(report, "keys")->detail, all);
        QCOMPARE(checkNamed(report, "shapes")->detail, all);
        QCOMPARE(checkNamed(report, "tensor-hashes")->detail, all);
        const std::string files = std::to_string(folder.report.files.size());
        QCOMPARE(checkNamed(report, "file-hashes")->detail, files + " of " + files);
        QCOMPARE(checkNamed(report, "index") != nullptr, shardBytes > 0);
        QCOMPARE(checkNamed(report, "record-crcs") != nullptr, format != Format::Safetensors);
    }

    void bytesAreCountedAsProgress()
    {
        WrittenFolder folder({.format = Format::Both});
        run(folder);
        const Progress::Snapshot progress = folder.progress.snapshot();
        QCOMPARE(progress.stage, Stage::Verify);
        QCOMPARE(progress.bytesTotal, folder.plan.weightFiles[0].bytes + folder.plan.weightFiles[1].bytes);
        QVERIFY(progress.bytesDone >= progress.bytesTotal);
    }

    void damageIsFound_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<std::string>("failed");
        QTest::addColumn<std::string>("part");  // of the first that failed
        const auto row = [](const char* name, const std::string& failed, const std::string& part, const Change& change) {
            QTest::newRow(name) << change << failed << part;
        };
        row("a value", "tensor-hashes file-hashes", "dst.bias", [](WrittenFolder& f) { f.flipByte(f.weightPath(), f.offsetOf("dst.bias") + 5); });
        row("a cut file", "layout keys shapes tensor-hashes file-hashes", "",
            [](WrittenFolder& f) { io::writeFileAtomically(f.weightPath(), f.read(f.weightPath()).substr(0, 400)); });
        row("bytes behind", "layout keys shapes tensor-hashes file-hashes", "",
            [](WrittenFolder& f) { io::writeFileAtomically(f.weightPath(), f.read(f.weightPath()) + "x"); });
        row("another model's config", "config keys shapes file-hashes", "config.json",
            [](WrittenFolder& f) { io::writeFileAtomically(f.inFolder("config.json"), "[]"); });
        row("another class count", "shapes file-hashes", "dst.head", [](WrittenFolder& f) { replaceText(f, "config.json", "2", "3"); });
        row("no classes in config", "keys file-hashes", "dst.head", [](WrittenFolder& f) { replaceText(f, "config.json", "2", "null"); });
        row("no config", "config keys shapes file-hashes", "config.json", [](WrittenFolder& f) { io::removeFile(f.inFolder("config.json")); });
        row("no processor", "processor file-hashes", "preprocessor_config.json",
            [](WrittenFolder& f) { io::removeFile(f.inFolder("preprocessor_config.json")); });
        row("processor is a list", "processor file-hashes", "preprocessor_config.json",
            [](WrittenFolder& f) { io::writeFileAtomically(f.inFolder("preprocessor_config.json"), "[]\n"); });
        row("card changed", "file-hashes", "README.md", [](WrittenFolder& f) { io::writeFileAtomically(f.inFolder("README.md"), "mine"); });
        row("work left over", "finished", ".weightbridge", [](WrittenFolder& f) { io::makeFolders(f.inFolder(".weightbridge")); });
        row("one file too many", "layout", "other.safetensors",
            [](WrittenFolder& f) { io::writeFileAtomically(f.inFolder("other.safetensors"), "x"); });
        row("report cut", "report", "conversion-report.json", [](WrittenFolder& f) { io::writeFileAtomically(f.inFolder(plan::reportName), "{"); });
        row("report names another tensor", "tensor-hashes", "dst.bias", [](WrittenFolder& f) {
            for (plan::ReportedTensor& tensor : f.report.tensors) {
                tensor.destination += tensor.destination == "dst.bias" ? "x" : "";
            }
            f.rewriteReport();
        });
        row("report has another dtype", "tensor-hashes", "dst.weight", [](WrittenFolder& f) {
            for (plan::ReportedTensor& tensor : f.report.tensors) {
                tensor.dtype = tensor.destination == "dst.weight" ? "F16" : tensor.dtype;
            }
            f.rewriteReport();
        });
        row("report leads out of the folder", "file-hashes", "../source.safetensors", [](WrittenFolder& f) {
            f.report.files.back().name = "../source.safetensors";
            f.rewriteReport();
        });
    }

    void damageIsFound()
    {
        QFETCH(Change, change);
        QFETCH(std::string, failed);
        QFETCH(std::string, part);
        WrittenFolder folder({});
        change(folder);
        const verify::Report report = run(folder);
        QVERIFY(!report.ok);
        QVERIFY2(failedNames(report) == failed, reportText(report).c_str());
        for (const verify::Check& check : report.checks) {
            if (!check.ok && !part.empty()) {
                QCOMPARE(check.part, part);
                break;
            }
        }
    }

    void damagedPthIsFoundByItsOwnCrc()
    {
        for (const bool withReport : {true, false}) {
            WrittenFolder folder({.format = Format::Pth, .report = withReport});
            folder.flipByte(folder.weightPath(), folder.offsetOf("dst.head"));
            const verify::Report report = run(folder);
            QCOMPARE(failedNames(report), std::string(withReport ? "tensor-hashes file-hashes record-crcs" : "record-crcs"));
            QCOMPARE(checkNamed(report, "record-crcs")->part, std::string("dst.head"));
        }
    }

    void missingPthOfTheReportIsFound()
    {
        WrittenFolder folder({.format = Format::Both});
        io::removeFile(folder.weightPath(1));
        const verify::Report report = run(folder);
        QVERIFY2(failedNames(report) == "layout file-hashes", reportText(report).c_str());
    }

    void renamedFolderIsReadWithThePthOfItsNewName()
    {
        WrittenFolder folder({.format = Format::Both});
        const std::string oldPth = folder.folder + ".pth";
        const std::string pth = folder.read(oldPth);
        std::filesystem::rename(folder.folder, folder.folder + "-new");
        folder.folder += "-new";
        QVERIFY2(failedNames(run(folder)) == "layout file-hashes", "the .pth of the old name is not taken for this folder's");
        io::writeFileAtomically(folder.folder + ".pth", pth);
        io::removeFile(oldPth);
        const verify::Report report = run(folder);
        QVERIFY2(report.ok, reportText(report).c_str());
    }

    // The user's name for it, not a path that a file gives.
    void backslashInTheNameIsAnOrdinarySign()
    {
        WrittenFolder folder({.format = Format::Both});
        const std::string renamed = folder.folder + "\\one";
        std::filesystem::rename(folder.folder + ".pth", renamed + ".pth");
        std::filesystem::rename(folder.folder, renamed);
        folder.folder = renamed;
        const verify::Report report = run(folder);
        QVERIFY2(report.ok, reportText(report).c_str());
        std::filesystem::rename(renamed + ".pth", renamed + ".elsewhere");
        std::filesystem::create_symlink(renamed + ".elsewhere", renamed + ".pth");
        QVERIFY2(failedNames(run(folder)) == "layout file-hashes", "a link is not followed");
    }

    void weightsThatOnlyTheReportTellsOfAreMissed()
    {
        for (const Format format : {Format::Safetensors, Format::Both}) {
            WrittenFolder folder({.format = format});
            io::removeFile(folder.weightPath());
            const verify::Report report = run(folder);
            QVERIFY2(!checkNamed(report, "layout")->ok, reportText(report).c_str());
            QCOMPARE(checkNamed(report, "layout")->part, std::string("model.safetensors"));
        }
    }

    void processorIsAskedForOnlyWhereAReportIs()
    {
        WrittenFolder folder({.report = false});
        io::removeFile(folder.inFolder("preprocessor_config.json"));
        const verify::Report report = run(folder);
        QVERIFY2(report.ok, reportText(report).c_str());
    }

    void wrongSumsInTheIndexAreFound()
    {
        WrittenFolder folder({.shardBytes = 40, .report = false});
        replaceText(folder, "model.safetensors.index.json", "\"total_size\": 1", "\"total_size\": 2");
        const verify::Report report = run(folder);
        QVERIFY2(failedNames(report).find("index") != std::string::npos || failedNames(report).find("layout") != std::string::npos,
                 reportText(report).c_str());
    }

    void missingShardIsFound()
    {
        WrittenFolder folder({.shardBytes = 40});
        io::removeFile(folder.weightPath(1));
        const verify::Report report = run(folder);
        QVERIFY(!checkNamed(report, "layout")->ok);
        QVERIFY(!checkNamed(report, "file-hashes")->ok);
    }

    void withoutReportHashesAreLeftOut()
    {
        WrittenFolder folder({.report = false});
        const verify::Report report = run(folder);
        QVERIFY2(report.ok, reportText(report).c_str());
        QCOMPARE(checkNamed(report, "report")->detail, std::string("none: nothing recorded to compare with"));
        QVERIFY(checkNamed(report, "tensor-hashes") == nullptr);
        QVERIFY(checkNamed(report, "file-hashes") == nullptr);
    }

    void folderWithoutWeightsIsNotFound()
    {
        WrittenFolder folder({.report = false});
        io::removeFile(folder.weightPath());
        QCOMPARE(codeOf(folder, folder.folder), ErrorCode::NotFound);
        QCOMPARE(codeOf(folder, folder.folder + "-none"), ErrorCode::NotFound);
        QCOMPARE(codeOf(folder, folder.sourcePath), ErrorCode::NotAFolder);
    }

    void cancelStops()
    {
        WrittenFolder folder({});
        folder.cancel.cancel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, run(folder));
    }

private:
    static verify::Report run(WrittenFolder& folder) { return verify::verifyFolder(folder.family, folder.folder, folder.job); }

    static ErrorCode codeOf(WrittenFolder& folder, const std::string& path)
    {
        try {
            verify::verifyFolder(folder.family, path, folder.job);
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::Internal;
    }
};

QTEST_GUILESS_MAIN(VerifyFolderTest)
#include "verify_folder_test.moc"
