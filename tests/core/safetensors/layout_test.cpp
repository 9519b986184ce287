#include "core/safetensors/layout.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

using namespace wb;
using safetensors::Layout;
using safetensors::OutputTensor;
using tensor::DType;

namespace {

OutputTensor vectorOf(const std::string& key, DType dtype, uint64_t elements)
{
    return {key, dtype, {elements}, elements * tensor::itemSize(dtype)};
}

uint64_t alignmentOf(const OutputTensor& tensor)
{
    return std::min<uint64_t>(tensor::itemSize(tensor.dtype), 8);
}

std::vector<OutputTensor> anyTensors()
{
    const auto sizes = *rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(rc::gen::inRange(0, 17), rc::gen::inRange(0, 10)));
    std::vector<OutputTensor> tensors;
    for (const auto& [dtype, elements] : sizes) {
        tensors.push_back(vectorOf("t" + std::to_string(tensors.size()), static_cast<DType>(dtype), static_cast<uint64_t>(elements)));
    }
    return tensors;
}

std::vector<std::string> keysOf(const Layout& layout, const std::vector<OutputTensor>& tensors)
{
    std::vector<std::string> keys;
    for (const size_t i : layout.order) {
        keys.push_back(tensors[i].key);
    }
    return keys;
}

// Those that did not wait, by the rule said again in its plainest form: a tensor waits when it would begin unaligned; at every place the first of
// the waiting that fits goes before the next.
std::vector<size_t> orderByTheRule(const std::vector<OutputTensor>& tensors)
{
    std::vector<size_t> order;
    std::vector<size_t> waiting;
    uint64_t end = 0;
    const auto fits = [&](size_t i) { return end % alignmentOf(tensors[i]) == 0; };
    const auto place = [&](size_t i) {
        order.push_back(i);
        end += tensors[i].bytes;
    };
    for (size_t i = 0; i < tensors.size(); ++i) {
        if (!fits(i)) {
            waiting.push_back(i);
            continue;
        }
        place(i);
        for (auto next = std::find_if(waiting.begin(), waiting.end(), fits); next != waiting.end();
             next = std::find_if(waiting.begin(), waiting.end(), fits)) {
            place(*next);
            waiting.erase(next);
        }
    }
    return order;
}

}  // namespace

class LayoutTest : public QObject {
    Q_OBJECT

private slots:
    void headerIsTheKnownText();
    void headIsPaddedToEightBytes();
    void alignedTensorsKeepTheirOrder();
    void anUnalignedTensorWaitsForTheNextAlignedPlace();
    void whatStillWaitsGoesToTheLastAlignedPlace();
    void keysAreEscaped();
    void everyTensorOnceWithoutHolesAndAligned();
    void orderIsTheInputsButForThoseThatWait();
    void manyWaitingTensorsAreLaidOutQuickly();
    void shardsAreCutGreedily();
    void shardsKeepToTheLimit();
    void shardNamesAreThoseOfTransformers();
    void indexIsTheTextThatTransformersWrites();
};

void LayoutTest::headerIsTheKnownText()
{
    const Layout layout = safetensors::layoutFile({{"w", DType::F32, {2, 3}, 24}, {"n", DType::I64, {}, 8}});
    const std::string json = R"({"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},)"
                             R"("n":{"dtype":"I64","shape":[],"data_offsets":[24,32]}})";
    QCOMPARE(layout.head.substr(8, json.size()), json);
    QCOMPARE(layout.head.find_first_not_of(' ', 8 + json.size()), std::string::npos);
    QCOMPARE(static_cast<uint8_t>(layout.head[0]), static_cast<uint8_t>(layout.head.size() - 8));
    QCOMPARE(layout.offsets, (std::vector<uint64_t>{layout.head.size(), layout.head.size() + 24}));
    QCOMPARE(layout.fileBytes, uint64_t{layout.head.size() + 32});
}

void LayoutTest::headIsPaddedToEightBytes()
{
    for (size_t length = 1; length < 20; ++length) {
        const Layout layout = safetensors::layoutFile({vectorOf(std::string(length, 'k'), DType::F32, 1)});
        QCOMPARE(layout.head.size() % 8, size_t{0});
        QVERIFY(layout.head.find_last_not_of(' ') + 8 >= layout.head.size());
    }
}

void LayoutTest::alignedTensorsKeepTheirOrder()
{
    const std::vector<OutputTensor> tensors{vectorOf("a", DType::F32, 2), vectorOf("n", DType::I64, 1), vectorOf("b", DType::F16, 1),
                                            vectorOf("c", DType::U8, 1)};
    QCOMPARE(keysOf(safetensors::layoutFile(tensors), tensors), (std::vector<std::string>{"a", "n", "b", "c"}));
}

void LayoutTest::anUnalignedTensorWaitsForTheNextAlignedPlace()
{
    const std::vector<OutputTensor> tensors{vectorOf("a", DType::F32, 1), vectorOf("n", DType::I64, 1), vectorOf("b", DType::F32, 2),
                                            vectorOf("c", DType::F32, 1), vectorOf("d", DType::F32, 1)};
    QCOMPARE(keysOf(safetensors::layoutFile(tensors), tensors), (std::vector<std::string>{"a", "b", "c", "n", "d"}));
}

void LayoutTest::whatStillWaitsGoesToTheLastAlignedPlace()
{
    const std::vector<OutputTensor> tensors{vectorOf("a", DType::F32, 2), vectorOf("b", DType::F32, 1), vectorOf("m", DType::I64, 1),
                                            vectorOf("n", DType::I64, 1)};
    const Layout layout = safetensors::layoutFile(tensors);
    QCOMPARE(keysOf(layout, tensors), (std::vector<std::string>{"a", "m", "n", "b"}));
    const uint64_t data = layout.head.size();
    QCOMPARE(layout.offsets, (std::vector<uint64_t>{data, data + 8, data + 16, data + 24}));
}

void LayoutTest::keysAreEscaped()
{
    const Layout layout = safetensors::layoutFile({vectorOf("a\"\\\n\x01é", DType::U8, 1)});
    QVERIFY(layout.head.find(R"("a\"\\\n\u0001é":{)") != std::string::npos);
}

void LayoutTest::everyTensorOnceWithoutHolesAndAligned()
{
    QVERIFY(rc::check("layout covers the data", [] {
        const std::vector<OutputTensor> tensors = anyTensors();
        const Layout layout = safetensors::layoutFile(tensors);
        RC_ASSERT(layout.offsets.size() == tensors.size());
        std::vector<size_t> sorted = layout.order;
        std::sort(sorted.begin(), sorted.end());
        std::vector<size_t> all(tensors.size());
        std::iota(all.begin(), all.end(), size_t{0});
        RC_ASSERT(sorted == all);
        uint64_t at = layout.head.size();
        RC_ASSERT(at % 8 == 0U);
        for (size_t i = 0; i < layout.order.size(); ++i) {
            const OutputTensor& tensor = tensors[layout.order[i]];
            RC_ASSERT(layout.offsets[i] == at);
            RC_ASSERT(at % alignmentOf(tensor) == 0U);
            at += tensor.bytes;
        }
        RC_ASSERT(layout.fileBytes == at);
    }));
}

void LayoutTest::orderIsTheInputsButForThoseThatWait()
{
    QVERIFY(rc::check("layout order follows the rule", [] {
        const std::vector<OutputTensor> tensors = anyTensors();
        const std::vector<size_t> expected = orderByTheRule(tensors);
        std::vector<size_t> found;
        for (const size_t i : safetensors::layoutFile(tensors).order) {
            if (std::find(expected.begin(), expected.end(), i) != expected.end()) {
                found.push_back(i);
            }
        }
        RC_ASSERT(found == expected);
    }));
}

// Half of the tensors wait to the end, far from the last aligned place: looking for it anew for each would take minutes.
void LayoutTest::manyWaitingTensorsAreLaidOutQuickly()
{
    std::vector<OutputTensor> tensors{vectorOf("first", DType::U8, 1)};
    for (int i = 0; i < 100'000; ++i) {
        tensors.push_back(vectorOf("b" + std::to_string(i), DType::U8, 4));
    }
    for (int i = 0; i < 100'000; ++i) {
        tensors.push_back(vectorOf("w" + std::to_string(i), DType::F32, 1));
    }
    const Layout layout = safetensors::layoutFile(tensors);
    QCOMPARE(layout.order.front(), size_t{100'001});
    QCOMPARE(layout.order.back(), size_t{100'000});
}

void LayoutTest::shardsAreCutGreedily()
{
    const std::vector<OutputTensor> tensors{vectorOf("a", DType::U8, 4), vectorOf("b", DType::U8, 4), vectorOf("c", DType::U8, 3),
                                            vectorOf("d", DType::U8, 20), vectorOf("e", DType::U8, 1)};
    QCOMPARE(safetensors::cutShards(tensors, 8), (std::vector<size_t>{2, 1, 1, 1}));
    QCOMPARE(safetensors::cutShards(tensors, 0), (std::vector<size_t>{5}));
    QCOMPARE(safetensors::cutShards(tensors, 1000), (std::vector<size_t>{5}));
    QCOMPARE(safetensors::cutShards({}, 8), (std::vector<size_t>{0}));
}

void LayoutTest::shardsKeepToTheLimit()
{
    QVERIFY(rc::check("shards keep to the limit", [] {
        const std::vector<OutputTensor> tensors = anyTensors();
        const uint64_t limit = *rc::gen::inRange<uint64_t>(1, 200);
        size_t next = 0;
        uint64_t before = 0;
        for (const size_t count : safetensors::cutShards(tensors, limit)) {
            RC_ASSERT((count > 0U || tensors.empty()));
            uint64_t bytes = 0;
            for (size_t i = next; i < next + count; ++i) {
                bytes += tensors[i].bytes;
            }
            RC_ASSERT((bytes <= limit || count == 1U));
            // Greedy: the first tensor of this shard had no room in the one before.
            RC_ASSERT((next == 0U || before + tensors[next].bytes > limit));
            before = bytes;
            next += count;
        }
        RC_ASSERT(next == tensors.size());
    }));
}

void LayoutTest::shardNamesAreThoseOfTransformers()
{
    QCOMPARE(safetensors::shardName(0, 1), std::string("model.safetensors"));
    QCOMPARE(safetensors::shardName(0, 8), std::string("model-00001-of-00008.safetensors"));
    QCOMPARE(safetensors::shardName(99'999, 100'000), std::string("model-100000-of-100000.safetensors"));
}

void LayoutTest::indexIsTheTextThatTransformersWrites()
{
    const std::string text = safetensors::indexJson({{"b", "model-00002-of-00002.safetensors"}, {"a\"é", "model-00001-of-00002.safetensors"}}, 3, 12);
    QCOMPARE(text, std::string("{\n"
                               "  \"metadata\": {\n"
                               "    \"total_parameters\": 3,\n"
                               "    \"total_size\": 12\n"
                               "  },\n"
                               "  \"weight_map\": {\n"
                               "    \"a\\\"\\u00e9\": \"model-00001-of-00002.safetensors\",\n"
                               "    \"b\": \"model-00002-of-00002.safetensors\"\n"
                               "  }\n"
                               "}\n"));
}

QTEST_GUILESS_MAIN(LayoutTest)
#include "layout_test.moc"
