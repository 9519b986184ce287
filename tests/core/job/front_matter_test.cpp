#include "core/job/front_matter.h"

#include <QTest>

using namespace wb;

class FrontMatterTest : public QObject {
    Q_OBJECT

private slots:
    void standsBetweenTheFences();
    void entriesHaveKeysAndValues();
    void listsAreJoinedAndDeeperLinesAsWritten();
    void problemsNameTheirLine_data();
    void problemsNameTheirLine();
};

void FrontMatterTest::standsBetweenTheFences()
{
    const job::FrontMatter matter = job::frontMatterOf("---\r\nlicense: mit\r\n---\r\n# Title\n");
    QVERIFY(matter.isThere && matter.isClosed);
    QCOMPARE(matter.lines.size(), size_t{1});
    QCOMPARE(matter.rest, std::string_view("# Title\n"));
    const job::FrontMatter open = job::frontMatterOf("---\nlicense: mit\n");
    QVERIFY(open.isThere && !open.isClosed && open.lines.empty());
    QCOMPARE(open.rest, std::string_view("---\nlicense: mit\n"));
    QVERIFY(!job::frontMatterOf("# Title\n---\na: b\n---\n").isThere);
    QVERIFY(!job::frontMatterOf("").isThere);
}

void FrontMatterTest::entriesHaveKeysAndValues()
{
    const auto entries = job::entriesOf(job::frontMatterOf("---\nlicense: \"mit\"  # ours\nlink: https://a/b\nempty:\n---\n"));
    QCOMPARE(entries.size(), size_t{3});
    QCOMPARE(entries[0].key, std::string("license"));
    QCOMPARE(entries[0].value, std::string("mit"));
    QCOMPARE(entries[1].value, std::string("https://a/b"));
    QCOMPARE(entries[2].value, std::string());
}

void FrontMatterTest::listsAreJoinedAndDeeperLinesAsWritten()
{
    const auto entries = job::entriesOf(
        job::frontMatterOf("---\ntags:\n- vision\n  - regnet\n\n# no fact\ninline: [a, b]\nmodel-index:\n- name: m\n  results: []\n---\n"));
    QCOMPARE(entries.size(), size_t{3});
    QCOMPARE(entries[0].value, std::string("vision, regnet"));
    QCOMPARE(entries[1].value, std::string("[a, b]"));
    QCOMPARE(entries[2].value, std::string("- name: m\n  results: []"));
}

void FrontMatterTest::problemsNameTheirLine_data()
{
    QTest::addColumn<QByteArray>("card");
    QTest::addColumn<QByteArray>("problem");
    QTest::addColumn<size_t>("line");
    QTest::newRow("good") << QByteArray("---\nlicense: mit\ntags:\n- a\nmore:\n  deep: 1\n# said\n---\n") << QByteArray() << size_t{0};
    QTest::newRow("no front matter") << QByteArray("# Title\n") << QByteArray("missing") << size_t{0};
    QTest::newRow("never closed") << QByteArray("---\nlicense: mit\n") << QByteArray("open") << size_t{0};
    QTest::newRow("no colon") << QByteArray("---\nlicense: mit\ntags\n---\n") << QByteArray("no-colon") << size_t{3};
    QTest::newRow("tab") << QByteArray("---\ntags:\n\t- a\n---\n") << QByteArray("tab") << size_t{3};
    QTest::newRow("twice") << QByteArray("---\nlicense: mit\nname: a\nlicense: mit\n---\n") << QByteArray("twice") << size_t{4};
}

void FrontMatterTest::problemsNameTheirLine()
{
    QFETCH(const QByteArray, card);
    QFETCH(const QByteArray, problem);
    QFETCH(const size_t, line);
    const std::string text = card.toStdString();
    const auto problems = job::problemsOf(job::frontMatterOf(text));
    QCOMPARE(problems.empty(), problem.isEmpty());
    if (!problems.empty()) {
        QCOMPARE(problems.size(), size_t{1});
        QCOMPARE(std::string(problems[0].problem), problem.toStdString());
        QCOMPARE(problems[0].line, line);
    }
}

QTEST_GUILESS_MAIN(FrontMatterTest)
#include "front_matter_test.moc"
