#include "core/base/error.h"

#include <QTest>

#include <cerrno>
#include <set>

using wb::Error;
using wb::ErrorCode;
using wb::ExitCode;

class ErrorTest : public QObject {
    Q_OBJECT

private slots:
    void everyCodeHasAnIdOfItsOwn();
    void exitCodesAreTheDocumentedOnes();
    void factsAreKeptInOrder();
    void defaultFactDoesNotReplaceOne();
    void errnoDecidesTheCode_data();
    void errnoDecidesTheCode();
};

void ErrorTest::everyCodeHasAnIdOfItsOwn()
{
    std::set<std::string_view> ids;
    for (const ErrorCode code : wb::allErrorCodes()) {
        QVERIFY(wb::errorId(code).starts_with("E_"));
        QVERIFY2(ids.insert(wb::errorId(code)).second, wb::errorId(code).data());
    }
}

void ErrorTest::exitCodesAreTheDocumentedOnes()
{
    const std::set<int> documented{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 32};
    for (const ErrorCode code : wb::allErrorCodes()) {
        QVERIFY(documented.contains(static_cast<int>(wb::exitCodeOf(code))));
    }
    QCOMPARE(wb::exitCodeOf(ErrorCode::CrcMismatch), ExitCode::Checksum);
    QCOMPARE(wb::exitCodeOf(ErrorCode::MapIncomplete), ExitCode::MapIncomplete);
    QCOMPARE(wb::exitCodeOf(ErrorCode::WouldOverwrite), ExitCode::WouldOverwrite);
}

void ErrorTest::factsAreKeptInOrder()
{
    const Error error = Error(ErrorCode::CrcMismatch).file("a.torch").part("archive/data/3").offset(4096);
    QCOMPARE(error.facts().size(), size_t{3});
    QCOMPARE(error.facts()[1].name, std::string("part"));
    QCOMPARE(error.fact("offset"), std::string_view("4096"));
    QCOMPARE(error.fact("absent"), std::string_view());
    QCOMPARE(std::string(error.what()), std::string("E_CRC file=a.torch part=archive/data/3 offset=4096"));
}

void ErrorTest::defaultFactDoesNotReplaceOne()
{
    Error error(ErrorCode::PickleStack);
    error.with("file", "known").withDefault("file", "other").withDefault("part", "data.pkl");
    QCOMPARE(error.fact("file"), std::string_view("known"));
    QCOMPARE(error.fact("part"), std::string_view("data.pkl"));
}

void ErrorTest::errnoDecidesTheCode_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<int>("exit");
    QTest::newRow("missing") << ENOENT << 3;
    QTest::newRow("no permission") << EACCES << 3;
    QTest::newRow("full disk") << ENOSPC << 9;
    QTest::newRow("quota") << EDQUOT << 9;
    QTest::newRow("file too large") << EFBIG << 9;
    QTest::newRow("memory") << ENOMEM << 10;
    QTest::newRow("other") << EIO << 1;
}

void ErrorTest::errnoDecidesTheCode()
{
    QFETCH(int, reason);
    QFETCH(int, exit);
    const Error error = wb::systemError(reason, "/x", ErrorCode::WriteFailed);
    QCOMPARE(static_cast<int>(error.exitCode()), exit);
    QCOMPARE(error.fact("file"), std::string_view("/x"));
    QVERIFY(!error.fact("reason").empty());
}

QTEST_GUILESS_MAIN(ErrorTest)
#include "error_test.moc"
