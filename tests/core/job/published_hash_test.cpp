#include "core/job/published_hash.h"

#include <QTest>

using namespace wb;

namespace {

const std::string hash(64, 'a');
const std::string other(64, 'b');

}  // namespace

class PublishedHashTest : public QObject {
    Q_OBJECT

private slots:
    void listOfOneHash_data();
    void listOfOneHash();
    void listOfSeveralNeedsTheName();
    void nameWithHash_data();
    void nameWithHash();
    void digitsOfANameAreTheFirstOfTheHash();
    void unknownAgreesWithNothing();
};

void PublishedHashTest::listOfOneHash_data()
{
    QTest::addColumn<QString>("text");
    const QString digits = QString::fromStdString(hash);
    QTest::newRow("alone") << digits;
    QTest::newRow("coreutils") << digits + "  model.torch\n";
    QTest::newRow("bsd") << "SHA256 (model.torch) = " + digits + "\r\n";
    QTest::newRow("upperCase") << digits.toUpper();
    QTest::newRow("commentBefore") << "# sums\n" + digits + " *model.torch\n";
}

void PublishedHashTest::listOfOneHash()
{
    QFETCH(QString, text);
    QCOMPARE(job::hashInList(text.toStdString(), "model.torch"), hash);
}

void PublishedHashTest::listOfSeveralNeedsTheName()
{
    const std::string list = other + "  other.torch\n" + hash + "  model.torch\n";
    QCOMPARE(job::hashInList(list, "model.torch"), hash);
    QCOMPARE(job::hashInList(list, "third.torch"), std::string());
    QCOMPARE(job::hashInList("no hash here", "model.torch"), std::string());
    QCOMPARE(job::hashInList(hash + "0", "model.torch"), std::string());  // 65 digits are none
}

void PublishedHashTest::nameWithHash_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("digits");
    QTest::newRow("torchHub") << "regnet_y_128gf_swag-c8ce3e52.pth"
                              << "c8ce3e52";
    QTest::newRow("whole") << "x-" + QString::fromStdString(hash) + ".pt" << QString::fromStdString(hash);
    QTest::newRow("tooFew") << "model-c8ce3e5.pth"
                            << "";
    QTest::newRow("upperCase") << "model-C8CE3E52.pth"
                               << "";
    QTest::newRow("noHash") << "model-00001-of-00002.safetensors"
                            << "";
    QTest::newRow("date") << "checkpoint-20210504.pth"
                          << "";
    QTest::newRow("noEnding") << "model-c8ce3e52"
                              << "";
    QTest::newRow("nothing") << ""
                             << "";
}

void PublishedHashTest::nameWithHash()
{
    QFETCH(QString, name);
    QFETCH(QString, digits);
    const job::PublishedHash found = job::hashInName(name.toStdString());
    QCOMPARE(found.isKnown(), !digits.isEmpty());
    QCOMPARE(found.hex, digits.toStdString());
}

void PublishedHashTest::digitsOfANameAreTheFirstOfTheHash()
{
    const job::PublishedHash found = job::hashInName("model-aaaaaaaa.pth");
    QVERIFY(found.agrees(hash));
    QVERIFY(!found.agrees(other));
}

void PublishedHashTest::unknownAgreesWithNothing()
{
    QVERIFY(!job::PublishedHash{}.agrees(hash));
}

QTEST_APPLESS_MAIN(PublishedHashTest)
#include "published_hash_test.moc"
