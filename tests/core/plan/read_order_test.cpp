#include "core/plan/read_order.h"

#include <QTest>

#include <optional>
#include <string>
#include <vector>

using namespace wb;
using Extent = io::ByteRange;
using tensor::DType;

namespace {

constexpr uint64_t far = 1 << 20;

// A plan of float32 tensors over records that the tests lay out by hand.
class HandMadePlan {
public:
    uint32_t record(uint64_t offset, uint64_t bytes, bool withCrc = true)
    {
        tensor::Record record;
        record.name = "archive/data/" + std::to_string(plan.source.records.size());
        record.offset = offset;
        record.bytes = bytes;
        if (withCrc) {
            record.crc32 = 1;
        }
        plan.source.records.push_back(record);
        return static_cast<uint32_t>(plan.source.records.size() - 1);
    }

    // The record begins with a local header of 100 bytes, and 24 bytes of descriptor come behind its data.
    uint32_t unreadMember(uint64_t offset, uint64_t bytes)
    {
        const uint32_t number = record(offset, bytes);
        plan.source.records[number].unread = tensor::UnreadHeader{offset + 100 + bytes + 24, "archive/data/0", 0};
        return number;
    }

    uint32_t tensor(uint32_t record, std::vector<uint64_t> shape, std::vector<uint64_t> strides = {}, uint64_t offset = 0)
    {
        tensor::TensorInfo info;
        info.key = "t" + std::to_string(plan.source.tensors.size());
        info.shape = shape;
        info.strides = strides.empty() ? tensor::contiguousStrides(shape) : strides;
        info.record = record;
        info.storageOffset = offset;
        plan.source.tensors.push_back(info);
        return static_cast<uint32_t>(plan.source.tensors.size() - 1);
    }

    void use(std::vector<uint32_t> tensors)
    {
        for (const uint32_t number : tensors) {
            plan::PlannedTensor planned;
            planned.source = number;
            plan.tensors.push_back(planned);
        }
    }

    plan::Plan plan;
};

}  // namespace

class ReadOrderTest : public QObject {
    Q_OBJECT

private slots:
    void wholeRecordsInOrderGoForwards()
    {
        HandMadePlan made;
        made.use({made.tensor(made.record(100, 400), {10, 10}), made.tensor(made.record(600, 8), {2})});
        QCOMPARE(plan::backwardBytes(made.plan), uint64_t{0});
        QVERIFY(!plan::firstBackwardRead(made.plan, 0));
        QVERIFY((plan::sourceExtents(made.plan) == std::vector<Extent>{{100, 608}}));
    }

    void extentsAreJoinedAcrossSmallGaps()
    {
        HandMadePlan made;
        const uint32_t last = made.tensor(made.record(far + 65'535 + 65'536 + 8, 4), {1});
        const uint32_t second = made.tensor(made.record(far + 65'535, 8), {2});
        made.use({made.tensor(made.record(far - 4, 4), {1}), second, last, made.tensor(made.record(0, 0), {0})});
        QVERIFY((plan::sourceExtents(made.plan) == std::vector<Extent>{{far - 4, far + 65'543}, {far + 131'079, far + 131'083}}));
        QVERIFY(plan::sourceExtents(plan::Plan()).empty());
    }

    void droppedTensorsAreNotRead()
    {
        HandMadePlan made;
        const uint32_t first = made.tensor(made.record(0, 16), {4});
        made.tensor(made.record(16, 4 * far), {far});
        made.use({first, made.tensor(made.record(5 * far, 16), {4})});
        QVERIFY((plan::sourceExtents(made.plan) == std::vector<Extent>{{0, 16}, {5 * far, 5 * far + 16}}));
        QCOMPARE(plan::backwardBytes(made.plan), uint64_t{0});
    }

    void otherFilesAreLeftOut()
    {
        HandMadePlan made;
        const uint32_t elsewhere = made.tensor(made.record(0, 16), {4});
        made.plan.source.records[0].file = 1;
        made.use({made.tensor(made.record(100, 16), {4}), elsewhere});
        QVERIFY((plan::sourceExtents(made.plan) == std::vector<Extent>{{100, 116}}));
        QCOMPARE(plan::backwardBytes(made.plan), uint64_t{0});
    }

    void unreadRecordsAreReadFromTheirHeader()
    {
        HandMadePlan made;
        made.use({made.tensor(made.unreadMember(0, 400), {100}), made.tensor(made.unreadMember(524, 400), {100})});
        QVERIFY((plan::sourceExtents(made.plan) == std::vector<Extent>{{0, 1048}}));
        QCOMPARE(plan::backwardBytes(made.plan), uint64_t{96});
        QVERIFY(!plan::firstBackwardRead(made.plan, 96));
        QCOMPARE(plan::firstBackwardRead(made.plan, 95), std::optional<std::string>("t0"));
    }

    void countsOfLegacyStoragesGoForwards()
    {
        HandMadePlan made;
        for (const uint64_t offset : {uint64_t{0}, uint64_t{408}}) {
            const uint32_t record = made.record(offset, 400, false);
            made.plan.source.records[record].unread = tensor::UnreadHeader{offset + 408, {}, 100};
            made.use({made.tensor(record, {100})});
        }
        QVERIFY((plan::sourceExtents(made.plan) == std::vector<Extent>{{0, 816}}));
        QCOMPARE(plan::backwardBytes(made.plan), uint64_t{0});
    }

    void aStridedTensorGoesBackOverItsRecord()
    {
        HandMadePlan checked;
        checked.use({checked.tensor(checked.record(0, far), {far / 4}), checked.tensor(checked.record(far, far), {512, 512}, {1, 512})});
        QCOMPARE(plan::backwardBytes(checked.plan), far);
        QCOMPARE(plan::firstBackwardRead(checked.plan, far - 1), std::optional<std::string>("t1"));

        HandMadePlan without;
        without.use({without.tensor(without.record(0, far, false), {16, 16}, {1, 16}, 100)});
        QCOMPARE(plan::backwardBytes(without.plan), uint64_t{16 * 16 * 4});
        QVERIFY((plan::sourceExtents(without.plan) == std::vector<Extent>{{0, far}}));
    }

    void tensorsThatShareARecordGoBackWhereTheyOverlap()
    {
        HandMadePlan tied;
        const uint32_t record = tied.record(0, 400);
        tied.use({tied.tensor(record, {100}), tied.tensor(record, {100})});
        QCOMPARE(plan::backwardBytes(tied.plan), uint64_t{400});
        QCOMPARE(plan::firstBackwardRead(tied.plan, 0), std::optional<std::string>("t1"));

        HandMadePlan slices;
        const uint32_t plain = slices.record(0, 400, false);
        slices.use({slices.tensor(plain, {40}), slices.tensor(plain, {60}, {}, 40)});
        QCOMPARE(plan::backwardBytes(slices.plan), uint64_t{0});

        HandMadePlan checked;  // against the CRC-32 first
        const uint32_t whole = checked.record(0, 400);
        checked.use({checked.tensor(whole, {40}), checked.tensor(whole, {60}, {}, 40)});
        QCOMPARE(plan::backwardBytes(checked.plan), uint64_t{400});
        QVERIFY((plan::sourceExtents(checked.plan) == std::vector<Extent>{{0, 400}}));
    }

    void aTensorThatWaitedIsReadLate()
    {
        HandMadePlan made;
        const uint32_t waited = made.tensor(made.record(100, 8), {2});
        made.use({made.tensor(made.record(200, 400), {100}), made.tensor(made.record(700, 300), {75}), waited});
        QCOMPARE(plan::backwardBytes(made.plan), uint64_t{900});
        QCOMPARE(plan::firstBackwardRead(made.plan, 0), std::optional<std::string>("t0"));
    }

    void smallRecordsMayBeLeftAside()
    {
        HandMadePlan made;
        const uint32_t waited = made.tensor(made.record(100, 8), {2});
        made.use({made.tensor(made.record(200, 400), {100}), waited});
        QCOMPARE(plan::backwardBytes(made.plan, 8), uint64_t{500});
        QCOMPARE(plan::backwardBytes(made.plan, 9), uint64_t{0});
        QVERIFY(plan::firstBackwardRead(made.plan, 0, 8));
        QVERIFY(!plan::firstBackwardRead(made.plan, 0, 9));
    }
};

QTEST_GUILESS_MAIN(ReadOrderTest)
#include "read_order_test.moc"
