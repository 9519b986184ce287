#include "tests/core/checkpoint/container_fixture.h"

#include "core/checkpoint/tensor_reader.h"
#include "tests/support/pickle_bytes.h"
#include "tests/support/zip_bytes.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace wb;
using namespace wb::test;

class VisslSlicesTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void everySliceIsATensorOfItsOwnFile();
    void valuesComeFromTheSlices();
    void missingSliceIsNamed();
    void pathsNeverLeaveTheFolder_data();
    void pathsNeverLeaveTheFolder();
    void linkIsNotFollowed();
    void otherFilesAreNoSlices();
    void damageOfASliceNamesItsFile();
    void oneSliceOfTwoKeysIsReadOnce();
    void shardListIsRefused();

private:
    std::string at(const QString& name) const { return m_folder->filePath(name).toStdString(); }
    void write(const QString& name, const std::string& bytes) const;
    void writeList(const std::vector<std::pair<std::string, std::string>>& trunk) const;
    tensor::TensorIndex read() const;
    QString outcome() const
    {
        return outcomeOf([&] { read(); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

static std::string sliceBytes(const PickledTensor& tensor, const std::string& type = "slice")
{
    const std::string pickle = PickleBytes().dict().text("type").text(type).text("weight").tensor(tensor).setItems().finish();
    return torchZip(pickle, {countingFloats(static_cast<size_t>(tensor.elements))}).finish();
}

void VisslSlicesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir("model_layers"));
}

void VisslSlicesTest::write(const QString& name, const std::string& bytes) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes.data(), static_cast<qint64>(bytes.size())), static_cast<qint64>(bytes.size()));
}

void VisslSlicesTest::writeList(const std::vector<std::pair<std::string, std::string>>& trunk) const
{
    PickleBytes pickle;
    pickle.dict()
        .text("type")
        .text("slice_list")
        .text("classy_state_dict")
        .dict()
        .text("base_model")
        .dict()
        .text("model")
        .dict()
        .text("trunk")
        .dict();
    for (const auto& entry : trunk) {
        pickle.text(entry.first).text(entry.second);
    }
    pickle.setItems().text("heads").dict().setItems().setItems().setItems().setItems().setItems();
    write("model.torch", torchZip(pickle.finish(), {}).finish());
}

tensor::TensorIndex VisslSlicesTest::read() const
{
    ContainerRun run;
    return checkpoint::readTorchCheckpoint(*io::openFile(at("model.torch")), "", run.job);
}

void VisslSlicesTest::everySliceIsATensorOfItsOwnFile()
{
    writeList({{"conv.weight", "/checkpoint/someone/model_layers/aa.torch"}, {"conv.bias", "/checkpoint/someone/model_layers/bb.torch"}});
    write("model_layers/aa.torch", sliceBytes(PickledTensor{.elements = 6, .size = {2, 3}, .stride = {3, 1}}));
    write("model_layers/bb.torch", sliceBytes(PickledTensor{}));
    const tensor::TensorIndex index = read();
    QCOMPARE(index.container, tensor::Container::VisslSlices);
    QCOMPARE(index.stateDict, std::string("classy_state_dict.base_model.model"));
    QCOMPARE(index.files.size(), size_t{3});
    QCOMPARE(index.files[1].path, at("model_layers/aa.torch"));
    QCOMPARE(index.tensors[0].key, std::string("conv.weight"));
    QCOMPARE(index.tensors[0].shape, (std::vector<uint64_t>{2, 3}));
    QCOMPARE(index.records[index.tensors[1].record].file, 2U);
}

void VisslSlicesTest::valuesComeFromTheSlices()
{
    writeList({{"w", "aa.torch"}});
    write("model_layers/aa.torch", sliceBytes(PickledTensor{.size = {2, 2}, .stride = {1, 2}}));
    const tensor::TensorIndex index = read();
    const checkpoint::SourceFiles files(index);
    checkpoint::TensorReader reader(files, index, index.tensors[0]);
    std::vector<float> values(4);
    reader.read(std::as_writable_bytes(std::span(values)));
    QCOMPARE(values, (std::vector<float>{0, 2, 1, 3}));
}

void VisslSlicesTest::missingSliceIsNamed()
{
    writeList({{"conv.weight", "/checkpoint/model_layers/aa.torch"}});
    QCOMPARE(outcome(), QString("E_SLICE_FILE missing"));
    try {
        read();
    } catch (const Error& error) {
        QCOMPARE(std::string(error.fact("part")), std::string("aa.torch"));
        QCOMPARE(std::string(error.fact("key")), std::string("conv.weight"));
    }
    QVERIFY(QDir(m_folder->path()).rmdir("model_layers"));
    QCOMPARE(outcome(), QString("E_SLICE_FILE missing"));
}

void VisslSlicesTest::pathsNeverLeaveTheFolder_data()
{
    QTest::addColumn<std::string>("path");
    QTest::addColumn<QString>("result");
    QTest::newRow("parent") << std::string("../outside.torch") << "E_SLICE_FILE missing";
    QTest::newRow("backslash") << std::string("..\\outside.torch") << "E_SLICE_FILE missing";
    QTest::newRow("only parent") << std::string("model_layers/..") << "E_SLICE_FILE name";
    QTest::newRow("folder") << std::string("model_layers/") << "E_SLICE_FILE name";
    QTest::newRow("NUL") << std::string("a\0b", 3) << "E_SLICE_FILE name";
}

void VisslSlicesTest::pathsNeverLeaveTheFolder()
{
    QFETCH(std::string, path);
    QFETCH(QString, result);
    write("outside.torch", sliceBytes(PickledTensor{}));
    writeList({{"w", path}});
    QCOMPARE(outcome(), result);
}

void VisslSlicesTest::linkIsNotFollowed()
{
    write("outside.torch", sliceBytes(PickledTensor{}));
    QVERIFY(QFile::link(m_folder->filePath("outside.torch"), m_folder->filePath("model_layers/aa.torch")));
    writeList({{"w", "aa.torch"}});
    QCOMPARE(outcome(), QString("E_UNSAFE_PATH link"));
}

void VisslSlicesTest::otherFilesAreNoSlices()
{
    writeList({{"w", "aa.torch"}});
    write("model_layers/aa.torch", sliceBytes(PickledTensor{}, "consolidated"));
    QCOMPARE(outcome(), QString("E_SLICE_FILE not-a-slice"));
    write("model_layers/aa.torch", "<html>");
    QCOMPARE(outcome(), QString("E_NOT_A_CHECKPOINT html"));
}

void VisslSlicesTest::damageOfASliceNamesItsFile()
{
    writeList({{"w", "aa.torch"}});
    std::string bytes = sliceBytes(PickledTensor{});
    write("model_layers/aa.torch", bytes.substr(0, bytes.size() / 2));
    try {
        read();
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::ZipTruncated);
        QCOMPARE(std::string(error.fact("file")), at("model_layers/aa.torch"));
    }
}

void VisslSlicesTest::oneSliceOfTwoKeysIsReadOnce()
{
    writeList({{"v", "aa.torch"}, {"w", "aa.torch"}});
    write("model_layers/aa.torch", sliceBytes(PickledTensor{}));
    const tensor::TensorIndex index = read();
    QCOMPARE(index.files.size(), size_t{2});
    QCOMPARE(index.tensors.size(), size_t{2});
    QCOMPARE(index.warnings, std::vector<std::string>{"shared-storage:v,w"});
}

void VisslSlicesTest::shardListIsRefused()
{
    write("model.torch",
          torchZip(
              PickleBytes().dict().text("type").text("shard_list").text("shards").list().text("a_shard0.torch").appendItems().setItems().finish(), {})
              .finish());
    QVERIFY(outcome().startsWith("E_SHARD_LIST"));
}

QTEST_GUILESS_MAIN(VisslSlicesTest)
#include "vissl_slices_test.moc"
