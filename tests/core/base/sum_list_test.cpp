#include "core/base/sum_list.h"

#include <QTest>

class SumListTest : public QObject {
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void everySumInOrder();
};

void SumListTest::lines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isSum");
    const QByteArray hash(64, 'a');
    QTest::newRow("bare") << hash << QByteArray() << true;
    QTest::newRow("sha256sum") << hash + "  model.torch\n" << QByteArray("model.torch") << true;
    QTest::newRow("binary") << hash + " *model.torch\r\n" << QByteArray("model.torch") << true;
    QTest::newRow("tab") << hash + "\tmodel.torch" << QByteArray("model.torch") << true;
    QTest::newRow("upper case") << hash.toUpper() + "  A b.torch" << QByteArray("A b.torch") << true;
    QTest::newRow("bsd") << "SHA256 (model (1).torch) = " + hash << QByteArray("model (1).torch") << true;
    QTest::newRow("openssl") << "SHA2-256(model.torch)= " + hash << QByteArray("model.torch") << true;
    QTest::newRow("gpg") << "model.torch: " + hash << QByteArray("model.torch") << true;
    QTest::newRow("elsewhere") << hash + "  ../../etc/passwd" << QByteArray("../../etc/passwd") << true;
    QTest::newRow("any bytes") << hash + QByteArray("  a\0\xff", 5) << QByteArray("a\0\xff", 3) << true;
    QTest::newRow("comment") << "# " + hash << QByteArray() << false;
    QTest::newRow("63 digits") << hash.left(63) + "  a" << QByteArray() << false;
    QTest::newRow("65 digits") << hash + "a  a" << QByteArray() << false;
    QTest::newRow("sha512") << hash + hash + "  a" << QByteArray() << false;
    QTest::newRow("none") << QByteArray("model.torch") << QByteArray() << false;
    QTest::newRow("empty") << QByteArray() << QByteArray() << false;
}

void SumListTest::lines()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, name);
    QFETCH(bool, isSum);
    const auto sums = wb::sumsIn(line.toStdString());
    QCOMPARE(sums.size(), size_t{isSum});
    if (isSum) {
        QCOMPARE(sums[0].sha256, std::string(64, 'a'));
        QCOMPARE(QByteArray::fromStdString(sums[0].name), name);
    }
}

void SumListTest::everySumInOrder()
{
    const std::string first(64, '1');
    const std::string second(64, '2');
    const auto sums = wb::sumsIn("# sums\n\n" + first + "  a\nnothing\n" + second + "  b");
    QCOMPARE(sums.size(), size_t{2});
    QCOMPARE(sums[0].sha256 + sums[0].name, first + "a");
    QCOMPARE(sums[1].sha256 + sums[1].name, second + "b");
}

QTEST_GUILESS_MAIN(SumListTest)
#include "sum_list_test.moc"
