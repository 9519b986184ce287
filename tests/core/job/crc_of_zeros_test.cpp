#include "core/base/hash.h"
#include "core/job/crc_of_zeros.h"

#include <QTest>

#include <vector>

class CrcOfZerosTest : public QObject {
    Q_OBJECT

private slots:
    void equalsTheCrcOfRealZeros_data();
    void equalsTheCrcOfRealZeros();
    void growsPastFourGigabytes();
};

void CrcOfZerosTest::equalsTheCrcOfRealZeros_data()
{
    QTest::addColumn<qulonglong>("count");
    for (const qulonglong count : {0ULL, 1ULL, 2ULL, 7ULL, 8ULL, 255ULL, 4096ULL, 1'000'003ULL}) {
        QTest::newRow(qPrintable(QString::number(count))) << count;
    }
}

void CrcOfZerosTest::equalsTheCrcOfRealZeros()
{
    QFETCH(qulonglong, count);
    const std::vector<std::byte> zeros(count);
    QCOMPARE(wb::job::crcOfZeros(count), wb::crc32(0, zeros));
}

void CrcOfZerosTest::growsPastFourGigabytes()
{
    // Five GiB of zeros, as zlib has it.
    QCOMPARE(wb::job::crcOfZeros(5ULL << 30), 0x193838c3U);
}

QTEST_GUILESS_MAIN(CrcOfZerosTest)
#include "crc_of_zeros_test.moc"
