#include "core/net/remote_file.h"

#include <QTest>

using namespace wb::net;

Q_DECLARE_METATYPE(Verdict)

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

RemoteFile file(const std::string& place = "https://h.example/a")
{
    return {Url::parse("https://h.example/a"), Url::parse(place), 1000, "\"one\"", "Wed, 01 Jan 2025 00:00:00 GMT", {}, {}, true, false};
}

Head part(Fields fields)
{
    Head head{206, {{"content-range", "bytes 100-199/1000"}, {"content-length", "100"}, {"etag", "\"one\""}}};
    for (auto& [name, value] : fields) {
        std::erase_if(head.fields, [&n = name](const auto& field) { return field.first == n; });
        head.fields.emplace_back(name, value);
    }
    return head;
}

constexpr ByteRange asked{100, 200};

}  // namespace

// What answers mean: to whom is believed what.
class RemoteFileTest : public QObject {
    Q_OBJECT

private slots:
    void contentRanges_data();
    void contentRanges();
    void sizes();
    void partsAreHeldAgainstWhatWasAsked_data();
    void partsAreHeldAgainstWhatWasAsked();
    void wholeAnswers_data();
    void wholeAnswers();
    void otherStatuses_data();
    void otherStatuses();
    void twoLengthsContradict();
    void validators();
    void sameState();
    void impostors();
};

void RemoteFileTest::contentRanges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("usual") << "bytes 0-99/1234" << true;
    QTest::newRow("total unknown") << "bytes 0-99/*" << true;
    for (const char* text : {"", "bytes */1234", "bytes 0-99", "bytes 99-0/1234", "bytes 0-1234/1234", "bytes -1-99/1234", "bytes 0-99/-1",
                             "0-99/1234", "bytes 0-99/12x", "bytes 0 -99/1234", "bytes 0-99/99999999999999999999", "bytes 0-9223372036854775808/*",
                             "items 0-1/2", "bytes 0/1-2", "bytes +0-99/1234", "bytes 0-99/1234, 5-6/7"}) {
        QTest::newRow(text) << text << false;
    }
}

void RemoteFileTest::contentRanges()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    const auto range = parseContentRange(text.toStdString());
    QCOMPARE(range.has_value(), good);
    if (range) {
        QVERIFY(range->range == (ByteRange{0, 100}));
    }
}

void RemoteFileTest::sizes()
{
    QVERIFY(parseSize("0") == uint64_t{0} && parseSize("9223372036854775807") == uint64_t{INT64_MAX});
    for (const char* text : {"", "-1", "+1", " 1", "1 ", "9223372036854775808", "1e3", "0x10", "99999999999999999999999"}) {
        QVERIFY2(!parseSize(text), text);
    }
}

void RemoteFileTest::partsAreHeldAgainstWhatWasAsked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const char* value, Verdict verdict, const char* problem) {
        QTest::addRow("%s: %s", name, value) << name << value << verdict << problem;
    };
    row("x-nothing", "", Verdict::Take, "");
    row("etag", "\"two\"", Verdict::Changed, "etag");
    row("etag", "W/\"one\"", Verdict::Changed, "etag");
    row("content-range", "", Verdict::Refuse, "content-range");
    row("content-range", "bytes 100-199/1001", Verdict::Changed, "size");
    row("content-range", "bytes 0-99/1000", Verdict::Wait, "other-range");
    row("content-range", "bytes 100-200/1000", Verdict::Wait, "other-range");
    row("content-range", "bytes 101-199/1000", Verdict::Wait, "other-range");
    row("content-range", "bytes 100-199/*", Verdict::Take, "");
    row("content-range", "bytes 100-149/1000", Verdict::Refuse, "content-length");
    row("content-length", "101", Verdict::Refuse, "content-length");
    row("content-length", "-1", Verdict::Refuse, "content-length");
    row("content-length", "9223372036854775808", Verdict::Refuse, "content-length");
    row("content-encoding", "gzip", Verdict::Refuse, "encoding");
    row("content-encoding", "identity", Verdict::Take, "");
    row("content-type", "multipart/byteranges; boundary=x", Verdict::Refuse, "multipart");
    row("content-type", "text/html; charset=utf-8", Verdict::Refuse, "html");
    row("last-modified", "Thu, 02 Jan 2025 00:00:00 GMT", Verdict::Take, "");  // the strong tag says more
}

void RemoteFileTest::partsAreHeldAgainstWhatWasAsked()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(Verdict, verdict);
    QFETCH(QString, problem);
    const Answer answer = judge(part({{name.toStdString(), value.toStdString()}}), file(), asked);
    QCOMPARE(answer.verdict, verdict);
    QCOMPARE(QString::fromStdString(answer.problem), problem);
    QCOMPARE(answer.bytes, verdict == Verdict::Take ? uint64_t{100} : uint64_t{0});

    RemoteFile untagged = file();
    untagged.etag.clear();
    QVERIFY(judge(part({{"etag", ""}, {"last-modified", "Thu, 02 Jan 2025 00:00:00 GMT"}}), untagged, asked).verdict == Verdict::Changed);
    Head shorter = part({{"content-range", "bytes 100-149/1000"}, {"content-length", "50"}});
    QCOMPARE(judge(shorter, file(), asked).bytes, uint64_t{50});
}

void RemoteFileTest::wholeAnswers_data()
{
    QTest::addColumn<QString>("length");
    QTest::addColumn<QString>("etag");
    QTest::addColumn<bool>("partAsked");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("for a part") << "1000"
                                << "\"one\"" << true << Verdict::Whole;
    QTest::newRow("for the whole") << "1000"
                                   << "\"one\"" << false << Verdict::Take;
    QTest::newRow("without length") << ""
                                    << "\"one\"" << false << Verdict::Take;
    QTest::newRow("changed, for a part") << "1000"
                                         << "\"two\"" << true << Verdict::Changed;
    QTest::newRow("other length") << "999"
                                  << "\"one\"" << false << Verdict::Changed;
    QTest::newRow("no length") << "12x"
                               << "\"one\"" << false << Verdict::Refuse;
    QTest::newRow("too large a length") << "9223372036854775808"
                                        << "\"one\"" << false << Verdict::Refuse;
}

void RemoteFileTest::wholeAnswers()
{
    QFETCH(QString, length);
    QFETCH(QString, etag);
    QFETCH(bool, partAsked);
    QFETCH(Verdict, verdict);
    const Head head{200, {{"content-length", length.toStdString()}, {"etag", etag.toStdString()}}};
    QCOMPARE(judge(head, file(), partAsked ? std::optional(asked) : std::nullopt).verdict, verdict);
}

void RemoteFileTest::otherStatuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("code");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("problem");
    const QString here = "https://h.example/a";
    const QString cdn = "https://cdn.example/a?Signature=x";
    const auto row = [](int status, const QString& place, const char* code, Verdict verdict, const char* problem) {
        QTest::addRow("%d %s %s", status, qPrintable(place), code) << status << place << code << verdict << problem;
    };
    row(401, here, "", Verdict::Refuse, "token");
    row(401, here, "GatedRepo", Verdict::Refuse, "gated");
    row(401, cdn, "", Verdict::LookAgain, "denied");
    row(403, here, "", Verdict::Refuse, "denied");
    row(403, here, "GatedRepo", Verdict::Refuse, "gated");
    row(403, cdn, "", Verdict::LookAgain, "denied");
    row(403, "https://h.example/renamed", "GatedRepo", Verdict::Refuse, "gated");
    row(400, cdn, "", Verdict::LookAgain, "denied");
    row(400, here, "", Verdict::Refuse, "status");
    row(404, here, "", Verdict::Refuse, "not-found");
    row(404, cdn, "", Verdict::LookAgain, "not-found");
    row(410, here, "", Verdict::Refuse, "not-found");
    row(407, here, "", Verdict::Refuse, "auth");
    row(416, here, "", Verdict::Changed, "size");
    row(412, here, "", Verdict::Changed, "size");
    row(429, here, "", Verdict::Wait, "busy");
    row(503, cdn, "", Verdict::Wait, "busy");
    row(500, here, "", Verdict::Wait, "status");
    row(502, here, "", Verdict::Wait, "status");
    row(504, here, "", Verdict::Wait, "status");
    row(408, here, "", Verdict::Wait, "status");
    row(501, here, "", Verdict::Refuse, "status");
    row(451, here, "", Verdict::Refuse, "status");
    row(204, here, "", Verdict::Refuse, "status");
    row(302, here, "", Verdict::LookAgain, "location");
}

void RemoteFileTest::otherStatuses()
{
    QFETCH(int, status);
    QFETCH(QString, place);
    QFETCH(QString, code);
    QFETCH(Verdict, verdict);
    QFETCH(QString, problem);
    Head head{status, {}};
    if (!code.isEmpty()) {
        head.fields.emplace_back("x-error-code", code.toStdString());
    }
    const Answer answer = judge(head, file(place.toStdString()), asked);
    QCOMPARE(answer.verdict, verdict);
    QCOMPARE(QString::fromStdString(answer.problem), problem);
}

void RemoteFileTest::twoLengthsContradict()
{
    Head head = part({});
    head.fields.emplace_back("content-length", "100");
    QVERIFY(judge(head, file(), asked).verdict == Verdict::Take);
    head.fields.emplace_back("content-length", "200");
    QCOMPARE(judge(head, file(), asked).problem, std::string("content-length"));
}

void RemoteFileTest::validators()
{
    RemoteFile remote = file();
    QCOMPARE(remote.validator(), std::string("\"one\""));
    remote.etag = "W/\"one\"";
    QCOMPARE(remote.validator(), remote.lastModified);
    remote.lastModified.clear();
    QCOMPARE(remote.validator(), std::string());
    remote.etag = "\"a\rX-Injected: 1\"";
    QCOMPARE(remote.validator(), std::string());
}

void RemoteFileTest::sameState()
{
    RemoteFile other = file();
    QVERIFY(other.isSameState(file()));
    other.etag = "\"two\"";
    QVERIFY(!other.isSameState(file()));
    RemoteFile published = file();
    published.sha256 = other.sha256 = std::string(64, 'a');
    QVERIFY(other.isSameState(published));
    other.bytes = 999;
    QVERIFY(!other.isSameState(published));
    other = published;
    other.sha256 = std::string(64, 'b');
    QVERIFY(!other.isSameState(published));
    RemoteFile weak = file();
    weak.etag = "W/\"one\"";
    other = weak;
    QVERIFY(other.isSameState(weak));
    other.lastModified = "Thu, 02 Jan 2025 00:00:00 GMT";
    QVERIFY(!other.isSameState(weak));
}

void RemoteFileTest::impostors()
{
    const auto kindOf = [](std::string_view text) { return std::string(impostor(std::as_bytes(std::span(text)))); };
    QCOMPARE(kindOf("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n"), std::string("lfs-pointer"));
    QCOMPARE(kindOf("<!DOCTYPE html><html>"), std::string("html"));
    QCOMPARE(kindOf(" \r\n<HTML lang=en>"), std::string("html"));
    QCOMPARE(kindOf("PK\x03\x04"), std::string());
    QCOMPARE(kindOf("<h"), std::string());
    QCOMPARE(kindOf(""), std::string());
}

QTEST_GUILESS_MAIN(RemoteFileTest)
#include "remote_file_test.moc"
