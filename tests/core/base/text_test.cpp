#include "core/base/text.h"

#include <QTest>

#include <clocale>

class TextTest : public QObject {
    Q_OBJECT

private slots:
    void utf8_data();
    void utf8();
    void printableShowsWhatWouldHide_data();
    void printableShowsWhatWouldHide();
    void printableIsCut();
    void byteSizesAreRead_data();
    void byteSizesAreRead();
    void badByteSizesAreRefused_data();
    void badByteSizesAreRefused();
    void byteSizesAreWritten();
    void localeDoesNotMatter();
};

void TextTest::utf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("ascii") << QByteArray("abc") << true;
    QTest::newRow("two bytes") << QByteArray("\xC3\xA9") << true;
    QTest::newRow("four bytes") << QByteArray("\xF0\x9F\x98\x80") << true;
    QTest::newRow("cut") << QByteArray("\xC3") << false;
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << false;
    QTest::newRow("overlong three") << QByteArray("\xE0\x80\xAF") << false;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
    QTest::newRow("too large") << QByteArray("\xF4\x90\x80\x80") << false;
    QTest::newRow("stray continuation") << QByteArray("a\x80") << false;
}

void TextTest::utf8()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    QCOMPARE(wb::isUtf8(text.toStdString()), valid);
}

void TextTest::printableShowsWhatWouldHide_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("plain") << QByteArray("a.b é") << QByteArray("a.b é");
    QTest::newRow("escape") << QByteArray("a\x1B[31m") << QByteArray("a\\x1B[31m");
    QTest::newRow("line break") << QByteArray("a\nb") << QByteArray("a\\x0Ab");
    QTest::newRow("right to left") << QByteArray("a\xE2\x80\xAE") << QByteArray("a\\u{202E}");
    QTest::newRow("broken") << QByteArray("a\xFF") << QByteArray("a\\xFF");
}

void TextTest::printableShowsWhatWouldHide()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(wb::printable(text.toStdString())), shown);
}

void TextTest::printableIsCut()
{
    QCOMPARE(wb::printable(std::string(300, 'x'), 10), std::string(10, 'x') + "…");
}

void TextTest::byteSizesAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<quint64>("bytes");
    QTest::newRow("bytes") << QByteArray("123456") << quint64{123456};
    QTest::newRow("decimal") << QByteArray("5GB") << quint64{5'000'000'000};
    QTest::newRow("binary") << QByteArray("1.5GiB") << quint64{1'610'612'736};
    QTest::newRow("space") << QByteArray("500 MB") << quint64{500'000'000};
    QTest::newRow("zero") << QByteArray("0") << quint64{0};
}

void TextTest::byteSizesAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(quint64, bytes);
    QCOMPARE(wb::parseByteSize(text.toStdString()).value_or(1), bytes);
}

void TextTest::badByteSizesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "GB", "-1", "5XB", "1e30TB", "99999999999TB", "nan", "5 GB x"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void TextTest::badByteSizesAreRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!wb::parseByteSize(text.toStdString()));
}

void TextTest::byteSizesAreWritten()
{
    QCOMPARE(wb::formatByteSize(999), std::string("999 B"));
    QCOMPARE(wb::formatByteSize(37'302'091'312), std::string("37.30 GB"));
}

void TextTest::localeDoesNotMatter()
{
    // Falls back silently where the locale is not installed; the formatting functions must not look at it either way.
    std::setlocale(LC_ALL, "de_DE.UTF-8");
    QCOMPARE(wb::formatByteSize(1500), std::string("1.50 kB"));
    QCOMPARE(wb::parseByteSize("1.5kB").value_or(0), uint64_t{1500});
    std::setlocale(LC_ALL, "C");
}

QTEST_GUILESS_MAIN(TextTest)
#include "text_test.moc"
