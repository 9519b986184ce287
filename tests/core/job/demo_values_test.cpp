#include "core/job/demo_values.h"

#include <QTest>

#include <cmath>
#include <cstring>
#include <vector>

using wb::job::DemoTensor;
using wb::job::DemoValues;

class DemoValuesTest : public QObject {
    Q_OBJECT

private slots:
    void anyPieceIsTheSameAsTheWhole();
    void variancesArePositive();
    void convolutionsSpreadByFanIn();
    void countersAreWholeNumbers();

private:
    static DemoTensor tensor(const char* key, std::vector<uint64_t> shape);
    static std::vector<float> floats(const DemoTensor& tensor, uint64_t seed);
};

DemoTensor DemoValuesTest::tensor(const char* key, std::vector<uint64_t> shape)
{
    DemoTensor tensor;
    tensor.key = key;
    for (const uint64_t size : shape) {
        tensor.elements *= size;
    }
    tensor.shape = std::move(shape);
    tensor.bytes = tensor.elements * 4;
    return tensor;
}

std::vector<float> DemoValuesTest::floats(const DemoTensor& tensor, uint64_t seed)
{
    std::vector<float> values(tensor.elements);
    DemoValues(tensor, seed).fill(0, std::as_writable_bytes(std::span(values)));
    return values;
}

void DemoValuesTest::anyPieceIsTheSameAsTheWhole()
{
    const DemoTensor conv = tensor("f.a.0.weight", {8, 8, 3, 3});
    const std::vector<float> whole = floats(conv, 7);
    std::vector<float> piece(100);
    DemoValues(conv, 7).fill(33, std::as_writable_bytes(std::span(piece)));
    QVERIFY(std::equal(piece.begin(), piece.end(), whole.begin() + 33));
    QVERIFY(floats(conv, 8) != whole);
    QVERIFY(floats(tensor("f.b.0.weight", {8, 8, 3, 3}), 7) != whole);
}

void DemoValuesTest::variancesArePositive()
{
    for (const float value : floats(tensor("bn.running_var", {10'000}), 0)) {
        QVERIFY(value >= 0.5F && value <= 1.5F);
    }
}

void DemoValuesTest::convolutionsSpreadByFanIn()
{
    const std::vector<float> values = floats(tensor("f.a.0.weight", {100, 100, 1, 1}), 3);
    double sum = 0;
    double squares = 0;
    for (const float value : values) {
        QVERIFY(std::isfinite(value));
        sum += static_cast<double>(value);
        squares += static_cast<double>(value) * static_cast<double>(value);
    }
    const double count = static_cast<double>(values.size());
    QVERIFY(std::abs(sum / count) < 0.005);
    QVERIFY(std::abs(std::sqrt(squares / count) - 0.1) < 0.005);
}

void DemoValuesTest::countersAreWholeNumbers()
{
    DemoTensor counter = tensor("bn.num_batches_tracked", {});
    counter.floating = false;
    int64_t value = 0;
    DemoValues(counter, 0).fill(0, std::as_writable_bytes(std::span(&value, 1)));
    QCOMPARE(value, int64_t{124500});
}

QTEST_GUILESS_MAIN(DemoValuesTest)
#include "demo_values_test.moc"
