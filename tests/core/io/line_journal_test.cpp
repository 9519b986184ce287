#include "core/io/byte_source.h"
#include "core/io/line_journal.h"
#include "tests/support/expect_error.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <string>
#include <vector>

using namespace wb;
using namespace wb::io;

// A journal after whatever happened to it.
class LineJournalTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string m_path;

    std::vector<std::string> read(uint64_t* good = nullptr, uint64_t most = 1 << 20) const
    {
        std::vector<std::string> records;
        const uint64_t bytes = LineJournal::read(m_path, most, [&](std::string_view record) {
            records.emplace_back(record);
            return record != "stop";
        });
        if (good != nullptr) {
            *good = bytes;
        }
        return records;
    }
    void write(const std::string& text) const
    {
        QFile file(QString::fromStdString(m_path));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()));
    }

private slots:
    void init() { m_path = (m_folder.path() + "/" + QTest::currentTestFunction()).toStdString(); }
    void recordsComeBackInOrder();
    void nothingIsThereBeforeFlush();
    void anyTornEndIsLeftOut();
    void flippedByteEndsIt();
    void goesOnAfterTheReadablePart();
    void takerCanStop();
    void oddFiles();
    void manyLinesAreReadOneByOne();
    void linksAreNotFollowed();
};

void LineJournalTest::recordsComeBackInOrder()
{
    LineJournal journal = LineJournal::create(m_path, "one");
    journal.append("two");
    journal.append("");
    journal.append("three ü");
    journal.sync();
    QVERIFY(read() == std::vector<std::string>({"one", "two", "", "three ü"}));
    QVERIFY(!QFile::exists(QString::fromStdString(m_path + ".part")));
}

void LineJournalTest::nothingIsThereBeforeFlush()
{
    LineJournal journal = LineJournal::create(m_path, "one");
    journal.append("two");
    QCOMPARE(read().size(), size_t{1});
    journal.flush();
    QCOMPARE(read().size(), size_t{2});
}

void LineJournalTest::anyTornEndIsLeftOut()
{
    {
        LineJournal journal = LineJournal::create(m_path, "one");
        journal.append("two");
        journal.flush();
    }
    const std::string text = readSmallFile(m_path, 1000);
    const size_t first = text.find('\n') + 1;
    for (size_t bytes = 0; bytes < text.size(); ++bytes) {
        write(text.substr(0, bytes));
        uint64_t good = 0;
        QCOMPARE(read(&good).size(), bytes >= first ? size_t{1} : size_t{0});
        QCOMPARE(good, bytes >= first ? uint64_t{first} : uint64_t{0});
    }
}

void LineJournalTest::flippedByteEndsIt()
{
    {
        LineJournal journal = LineJournal::create(m_path, "one");
        journal.append("two");
        journal.append("three");
        journal.flush();
    }
    const std::string text = readSmallFile(m_path, 1000);
    const size_t first = text.find('\n') + 1;
    const size_t second = text.find('\n', first) + 1;
    for (size_t at = first; at + 1 < second; ++at) {
        std::string damaged = text;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
        write(damaged);
        QCOMPARE(read().size(), size_t{1});
    }
}

void LineJournalTest::goesOnAfterTheReadablePart()
{
    LineJournal::create(m_path, "one");
    const std::string text = readSmallFile(m_path, 1000);
    write(text + "12345678 tor");
    uint64_t good = 0;
    read(&good);
    LineJournal journal(m_path, good);
    journal.append("two");
    journal.flush();
    QVERIFY(read() == std::vector<std::string>({"one", "two"}));
}

void LineJournalTest::takerCanStop()
{
    LineJournal journal = LineJournal::create(m_path, "one");
    journal.append("stop");
    journal.append("three");
    journal.flush();
    uint64_t good = 0;
    QCOMPARE(read(&good).size(), size_t{2});
    QCOMPARE(good, uint64_t{readSmallFile(m_path, 1000).find('\n') + 1});
}

void LineJournalTest::oddFiles()
{
    uint64_t good = 1;
    QVERIFY(read(&good).empty());
    QCOMPARE(good, uint64_t{0});
    for (const std::string& text :
         {std::string(), std::string("\n\n\n"), std::string(10'000, 'x'), std::string(10'000, '\0') + "\n", std::string("a\n")}) {
        write(text);
        QVERIFY(read(&good).empty());
        QCOMPARE(good, uint64_t{0});
    }
    const auto error = test::errorOf([this] { read(nullptr, 1); });
    QVERIFY(error && error->code() == ErrorCode::LimitExceeded);
}

void LineJournalTest::manyLinesAreReadOneByOne()
{
    {
        LineJournal journal = LineJournal::create(m_path, "first");
        for (int i = 0; i < 200'000; ++i) {
            journal.append("a record of some length, as the download's are: 0123456789abcdef");
        }
        journal.flush();
    }
    uint64_t records = 0;
    LineJournal::read(m_path, uint64_t{1} << 30, [&](std::string_view) { return ++records > 0; });
    QCOMPARE(records, uint64_t{200'001});
}

void LineJournalTest::linksAreNotFollowed()
{
    const std::string other = m_path + ".other";
    LineJournal::create(other, "one");
    QVERIFY(QFile::link(QString::fromStdString(other), QString::fromStdString(m_path)));
    QVERIFY(test::errorOf([this] { LineJournal(m_path, 0); }));
    QVERIFY(!readSmallFile(other, 1000).empty());
}

QTEST_GUILESS_MAIN(LineJournalTest)
#include "line_journal_test.moc"
