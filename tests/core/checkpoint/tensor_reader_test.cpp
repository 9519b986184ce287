#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/checkpoint/tensor_reader.h"
#include "tests/core/checkpoint/container_fixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <numeric>

using namespace wb;
using namespace wb::test;
using checkpoint::SourceFiles;
using checkpoint::TensorReader;
using tensor::DType;
using tensor::TensorIndex;
using tensor::TensorInfo;

class TensorReaderTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void anyViewEqualsAPlainGather();
    void bigTransposedMatrix();
    void channelsLast();
    void farApartElements();
    void expandedTensorIsReadInBoundedMemory();
    void piecesOfAnySize();
    void scalarAndEmpty();
    void bigEndianIsTurnedRound();
    void c52_boolKeepsItsBytes();
    void c53_nanInfinityAndDenormalKeepTheirBits();
    void readingTooMuchIsRefused();
    void crcIsCompared();
    void changedFileIsNoticed();
    void manyFilesAreKeptInTurn();
    void fileOutsideTheFolderIsRefused();

private:
    QString at(const QString& name) const { return m_folder->filePath(name); }
    tensor::SourceFile write(const QString& name, const std::vector<std::byte>& bytes) const;
    TensorIndex indexOf(const std::vector<std::byte>& bytes, const TensorInfo& info, bool bigEndian = false) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

static std::vector<std::byte> noise(size_t bytes)
{
    std::vector<std::byte> out(bytes);
    uint32_t state = 1;
    for (std::byte& byte : out) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<std::byte>(state >> 24U);
    }
    return out;
}

static TensorInfo view(DType dtype, std::vector<uint64_t> shape, std::vector<uint64_t> strides, uint64_t offset = 0)
{
    TensorInfo out;
    out.key = "w";
    out.dtype = dtype;
    out.shape = std::move(shape);
    out.strides = std::move(strides);
    out.storageOffset = offset;
    return out;
}

// Element by element: what every reader must equal.
static std::vector<std::byte> plainGather(const std::vector<std::byte>& source, const TensorInfo& info)
{
    const uint64_t item = itemSize(info.dtype);
    std::vector<std::byte> out;
    for (uint64_t i = 0; i < info.elements(); ++i) {
        uint64_t rest = i;
        uint64_t from = info.storageOffset;
        for (size_t d = info.shape.size(); d-- > 0;) {
            from += rest % info.shape[d] * info.strides[d];
            rest /= info.shape[d];
        }
        const auto begin = source.begin() + static_cast<std::ptrdiff_t>(from * item);
        out.insert(out.end(), begin, begin + static_cast<std::ptrdiff_t>(item));
    }
    return out;
}

static std::vector<std::byte> readAll(const TensorIndex& index, size_t itemsAtOnce = SIZE_MAX)
{
    const SourceFiles files(index);
    TensorReader reader(files, index, index.tensors[0]);
    const size_t item = static_cast<size_t>(itemSize(index.tensors[0].dtype));
    std::vector<std::byte> out(static_cast<size_t>(reader.remaining()));
    for (size_t done = 0; done < out.size();) {
        const size_t bytes = std::min(out.size() - done, itemsAtOnce == SIZE_MAX ? out.size() : itemsAtOnce * item);
        reader.read(std::span(out).subspan(done, bytes));
        done += bytes;
    }
    return out;
}

void TensorReaderTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

tensor::SourceFile TensorReaderTest::write(const QString& name, const std::vector<std::byte>& bytes) const
{
    QFile file(at(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size())) < 0) {
        qFatal("cannot write");
    }
    file.close();
    const auto source = io::openFile(at(name).toStdString());
    return {at(name).toStdString(), source->size(), source->identity().modifiedNs};
}

TensorIndex TensorReaderTest::indexOf(const std::vector<std::byte>& bytes, const TensorInfo& info, bool bigEndian) const
{
    TensorIndex index;
    index.files.push_back(write("source", bytes));
    tensor::Record record;
    record.name = "record";
    record.bytes = bytes.size();
    record.bigEndian = bigEndian;
    index.records.push_back(record);
    index.tensors.push_back(info);
    requireInsideRecord(info, record.bytes, 64);
    return index;
}

void TensorReaderTest::anyViewEqualsAPlainGather()
{
    const std::vector<std::byte> source = noise(1 << 16);
    TensorIndex index = indexOf(source, view(DType::U8, {1}, {1}));
    const bool held = rc::check("a view equals a plain gather", [&] {
        const DType dtype = *rc::gen::element(DType::U8, DType::F16, DType::F32, DType::F64, DType::C128);
        const auto shape = *rc::gen::container<std::vector<uint64_t>>(*rc::gen::inRange<size_t>(0, 6), rc::gen::inRange<uint64_t>(1, 7));
        std::vector<uint64_t> strides = tensor::contiguousStrides(shape);
        for (uint64_t& stride : strides) {
            stride = *rc::gen::weightedOneOf<uint64_t>({{4, rc::gen::just(stride)}, {1, rc::gen::inRange<uint64_t>(0, 40)}});
        }
        std::vector<size_t> order(shape.size());
        std::iota(order.begin(), order.end(), size_t{0});
        for (size_t i = order.size(); i > 1; --i) {
            std::swap(order[i - 1], order[*rc::gen::inRange<size_t>(0, i)]);
        }
        TensorInfo info = view(dtype, {}, {}, *rc::gen::inRange<uint64_t>(0, 50));
        for (const size_t i : order) {
            info.shape.push_back(shape[i]);
            info.strides.push_back(strides[i]);
        }
        uint64_t last = info.storageOffset;
        for (size_t i = 0; i < info.shape.size(); ++i) {
            last += (info.shape[i] - 1) * info.strides[i];
        }
        RC_PRE((last + 1) * itemSize(dtype) <= source.size());
        index.tensors[0] = info;
        RC_ASSERT(readAll(index, *rc::gen::inRange<size_t>(1, 500)) == plainGather(source, info));
    });
    QVERIFY(held);
}

void TensorReaderTest::bigTransposedMatrix()
{
    const std::vector<std::byte> source = noise(1500 * 1100 * 4);
    const TensorInfo info = view(DType::F32, {1100, 1500}, {1, 1100});
    QVERIFY(readAll(indexOf(source, info)) == plainGather(source, info));
}

void TensorReaderTest::channelsLast()
{
    const std::vector<std::byte> source = noise(64 * 300 * 9 * 4 + 40);
    const TensorInfo info = view(DType::F32, {64, 300, 3, 3}, {2700, 1, 900, 300}, 10);
    QVERIFY(readAll(indexOf(source, info)) == plainGather(source, info));
}

void TensorReaderTest::farApartElements()
{
    const std::vector<std::byte> source = noise(3 << 20);
    const TensorInfo apart = view(DType::F32, {100, 3}, {7000, 1});
    QVERIFY(readAll(indexOf(source, apart)) == plainGather(source, apart));
    const TensorInfo near = view(DType::F32, {390000, 1}, {2, 1});
    QVERIFY(readAll(indexOf(source, near)) == plainGather(source, near));
}

void TensorReaderTest::expandedTensorIsReadInBoundedMemory()
{
    const TensorIndex index = indexOf(noise(16), view(DType::F32, {1000000, 1000, 1000}, {0, 0, 0}, 3));
    const SourceFiles files(index);
    TensorReader reader(files, index, index.tensors[0]);
    QCOMPARE(reader.remaining(), uint64_t{4000000000000});
    std::vector<std::byte> some(3 << 20);
    reader.read(some);
    QVERIFY(std::equal(some.begin(), some.begin() + 4, noise(16).begin() + 12));
    QVERIFY(std::equal(some.begin() + 4, some.end(), some.begin()));
    QCOMPARE(reader.remaining(), uint64_t{4000000000000} - some.size());
}

void TensorReaderTest::piecesOfAnySize()
{
    const std::vector<std::byte> source = noise(40000);
    for (const TensorInfo& info : {view(DType::I16, {200, 100}, {100, 1}), view(DType::I16, {100, 200}, {1, 100})}) {
        const TensorIndex index = indexOf(source, info);
        const std::vector<std::byte> whole = plainGather(source, info);
        for (const size_t items : {size_t{1}, size_t{7}, size_t{4096}, size_t{20000}}) {
            QVERIFY(readAll(index, items) == whole);
        }
    }
}

void TensorReaderTest::scalarAndEmpty()
{
    const std::vector<std::byte> source = noise(32);
    const TensorInfo scalar = view(DType::I64, {}, {}, 2);
    QVERIFY(readAll(indexOf(source, scalar)) == plainGather(source, scalar));
    QVERIFY(readAll(indexOf(source, view(DType::I64, {3, 0, 2}, {9, 9, 9}))).empty());
}

void TensorReaderTest::bigEndianIsTurnedRound()
{
    const std::vector<std::byte> source = noise(48);
    const auto turned = [&](size_t item) {
        std::vector<std::byte> out = source;
        for (auto at = out.begin(); at != out.end(); at += static_cast<std::ptrdiff_t>(item)) {
            std::reverse(at, at + static_cast<std::ptrdiff_t>(item));
        }
        return out;
    };
    QVERIFY(readAll(indexOf(source, view(DType::U8, {48}, {1}), true)) == source);
    QVERIFY(readAll(indexOf(source, view(DType::BF16, {24}, {1}), true)) == turned(2));
    QVERIFY(readAll(indexOf(source, view(DType::F64, {6}, {1}), true)) == turned(8));
    QVERIFY(readAll(indexOf(source, view(DType::C64, {6}, {1}), true)) == turned(4));
    QVERIFY(readAll(indexOf(source, view(DType::C128, {3}, {1}), true)) == turned(8));
    const TensorInfo crossed = view(DType::F32, {3, 4}, {1, 3});
    QVERIFY(readAll(indexOf(source, crossed, true)) == plainGather(turned(4), crossed));
}

// A bool of 2 is true in torch: nothing is made of it here but a copy.
void TensorReaderTest::c52_boolKeepsItsBytes()
{
    const std::vector<std::byte> source{std::byte{0}, std::byte{1}, std::byte{2}, std::byte{0xff}};
    QVERIFY(readAll(indexOf(source, view(DType::BOOL, {4}, {1}))) == source);
    const TensorInfo crossed = view(DType::BOOL, {2, 2}, {1, 2});
    QVERIFY(readAll(indexOf(source, crossed)) == plainGather(source, crossed));
}

void TensorReaderTest::c53_nanInfinityAndDenormalKeepTheirBits()
{
    // NaNs quiet and signalling with payloads, both infinities, the smallest and the largest denormal, minus zero, one.
    const std::vector<uint32_t> bits{0x7fc00001, 0x7f800001, 0xffabcdef, 0xffffffff, 0x7f800000,
                                     0xff800000, 0x00000001, 0x807fffff, 0x80000000, 0x3f800000};
    std::vector<std::byte> source(bits.size() * sizeof(uint32_t));
    std::memcpy(source.data(), bits.data(), source.size());
    QVERIFY(readAll(indexOf(source, view(DType::F32, {10}, {1}))) == source);
    for (const TensorInfo& info : {view(DType::F32, {5, 2}, {1, 5}), view(DType::F16, {10, 2}, {1, 10}), view(DType::F64, {5}, {1})}) {
        QVERIFY(readAll(indexOf(source, info)) == plainGather(source, info));
    }
}

void TensorReaderTest::readingTooMuchIsRefused()
{
    const TensorIndex index = indexOf(noise(16), view(DType::F32, {4}, {1}));
    const SourceFiles files(index);
    TensorReader reader(files, index, index.tensors[0]);
    std::vector<std::byte> bytes(20);
    QVERIFY_EXCEPTION_THROWN(reader.read(bytes), Error);
    QVERIFY_EXCEPTION_THROWN(reader.read(std::span(bytes).first(3)), Error);
}

void TensorReaderTest::crcIsCompared()
{
    const std::vector<std::byte> source = noise(1000000);
    TensorIndex index = indexOf(source, view(DType::F32, {4}, {1}));
    const CancelToken cancel;
    index.records[0].crc32 = crc32(0, source);
    const SourceFiles files(index);
    requireCrc(files, index, index.records[0], cancel);
    index.records[0].crc32 = 0x12345678;
    QCOMPARE(outcomeOf([&] { requireCrc(files, index, index.records[0], cancel); }), QString("E_CRC"));
    index.records[0].crc32.reset();
    requireCrc(files, index, index.records[0], cancel);
}

void TensorReaderTest::changedFileIsNoticed()
{
    TensorIndex index = indexOf(noise(16), view(DType::F32, {4}, {1}));
    const SourceFiles files(index);
    files.open(0);
    files.requireUnchanged();
    write("source", noise(17));
    QCOMPARE(outcomeOf([&] { files.requireUnchanged(); }), QString("E_SOURCE_CHANGED"));
    QCOMPARE(outcomeOf([&] { SourceFiles(index).open(0); }), QString("E_SOURCE_CHANGED"));
}

void TensorReaderTest::manyFilesAreKeptInTurn()
{
    TensorIndex index = indexOf(noise(16), view(DType::F32, {4}, {1}));
    for (int i = 1; i < 50; ++i) {
        index.files.push_back(write(QString::number(i), noise(static_cast<size_t>(i))));
    }
    const SourceFiles files(index);
    for (uint32_t i = 0; i < index.files.size(); ++i) {
        QCOMPARE(files.open(i)->size(), index.files[i].bytes);
    }
    const auto kept = files.open(49);
    QCOMPARE(files.open(49).get(), kept.get());
    files.requireUnchanged();
    write("7", noise(99));
    QCOMPARE(outcomeOf([&] { files.requireUnchanged(); }), QString("E_SOURCE_CHANGED"));
}

void TensorReaderTest::fileOutsideTheFolderIsRefused()
{
    const QTemporaryDir other;
    TensorIndex index = indexOf(noise(16), view(DType::F32, {4}, {1}));
    index.files.push_back({other.filePath("x").toStdString(), 16, 0});
    QCOMPARE(outcomeOf([&] { SourceFiles(index).open(1); }), QString("E_UNSAFE_PATH leaves-folder"));
}

QTEST_GUILESS_MAIN(TensorReaderTest)
#include "tensor_reader_test.moc"
