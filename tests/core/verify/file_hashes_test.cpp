#include "core/verify/file_hashes.h"

#include "core/base/hash.h"
#include "tests/support/memory_source.h"

#include <QtTest>

#include <span>
#include <string>

using namespace wb;
using verify::Span;

namespace {

std::string sampleBytes(size_t count)
{
    std::string bytes(count, '\0');
    uint32_t state = 1;
    for (char& byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(static_cast<uint8_t>(state >> 24));
    }
    return bytes;
}

}  // namespace

class FileHashesTest : public QObject {
    Q_OBJECT

private slots:
    void hashesAreThoseOfTheParts_data()
    {
        QTest::addColumn<size_t>("fileBytes");
        QTest::addColumn<std::vector<Span>>("spans");
        constexpr uint64_t buffer = 4 << 20;
        QTest::newRow("empty file") << size_t{0} << std::vector<Span>{{0, 0}};
        QTest::newRow("no spans") << size_t{1000} << std::vector<Span>{};
        QTest::newRow("small, with gaps and empty ones")
            << size_t{1000} << std::vector<Span>{{0, 0}, {8, 10}, {18, 1}, {30, 0}, {30, 970}, {1000, 0}};
        QTest::newRow("ends with a buffer") << size_t{2 * buffer} << std::vector<Span>{{0, buffer}, {buffer, buffer}};
        QTest::newRow("across buffers") << size_t{3 * buffer + 5}
                                        << std::vector<Span>{{3, 1}, {buffer - 1, 2}, {buffer + 7, 2 * buffer - 4}, {3 * buffer + 4, 1}};
    }

    void hashesAreThoseOfTheParts()
    {
        QFETCH(size_t, fileBytes);
        QFETCH(std::vector<Span>, spans);
        const std::string bytes = sampleBytes(fileBytes);
        const test::MemorySource source(bytes);
        const verify::FileHashes hashes = verify::hashFile(source, spans, m_job);
        QCOMPARE(hashes.bytes, uint64_t{fileBytes});
        QCOMPARE(hashes.sha256, Sha256::of(bytes));
        QCOMPARE(hashes.spans.size(), spans.size());
        for (size_t i = 0; i < spans.size(); ++i) {
            const auto part = std::as_bytes(std::span(bytes)).subspan(static_cast<size_t>(spans[i].offset), static_cast<size_t>(spans[i].bytes));
            TensorHash hash;
            hash.update(part);
            QCOMPARE(hashes.spans[i].xxh3, hash.hex());
            QCOMPARE(hashes.spans[i].crc32, crc32(0, part));
        }
    }

    void cancelEndsItWithItsThread()
    {
        CancelToken cancel;
        cancel.cancel();
        JobContext job{cancel, m_progress, m_log};
        QVERIFY_THROWS_EXCEPTION(Cancelled, verify::hashFile(test::MemorySource(sampleBytes(100)), {}, job));
    }

private:
    CancelToken m_cancel;
    Progress m_progress;
    Log m_log;
    JobContext m_job{m_cancel, m_progress, m_log};
};

QTEST_GUILESS_MAIN(FileHashesTest)
#include "file_hashes_test.moc"
