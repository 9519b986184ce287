#include "core/base/crc_algebra.h"
#include "core/base/hash.h"

#include <QTest>

#include <vector>

class CrcAlgebraTest : public QObject {
    Q_OBJECT

private slots:
    void equalsTheCrcOfRealZeros_data();
    void equalsTheCrcOfRealZeros();
    void growsPastFourGigabytes();
    void joinedIsTheCrcOfBoth_data();
    void joinedIsTheCrcOfBoth();
};

void CrcAlgebraTest::equalsTheCrcOfRealZeros_data()
{
    QTest::addColumn<qulonglong>("count");
    for (const qulonglong count : {0ULL, 1ULL, 2ULL, 7ULL, 8ULL, 255ULL, 4096ULL, 1'000'003ULL}) {
        QTest::newRow(qPrintable(QString::number(count))) << count;
    }
}

void CrcAlgebraTest::equalsTheCrcOfRealZeros()
{
    QFETCH(qulonglong, count);
    const std::vector<std::byte> zeros(count);
    QCOMPARE(wb::crcOfZeros(count), wb::crc32(0, zeros));
}

void CrcAlgebraTest::growsPastFourGigabytes()
{
    // Five GiB of zeros, as zlib has it.
    QCOMPARE(wb::crcOfZeros(5ULL << 30), 0x193838c3U);
}

void CrcAlgebraTest::joinedIsTheCrcOfBoth_data()
{
    QTest::addColumn<int>("first");
    for (const int first : {0, 1, 500, 999, 1000}) {
        QTest::newRow(qPrintable(QString::number(first))) << first;
    }
}

void CrcAlgebraTest::joinedIsTheCrcOfBoth()
{
    QFETCH(int, first);
    std::vector<std::byte> bytes(1000);
    for (size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::byte>(i * 7 + i / 256);
    }
    const auto whole = std::span<const std::byte>(bytes);
    const auto second = whole.subspan(static_cast<size_t>(first));
    const uint32_t front = wb::crc32(0, whole.first(static_cast<size_t>(first)));
    QCOMPARE(wb::crcJoined(front, wb::crc32(0, second), second.size()), wb::crc32(0, whole));
}

QTEST_GUILESS_MAIN(CrcAlgebraTest)
#include "crc_algebra_test.moc"
