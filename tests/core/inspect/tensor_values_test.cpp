#include "core/base/error.h"
#include "core/inspect/compare.h"
#include "core/inspect/statistics_cache.h"
#include "core/inspect/tensor_difference.h"
#include "core/inspect/tensor_statistics.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>
#include <numeric>

using namespace wb;
using inspect::Histogram;
using inspect::PairStatus;
using inspect::TensorDifference;
using inspect::TensorStatistics;
using tensor::DType;
using tensor::TensorIndex;
using Json = nlohmann::json;

// One tensor, its bytes as they stand in a file.
struct Given {
    std::string key;
    DType dtype;
    std::vector<uint64_t> shape;
    std::string bytes;
};

class TensorValuesTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_progress.begin(Stage::Compare, 0);
    }
    void statisticsAreNumpys_data();
    void statisticsAreNumpys();
    void stridedTensorCountsItsOwnValues();
    void anyOrderAndAnyPiecesGiveOneHistogram();
    void longTensorIsReadInSteps();
    void complexTypeIsRefused();
    void cancelStops();
    void differenceOfRounding();
    void differenceOfOneTypeIsByBytes();
    void pairHasBothStatistics();
    void cacheKeepsEveryBitAndIsBounded();
    void cacheKeyFollowsTheFile();
    void modelsAreComparedTensorByTensor();
    void mapPairsOtherNames();

private:
    TensorIndex write(const char* name, const std::vector<Given>& tensors) const;
    TensorStatistics statisticsOf(const TensorIndex& index, uint32_t number = 0);

    std::unique_ptr<QTemporaryDir> m_folder;
    CancelToken m_cancel;
    Progress m_progress;
    Log m_log;
    JobContext m_job{m_cancel, m_progress, m_log};
};

template <typename Number> static std::string bytesOf(const std::vector<Number>& values)
{
    std::string out(values.size() * sizeof(Number), '\0');
    std::memcpy(out.data(), values.data(), out.size());
    return out;
}

static std::string fromHex(const std::string& hex)
{
    return QByteArray::fromHex(QByteArray::fromStdString(hex)).toStdString();
}

static double number(const Json& text)
{
    const std::string word = text.get<std::string>();
    return std::strtod(word.c_str(), nullptr);  // "0x1.8p-3", "nan", "-inf"
}

static bool isSame(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

// Two sums of the same numbers in another order.
static bool isNear(double a, double b, double scale)
{
    return std::fabs(a - b) <= 1e-14 * scale;
}

TensorIndex TensorValuesTest::write(const char* name, const std::vector<Given>& tensors) const
{
    TensorIndex index;
    std::string all;
    for (const Given& given : tensors) {
        index.records.push_back({0, given.key, all.size(), given.bytes.size(), {}, false, {}});
        tensor::TensorInfo info;
        info.key = given.key;
        info.dtype = given.dtype;
        info.shape = given.shape;
        info.strides = tensor::contiguousStrides(given.shape);
        info.record = static_cast<uint32_t>(index.records.size() - 1);
        index.tensors.push_back(info);
        all += given.bytes;
    }
    const std::string path = m_folder->filePath(QString::fromLatin1(name)).toStdString();
    io::writeFileAtomically(path, all);
    index.files.push_back({path, all.size(), io::openFile(path)->identity().modifiedNs});
    return index;
}

TensorStatistics TensorValuesTest::statisticsOf(const TensorIndex& index, uint32_t number)
{
    const checkpoint::SourceFiles files(index);
    return inspect::tensorStatistics(files, index, index.tensors.at(number), m_job);
}

void TensorValuesTest::statisticsAreNumpys_data()
{
    QTest::addColumn<QByteArray>("text");
    QFile file(QStringLiteral(WB_TEST_DATA "/statistics/numpy.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const Json& one : Json::parse(file.readAll().toStdString())) {
        QTest::newRow(one["name"].get<std::string>().c_str()) << QByteArray::fromStdString(one.dump());
    }
}

void TensorValuesTest::statisticsAreNumpys()
{
    QFETCH(QByteArray, text);
    const Json want = Json::parse(text.toStdString());
    const DType dtype = tensor::dtypeFromName(want["dtype"].get<std::string>()).value();
    const TensorIndex index = write("one", {{"w", dtype, want["shape"].get<std::vector<uint64_t>>(), fromHex(want["bytes"])}});
    const TensorStatistics found = statisticsOf(index);
    QCOMPARE(found.elements, index.tensors[0].elements());
    QCOMPARE(found.finite, want["finite"].get<uint64_t>());
    QCOMPARE(found.zeros, want["zeros"].get<uint64_t>());
    QCOMPARE(found.nan, want["nan"].get<uint64_t>());
    QCOMPARE(found.positiveInfinity, want["positive_infinity"].get<uint64_t>());
    QCOMPARE(found.negativeInfinity, want["negative_infinity"].get<uint64_t>());
    const Json& first = want["first"];
    QCOMPARE(found.values.size(), first.size());
    QVERIFY(std::equal(first.begin(), first.end(), found.values.begin(), [](const Json& a, double b) { return isSame(number(a), b); }));
    if (found.finite == 0) {
        QVERIFY(found.histogram.counts.empty());
        return;
    }
    const double scale = std::max(std::fabs(found.min), std::fabs(found.max));
    QCOMPARE(found.min, number(want["min"]));
    QCOMPARE(found.max, number(want["max"]));
    QVERIFY(isNear(found.mean, number(want["mean"]), scale));
    QVERIFY(isNear(found.deviation, number(want["std"]), scale));
    const Json& histogram = want["histogram"];
    const Histogram wanted{histogram["exponent"].get<int>(), histogram["first"].get<int64_t>(), histogram["counts"].get<std::vector<uint64_t>>()};
    QVERIFY(found.histogram == wanted);
}

void TensorValuesTest::stridedTensorCountsItsOwnValues()
{
    TensorIndex index = write("view", {{"w", DType::F32, {3, 4}, bytesOf<float>({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})}});
    index.tensors[0].shape = {2, 3};  // the odd columns, turned
    index.tensors[0].strides = {2, 4};
    index.tensors[0].storageOffset = 1;
    const TensorStatistics found = statisticsOf(index);
    QCOMPARE(found.values, (std::vector<double>{1, 5, 9, 3, 7, 11}));
    QCOMPARE(found.mean, 6.0);
    QCOMPARE(found.max, 11.0);
}

void TensorValuesTest::anyOrderAndAnyPiecesGiveOneHistogram()
{
    QVERIFY(rc::check("statistics against two plain passes", [] {
        auto values = *rc::gen::container<std::vector<double>>(
            rc::gen::map(rc::gen::tuple(rc::gen::inRange(-1000, 1000), rc::gen::inRange(-60, 60)),
                         [](const auto& parts) { return std::ldexp(std::get<0>(parts), std::get<1>(parts)); }));
        RC_PRE(!values.empty());
        inspect::StatisticsBuilder builder;
        for (size_t at = 0; at < values.size();) {
            const size_t count = std::min<size_t>(*rc::gen::inRange<size_t>(1, 9), values.size() - at);
            builder.add(std::span(values).subspan(at, count));
            at += count;
        }
        const TensorStatistics found = builder.take();
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        RC_ASSERT(found.min == *low && found.max == *high);
        RC_ASSERT(found.histogram.counts.size() <= inspect::mostBins);
        std::vector<uint64_t> counts(found.histogram.counts.size());
        for (const double value : values) {
            counts.at(static_cast<size_t>(std::floor(value / found.histogram.width()) - static_cast<double>(found.histogram.first))) += 1;
        }
        RC_ASSERT(counts == found.histogram.counts);
        RC_ASSERT(counts.front() > 0U && counts.back() > 0U);
        // No narrower bins would do, unless the largest value has no more digits.
        const double narrower = found.histogram.width() / 2;
        const double span = std::floor(*high / narrower) - std::floor(*low / narrower) + 1;
        const double largest = std::max(std::fabs(*low), std::fabs(*high));
        RC_ASSERT(span > 128 || largest == 0 || std::ilogb(largest) - 51 >= found.histogram.exponent || *low == *high);

        inspect::StatisticsBuilder again;
        std::reverse(values.begin(), values.end());
        again.add(values);
        RC_ASSERT(again.take().histogram == found.histogram);
    }));
}

void TensorValuesTest::longTensorIsReadInSteps()
{
    std::vector<float> values(1'300'001);
    std::iota(values.begin(), values.end(), -5.0F);
    const TensorIndex index = write("long", {{"w", DType::F32, {1'300'001}, bytesOf(values)}});
    const TensorStatistics found = statisticsOf(index);
    QCOMPARE(found.elements, uint64_t{1'300'001});
    QCOMPARE(found.min, -5.0);
    QCOMPARE(found.max, 1'299'995.0);
    QCOMPARE(found.mean, 649'995.0);
    QVERIFY(isNear(found.deviation, std::sqrt((1'300'001.0 * 1'300'001.0 - 1) / 12), found.max));
    QCOMPARE(found.values.size(), inspect::shownValues);
    QCOMPARE(std::accumulate(found.histogram.counts.begin(), found.histogram.counts.end(), uint64_t{0}), found.elements);
    QCOMPARE(m_progress.snapshot().bytesDone, uint64_t{4 * 1'300'001});
}

void TensorValuesTest::complexTypeIsRefused()
{
    const TensorIndex index = write("complex", {{"w", DType::C64, {1}, std::string(8, '\0')}});
    try {
        statisticsOf(index);
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::TensorDType);
        QCOMPARE(error.fact("key"), "w");
    }
}

void TensorValuesTest::cancelStops()
{
    const TensorIndex index = write("cancelled", {{"w", DType::F32, {2}, bytesOf<float>({1, 2})}});
    m_cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(statisticsOf(index), Cancelled);
    m_cancel.reset();
}

void TensorValuesTest::differenceOfRounding()
{
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float infinity = std::numeric_limits<float>::infinity();
    const TensorIndex source = write("source", {{"a", DType::F32, {6}, bytesOf<float>({1, 1.0002441F, 70'000, 1e-9F, nan, -infinity})}});
    // As float16: 1, 1, infinity, 0, NaN, -infinity.
    const TensorIndex result = write("result", {{"b", DType::F16, {6}, bytesOf<uint16_t>({0x3C00, 0x3C00, 0x7C00, 0, 0x7E00, 0xFC00})}});
    const checkpoint::SourceFiles sourceFiles(source);
    const checkpoint::SourceFiles resultFiles(result);
    const TensorDifference found =
        inspect::tensorDifference({sourceFiles, source, source.tensors[0]}, {resultFiles, result, result.tensors[0]}, m_job);
    QCOMPARE(found.elements, uint64_t{6});
    QCOMPARE(found.changed, uint64_t{3});
    QCOMPARE(found.firstChanged, std::optional<uint64_t>(1));
    QCOMPARE(found.overflowed, uint64_t{1});
    QCOMPARE(found.vanished, uint64_t{1});
    QCOMPARE(found.largest, static_cast<double>(1.0002441F) - 1.0);
}

void TensorValuesTest::differenceOfOneTypeIsByBytes()
{
    std::vector<int32_t> values(100'000, 7);
    const TensorIndex first = write("first", {{"w", DType::I32, {100'000}, bytesOf(values)}});
    values[70'000] = 9;
    values[99'999] = -3;
    const TensorIndex second = write("second", {{"w", DType::I32, {100'000}, bytesOf(values)}});
    const checkpoint::SourceFiles firstFiles(first);
    const checkpoint::SourceFiles secondFiles(second);
    const TensorDifference found = inspect::tensorDifference({firstFiles, first, first.tensors[0]}, {secondFiles, second, second.tensors[0]}, m_job);
    QCOMPARE(found.changed, uint64_t{2});
    QCOMPARE(found.firstChanged, std::optional<uint64_t>(70'000));
    QCOMPARE(found.largest, 10.0);
    QVERIFY(inspect::tensorDifference({firstFiles, first, first.tensors[0]}, {firstFiles, first, first.tensors[0]}, m_job).isEqual());
}

void TensorValuesTest::pairHasBothStatistics()
{
    const TensorIndex source = write("a", {{"a", DType::F64, {3}, bytesOf<double>({1, 2, 6})}});
    const TensorIndex result = write("b", {{"b", DType::F32, {3}, bytesOf<float>({1, 2, 6.5F})}});
    const checkpoint::SourceFiles sourceFiles(source);
    const checkpoint::SourceFiles resultFiles(result);
    const inspect::PairStatistics found =
        inspect::pairStatistics({sourceFiles, source, source.tensors[0]}, {resultFiles, result, result.tensors[0]}, m_job);
    QCOMPARE(found.first.mean, 3.0);
    QCOMPARE(found.second.max, 6.5);
    QCOMPARE(found.difference.changed, uint64_t{1});
    const int wider = std::max(found.first.histogram.exponent, found.second.histogram.exponent) + 1;
    const Histogram coarse = inspect::coarsened(found.second.histogram, wider);
    QCOMPARE(std::accumulate(coarse.counts.begin(), coarse.counts.end(), uint64_t{0}), uint64_t{3});
    QCOMPARE(coarse.width(), std::ldexp(1.0, wider));
}

void TensorValuesTest::cacheKeepsEveryBitAndIsBounded()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    inspect::StatisticsBuilder builder;
    builder.add(std::vector<double>{0.1, nan, -0.0, 1e-310, std::numeric_limits<double>::infinity()});
    inspect::FoundValues found{builder.take(), {}, TensorDifference{}};
    found.second = found.first;
    found.difference->firstChanged = 3;
    const std::string folder = m_folder->filePath(QStringLiteral("new/cache")).toStdString();
    inspect::StatisticsCache(folder).keep("a", found);
    inspect::StatisticsCache again(folder, 4);
    const auto kept = again.find("a");
    QVERIFY(kept);
    QCOMPARE(inspect::foundToJson(*kept), inspect::foundToJson(found));
    QVERIFY(std::signbit(kept->first.values[2]) && std::isnan(kept->first.values[1]));
    QVERIFY(!again.find("b"));
    for (const char* key : {"b", "c", "d", "e"}) {
        again.keep(key, found);
    }
    QCOMPARE(io::listFolder(folder).size(), size_t{3});
    QVERIFY(again.find("e") && inspect::StatisticsCache(folder).find("e"));
    QVERIFY(!inspect::StatisticsCache(folder).find("a"));
    for (const std::string& name : io::listFolder(folder)) {
        io::writeFileAtomically(io::join(folder, name), "{\"schema\":1,\"first\":[]}");
    }
    QVERIFY(!inspect::StatisticsCache(folder).find("e"));  // damaged is not there
    inspect::StatisticsCache("/proc/nowhere").keep("a", found);
}

void TensorValuesTest::cacheKeyFollowsTheFile()
{
    const auto keyOf = [](const TensorIndex& index) {
        const checkpoint::SourceFiles files(index);
        return inspect::cacheKey({files, index, index.tensors[0]});
    };
    TensorIndex index = write("w", {{"w", DType::F32, {2}, bytesOf<float>({1, 2})}});
    const std::string key = keyOf(index);
    QCOMPARE(keyOf(index), key);
    index.tensors[0].shape = {1};
    QVERIFY(keyOf(index) != key);
    QVERIFY(keyOf(write("w", {{"w", DType::F32, {2}, bytesOf<float>({1, 2})}})) != key);  // a new file of the same bytes
}

void TensorValuesTest::modelsAreComparedTensorByTensor()
{
    const std::string ones = bytesOf<float>({1, 1});
    const TensorIndex first = write("model1", {{"same", DType::F32, {2}, ones},
                                               {"value", DType::F32, {2}, ones},
                                               {"shape", DType::F32, {2}, ones},
                                               {"type", DType::F32, {2}, ones},
                                               {"mine", DType::F32, {2}, ones}});
    const TensorIndex second = write("model2", {{"yours", DType::F32, {2}, ones},
                                                {"type", DType::F16, {2}, bytesOf<uint16_t>({0x3C00, 0x3C00})},
                                                {"shape", DType::F32, {2, 1}, ones},
                                                {"value", DType::F32, {2}, bytesOf<float>({1, 3})},
                                                {"same", DType::F32, {2}, ones}});
    const inspect::Comparison found = inspect::comparePairs(first, second, inspect::pairByKey(first, second), m_job);
    std::vector<std::string> words;
    for (const inspect::ComparedPair& pair : found.pairs) {
        words.emplace_back(inspect::pairStatusName(pair.status));
    }
    QCOMPARE(words, (std::vector<std::string>{"equal", "values", "shape", "type", "only-first", "only-second"}));
    QCOMPARE(found.pairs[1].difference->firstChanged, std::optional<uint64_t>(1));
    QCOMPARE(found.pairs[1].difference->largest, 2.0);
    QVERIFY(found.pairs[3].difference->isEqual());  // the numbers are the same
    QVERIFY(!found.pairs[2].difference);
    QVERIFY(!found.isEqual());
    QCOMPARE(m_progress.snapshot().bytesDone, m_progress.snapshot().bytesTotal);
    QVERIFY(inspect::comparePairs(first, first, inspect::pairByKey(first, first), m_job).isEqual());
}

void TensorValuesTest::mapPairsOtherNames()
{
    const std::string one = bytesOf<float>({1});
    const TensorIndex first = write("model1", {{"a", DType::F32, {1}, one}, {"b", DType::F32, {1}, one}});
    const TensorIndex second = write("model2", {{"B", DType::F32, {1}, one}, {"A", DType::F32, {1}, one}});
    const auto pairs = inspect::pairByMap(first, second, {{"a", "A"}, {"x", "B"}});
    QCOMPARE(pairs.size(), size_t{3});
    QCOMPARE(pairs[0].second, std::optional<uint32_t>(1));
    QVERIFY(!pairs[1].second);
    QCOMPARE(pairs[2].second, std::optional<uint32_t>(0));
}

QTEST_GUILESS_MAIN(TensorValuesTest)
#include "tensor_values_test.moc"
