#include "core/base/error.h"
#include "core/tensor/tensor_index.h"

#include <QTest>

#include <limits>

using wb::Error;
using wb::tensor::DType;
using wb::tensor::TensorInfo;

class TensorIndexTest : public QObject {
    Q_OBJECT

private:
    static TensorInfo view(std::vector<uint64_t> shape, std::vector<uint64_t> strides, uint64_t offset);
    static std::string problemOf(const TensorInfo& tensor, uint64_t recordBytes);

private slots:
    void dtypesRoundTripThroughTheirNames();
    void contiguousViews();
    void viewsInsideTheirRecordAreTaken();
    void viewsOutsideAreRefused();
    void sizesThatWrapAreRefused();
    void largestKnownTensorFits();
    void addressesAreNoPaths();
};

TensorInfo TensorIndexTest::view(std::vector<uint64_t> shape, std::vector<uint64_t> strides, uint64_t offset)
{
    TensorInfo tensor;
    tensor.key = "t";
    tensor.shape = std::move(shape);
    tensor.strides = std::move(strides);
    tensor.storageOffset = offset;
    return tensor;
}

std::string TensorIndexTest::problemOf(const TensorInfo& tensor, uint64_t recordBytes)
{
    try {
        wb::tensor::requireInsideRecord(tensor, recordBytes, 64);
    } catch (const Error& error) {
        return std::string(error.fact("problem"));
    }
    return "none";
}

void TensorIndexTest::dtypesRoundTripThroughTheirNames()
{
    for (int i = 0; i <= static_cast<int>(DType::BOOL); ++i) {
        const auto dtype = static_cast<DType>(i);
        QVERIFY(wb::tensor::dtypeFromName(wb::tensor::dtypeName(dtype)) == dtype);
        QVERIFY(wb::tensor::itemSize(dtype) >= 1);
    }
    QVERIFY(!wb::tensor::dtypeFromName("f32"));
}

void TensorIndexTest::contiguousViews()
{
    QVERIFY(view({2, 3}, {3, 1}, 0).isContiguous());
    QVERIFY(view({}, {}, 5).isContiguous());
    QVERIFY(view({1, 3}, {999, 1}, 0).isContiguous());
    QVERIFY(view({0, 3}, {7, 7}, 0).isContiguous());
    QVERIFY(!view({3, 2}, {1, 3}, 0).isContiguous());
    QVERIFY(!view({4}, {0}, 0).isContiguous());
    QCOMPARE(wb::tensor::contiguousStrides({2, 3, 4}), (std::vector<uint64_t>{12, 4, 1}));
}

void TensorIndexTest::viewsInsideTheirRecordAreTaken()
{
    QCOMPARE(problemOf(view({2, 3}, {3, 1}, 2), 8 * 4), std::string("none"));
    QCOMPARE(problemOf(view({}, {}, 0), 4), std::string("none"));
    QCOMPARE(problemOf(view({0}, {1}, 0), 0), std::string("none"));
    QCOMPARE(problemOf(view({1'000'000}, {0}, 0), 4), std::string("none"));
}

void TensorIndexTest::viewsOutsideAreRefused()
{
    QCOMPARE(problemOf(view({2, 3}, {3, 1}, 3), 8 * 4), std::string("past-end"));
    QCOMPARE(problemOf(view({4}, {100}, 0), 16), std::string("past-end"));
    QCOMPARE(problemOf(view({}, {}, 1), 4), std::string("past-end"));
    QCOMPARE(problemOf(view({0}, {1}, 2), 4), std::string("past-end"));
    QCOMPARE(problemOf(view({2}, {1, 1}, 0), 100), std::string("dimensions"));
    QCOMPARE(problemOf(view(std::vector<uint64_t>(65, 1), std::vector<uint64_t>(65, 1), 0), 100), std::string("dimensions"));
}

void TensorIndexTest::sizesThatWrapAreRefused()
{
    constexpr uint64_t huge = std::numeric_limits<uint64_t>::max();
    QCOMPARE(problemOf(view({huge, 2}, {0, 0}, 0), 8), std::string("overflow"));
    QCOMPARE(problemOf(view({2}, {huge}, 2), 8), std::string("overflow"));
    QCOMPARE(problemOf(view({huge / 2}, {0}, 0), 8), std::string("overflow"));
    QCOMPARE(problemOf(view({1}, {1}, huge), 8), std::string("overflow"));
}

void TensorIndexTest::largestKnownTensorFits()
{
    const TensorInfo tensor = view({28280, 28280, 1, 1}, {28280, 1, 1, 1}, 0);
    QCOMPARE(tensor.bytes(), uint64_t{3'199'033'600});
    QCOMPARE(problemOf(tensor, tensor.bytes()), std::string("none"));
    QCOMPARE(problemOf(tensor, tensor.bytes() - 1), std::string("past-end"));
}

void TensorIndexTest::addressesAreNoPaths()
{
    using wb::tensor::isAddress;
    QVERIFY(isAddress("https://example.org/a.pth") && isAddress("http://localhost:8000/a"));
    for (const char* path : {"", "a.pth", "/data/a.pth", "/data/https://a", "://a", "./x://a", "https:/a"}) {
        QVERIFY2(!isAddress(path), path);
    }
}

QTEST_GUILESS_MAIN(TensorIndexTest)
#include "tensor_index_test.moc"
