#include "core/base/hash.h"
#include "core/job/check_sums.h"
#include "tests/support/expect_error.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace wb;

// Which files a list of sums is held against, and what comes of it.
class CheckSumsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void fileBesideTheList_data();
    void fileBesideTheList();
    void fileThatIsOpen_data();
    void fileThatIsOpen();
    void anotherFileIsNotHeldAgainstANamedSum();
    void severalFilesAndThoseThatAreMissing();
    void nameThatLeadsElsewhereIsMissing_data();
    void nameThatLeadsElsewhereIsMissing();
    void noList_data();
    void noList();
    void folderInPlaceOfTheFile();
    void progressAndCancel();

private:
    struct Job {
        CancelToken cancel;
        Progress progress;
        Log log;
        JobContext context{cancel, progress, log};
    };

    std::string write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder->filePath(name));
        const bool isWritten = QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        return isWritten ? file.fileName().toStdString() : std::string();
    }
    static job::CheckedSums check(const std::string& list, const std::string& open = {})
    {
        Job job;
        return job::checkSums(list, open, job.context);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    const QByteArray m_right = QByteArray::fromStdString(Sha256::of("abc"));
    const QByteArray m_wrong = QByteArray::fromStdString(Sha256::of("other"));
};

void CheckSumsTest::fileBesideTheList_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isEqual");
    QTest::newRow("named") << "sums.sha256" << m_right + "  model.torch\n" << true;
    QTest::newRow("named here") << "sums.sha256" << m_right + "  ./model.torch\n" << true;
    QTest::newRow("upper case") << "sums.sha256" << m_right.toUpper() + " *model.torch\n" << true;
    QTest::newRow("by the list's name") << "model.torch.sha256" << m_right << true;
    QTest::newRow("another sum") << "model.torch.sha256" << m_wrong + "  model.torch\n" << false;
}

void CheckSumsTest::fileBesideTheList()
{
    QFETCH(QString, list);
    QFETCH(QByteArray, text);
    const std::string file = write("model.torch", "abc");
    const job::CheckedSums checked = check(write(list, text), write("open.torch", "else"));
    QVERIFY(checked.isList && checked.missing.empty());
    QCOMPARE(checked.files.size(), size_t{1});
    QCOMPARE(checked.files[0].path, file);
    QCOMPARE(checked.files[0].found, m_right.toStdString());
    QTEST(checked.files[0].isEqual(), "isEqual");
}

void CheckSumsTest::fileThatIsOpen_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("of its name") << m_right + "  model.torch\n";
    QTest::newRow("one sum without a name") << m_right;
}

void CheckSumsTest::fileThatIsOpen()
{
    QFETCH(QByteArray, text);
    const std::string open = write("elsewhere/model.torch", "abc");
    const job::CheckedSums checked = check(write("downloads/sums.sha256", text), open);
    QCOMPARE(checked.files.size(), size_t{1});
    QCOMPARE(checked.files[0].path, open);
    QVERIFY(checked.files[0].isEqual());
}

void CheckSumsTest::anotherFileIsNotHeldAgainstANamedSum()
{
    const job::CheckedSums checked = check(write("sums.sha256", m_right + "  model.torch\n"), write("other.torch", "abc"));
    QVERIFY(checked.isList && checked.files.empty());
    QCOMPARE(checked.missing, std::vector<std::string>{"model.torch"});
    const job::CheckedSums two = check(write("sums.sha256", m_right + '\n' + m_wrong), write("other.torch", "abc"));
    QVERIFY(two.isList && two.files.empty());
    QCOMPARE(two.missing.size(), size_t{2});
}

void CheckSumsTest::severalFilesAndThoseThatAreMissing()
{
    write("a", "abc");
    write("c", "abc");
    const job::CheckedSums checked = check(write("SHA256SUMS", m_right + "  a\n" + m_right + "  b\n" + m_wrong + "  c\n"));
    QCOMPARE(checked.files.size(), size_t{2});
    QVERIFY(checked.files[0].isEqual() && !checked.files[1].isEqual());
    QCOMPARE(checked.missing, std::vector<std::string>{"b"});
}

void CheckSumsTest::nameThatLeadsElsewhereIsMissing_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("parent") << QByteArray("../secret");
    QTest::newRow("absolute") << QByteArray("/etc/hostname");
    QTest::newRow("folder") << QByteArray("sub/secret");
    QTest::newRow("dots") << QByteArray("..");
    QTest::newRow("zero byte") << QByteArray("secret\0", 7);
}

void CheckSumsTest::nameThatLeadsElsewhereIsMissing()
{
    QFETCH(QByteArray, name);
    write("secret", "abc");
    write("list/secret", "abc");
    write("list/sub/secret", "abc");
    const job::CheckedSums checked = check(write("list/sums.sha256", m_right + "  " + name));
    QVERIFY(checked.files.empty());
    QCOMPARE(checked.missing, std::vector<std::string>{name.toStdString()});
}

void CheckSumsTest::noList_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("<html>not found</html>");
    QTest::newRow("bytes") << QByteArray("\0\xff\x80", 3);
    QTest::newRow("too large") << m_right + "  model.torch\n" + QByteArray(64 << 10, '\n');
}

void CheckSumsTest::noList()
{
    QFETCH(QByteArray, text);
    const std::string open = write("model.torch", "abc");
    const job::CheckedSums checked = check(write("model.torch.sha256", text), open);
    QVERIFY(!checked.isList && checked.files.empty() && checked.missing.empty());
}

void CheckSumsTest::folderInPlaceOfTheFile()
{
    QVERIFY(QDir(m_folder->path()).mkdir("model"));
    const auto error = test::errorOf([&] { check(write("sums.sha256", m_right + "  model")); });
    QVERIFY(error && error->code() == ErrorCode::NotARegularFile);
    const auto missing = test::errorOf([&] { check(m_folder->filePath("none.sha256").toStdString()); });
    QVERIFY(missing && missing->code() == ErrorCode::NotFound);
}

void CheckSumsTest::progressAndCancel()
{
    write("a", "abc");
    write("b", "abcde");
    const std::string list = write("sums.sha256", m_right + "  a\n" + m_right + "  b\n");
    Job job;
    job::checkSums(list, {}, job.context);
    QCOMPARE(job.progress.snapshot().bytesTotal, uint64_t{8});
    QCOMPARE(job.progress.snapshot().bytesDone, uint64_t{8});
    job.cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(job::checkSums(list, {}, job.context), Cancelled);
}

QTEST_GUILESS_MAIN(CheckSumsTest)
#include "check_sums_test.moc"
