#include "core/hub/repository_name.h"
#include "tests/support/expect_error.h"

#include <QTest>

using namespace wb;

class RepositoryNameTest : public QObject {
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void ownerAndName();
    void revisions();
};

void RepositoryNameTest::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("problem");
    QTest::newRow("plain") << "regnet-y_10b.v2"
                           << "";
    QTest::newRow("96 bytes") << QString(96, 'a') << "";
    QTest::newRow("97 bytes") << QString(97, 'a') << "long";
    QTest::newRow("nothing") << ""
                             << "empty";
    QTest::newRow("two dots") << "a..b"
                              << "dots";
    QTest::newRow("two dashes") << "a--b"
                                << "dashes";
    QTest::newRow("leading dash") << "-a"
                                  << "ends";
    QTest::newRow("trailing dot") << "a."
                                  << "ends";
    QTest::newRow("git") << "a.git"
                         << "git";
    QTest::newRow("Unicode") << QStringLiteral("ré") << "character";
    QTest::newRow("space") << "a b"
                           << "character";
    QTest::newRow("query") << "a?b=c"
                           << "character";
    QTest::newRow("line end") << "a\nb"
                              << "character";
}

void RepositoryNameTest::names()
{
    QFETCH(QString, name);
    QFETCH(QString, problem);
    const std::string_view found = hub::nameProblem(name.toStdString());
    QCOMPARE(QString::fromUtf8(found.data(), static_cast<qsizetype>(found.size())), problem);
    const auto error = test::errorOf([&] { hub::parseRepository("alice/" + name.toStdString()); });
    QCOMPARE(error.has_value(), !problem.isEmpty());
    QVERIFY(!error || (error->code() == ErrorCode::RepositoryName && error->fact("problem") == problem.toStdString()));
}

void RepositoryNameTest::ownerAndName()
{
    QCOMPARE(hub::parseRepository("alice/model").owner, std::string("alice"));
    QCOMPARE(hub::parseRepository("alice/model").text(), std::string("alice/model"));
    QCOMPARE(hub::parseRepository("model").text(), std::string("model"));
    QVERIFY(hub::parseRepository("model").owner.empty());
    QCOMPARE(test::errorOf([] { hub::parseRepository("a/b/c"); }).value().fact("problem"), std::string_view("parts"));
    QCOMPARE(test::errorOf([] { hub::parseRepository("/b"); }).value().fact("problem"), std::string_view("empty"));
    QCOMPARE(test::errorOf([] { hub::parseRepository("../b"); }).value().fact("problem"), std::string_view("dots"));
}

void RepositoryNameTest::revisions()
{
    for (const char* good : {"main", "refs/pr/1", "v1.0"}) {
        QVERIFY(!test::errorOf([&] { hub::requireRevision(good); }));
    }
    for (const char* bad : {"", "/main", "a//b", "..", "a b", "a\nb", "-x", "a?b"}) {
        QCOMPARE(test::errorOf([&] { hub::requireRevision(bad); }).value().fact("problem"), std::string_view("revision"));
    }
}

QTEST_GUILESS_MAIN(RepositoryNameTest)
#include "repository_name_test.moc"
