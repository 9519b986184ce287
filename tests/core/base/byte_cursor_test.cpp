#include "core/base/byte_cursor.h"
#include "core/base/checked.h"

#include <QTest>

#include <array>
#include <limits>

class ByteCursorTest : public QObject {
    Q_OBJECT

private slots:
    void numbersAreLittleEndian();
    void readsPastTheEndGiveNothingAndMoveNothing();
    void hugeCountsDoNotWrap();
    void fitsInsideDoesNotWrap();
};

static constexpr std::array<std::byte, 8> bytes{std::byte{1}, std::byte{2}, std::byte{3}, std::byte{4},
                                                std::byte{5}, std::byte{6}, std::byte{7}, std::byte{8}};

void ByteCursorTest::numbersAreLittleEndian()
{
    wb::ByteCursor cursor(bytes);
    QCOMPARE(cursor.u16().value_or(0), uint16_t{0x0201});
    QCOMPARE(cursor.u32().value_or(0), 0x06050403U);
    QCOMPARE(cursor.u8().value_or(0), uint8_t{7});
    QCOMPARE(cursor.remaining(), size_t{1});
}

void ByteCursorTest::readsPastTheEndGiveNothingAndMoveNothing()
{
    wb::ByteCursor cursor(bytes);
    QVERIFY(cursor.skip(6));
    QVERIFY(!cursor.u32());
    QVERIFY(!cursor.u64());
    QVERIFY(!cursor.text(3));
    QCOMPARE(cursor.position(), size_t{6});
}

void ByteCursorTest::hugeCountsDoNotWrap()
{
    wb::ByteCursor cursor(bytes);
    QVERIFY(cursor.skip(4));
    QVERIFY(!cursor.bytes(std::numeric_limits<uint64_t>::max()));
    QVERIFY(!cursor.skip(std::numeric_limits<uint64_t>::max() - 3));
}

void ByteCursorTest::fitsInsideDoesNotWrap()
{
    QVERIFY(wb::fitsInside(4, 4, 8));
    QVERIFY(!wb::fitsInside(4, 5, 8));
    QVERIFY(!wb::fitsInside(8, std::numeric_limits<uint64_t>::max(), 8));
    QVERIFY(!wb::fitsInside(std::numeric_limits<uint64_t>::max(), 8, 8));
}

QTEST_GUILESS_MAIN(ByteCursorTest)
#include "byte_cursor_test.moc"
