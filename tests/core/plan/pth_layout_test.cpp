#include "core/plan/pth_layout.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/plan/zip_pieces.h"

#include <QtTest>

#include <span>
#include <string>
#include <vector>

using namespace wb;
using plan::PlannedFile;
using plan::PlannedTensor;
using tensor::DType;

namespace {

PlannedTensor planned(const std::string& key, DType dtype, std::vector<uint64_t> shape)
{
    PlannedTensor tensor;
    tensor.destination = key;
    tensor.dtype = dtype;
    tensor.bytes = tensor::itemSize(dtype);
    for (const uint64_t size : shape) {
        tensor.bytes *= size;
    }
    tensor.shape = std::move(shape);
    return tensor;
}

std::vector<PlannedTensor> fewTensors()
{
    return {planned("a.weight", DType::F32, {3, 5}), planned("none", DType::F32, {0, 3}), planned("count", DType::I64, {}),
            planned("b", DType::BF16, {70'000})};
}

struct Written {
    PlannedFile file;
    std::string bytes;
    std::vector<uint32_t> crcs;
};

Written write(const std::vector<PlannedTensor>& tensors)
{
    Written out;
    out.file = plan::layoutPth("x.pth", tensors);
    for (uint32_t i = 0; i < tensors.size(); ++i) {
        out.bytes += plan::pthBefore(out.file, tensors, i, i == 0 ? 0 : out.crcs.back());
        const std::string values(static_cast<size_t>(tensors[i].bytes), static_cast<char>('a' + i));
        out.crcs.push_back(crc32(0, std::as_bytes(std::span(values))));
        out.bytes += values;
    }
    out.bytes += plan::pthAfter(out.file, tensors, out.crcs);
    return out;
}

uint64_t littleAt(const std::string& bytes, size_t at, size_t count)
{
    uint64_t number = 0;
    for (size_t i = count; i-- > 0;) {
        number = number << 8 | static_cast<uint8_t>(bytes.at(at + i));
    }
    return number;
}

}  // namespace

class PthLayoutTest : public QObject {
    Q_OBJECT

private slots:
    void piecesAddUpToTheLayout()
    {
        const Written written = write(fewTensors());
        QCOMPARE(uint64_t{written.bytes.size()}, written.file.bytes);
        for (size_t i = 0; i < written.file.offsets.size(); ++i) {
            QCOMPARE(written.file.offsets[i] % 64, uint64_t{0});
            QCOMPARE(written.bytes.substr(written.file.headerOffsets[i], 4), std::string("PK\3\4"));
        }
        QCOMPARE(written.bytes.substr(written.file.offsets[0], 60), std::string(60, 'a'));
        QCOMPARE(written.bytes.substr(written.file.offsets[3], 140'000), std::string(140'000, 'd'));
    }

    void pickleComesFirstAndIsTheHead()
    {
        const Written written = write(fewTensors());
        QCOMPARE(written.bytes.substr(30, 16), std::string("archive/data.pkl"));
        QCOMPARE(written.bytes.substr(64, written.file.head.size()), written.file.head);
        QVERIFY(written.file.head.starts_with("\x80\x02}("));
        QVERIFY(written.file.head.ends_with("u."));
    }

    void descriptorsAndDirectoryHoldRealCrcs()
    {
        const Written written = write(fewTensors());
        const size_t descriptor = static_cast<size_t>(written.file.offsets[0]) + 60;
        QCOMPARE(written.bytes.substr(descriptor, 4), std::string("PK\7\10"));
        QCOMPARE(littleAt(written.bytes, descriptor + 4, 4), uint64_t{written.crcs[0]});
        QCOMPARE(littleAt(written.bytes, descriptor + 8, 4), uint64_t{60});
        const size_t name = written.bytes.rfind("archive/data/0");
        QCOMPARE(littleAt(written.bytes, name - 46 + 16, 4), uint64_t{written.crcs[0]});
        QCOMPARE(littleAt(written.bytes, name - 46 + 42, 4), written.file.headerOffsets[0]);
    }

    void endRecordsCountEveryMember()
    {
        const Written written = write(fewTensors());
        const size_t end = written.bytes.size() - 22;
        QCOMPARE(written.bytes.substr(end, 4), std::string("PK\5\6"));
        QCOMPARE(littleAt(written.bytes, end + 10, 2), uint64_t{10});
        const auto locator = end - 20;
        const auto end64 = static_cast<size_t>(littleAt(written.bytes, locator + 8, 8));
        QCOMPARE(written.bytes.substr(end64, 4), std::string("PK\6\6"));
        QCOMPARE(littleAt(written.bytes, end64 + 32, 8), uint64_t{10});
        QCOMPARE(littleAt(written.bytes, end64 + 48, 8) + littleAt(written.bytes, end64 + 40, 8), uint64_t{end64});
    }

    void fileWithoutTensorsIsWhole()
    {
        const Written written = write({});
        QCOMPARE(uint64_t{written.bytes.size()}, written.file.bytes);
        QVERIFY(written.bytes.starts_with("PK\3\4"));
    }

    void bytesDependOnContentsOnly()
    {
        const auto tensors = fewTensors();
        const PlannedFile one = plan::layoutPth("one.pth", tensors);
        const PlannedFile two = plan::layoutPth("a name that is much longer.pth", tensors);
        QCOMPARE(one.head, two.head);
        QCOMPARE(one.offsets, two.offsets);
        QCOMPARE(one.bytes, two.bytes);
    }

    void fourGigabytesTakeZip64()
    {
        const std::vector<PlannedTensor> tensors{planned("big", DType::U8, {5'000'000'000}), planned("after", DType::F32, {2})};
        const PlannedFile file = plan::layoutPth("x.pth", tensors);
        QVERIFY(file.headerOffsets[1] == file.offsets[0] + 5'000'000'000 + 24);
        QCOMPARE(file.offsets[1] % 64, uint64_t{0});
        const std::string before = plan::pthBefore(file, tensors, 1, 7);
        QCOMPARE(uint64_t{before.size()}, file.offsets[1] - file.offsets[0] - 5'000'000'000);
        QCOMPARE(littleAt(before, 8, 8), uint64_t{5'000'000'000});
        const std::string after = plan::pthAfter(file, tensors, std::vector<uint32_t>{7, 8});
        const size_t name = after.find("archive/data/1", after.find("PK\1\2"));
        QCOMPARE(littleAt(after, name - 4, 4), uint64_t{0xFFFFFFFF});
        QCOMPARE(littleAt(after, name + 14 + 4, 8), file.headerOffsets[1]);
        QCOMPARE(file.offsets[1] + 8 + after.size(), file.bytes);
        // A number above 2^31 is a LONG1 of nine bytes.
        QVERIFY(file.head.find(std::string("\x8a\x09\x00\xf2\x05\x2a\x01\x00\x00\x00\x00", 11)) != std::string::npos);
    }

    void typeWithoutStorageClassIsRefused()
    {
        for (const DType dtype : {DType::F8_E4M3, DType::F8_E5M2, DType::U16, DType::U32, DType::U64}) {
            try {
                plan::layoutPth("x.pth", {planned("odd", dtype, {2})});
                QFAIL("not refused");
            } catch (const Error& error) {
                QCOMPARE(error.code(), ErrorCode::TensorDType);
                QCOMPARE(error.fact("key"), std::string_view("odd"));
                QCOMPARE(error.fact("found"), tensor::dtypeName(dtype));
            }
        }
    }
};

QTEST_GUILESS_MAIN(PthLayoutTest)
#include "pth_layout_test.moc"
