#include "core/convert/journal.h"

#include "core/base/error.h"
#include "core/io/folder.h"

#include <QtTest>

#include <string>

using namespace wb;
using convert::Journal;
using convert::JournalState;

namespace {

constexpr uint64_t mostBytes = 1 << 20;

convert::TensorRecord tensorRecord(const std::string& hash, uint64_t overflowed)
{
    convert::TensorRecord record;
    record.xxh3 = hash;
    record.overflowed = overflowed;
    return record;
}

convert::FileRecord fileRecord(uint64_t bytes, const std::string& sum)
{
    convert::FileRecord record;
    record.bytes = bytes;
    record.sha256 = sum;
    return record;
}

QByteArray contents(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void setContents(const std::string& path, const QByteArray& bytes)
{
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

}  // namespace

class JournalTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void tellsWhatWasWritten();
    void keepsNothingUntilFlushed();
    void isAbsentWithoutAFirstLine();
    void readsUpToWhereverItIsTorn();
    void dropsEverythingAfterADamagedLine();
    void goesOnAfterATornLine();
    void refusesALineThatOnlyLooksLikeOne();

private:
    void writeSample();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::string m_path;
};

void JournalTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath("journal").toStdString();
}

void JournalTest::cleanup()
{
    m_dir.reset();
}

void JournalTest::writeSample()
{
    Journal journal = Journal::create(m_path, "abc", 2);
    journal.tensorDone(0, tensorRecord("00ff", 0));
    journal.tensorDone(1, tensorRecord("11ee", 7));
    journal.fileDone(0, fileRecord(123, "5a5a"));
    journal.publishing();
}

void JournalTest::tellsWhatWasWritten()
{
    writeSample();
    const JournalState state = convert::readJournal(m_path, mostBytes).value();
    QCOMPARE(state.fingerprint, std::string("abc"));
    QCOMPARE(state.foldersMade, 2U);
    QCOMPARE(state.tensors.size(), size_t{2});
    QCOMPARE(state.tensors.at(1).xxh3, std::string("11ee"));
    QCOMPARE(state.tensors.at(1).overflowed, uint64_t{7});
    QCOMPARE(state.files.at(0).bytes, uint64_t{123});
    QCOMPARE(state.files.at(0).sha256, std::string("5a5a"));
    QVERIFY(state.publishing);
    QCOMPARE(state.goodBytes, static_cast<uint64_t>(contents(m_path).size()));
}

void JournalTest::keepsNothingUntilFlushed()
{
    Journal journal = Journal::create(m_path, "abc", 0);
    journal.tensorDone(3, tensorRecord("33", 0));
    QVERIFY(convert::readJournal(m_path, mostBytes).value().tensors.empty());
    journal.flush();
    QVERIFY(convert::readJournal(m_path, mostBytes).value().tensors.contains(3));
}

void JournalTest::isAbsentWithoutAFirstLine()
{
    QVERIFY(!convert::readJournal(m_path, mostBytes));
    setContents(m_path, {});
    QVERIFY(!convert::readJournal(m_path, mostBytes));
    setContents(m_path, "something else\n");
    QVERIFY(!convert::readJournal(m_path, mostBytes));
}

void JournalTest::readsUpToWhereverItIsTorn()
{
    writeSample();
    const QByteArray whole = contents(m_path);
    for (qsizetype bytes = 0; bytes < whole.size(); ++bytes) {
        setContents(m_path, whole.first(bytes));
        const auto state = convert::readJournal(m_path, mostBytes);
        const auto lines = whole.first(bytes).count('\n');
        QCOMPARE(state.has_value(), lines >= 1);
        if (state) {
            QCOMPARE(state->tensors.size(), static_cast<size_t>(std::clamp<qsizetype>(lines - 1, 0, 2)));
            QCOMPARE(state->files.size(), static_cast<size_t>(lines >= 4 ? 1 : 0));
            QVERIFY(!state->publishing);
            QCOMPARE(static_cast<qsizetype>(state->goodBytes), whole.first(bytes).lastIndexOf('\n') + 1);
        }
    }
}

void JournalTest::dropsEverythingAfterADamagedLine()
{
    writeSample();
    const QByteArray whole = contents(m_path);
    const qsizetype third = whole.indexOf("11ee");
    for (const char replacement : {'0', '\0', '\n', '"'}) {
        QByteArray damaged = whole;
        damaged[third] = replacement;
        setContents(m_path, damaged);
        const JournalState state = convert::readJournal(m_path, mostBytes).value();
        QCOMPARE(state.tensors.size(), size_t{1});
        QVERIFY(state.files.empty());
    }
}

void JournalTest::goesOnAfterATornLine()
{
    writeSample();
    const QByteArray whole = contents(m_path);
    setContents(m_path, whole.first(whole.indexOf("11ee")));
    {
        Journal journal(m_path, convert::readJournal(m_path, mostBytes).value());
        journal.tensorDone(1, tensorRecord("22dd", 0));
        journal.flush();
    }
    const JournalState state = convert::readJournal(m_path, mostBytes).value();
    QCOMPARE(state.tensors.at(1).xxh3, std::string("22dd"));
    QCOMPARE(state.tensors.size(), size_t{2});
}

void JournalTest::refusesALineThatOnlyLooksLikeOne()
{
    writeSample();
    const QByteArray whole = contents(m_path);
    const QByteArray deep = "00000000 " + QByteArray(3000, '[') + "\n";
    const QByteArray longLine = "00000000 {" + QByteArray(1 << 16, ' ') + "}\n";
    for (const QByteArray& line : {QByteArray("\n"), QByteArray("x\n"), QByteArray("00000000 {}\n"), deep, longLine}) {
        setContents(m_path, whole + line);
        QCOMPARE(convert::readJournal(m_path, mostBytes).value().goodBytes, static_cast<uint64_t>(whole.size()));
    }
    setContents(m_path, whole);
    QVERIFY_EXCEPTION_THROWN(convert::readJournal(m_path, 10), Error);
}

QTEST_GUILESS_MAIN(JournalTest)
#include "journal_test.moc"
