#include "core/plan/planner.h"

#include "core/base/error.h"
#include "tests/support/tiny_family.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>

#include <functional>

using namespace wb;
using plan::Format;
using plan::Options;
using plan::Plan;
using tensor::DType;

namespace {

// Tensors whose order in the file is another than in the state dict.
class SampleIndex {
public:
    SampleIndex()
    {
        index.files = {{"/somewhere/sample.torch", 4096, 77}};
        add("src.weight", DType::F32, {4, 3}, 2048);
        add("src.bias", DType::F32, {4}, 1024);
        add("src.running_mean", DType::F16, {4}, 3072);
        add("src.count", DType::I64, {}, 64);
        add("opt.step", DType::I64, {}, 128);
    }

    void add(const std::string& key, DType dtype, const std::vector<uint64_t>& shape, uint64_t offset)
    {
        tensor::TensorInfo info;
        info.key = key;
        info.dtype = dtype;
        info.shape = shape;
        info.strides = tensor::contiguousStrides(shape);
        info.record = static_cast<uint32_t>(index.records.size());
        tensor::Record record;
        record.name = "data/" + std::to_string(index.records.size());
        record.offset = offset;
        record.bytes = info.bytes();
        record.crc32 = static_cast<uint32_t>(offset);
        index.records.push_back(record);
        index.tensors.push_back(info);
    }

    void addHead(uint64_t classes) { add("src.head", DType::F32, {classes, 4}, 3200); }

    tensor::TensorIndex index;
};

}  // namespace

class PlannerTest : public QObject {
    Q_OBJECT

private slots:
    void tensorsFollowTheSourcesBytes()
    {
        const Plan plan = make(SampleIndex(), {});
        QCOMPARE(destinations(plan), (std::vector<std::string>{"dst.count", "dst.bias", "dst.weight", "dst.running_mean"}));
        QCOMPARE(plan.weightFiles.size(), size_t{1});
        QCOMPARE(plan.weightFiles[0].name, std::string("model.safetensors"));
        QCOMPARE(plan.weightFiles[0].offsets.size(), size_t{4});
        QCOMPARE(plan.totalBytes, uint64_t{8 + 16 + 48 + 8});
        QCOMPARE(plan.totalParameters, uint64_t{12 + 4});
        QCOMPARE(fileNames(plan), (std::vector<std::string>{"config.json", "preprocessor_config.json", "README.md"}));
    }

    void filesAndViewsOrderTheTensorsToo()
    {
        SampleIndex sample;
        sample.index.files.push_back({"/somewhere/second", 4096, 1});
        sample.index.records[3].file = 1;  // count: first in its file, which comes second
        sample.index.records[0].bytes = 64;
        sample.index.tensors[1].record = 0;  // bias lies behind weight in one record
        sample.index.tensors[1].storageOffset = 12;
        QCOMPARE(destinations(make(sample, {})), (std::vector<std::string>{"dst.weight", "dst.bias", "dst.running_mean", "dst.count"}));
    }

    void tensorThatStartsUnalignedWaits()
    {
        Options options;
        options.dtype = DType::F16;
        SampleIndex sample;
        sample.index.records[3].offset = 1100;  // count, eight bytes wide, behind the four halves of bias
        sample.index.tensors[1].shape = {4};
        const Plan plan = make(sample, options);
        const plan::PlannedFile& file = plan.weightFiles[0];
        for (uint32_t i = 0; i < file.tensorCount; ++i) {
            QCOMPARE(file.offsets[i] % tensor::itemSize(plan.tensors[i].dtype), uint64_t{0});
        }
        QCOMPARE(plan.tensors[0].bytes, uint64_t{8});
        QCOMPARE(plan.totalBytes, uint64_t{24 + 8 + 8 + 8});
    }

    void onlyFloatingTensorsAreConverted()
    {
        Options options;
        options.dtype = DType::BF16;
        const Plan plan = make(SampleIndex(), options);
        for (const plan::PlannedTensor& tensor : plan.tensors) {
            QCOMPARE(tensor.dtype, tensor.destination == "dst.count" ? DType::I64 : DType::BF16);
        }
        QVERIFY(textOf(plan, "config.json").find("bfloat16") != std::string::npos);
        QCOMPARE(textOf(plan, "README.md"), std::string("sample.torch bf16, rounded to nearest even\n"));
    }

    void shardsComeWithAnIndex()
    {
        Options options;
        options.shardBytes = 30;
        const Plan plan = make(SampleIndex(), options);
        QCOMPARE(plan.weightFiles.size(), size_t{3});
        QCOMPARE(plan.weightFiles[1].name, std::string("model-00002-of-00003.safetensors"));
        QCOMPARE(plan.weightFiles[1].firstTensor, uint32_t{2});
        const auto index = nlohmann::json::parse(textOf(plan, "model.safetensors.index.json"));
        QCOMPARE(index["weight_map"]["dst.weight"].get<std::string>(), plan.weightFiles[1].name);
        QCOMPARE(index["metadata"]["total_size"].get<uint64_t>(), plan.totalBytes);
        QCOMPARE(index["metadata"]["total_parameters"].get<uint64_t>(), plan.totalParameters);
    }

    void pthLiesBesideInTheSameOrder()
    {
        Options options;
        options.format = Format::Both;
        options.shardBytes = 30;
        const Plan both = make(SampleIndex(), options);
        QCOMPARE(both.weightFiles.size(), size_t{4});
        const plan::PlannedFile& pth = both.weightFiles.back();
        QCOMPARE(pth.name, std::string("out.pth"));
        QCOMPARE(both.pathOf(pth), m_folder.filePath("out.pth").toStdString());
        QCOMPARE(both.pathOf(both.weightFiles[0]), m_folder.filePath("out/model-00001-of-00003.safetensors").toStdString());
        QCOMPARE(pth.tensorCount, uint32_t{4});
        options.format = Format::Pth;
        const Plan alone = make(SampleIndex(), options);
        QCOMPARE(alone.weightFiles.size(), size_t{1});
        QCOMPARE(alone.weightFiles[0].head, pth.head);
        QCOMPARE(alone.weightFiles[0].bytes, pth.bytes);
        QCOMPARE(fileNames(alone), (std::vector<std::string>{"config.json", "preprocessor_config.json", "README.md"}));
    }

    void labelsFitTheHead()
    {
        SampleIndex sample;
        sample.addHead(2);
        Options options;
        options.labels = {"cat", "dog"};
        QVERIFY(textOf(make(sample, options), "config.json").find("[\"cat\",\"dog\"]") != std::string::npos);
        QVERIFY(textOf(make(sample, {}), "config.json").find("[\"LABEL\",\"LABEL\"]") != std::string::npos);
        options.labels = {"cat"};
        const Error count = errorOf([&] { make(sample, options); });
        QCOMPARE(count.code(), ErrorCode::LabelsCount);
        QCOMPARE(count.fact("expected"), std::string_view("2"));
        QCOMPARE(count.fact("found"), std::string_view("1"));
        QCOMPARE(errorOf([&] { make(SampleIndex(), options); }).fact("problem"), std::string_view("no-head"));
    }

    void incompleteMapHasNoFilesAndIsRefusedWithAllProblems()
    {
        SampleIndex sample;
        sample.index.tensors[1].key = "src.stranger";
        const Plan plan = make(sample, {});
        QVERIFY(plan.weightFiles.empty() && plan.tensors.empty() && plan.textFiles.empty());
        const Error error = errorOf([&] { plan::requireReady(plan); });
        QCOMPARE(error.code(), ErrorCode::MapIncomplete);
        QCOMPARE(error.fact("unmapped"), std::string_view("1"));
        QCOMPARE(error.fact("missing"), std::string_view("1"));
        QCOMPARE(error.fact("key"), std::string_view("src.stranger"));
    }

    void editMendsTheMap()
    {
        SampleIndex sample;
        sample.index.tensors[1].key = "src.stranger";
        Options options;
        options.edits = {{"src.stranger", "dst.bias"}};
        const Plan plan = make(sample, options);
        QCOMPARE(destinations(plan)[1], std::string("dst.bias"));
        plan::requireReady(plan);
    }

    void otherFamilyIsRefused()
    {
        SampleIndex sample;
        for (tensor::TensorInfo& info : sample.index.tensors) {
            info.key = "x." + info.key;
        }
        QCOMPARE(errorOf([&] { make(sample, {}); }).code(), ErrorCode::NotThisFamily);
    }

    void callsInTheFileAreRefusedFirst()
    {
        SampleIndex sample;
        sample.index.tensors[1].key = "src.stranger";
        sample.index.calls = {"os.system", "builtins.eval"};
        const Error error = errorOf([&] { plan::requireReady(make(sample, {})); });
        QCOMPARE(error.code(), ErrorCode::PickleForbiddenCall);
        QCOMPARE(error.fact("name"), std::string_view("os.system"));
        QCOMPARE(error.fact("count"), std::string_view("2"));
    }

    void expandedTensorIsRefused()
    {
        SampleIndex sample;
        sample.index.tensors[0].shape = {4, 10'000'000};
        sample.index.tensors[0].strides = {0, 0};
        sample.index.records[0].bytes = 4;
        Plan plan = make(SampleIndex(), {});
        plan.source = sample.index;
        const Error error = errorOf([&] { plan::requireConvertible(plan); });
        QCOMPARE(error.code(), ErrorCode::TensorExpanded);
        QCOMPARE(error.fact("key"), std::string_view("src.weight"));
        QCOMPARE(error.fact("found"), std::string_view("160000000"));
    }

    void tensorsFarAboveTheFileInAllAreRefused()
    {
        Plan plan = make(SampleIndex(), {});
        plan.source.tensors[0].shape = {4, 5'000'000};
        plan.source.records[0].bytes = 80'000'000;
        plan.source.files[0].bytes = 20'000'000;
        QCOMPARE(errorOf([&] { plan::requireConvertible(plan); }).fact("problem"), std::string_view("total"));
        plan.source.files[0].bytes = 21'000'000;
        plan::requireConvertible(plan);
    }

    void expandedHeadMakesNoLabels()
    {
        SampleIndex sample;
        sample.addHead(5'000'000);
        QCOMPARE(errorOf([&] { make(sample, {}); }).code(), ErrorCode::LimitExceeded);
        SampleIndex beyond;
        beyond.addHead(1ULL << 58);
        QCOMPARE(errorOf([&] { make(beyond, {}); }).code(), ErrorCode::LimitExceeded);
    }

    void smallSharedTensorsAreFine()
    {
        SampleIndex sample;
        sample.index.files[0].bytes = 8;  // far fewer bytes than the tensors show: harmless at this size
        sample.index.records[0].bytes = 4;
        sample.index.tensors[0].strides = {0, 0};
        plan::requireConvertible(make(sample, {}));
    }

    void roomIsHeldAgainstTheDisk()
    {
        SampleIndex sample;
        Plan plan = make(sample, {});
        QVERIFY(plan.forecast.diskNeeded > plan.weightFiles[0].bytes);
        QCOMPARE(plan.forecast.memoryNeeded, uint64_t{64'000'000});
        QVERIFY(plan.forecast.enough());
        plan::requireRoom(plan, plan::Keeping::All, 0);
        plan.weightFiles[0].bytes = 1ULL << 61;
        const Error error = errorOf([&] { plan::requireRoom(plan, plan::Keeping::All, 0); });
        QCOMPARE(error.code(), ErrorCode::NotEnoughSpace);
        QVERIFY(!error.fact("needed").empty() && !error.fact("free").empty());
        QCOMPARE(error.fact("path"), std::string_view(plan.options.outputFolder));
        plan::requireRoom(plan, plan::Keeping::All, 1ULL << 61);
        plan.forecast.memoryNeeded = 1ULL << 61;
        QCOMPARE(errorOf([&] { plan::requireRoom(plan, plan::Keeping::All, 1ULL << 61); }).code(), ErrorCode::NotEnoughMemory);
    }

    void fingerprintKnowsWhatDecidesTheBytes()
    {
        const std::string first = make(SampleIndex(), {}).fingerprint;
        QCOMPARE(first.size(), size_t{64});
        SampleIndex moved;
        moved.index.files[0] = {"/elsewhere/sample.torch", 4096, 99};
        Options elsewhere;
        elsewhere.outputFolder = m_folder.filePath("another").toStdString();
        QCOMPARE(make(moved, elsewhere).fingerprint, first);

        SampleIndex otherCrc;
        otherCrc.index.records[0].crc32 = 1;
        QVERIFY(make(otherCrc, {}).fingerprint != first);
        Options half;
        half.dtype = DType::F16;
        QVERIFY(make(SampleIndex(), half).fingerprint != first);
        Options shards;
        shards.shardBytes = 30;
        QVERIFY(make(SampleIndex(), shards).fingerprint != first);
        Options pth;
        pth.format = Format::Pth;
        QVERIFY(make(SampleIndex(), pth).fingerprint != first);
    }

    void withoutCrcTheFilesTimeCounts()
    {
        SampleIndex sample;
        sample.index.records[0].crc32.reset();
        const std::string first = make(sample, {}).fingerprint;
        sample.index.files[0].modifiedNs = 78;
        QVERIFY(make(sample, {}).fingerprint != first);
    }

    void withoutCrcTheValidatorOfARemoteFileCounts()
    {
        SampleIndex sample;
        const std::string checked = make(sample, {}).fingerprint;
        sample.index.files[0].validator = "\"a\"";
        QCOMPARE(make(sample, {}).fingerprint, checked);
        sample.index.records[0].crc32.reset();
        const std::string first = make(sample, {}).fingerprint;
        sample.index.files[0].validator = "\"b\"";
        QVERIFY(make(sample, {}).fingerprint != first);
    }

    void anUnreadHeaderIsAnotherPlan()
    {
        SampleIndex sample;
        sample.index.records[0].unread = tensor::UnreadHeader{4096, "archive/data/0", 0};
        QVERIFY(make(sample, {}).fingerprint != make(SampleIndex(), {}).fingerprint);
    }

    void warningsShowDisagreements()
    {
        SampleIndex sample;
        sample.index.warnings = {"shared-storage:a,b"};
        Options options;
        options.variant = "large";
        QCOMPARE(make(sample, options).warnings, (std::vector<std::string>{"shared-storage:a,b", "variant-differs:depths:[9]:[1]"}));
    }

    void jsonTellsThePlan()
    {
        Options options;
        options.format = Format::Both;
        options.shardBytes = 30;
        const Plan plan = make(SampleIndex(), options);
        const auto json = nlohmann::json::parse(plan::planToJson(plan));
        QCOMPARE(json["schema"].get<int>(), 1);
        QCOMPARE(json["rows"].size(), size_t{5});
        QCOMPARE(json["counts"]["mapped"].get<int>(), 4);
        QCOMPARE(json["counts"]["dropped"].get<int>(), 1);
        QCOMPARE(json["shards"].size(), size_t{3});
        QCOMPARE(json["shards"][0]["tensors"].get<int>(), 2);
        QCOMPARE(json["disk_needed"].get<uint64_t>(), plan.forecast.diskNeeded);
        QCOMPARE(json["download_bytes"].get<uint64_t>(), uint64_t{0});
        QCOMPARE(json["files"].back()["name"].get<std::string>(), std::string("out.pth"));
        QVERIFY(json["detected"]["classes"].is_null());
        QCOMPARE(json["detected"]["naming"].get<std::string>(), std::string("plain"));
    }

    void formatsHaveNames()
    {
        QCOMPARE(plan::formatFromName("both"), std::optional(Format::Both));
        QCOMPARE(plan::formatFromName("Both"), std::optional<Format>());
        QCOMPARE(plan::formatName(Format::Pth), std::string_view("pth"));
    }

private:
    Plan make(const SampleIndex& sample, Options options)
    {
        if (options.outputFolder.empty()) {
            options.outputFolder = m_folder.filePath("out").toStdString();
        }
        return plan::makePlan(m_family, sample.index, options, m_job);
    }

    static std::vector<std::string> destinations(const Plan& plan)
    {
        std::vector<std::string> keys;
        for (const plan::PlannedTensor& tensor : plan.tensors) {
            keys.push_back(tensor.destination);
        }
        return keys;
    }

    static std::vector<std::string> fileNames(const Plan& plan)
    {
        std::vector<std::string> names;
        for (const mapping::TextFile& file : plan.textFiles) {
            names.push_back(file.name);
        }
        return names;
    }

    static std::string textOf(const Plan& plan, const std::string& name)
    {
        for (const mapping::TextFile& file : plan.textFiles) {
            if (file.name == name) {
                return file.text;
            }
        }
        return {};
    }

    static Error errorOf(const std::function<void()>& call)
    {
        try {
            call();
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorCode::Internal).with("problem", "nothing was thrown");
    }

    QTemporaryDir m_folder;
    test::TinyFamily m_family;
    CancelToken m_cancel;
    Progress m_progress;
    Log m_log;
    JobContext m_job{m_cancel, m_progress, m_log};
};

QTEST_GUILESS_MAIN(PlannerTest)
#include "planner_test.moc"
