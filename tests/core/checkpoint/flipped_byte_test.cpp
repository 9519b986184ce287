#include "core/checkpoint/flipped_byte.h"

#include "core/base/hash.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <span>

using namespace wb;
using checkpoint::flippedByteCandidates;

class FlippedByteTest : public QObject {
    Q_OBJECT

private slots:
    void everyByteAndValueIsFound();
    void anyChangedByteOfARandomRecordIsFound();
    void falseCandidatesAreFew();
    void equalChecksumsHaveNone();
    void cancelIsLookedAt();
};

static uint32_t crcOf(const std::vector<uint8_t>& bytes)
{
    return crc32(0, std::as_bytes(std::span(bytes)));
}

static std::vector<uint64_t> candidates(uint32_t expected, uint32_t found, uint64_t bytes)
{
    const CancelToken cancel;
    return flippedByteCandidates(expected, found, bytes, cancel);
}

void FlippedByteTest::everyByteAndValueIsFound()
{
    std::vector<uint8_t> record(40);
    for (size_t i = 0; i < record.size(); ++i) {
        record[i] = static_cast<uint8_t>(i * 37 + 11);
    }
    const uint32_t expected = crcOf(record);
    for (size_t at = 0; at < record.size(); ++at) {
        for (unsigned difference = 1; difference <= UINT8_MAX; ++difference) {
            record[at] = static_cast<uint8_t>(record[at] ^ difference);
            QCOMPARE(candidates(expected, crcOf(record), record.size()), std::vector<uint64_t>{at});
            record[at] = static_cast<uint8_t>(record[at] ^ difference);
        }
    }
}

void FlippedByteTest::anyChangedByteOfARandomRecordIsFound()
{
    const auto holds = [] {
        auto record = *rc::gen::container<std::vector<uint8_t>>(*rc::gen::inRange<size_t>(1, 5000), rc::gen::arbitrary<uint8_t>());
        const auto at = *rc::gen::inRange<size_t>(0, record.size());
        const auto difference = *rc::gen::inRange<unsigned>(1, 256);
        const uint32_t expected = crcOf(record);
        record[at] = static_cast<uint8_t>(record[at] ^ difference);
        const auto found = candidates(expected, crcOf(record), record.size());
        RC_ASSERT(std::binary_search(found.begin(), found.end(), at));
        RC_ASSERT(found.size() <= 3U);
    };
    QVERIFY(rc::check("the changed byte is among the candidates", holds));
}

// 64 MiB: about four false ones.
void FlippedByteTest::falseCandidatesAreFew()
{
    constexpr uint64_t size = 64 << 20;
    std::vector<uint8_t> record(size, 0x5A);
    const uint32_t expected = crcOf(record);
    for (const size_t at : {size_t{0}, size_t{12345678}, size_t{(4 << 20) - 1}, size_t{4 << 20}, size_t{size - 1}}) {
        record[at] ^= 0x81;
        const auto found = candidates(expected, crcOf(record), size);
        record[at] ^= 0x81;
        QVERIFY(std::is_sorted(found.begin(), found.end()));
        QVERIFY(std::binary_search(found.begin(), found.end(), at));
        QVERIFY2(found.size() < 20, qPrintable(QString::number(found.size())));
    }
}

void FlippedByteTest::equalChecksumsHaveNone()
{
    QVERIFY(candidates(0x12345678, 0x12345678, 1000).empty());
    QVERIFY(candidates(0x12345678, 0x87654321, 0).empty());
}

void FlippedByteTest::cancelIsLookedAt()
{
    CancelToken cancel;
    cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(flippedByteCandidates(1, 2, 10, cancel), Cancelled);
}

QTEST_GUILESS_MAIN(FlippedByteTest)
#include "flipped_byte_test.moc"
