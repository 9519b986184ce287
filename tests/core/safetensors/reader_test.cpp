#include "core/safetensors/reader.h"

#include "core/base/error.h"
#include "core/safetensors/layout.h"
#include "tests/support/expect_error.h"
#include "tests/support/memory_source.h"
#include "tests/support/safetensors_bytes.h"

#include <QtTest>

using namespace wb;
using test::MemorySource;
using test::safetensorsBytes;

class ReaderTest : public QObject {
    Q_OBJECT

private slots:
    void readsTensorsInTheOrderOfTheirBytes();
    void recordsAreTheBytesOfEachTensor();
    void paddingMetadataAndEscapesAreRead();
    void scalarsAndEmptyTensorsAreRead();
    void aFileWithoutTensorsIsRead();
    void readsWhatLayoutWrites();
    void stopsWhenCancelled();
    void aShrinkingFileIsTruncated();

private:
    tensor::TensorIndex read(const std::string& bytes) { return safetensors::readSafetensors(MemorySource(bytes, "x.safetensors"), m_job); }

    CancelToken m_cancel;
    Progress m_progress;
    Log m_log;
    JobContext m_job{m_cancel, m_progress, m_log};
};

void ReaderTest::readsTensorsInTheOrderOfTheirBytes()
{
    const auto index = read(safetensorsBytes(R"({"b":{"dtype":"I64","shape":[],"data_offsets":[24,32]},)"
                                             R"("a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}})",
                                             32));
    QCOMPARE(index.container, tensor::Container::Safetensors);
    QCOMPARE(index.tensors.size(), size_t{2});
    QCOMPARE(index.tensors[0].key, std::string("a"));
    QCOMPARE(index.tensors[0].dtype, tensor::DType::F32);
    QCOMPARE(index.tensors[0].shape, (std::vector<uint64_t>{2, 3}));
    QCOMPARE(index.tensors[0].strides, (std::vector<uint64_t>{3, 1}));
    QCOMPARE(index.tensors[1].key, std::string("b"));
    QCOMPARE(index.tensors[1].dtype, tensor::DType::I64);
    QVERIFY(index.tensors[1].shape.empty());
}

void ReaderTest::recordsAreTheBytesOfEachTensor()
{
    const std::string header = R"({"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"b":{"dtype":"U8","shape":[2],"data_offsets":[3,5]}})";
    const auto index = read(safetensorsBytes(header, 5));
    QCOMPARE(index.files.size(), size_t{1});
    QCOMPARE(index.files[0].path, std::string("x.safetensors"));
    QCOMPARE(index.files[0].bytes, uint64_t{8 + header.size() + 5});
    QCOMPARE(index.records.size(), size_t{2});
    QCOMPARE(index.tensors[1].record, uint32_t{1});
    QCOMPARE(index.records[1].name, std::string("b"));
    QCOMPARE(index.records[1].offset, uint64_t{8 + header.size() + 3});
    QCOMPARE(index.records[1].bytes, uint64_t{2});
    QVERIFY(!index.records[1].crc32);
}

void ReaderTest::paddingMetadataAndEscapesAreRead()
{
    const auto index =
        read(safetensorsBytes(R"({"__metadata__":{"format":"pt","n":"1"}, "\u0061\"é":{"shape":[1],"data_offsets":[0,1],"dtype":"BOOL"}}    )", 1));
    QCOMPARE(index.tensors.size(), size_t{1});
    QCOMPARE(index.tensors[0].key, std::string("a\"é"));
    QCOMPARE(index.tensors[0].dtype, tensor::DType::BOOL);
}

void ReaderTest::scalarsAndEmptyTensorsAreRead()
{
    const auto index =
        read(safetensorsBytes(R"({"s":{"dtype":"F64","shape":[],"data_offsets":[0,8]},"e":{"dtype":"F32","shape":[0,4],"data_offsets":[8,8]},)"
                              R"("f":{"dtype":"F32","shape":[4,0],"data_offsets":[0,0]}})",
                              8));
    QCOMPARE(index.tensors.size(), size_t{3});
    QCOMPARE(index.tensors[0].key, std::string("f"));
    QCOMPARE(index.tensors[1].key, std::string("s"));
    QCOMPARE(index.tensors[2].key, std::string("e"));
    QCOMPARE(index.tensors[2].bytes(), uint64_t{0});
}

void ReaderTest::aFileWithoutTensorsIsRead()
{
    QVERIFY(read(safetensorsBytes("{}", 0)).tensors.empty());
    QVERIFY(read(safetensorsBytes(R"({"__metadata__":{}})", 0)).tensors.empty());
}

void ReaderTest::readsWhatLayoutWrites()
{
    const std::vector<safetensors::OutputTensor> tensors{
        {"w\n\"\\\x01", tensor::DType::F16, {3}, 6}, {"n", tensor::DType::I64, {}, 8}, {"ü", tensor::DType::F32, {2, 1}, 8}};
    const safetensors::Layout layout = safetensors::layoutFile(tensors);
    std::string bytes = layout.head;
    bytes.resize(layout.fileBytes, '\7');
    const auto index = read(bytes);
    QCOMPARE(index.tensors.size(), tensors.size());
    for (size_t i = 0; i < layout.order.size(); ++i) {
        const safetensors::OutputTensor& written = tensors[layout.order[i]];
        QCOMPARE(index.tensors[i].key, written.key);
        QCOMPARE(index.tensors[i].dtype, written.dtype);
        QCOMPARE(index.tensors[i].shape, written.shape);
        QCOMPARE(index.records[i].offset, layout.offsets[i]);
        QCOMPARE(index.records[i].bytes, written.bytes);
    }
}

void ReaderTest::stopsWhenCancelled()
{
    CancelToken cancelled;
    cancelled.cancel();
    JobContext job{cancelled, m_progress, m_log};
    QVERIFY_EXCEPTION_THROWN(safetensors::readSafetensors(MemorySource(safetensorsBytes("{}", 0)), job), Cancelled);
}

// Says it is longer than it is, as a file does that was cut after it was opened.
void ReaderTest::aShrinkingFileIsTruncated()
{
    class Shrunk : public io::ByteSource {
    public:
        const std::string& name() const noexcept override { return m_bytes.name(); }
        uint64_t size() const noexcept override { return 1000; }
        io::SourceIdentity identity() const noexcept override { return m_bytes.identity(); }
        void readAt(uint64_t offset, std::span<std::byte> into) const override { m_bytes.readAt(offset, into); }
        void forget(uint64_t, uint64_t) const noexcept override {}
        void willRead(uint64_t, uint64_t) const noexcept override {}
        void requireUnchanged() const override {}

    private:
        MemorySource m_bytes{test::lengthField(500) + "{", "cut.safetensors"};
    };
    const auto error = test::errorOf([&] { safetensors::readSafetensors(Shrunk(), m_job); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::SourceTruncated);
    QCOMPARE(error->fact("file"), std::string_view("cut.safetensors"));
}

QTEST_GUILESS_MAIN(ReaderTest)
#include "reader_test.moc"
