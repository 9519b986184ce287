#include "core/base/error.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/job/broken_demo.h"
#include "core/job/demo_checkpoint.h"
#include "core/job/demo_model.h"
#include "core/job/pipeline.h"
#include "core/tensor/tensor_index.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>

using namespace wb;

// Made-up checkpoints, read back by the program's own readers (which prove layout, geometry and, here, every CRC-32).
class DemoCheckpointTest : public QObject {
    Q_OBJECT

private slots:
    void everyContainerReadsBackAsTheVariant_data();
    void everyContainerReadsBackAsTheVariant();
    void equalOptionsGiveEqualBytesAndTheSeedMatters();
    void groupsOfEachStageStayUnderScale();
    void scaleOneIsTheVariantItself();
    void partsOfTheFsdpTrunkAreInTheKeys();
    void fullSizeSparseFileTakesNoRoom();
    void leavesAnExistingFileAlone();
    void cancelLeavesNothing();
    void brokenDemoLacksExactlyOneKey();

private:
    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }
    QByteArray bytesOf(const std::string& path) const;
    job::DemoResult make(job::DemoOptions options);

    QTemporaryDir m_folder;
    CancelToken m_cancel;
    Progress m_progress;
    Log m_log;
    JobContext m_job{m_cancel, m_progress, m_log};
};

QByteArray DemoCheckpointTest::bytesOf(const std::string& path) const
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

job::DemoResult DemoCheckpointTest::make(job::DemoOptions options)
{
    options.overwrite = true;
    return job::makeDemo(options, m_job);
}

void DemoCheckpointTest::everyContainerReadsBackAsTheVariant_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<int>("container");
    QTest::addColumn<bool>("sparse");
    for (const char* variant : {"regnet-y-10b-seer", "regnet-y-10b-seer-in1k", "regnet-y-320-seer", "regnet-x-032", "regnet-y-004"}) {
        for (const auto container : {job::DemoContainer::Zip, job::DemoContainer::Legacy, job::DemoContainer::Safetensors}) {
            const bool sparse = container == job::DemoContainer::Zip;
            QTest::addRow("%s %d", variant, static_cast<int>(container)) << variant << static_cast<int>(container) << false;
            if (sparse) {
                QTest::addRow("%s sparse", variant) << variant << static_cast<int>(container) << true;
            }
        }
    }
}

void DemoCheckpointTest::everyContainerReadsBackAsTheVariant()
{
    QFETCH(QString, variant);
    QFETCH(int, container);
    QFETCH(bool, sparse);
    job::DemoOptions options;
    options.path = path("demo");
    options.variant = variant.toStdString();
    options.container = static_cast<job::DemoContainer>(container);
    options.sparse = sparse;
    options.scale = 1.0 / 128;
    const job::DemoResult made = make(options);

    const tensor::TensorIndex index = job::inspect(options.path, {}, m_job);
    QCOMPARE(index.tensors.size(), made.tensors);
    const checkpoint::SourceFiles files(index);
    for (const tensor::Record& record : index.records) {
        QVERIFY(record.crc32.has_value() == (options.container == job::DemoContainer::Zip));
        checkpoint::requireCrc(files, index, record, m_cancel);
    }
    const mapping::Architecture found = job::identify(index, {}).detection.architecture;
    QCOMPARE(found.depths, made.architecture.depths);
    QCOMPARE(found.hiddenSizes, made.architecture.hiddenSizes);
    QCOMPARE(found.groupsWidth, made.architecture.groupsWidth);
    QCOMPARE(found.layerType, made.architecture.layerType);
    QCOMPARE(found.classes, made.architecture.classes);
}

void DemoCheckpointTest::equalOptionsGiveEqualBytesAndTheSeedMatters()
{
    job::DemoOptions options;
    options.variant = "regnet-y-004";
    options.path = path("a.torch");
    make(options);
    options.path = path("other-name.torch");
    make(options);
    QVERIFY(bytesOf(path("a.torch")) == bytesOf(path("other-name.torch")));
    options.seed = 1;
    make(options);
    QCOMPARE(bytesOf(path("a.torch")).size(), bytesOf(path("other-name.torch")).size());
    QVERIFY(bytesOf(path("a.torch")) != bytesOf(path("other-name.torch")));
}

void DemoCheckpointTest::groupsOfEachStageStayUnderScale()
{
    for (const mapping::Family* family : job::families()) {
        for (const mapping::Variant& variant : family->variants()) {
            const mapping::Architecture& full = variant.architecture;
            const mapping::Architecture small = job::demoModel(*family, variant, 1.0 / 64).architecture;
            QVERIFY(small.groupsWidth >= 8);
            for (size_t stage = 0; stage < full.hiddenSizes.size(); ++stage) {
                const uint64_t groups = std::max<uint64_t>(1, full.hiddenSizes[stage] / full.groupsWidth);
                QCOMPARE(std::max<uint64_t>(1, small.hiddenSizes[stage] / small.groupsWidth), groups);
                QCOMPARE(small.hiddenSizes[stage] % groups, uint64_t{0});
            }
        }
    }
}

void DemoCheckpointTest::scaleOneIsTheVariantItself()
{
    for (const mapping::Family* family : job::families()) {
        for (const mapping::Variant& variant : family->variants()) {
            const job::DemoModel model = job::demoModel(*family, variant, 1.0);
            QCOMPARE(model.architecture.hiddenSizes, variant.architecture.hiddenSizes);
            // Pretraining heads come on top of what the catalogue counts.
            QVERIFY2(model.bytes >= variant.bytes, variant.name.c_str());
            QVERIFY2(model.bytes - variant.bytes < 40'000'000, variant.name.c_str());
        }
    }
}

void DemoCheckpointTest::partsOfTheFsdpTrunkAreInTheKeys()
{
    const mapping::Variant& variant = job::findVariant("regnet-y-10b-seer");
    const job::DemoModel model = job::demoModel(*job::families().front(), variant, 1.0 / 64);
    const auto has = [&model](const char* key) {
        return std::any_of(model.tensors.begin(), model.tensors.end(), [key](const job::DemoTensor& tensor) { return tensor.key == key; });
    };
    QVERIFY(has("_feature_blocks.conv1.stem.0.weight"));
    QVERIFY(has("_feature_blocks.res2.block1-part0.block1-1.f.a.0.weight"));
    QVERIFY(has("_feature_blocks.res4.block3-part0.block3-8.f.a.0.weight"));
    QVERIFY(has("_feature_blocks.res4.block3-part1.block3-9.f.a.0.weight"));
    QVERIFY(has("_feature_blocks.res4.block3-part1.block3-16.f.final_bn.running_var"));
    QVERIFY(has("0.prototypes0.weight"));
}

void DemoCheckpointTest::fullSizeSparseFileTakesNoRoom()
{
    job::DemoOptions options;
    options.path = path("full.torch");
    options.variant = "regnet-y-10b-seer";
    options.scale = 1.0;
    options.sparse = true;
    const job::DemoResult made = make(options);
    QVERIFY(made.bytes > 37'300'000'000ULL);
    QVERIFY(made.bytes < 37'400'000'000ULL);
    struct stat info {};
    QCOMPARE(::stat(options.path.c_str(), &info), 0);
    QVERIFY(info.st_blocks * 512 < 20'000'000);
    const tensor::TensorIndex index = job::inspect(options.path, {}, m_job);
    QCOMPARE(job::identify(index, {}).detection.architecture.variant, options.variant);
}

void DemoCheckpointTest::leavesAnExistingFileAlone()
{
    job::DemoOptions options;
    options.path = path("mine");
    options.variant = "regnet-y-004";
    QFile file(QString::fromStdString(options.path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    try {
        job::makeDemo(options, m_job);
        QFAIL("overwritten");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::WouldOverwrite);
    }
    QCOMPARE(bytesOf(options.path), QByteArray("mine"));
    options.overwrite = true;
    job::makeDemo(options, m_job);
    QVERIFY(bytesOf(options.path).size() > 1000);
}

void DemoCheckpointTest::cancelLeavesNothing()
{
    job::DemoOptions options;
    options.path = path("cancelled/demo.torch");
    options.variant = "regnet-y-004";
    m_cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(job::makeDemo(options, m_job), Cancelled);
    m_cancel.reset();
    QVERIFY(QDir(m_folder.filePath("cancelled")).isEmpty());
}

void DemoCheckpointTest::brokenDemoLacksExactlyOneKey()
{
    const job::BrokenDemo made = job::makeBrokenDemo(path("broken.torch"), m_job);
    QVERIFY(made.file.bytes < 1'000'000);
    const QByteArray first = bytesOf(made.file.path);
    job::makeBrokenDemo(path("broken.torch"), m_job);
    QCOMPARE(bytesOf(made.file.path), first);
    plan::Options options;
    options.outputFolder = path("broken-hf");
    const auto counts = [&](const plan::Plan& plan) { return plan.map.counts(); };
    const plan::Plan plan = job::makePlan(job::inspect(made.file.path, {}, m_job), options, m_job);
    QCOMPARE(counts(plan).unmapped, 1U);
    QCOMPARE(counts(plan).missing, 1U);
    QCOMPARE(counts(plan).mismatched, 0U);
    const auto row = std::find_if(plan.map.rows.begin(), plan.map.rows.end(),
                                  [](const mapping::KeyMapRow& each) { return each.status == mapping::Status::Unmapped; });
    QVERIFY(QString::fromStdString(*row->source).endsWith(QString::fromStdString(made.badKey)));
    QCOMPARE(row->suggestions.size(), size_t{1});
    QCOMPARE(row->suggestions.front().destination, made.destination);
    options.edits = {{*row->source, made.destination}};
    const plan::Plan mended = job::makePlan(job::inspect(made.file.path, {}, m_job), options, m_job);
    QVERIFY(mended.map.isComplete());
    QCOMPARE(counts(mended).edited, 1U);
}

QTEST_GUILESS_MAIN(DemoCheckpointTest)
#include "demo_checkpoint_test.moc"
