#include "core/base/error.h"
#include "core/job/labels_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using wb::Error;
using wb::ErrorCode;
using wb::job::labelsFromText;

class LabelsFileTest : public QObject {
    Q_OBJECT

private slots:
    void readsEveryForm_data();
    void readsEveryForm();
    void refusesWhatIsNoListOfLabels_data();
    void refusesWhatIsNoListOfLabels();
    void namesTheFile();
    void holdsToTheLimit();
};

void LabelsFileTest::readsEveryForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("object in any order") << QByteArray(R"({"1": "goldfish", "0": "tench, Tinca tinca", "2": "größer"})");
    QTest::newRow("array") << QByteArray("  [\"tench, Tinca tinca\", \"goldfish\", \"größer\"]\n");
    QTest::newRow("lines") << QByteArray("tench, Tinca tinca\ngoldfish\ngrößer\n");
    QTest::newRow("blank lines at the end") << QByteArray("tench, Tinca tinca\ngoldfish\ngrößer\n\r\n\n");
    QTest::newRow("lines of Windows, no last break") << QByteArray("\xEF\xBB\xBFtench, Tinca tinca\r\ngoldfish\r\ngrößer");
}

void LabelsFileTest::readsEveryForm()
{
    QFETCH(QByteArray, text);
    const std::vector<std::string> expected{"tench, Tinca tinca", "goldfish", "größer"};
    QVERIFY(labelsFromText(text.toStdString(), {}) == expected);
}

void LabelsFileTest::refusesWhatIsNoListOfLabels_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("empty") << QByteArray(" \n") << "empty";
    QTest::newRow("empty object") << QByteArray("{}") << "empty";
    QTest::newRow("a hole") << QByteArray(R"({"0": "a", "2": "b"})") << "hole";
    QTest::newRow("twice") << QByteArray(R"({"0": "a", "0": "b"})") << "duplicate";
    QTest::newRow("key that is no number") << QByteArray(R"({"0": "a", "x": "b"})") << "index";
    QTest::newRow("negative key") << QByteArray(R"({"-1": "a"})") << "index";
    QTest::newRow("number as label") << QByteArray(R"(["a", 1])") << "not-a-label";
    QTest::newRow("nested") << QByteArray(R"(["a", ["b"]])") << "not-a-label";
    QTest::newRow("cut off") << QByteArray(R"(["a", "b)") << "syntax";
    QTest::newRow("trailing") << QByteArray(R"(["a"] x)") << "syntax";
    QTest::newRow("not UTF-8") << QByteArray("caf\xE9\n") << "not-utf8";
    QTest::newRow("blank line") << QByteArray("a\n\nb\n") << "empty-label";
    QTest::newRow("NUL") << QByteArray("a\nb\0c\n", 6) << "not-text";
}

void LabelsFileTest::refusesWhatIsNoListOfLabels()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, problem);
    try {
        labelsFromText(text.toStdString(), {});
        QFAIL("taken");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::LabelsFile);
        QCOMPARE(QString::fromStdString(std::string(error.fact("problem"))), problem);
    }
}

void LabelsFileTest::namesTheFile()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("labels.json").toStdString();
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[1]");
    file.close();
    try {
        wb::job::readLabels(path, {});
        QFAIL("taken");
    } catch (const Error& error) {
        QCOMPARE(error.fact("file"), std::string_view(path));
    }
}

void LabelsFileTest::holdsToTheLimit()
{
    wb::Limits limits;
    limits.tensors = 2;
    QCOMPARE(labelsFromText("a\nb\n", limits).size(), size_t{2});
    QVERIFY_EXCEPTION_THROWN(labelsFromText("a\nb\nc\n", limits), Error);
    QVERIFY_EXCEPTION_THROWN(labelsFromText(R"(["a","b","c"])", limits), Error);
}

QTEST_GUILESS_MAIN(LabelsFileTest)
#include "labels_file_test.moc"
