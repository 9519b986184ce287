#include "core/base/hash.h"
#include "core/net/block_checksums.h"

#include <QTest>

#include <cstring>
#include <vector>

using namespace wb;

class BlockChecksumsTest : public QObject {
    Q_OBJECT

private slots:
    void runIsTheCrcOfItsBytes_data();
    void runIsTheCrcOfItsBytes();
    void wholeBlocksAreNotReadAgain();
    void changedBytesCount();

private:
    static std::vector<std::byte> bytes()
    {
        std::vector<std::byte> made(5 * net::BlockChecksums::blockBytes + 1234);
        for (size_t i = 0; i < made.size(); ++i) {
            made[i] = static_cast<std::byte>((i * 2654435761U) >> 13U);
        }
        return made;
    }
    net::BlockChecksums::ReadAt reading()
    {
        return [this](uint64_t offset, std::span<std::byte> into) {
            m_read += into.size();
            std::memcpy(into.data(), m_bytes.data() + offset, into.size());
        };
    }
    net::BlockChecksums taken() const
    {
        net::BlockChecksums checksums;
        for (size_t done = 0; done < m_bytes.size(); done += 100'001) {  // pieces of any size
            checksums.update(std::span(m_bytes).subspan(done, std::min<size_t>(100'001, m_bytes.size() - done)));
        }
        return checksums;
    }
    uint32_t crcOf(net::ByteRange range) const
    {
        return crc32(0, std::span(m_bytes).subspan(static_cast<size_t>(range.begin), static_cast<size_t>(range.size())));
    }

    std::vector<std::byte> m_bytes = bytes();
    uint64_t m_read = 0;
};

void BlockChecksumsTest::runIsTheCrcOfItsBytes_data()
{
    QTest::addColumn<qulonglong>("begin");
    QTest::addColumn<qulonglong>("end");
    const qulonglong block = net::BlockChecksums::blockBytes;
    QTest::newRow("all") << 0ULL << 5 * block + 1234;
    QTest::newRow("wholeBlocks") << block << 4 * block;
    QTest::newRow("insideOne") << 10ULL << 20ULL;
    QTest::newRow("acrossOneEdge") << block - 1 << block + 1;
    QTest::newRow("oddEnds") << 3ULL << 5 * block + 1000;
    QTest::newRow("lastByte") << 5 * block + 1233 << 5 * block + 1234;
    QTest::newRow("nothing") << block << block;
}

void BlockChecksumsTest::runIsTheCrcOfItsBytes()
{
    QFETCH(qulonglong, begin);
    QFETCH(qulonglong, end);
    QCOMPARE(taken().crcOf({begin, end}, reading()), crcOf({begin, end}));
}

void BlockChecksumsTest::wholeBlocksAreNotReadAgain()
{
    m_read = 0;
    taken().crcOf({100, 5 * net::BlockChecksums::blockBytes + 7}, reading());
    QCOMPARE(m_read, net::BlockChecksums::blockBytes - 100 + 7);
}

void BlockChecksumsTest::changedBytesCount()
{
    net::BlockChecksums checksums = taken();
    const net::ByteRange place{2 * net::BlockChecksums::blockBytes - 1, 2 * net::BlockChecksums::blockBytes + 1};
    m_bytes[static_cast<size_t>(place.begin)] ^= std::byte{1};
    m_bytes[static_cast<size_t>(place.begin) + 1] ^= std::byte{2};
    checksums.changed(place, reading());
    QCOMPARE(checksums.crcOf({0, m_bytes.size()}, reading()), crcOf({0, m_bytes.size()}));
}

QTEST_APPLESS_MAIN(BlockChecksumsTest)
#include "block_checksums_test.moc"
