#include "core/job/card_licence.h"
#include "tests/support/expect_error.h"

#include <QTest>

using namespace wb;

class CardLicenceTest : public QObject {
    Q_OBJECT

private slots:
    void readsTheFrontMatter();
    void writesTheFrontMatter();
    void seerMustBeAccepted();
    void ownWeightsHaveTheirOwnLicence();
    void someLicenceMustBeStated();

private:
    static job::PublishOptions options(const std::string& licence = {}, const std::string& accepted = {})
    {
        job::PublishOptions options;
        options.licence = licence;
        options.acceptedLicence = accepted;
        return options;
    }
};

void CardLicenceTest::readsTheFrontMatter()
{
    QCOMPARE(job::licenceIn("---\nlicense: Apache-2.0\ntags:\n- x\n---\n# T\n").id, std::string("apache-2.0"));
    QCOMPARE(job::licenceIn("---\r\nlicense: \"mit\"  # ours\r\n---\r\n").id, std::string("mit"));
    QCOMPARE(job::licenceIn("---\nlicense:\n- mit\n---\n").id, std::string("mit"));
    QCOMPARE(job::licenceIn("---\nlicense: other\nlicense_name: a\nlicense_link: https://b/c\n---\n").link, std::string("https://b/c"));
    QVERIFY(job::licenceIn("# T\nlicense: mit\n").id.empty());
    QVERIFY(job::licenceIn("---\nlicense: mit\n").id.empty());  // never closed
    QVERIFY(job::licenceIn("---\nmore:\n  license: mit\n---\n").id.empty());
    QVERIFY(job::licenceIn("").id.empty());
}

void CardLicenceTest::writesTheFrontMatter()
{
    QCOMPARE(job::withLicence("---\nlicense: mit\ntags:\n- x\n---\n# T\n", {"apache-2.0", "", ""}),
             std::string("---\nlicense: apache-2.0\ntags:\n- x\n---\n# T\n"));
    QCOMPARE(job::withLicence("---\nlicense:\n- mit\nlicense_name: a\ntags: []\n---\n", {"mit", "", ""}),
             std::string("---\nlicense: mit\ntags: []\n---\n"));
    QCOMPARE(job::withLicence("# T\n", {"other", "n", "l"}), std::string("---\nlicense: other\nlicense_name: n\nlicense_link: l\n---\n# T\n"));
}

void CardLicenceTest::seerMustBeAccepted()
{
    const std::string plain = "---\nlicense: mit\n---\n";
    const auto error = test::errorOf([&] { job::passLicence(plain, "vissl", options()); });
    QVERIFY(error && error->code() == ErrorCode::LicenceNotAccepted);
    QVERIFY(error->fact("name").find("SEER") != std::string_view::npos && error->fact("found").starts_with("https://"));
    QVERIFY(test::errorOf([&] { job::passLicence(plain, "vissl", options({}, "mit")); }));
    QVERIFY(test::errorOf([&] { job::passLicence(plain, "vissl", options("SEER")); }));
    QVERIFY(test::errorOf([&] { job::passLicence("---\nlicense: other\nlicense_name: seer-license\n---\n", "timm", options()); }));
    const job::LicensedCard card = job::passLicence(plain, "vissl", options({}, "seer"));
    QCOMPARE(job::licenceIn(card.text).id, std::string("other"));
    QVERIFY(job::licenceIn(card.text).name.starts_with("seer") && !job::licenceIn(card.text).link.empty());
    QCOMPARE(job::passLicence(card.text, "vissl", options({}, "seer")).text, card.text);
}

void CardLicenceTest::ownWeightsHaveTheirOwnLicence()
{
    const job::LicensedCard card = job::passLicence("---\nlicense: other\nlicense_name: seer-license\n---\n", "vissl", options("MIT"));
    QCOMPARE(card.text, std::string("---\nlicense: mit\n---\n"));
    QCOMPARE(card.licence, std::string("mit"));
    const auto error = test::errorOf([] { job::passLicence("", "timm", options("mit\nlicense: x")); });
    QVERIFY(error && error->fact("problem") == "licence-name");
}

void CardLicenceTest::someLicenceMustBeStated()
{
    QCOMPARE(test::errorOf([] { job::passLicence("# T\n", "timm", options()); }).value().fact("problem"), std::string_view("unknown"));
    QCOMPARE(job::passLicence("---\nlicense: mit\n---\n", "timm", options()).licence, std::string("mit"));
}

QTEST_GUILESS_MAIN(CardLicenceTest)
#include "card_licence_test.moc"
