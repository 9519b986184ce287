#include "core/hub/store_target.h"
#include "tests/support/expect_error.h"
#include "tests/support/net_run.h"

#include <QTest>

using namespace wb;

// Answers to an LFS batch, as they are and as they should not be.
class StoreTargetTest : public QObject {
    Q_OBJECT

private slots:
    void withoutActionsIsThere();
    void wholeWithItsFields();
    void partsOfAnyKeysInOrder();
    void sameUploadUnderOtherSignatures();
    void publicAddressIsTheEndpoints();
    void refusedObject();
    void nonsense_data();
    void nonsense();

private:
    // "@" stands for two slashes, which moc takes for a comment inside a raw string.
    static std::vector<hub::StoreTarget> read(QByteArray objects, uint64_t bytes = 25)
    {
        objects.replace("@", "//");
        const hub::Json answer = hub::Json::parse("{\"transfer\":\"basic\",\"objects\":[" + objects.toStdString() + "]}");
        net::Settings settings = test::quickSettings();
        return hub::targetsIn(answer, {{"aa", bytes}}, net::Url::parse(settings.endpoint), settings);
    }
    static QByteArray parts(const QByteArray& header, const QByteArray& href = "http://127.0.0.1:1/complete?uploadId=u1&X-Sig=1")
    {
        return "{\"oid\":\"aa\",\"size\":25,\"actions\":{\"upload\":{\"href\":\"" + href + "\",\"header\":{" + header + "}}}}";
    }
    static QByteArray three() { return R"("chunk_size":"10","1":"http:@localhost:2/1","2":"http:@localhost:2/2","3":"http:@localhost:2/3")"; }
};

void StoreTargetTest::withoutActionsIsThere()
{
    QVERIFY(read(R"({"oid":"aa","size":25})").front().kind == hub::StoreTarget::Kind::There);
}

void StoreTargetTest::wholeWithItsFields()
{
    const auto target = read(R"({"oid":"aa","actions":{"upload":{"href":"http:@localhost:2/x?s=1","header":{"X-Key":"v"}},)"
                             R"("verify":{"href":"http:@127.0.0.1:1/verify"}}})")
                            .front();
    QVERIFY(target.kind == hub::StoreTarget::Kind::Whole && target.parts.size() == 1 && target.verification.size() == 1);
    QCOMPARE(target.fields.at(0).first + "=" + target.fields.at(0).second, std::string("X-Key=v"));
}

void StoreTargetTest::partsOfAnyKeysInOrder()
{
    const auto target = read(parts(R"("chunk_size":"10","00002":"http:@localhost:2/2","00001":"http:@localhost:2/1",)"
                                   R"("00003":"http:@localhost:2/3","upload_id":"u")"))
                            .front();
    QVERIFY(target.kind == hub::StoreTarget::Kind::Parts && target.partBytes == 10 && target.parts.size() == 3);
    QCOMPARE(target.parts.at(1).text(), std::string("http://localhost:2/2"));
}

void StoreTargetTest::sameUploadUnderOtherSignatures()
{
    const auto at = [](const QByteArray& href) { return read(parts(three(), href)).front().upload; };
    QCOMPARE(at("http://127.0.0.1:1/c?uploadId=u1&X-Sig=1"), at("http://127.0.0.1:1/c?X-Sig=2&uploadId=u1"));
    QVERIFY(at("http://127.0.0.1:1/c?uploadId=u1") != at("http://127.0.0.1:1/c?uploadId=u2"));
    QVERIFY(at("http://127.0.0.1:1/c/1") != at("http://127.0.0.1:1/c/2"));
}

void StoreTargetTest::publicAddressIsTheEndpoints()
{
    const auto target = read(parts(three(), "https://huggingface.co/c?uploadId=u1")).front();
    QCOMPARE(target.completion.front().text(), std::string("http://127.0.0.1:1/c?uploadId=u1"));
    QCOMPARE(read(parts(three(), "https://huggingface.company.example/c")).front().completion.front().host(),
             std::string("huggingface.company.example"));
}

void StoreTargetTest::refusedObject()
{
    const auto error = test::errorOf([] { read(R"({"oid":"aa","error":{"code":413,"message":"Maximum individual file size is 500.0GB"}})"); });
    QVERIFY(error && error->code() == ErrorCode::HubRefused && error->fact("found") == "413" && error->fact("reason").starts_with("Maximum"));
}

void StoreTargetTest::nonsense_data()
{
    QTest::addColumn<QByteArray>("objects");
    QTest::newRow("object left out") << QByteArray();
    QTest::newRow("another object") << QByteArray(R"({"oid":"bb","size":25})");
    QTest::newRow("objects are text") << QByteArray(R"("aa")");
    QTest::newRow("object without a name") << QByteArray(R"({"size":25})");
    QTest::newRow("chunk size 0") << parts(three().replace("\"10\"", "\"0\""));
    QTest::newRow("chunk size 10^12") << parts(three().replace("\"10\"", "\"1000000000000\""));
    QTest::newRow("chunk size is a word") << parts(three().replace("\"10\"", "\"ten\""));
    QTest::newRow("chunk size is a number") << parts(three().replace("\"10\"", "10"));
    QTest::newRow("parts too few") << parts(R"("chunk_size":"10","1":"http:@localhost:2/1","2":"http:@localhost:2/2")");
    QTest::newRow("parts too many") << parts(three() + R"(,"4":"http:@localhost:2/4")");
    QTest::newRow("a gap") << parts(R"("chunk_size":"10","1":"http:@localhost:2/1","2":"http:@localhost:2/2","4":"http:@localhost:2/4")");
    QTest::newRow("part is no text") << parts(R"("chunk_size":"10","1":1,"2":2,"3":3)");
    QTest::newRow("part over http elsewhere") << parts(three().replace("http:@localhost:2/2", "http:@example.org/2"));
    QTest::newRow("part of a file") << parts(three().replace("http:@localhost:2/2", "file:@/etc/passwd"));
    QTest::newRow("no completion") << parts(three(), "");
    QTest::newRow("a field with a line end") << QByteArray(
        R"({"oid":"aa","actions":{"upload":{"href":"http:@localhost:2/x","header":{"X":"a\r\nHost: b"}}}})");
    QTest::newRow("a field that is ours") << QByteArray(
        R"({"oid":"aa","actions":{"upload":{"href":"http:@localhost:2/x","header":{"Content-Length":"1"}}}})");
    QTest::newRow("actions are a list") << QByteArray(R"({"oid":"aa","actions":[]})");
}

void StoreTargetTest::nonsense()
{
    QFETCH(QByteArray, objects);
    const auto error = test::errorOf([&] { read(objects); });
    QVERIFY(error);
    QVERIFY2(error->code() == ErrorCode::BadResponse || error->code() == ErrorCode::UrlRefused, error->what());
}

QTEST_GUILESS_MAIN(StoreTargetTest)
#include "store_target_test.moc"
