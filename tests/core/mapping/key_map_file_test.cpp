#include "core/mapping/key_map_file.h"

#include "core/base/error.h"
#include "tests/support/expect_error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <clocale>
#include <cmath>

using namespace wb;
using mapping::KeyEdit;
using mapping::KeyMap;
using mapping::KeyMapRow;
using mapping::Status;

namespace {

KeyMapRow row(std::optional<std::string> source, std::optional<std::string> destination, Status status)
{
    KeyMapRow out;
    out.source = std::move(source);
    out.destination = std::move(destination);
    out.status = status;
    out.shape = {2, 3};
    if (out.source) {
        out.sourceShape = {2, 3};
        out.dtype = tensor::DType::F32;
        out.bytes = 24;
    }
    return out;
}

KeyMap sampleMap()
{
    KeyMap map;
    map.variant = "regnet-y-040";
    map.rows = {row("a \"quoted\"\n\x01é", "x", Status::Mapped), row("b", std::nullopt, Status::Dropped), row("c", std::nullopt, Status::Unmapped),
                row(std::nullopt, "y", Status::Missing),         row("d", "z", Status::Mismatched),       row("e", "w", Status::Edited)};
    map.rows[0].reason = {"vissl.stem", "stem.{p}", {{"S", "3"}, {"p", "weight"}}};
    map.rows[2].suggestions = {{"y", true, true, false, false}, {"v", false, true, false, true}};
    return map;
}

std::string textOf(const QJsonValue& value)
{
    return value.isNull() ? "null" : value.toString().toStdString();
}

std::string editText(const std::vector<KeyEdit>& edits)
{
    std::string out;
    for (const KeyEdit& edit : edits) {
        out += edit.source + ">" + edit.destination.value_or("-") + ";";
    }
    return out;
}

std::vector<KeyEdit> editsOf(const std::string& text)
{
    return mapping::keyEditsFromJson(text, Limits{});
}

}  // namespace

class KeyMapFileTest : public QObject {
    Q_OBJECT

private slots:
    void namesOfStatusesGoBothWays();
    void countsEveryStatus();
    void isCompleteOnlyWithoutGaps();
    void jsonHasTheFieldsOfItsSchema();
    void unknownValuesAreNull();
    void anEmptyMapIsValidJson();
    void jsonDoesNotFollowTheLocale();
    void decisionsSurviveSavingAndLoading();
    void decisionsAloneAreAFileToo();
    void onlyDroppedLeavesOut();
    void otherFieldsArePassedOver();
    void refusesDamagedFiles_data();
    void refusesDamagedFiles();
    void limitsHold();
    void csvIsRfc4180();
    void csvFormulasAreDefused();
    void valuesStandInEveryFormatThatHasRoomForThem();
};

void KeyMapFileTest::namesOfStatusesGoBothWays()
{
    for (const Status status : {Status::Mapped, Status::Dropped, Status::Unmapped, Status::Missing, Status::Mismatched, Status::Edited}) {
        QVERIFY(mapping::statusFromName(mapping::statusName(status)) == status);
    }
    QCOMPARE(mapping::statusName(Status::Mismatched), std::string_view("mismatched"));
    QVERIFY(!mapping::statusFromName("Mapped"));
}

void KeyMapFileTest::countsEveryStatus()
{
    KeyMap map = sampleMap();
    map.rows.push_back(row("f", "u", Status::Mapped));
    const mapping::Counts counts = map.counts();
    QCOMPARE(counts.mapped, uint64_t{2});
    QCOMPARE(counts.dropped, uint64_t{1});
    QCOMPARE(counts.unmapped, uint64_t{1});
    QCOMPARE(counts.missing, uint64_t{1});
    QCOMPARE(counts.mismatched, uint64_t{1});
    QCOMPARE(counts.edited, uint64_t{1});
}

void KeyMapFileTest::isCompleteOnlyWithoutGaps()
{
    for (const Status status : {Status::Mapped, Status::Dropped, Status::Unmapped, Status::Missing, Status::Mismatched, Status::Edited}) {
        KeyMap map;
        map.rows = {row("a", "x", Status::Mapped), row("b", "y", status)};
        const bool gap = status == Status::Unmapped || status == Status::Missing || status == Status::Mismatched;
        QCOMPARE(map.isComplete(), !gap);
    }
}

void KeyMapFileTest::jsonHasTheFieldsOfItsSchema()
{
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(mapping::keyMapToJson(sampleMap()))).object();
    QCOMPARE(json["schema"].toInt(), 1);
    QCOMPARE(json["variant"].toString(), QString("regnet-y-040"));
    QCOMPARE(json["rows"].toArray().size(), 6);
    const QJsonObject first = json["rows"].toArray()[0].toObject();
    QCOMPARE(textOf(first["source"]), std::string("a \"quoted\"\n\x01é"));
    QCOMPARE(textOf(first["destination"]), std::string("x"));
    QCOMPARE(first["source_shape"].toArray(), (QJsonArray{2, 3}));
    QCOMPARE(first["shape"].toArray(), (QJsonArray{2, 3}));
    QCOMPARE(textOf(first["dtype"]), std::string("F32"));
    QCOMPARE(first["bytes"].toInt(), 24);
    QCOMPARE(textOf(first["status"]), std::string("mapped"));
    const QJsonObject reason = first["reason"].toObject();
    QCOMPARE(textOf(reason["rule"]), std::string("vissl.stem"));
    QCOMPARE(textOf(reason["pattern"]), std::string("stem.{p}"));
    QCOMPARE(reason["captures"].toObject(), (QJsonObject{{"S", "3"}, {"p", "weight"}}));
    const QJsonObject guess = json["rows"].toArray()[2].toObject()["suggestions"].toArray()[1].toObject();
    QCOMPARE(guess, (QJsonObject{{"destination", "v"}, {"same_suffix", false}, {"same_shape", true}, {"same_order", false}, {"guess", true}}));
    const QJsonObject counts{{"mapped", 1}, {"dropped", 1}, {"unmapped", 1}, {"missing", 1}, {"mismatched", 1}, {"edited", 1}};
    QCOMPARE(json["counts"].toObject(), counts);
}

void KeyMapFileTest::unknownValuesAreNull()
{
    KeyMap map = sampleMap();
    map.variant.clear();
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(mapping::keyMapToJson(map))).object();
    QVERIFY(json["variant"].isNull());
    const QJsonObject missing = json["rows"].toArray()[3].toObject();
    for (const char* field : {"source", "source_shape", "dtype", "bytes"}) {
        QVERIFY2(missing.contains(field) && missing[field].isNull(), field);
    }
    QVERIFY(json["rows"].toArray()[1].toObject()["destination"].isNull());
}

void KeyMapFileTest::anEmptyMapIsValidJson()
{
    const QJsonDocument json = QJsonDocument::fromJson(QByteArray::fromStdString(mapping::keyMapToJson({})));
    QVERIFY(json.isObject());
    QVERIFY(json["rows"].toArray().isEmpty());
    QVERIFY(QJsonDocument::fromJson(QByteArray::fromStdString("{" + mapping::keyMapFieldsToJson({}) + "}")).isObject());
    QVERIFY(editsOf(mapping::keyMapToJson({})).empty());
}

void KeyMapFileTest::jsonDoesNotFollowTheLocale()
{
    KeyMap map = sampleMap();
    map.rows[0].bytes = 1'234'567'890'123;
    const std::string before = mapping::keyMapToJson(map);
    const char* const locale = std::setlocale(LC_ALL, "");
    const std::string after = mapping::keyMapToJson(map);
    std::setlocale(LC_ALL, "C");
    QVERIFY(locale != nullptr);
    QCOMPARE(after, before);
    QVERIFY(before.find("\"bytes\": 1234567890123,") != std::string::npos);
}

void KeyMapFileTest::decisionsSurviveSavingAndLoading()
{
    QCOMPARE(editText(editsOf(mapping::keyMapToJson(sampleMap()))), std::string("a \"quoted\"\n\x01é>x;b>-;d>z;e>w;"));
}

void KeyMapFileTest::decisionsAloneAreAFileToo()
{
    const std::vector<KeyEdit> edits{{"b \"quoted\"\n\x01é", "y"}, {"a", std::nullopt}, {"c", "x"}};
    QVERIFY(editsOf(mapping::keyEditsToJson(edits)) == edits);
    QVERIFY(editsOf(mapping::keyEditsToJson({})).empty());
}

void KeyMapFileTest::onlyDroppedLeavesOut()
{
    QCOMPARE(editText(editsOf(R"({"rows": [
        {"source": "a", "destination": null, "status": "dropped"},
        {"source": "b", "destination": null, "status": "unmapped"},
        {"source": "c", "destination": null},
        {"source": "d"},
        {"source": "e", "status": "dropped"},
        {"source": "f", "destination": "g", "status": "dropped"},
        {"status": "dropped"},
        {"source": null, "destination": "h", "status": "missing"},
        {}
    ]})")),
             std::string("a>-;e>-;f>g;"));
}

void KeyMapFileTest::otherFieldsArePassedOver()
{
    QCOMPARE(editText(editsOf(
                 R"({"note": [{"rows": 1}, [[]], -1.5e3], "rows": [{"x": {"source": 1, "y": [2]}, "source": "a", "shape": [1, 2], "destination": "b",
                              "bytes": 1.5}], "schema": 1, "counts": {}})")),
             std::string("a>b;"));
}

void KeyMapFileTest::refusesDamagedFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("part");
    const auto bad = [](const char* name, const QByteArray& text, const char* problem, const char* part) {
        QTest::newRow(name) << text << problem << part;
    };
    bad("empty", "", "json", "");
    bad("cut", R"({"rows": [{"source": "a")", "json", "");
    bad("not utf-8", "{\"rows\": [{\"source\": \"\xFF\"}]}", "json", "");
    bad("after the end", R"({"rows": []} x)", "json", "");
    bad("nul", QByteArray("{\"rows\": []}\0", 13), "nul", "");
    bad("infinite", R"({"x": 1e999999, "rows": []})", "json", "");
    bad("a list", "[]", "type", "document");
    bad("a text", R"("rows")", "type", "document");
    bad("no rows", R"({"schema": 1})", "rows-missing", "document");
    bad("rows twice", R"({"rows": [], "rows": []})", "duplicate-field", "document");
    bad("rows no list", R"({"rows": {}})", "type", "document");
    bad("row no object", R"({"rows": [{}, 5]})", "type", "rows[1]");
    bad("row a list", R"({"rows": [[]]})", "type", "rows[0]");
    bad("source a number", R"({"rows": [{}, {"source": 5}]})", "type", "rows[1]");
    bad("source an object", R"({"rows": [{"source": {}}]})", "type", "rows[0]");
    bad("source empty", R"({"rows": [{"source": ""}]})", "key", "rows[0]");
    bad("destination a boolean", R"({"rows": [{"source": "a", "destination": false}]})", "type", "rows[0]");
    bad("status a number", R"({"rows": [{"source": "a", "status": 1}]})", "type", "rows[0]");
    bad("source field twice", R"({"rows": [{"source": "a", "\u0073ource": "b"}]})", "duplicate-field", "rows[0]");
    bad("source in two rows", R"({"rows": [{"source": "a", "destination": "b"}, {"source": "\u0061"}]})", "duplicate-source", "a");
    bad("newer schema", R"({"schema": 2, "rows": []})", "schema", "document");
    bad("schema a text", R"({"schema": "1", "rows": []})", "type", "document");
}

void KeyMapFileTest::refusesDamagedFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, problem);
    QFETCH(QString, part);
    const auto error = test::errorOf([&] { editsOf(text.toStdString()); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::KeyMapFile);
    QCOMPARE(QString::fromStdString(std::string(error->fact("problem"))), problem);
    QCOMPARE(QString::fromStdString(std::string(error->fact("part"))), part);
    QVERIFY(!part.isEmpty() || !error->fact("offset").empty());
}

void KeyMapFileTest::limitsHold()
{
    const auto codeOf = [](const std::string& text, const Limits& limits) {
        const auto error = test::errorOf([&] { mapping::keyEditsFromJson(text, limits); });
        return error ? std::string(errorId(error->code())) : "none";
    };
    Limits limits;
    limits.tensors = 2;
    limits.keyBytes = 3;
    limits.jsonDepth = 4;
    QCOMPARE(codeOf(R"({"rows": [{},{},{},{}]})", limits), std::string("none"));
    QCOMPARE(codeOf(R"({"rows": [{},{},{},{},{}]})", limits), std::string("E_LIMIT"));
    QCOMPARE(codeOf(R"({"rows": [{"source": "abcd"}]})", limits), std::string("E_LIMIT"));
    QCOMPARE(codeOf(R"({"x": [[[[]]]], "rows": []})", limits), std::string("none"));
    QCOMPARE(codeOf(R"({"x": [[[[[]]]]], "rows": []})", limits), std::string("E_LIMIT"));
    QCOMPARE(codeOf(R"({"rows": [{"x": )" + std::string(100'000, '[') + std::string(100'000, ']') + "}]}", Limits{}), std::string("E_LIMIT"));
    limits.jsonBytes = 10;
    QCOMPARE(codeOf(R"({"rows": []})", limits), std::string("E_LIMIT"));
}

void KeyMapFileTest::csvIsRfc4180()
{
    KeyMap map = sampleMap();
    map.rows[0].source = "a,\"b\"";
    const QStringList lines = QString::fromStdString(mapping::keyMapToCsv(map)).split("\r\n");
    QCOMPARE(lines.size(), 8);
    QCOMPARE(lines[0], QString("status,source,destination,source_shape,shape,dtype,bytes,rule,captures,suggestions"));
    QCOMPARE(lines[1], QString(R"(mapped,"a,""b""",x,"[2, 3]","[2, 3]",F32,24,vissl.stem,S=3; p=weight,)"));
    QCOMPARE(lines[3], QString(R"(unmapped,c,,"[2, 3]","[2, 3]",F32,24,,,y; v (guess))"));
    QCOMPARE(lines[4], QString(R"(missing,,y,,"[2, 3]",,,,,)"));
    QVERIFY(lines[7].isEmpty());
}

void KeyMapFileTest::csvFormulasAreDefused()
{
    for (const char* key : {"=cmd()", "+1", "-1", "@SUM(A1)", "\tx"}) {
        KeyMap map;
        map.rows = {row(key, "x", Status::Mapped)};
        const std::string csv = mapping::keyMapToCsv(map);
        QVERIFY2(csv.find(std::string("\r\nmapped,'") + key + ",") != std::string::npos, csv.c_str());
    }
    KeyMap map;
    map.rows = {row("=1,2", "a\nb", Status::Mapped)};
    const std::string csv = mapping::keyMapToCsv(map);
    QVERIFY2(csv.find("mapped,\"'=1,2\",\"a\nb\",") != std::string::npos, csv.c_str());
}

void KeyMapFileTest::valuesStandInEveryFormatThatHasRoomForThem()
{
    KeyMap map = sampleMap();
    const std::string plain = mapping::keyMapToJson(map);
    QVERIFY(plain.find("values") == std::string::npos);
    map.values.resize(map.rows.size());
    map.values[0] = mapping::ValueSummary{-0.1, 1e30, std::nan(""), 0.25, 7, 2, 1};
    const std::string json = mapping::keyMapToJson(map);
    QCOMPARE(editText(editsOf(json)), editText(editsOf(plain)));
    const QJsonArray rows = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object().value("rows").toArray();
    const QJsonObject values = rows.at(0).toObject().value("values").toObject();
    QCOMPARE(values.value("min").toDouble(), -0.1);
    QCOMPARE(values.value("max").toDouble(), 1e30);
    QVERIFY(values.value("mean").isNull() && values.contains("mean"));
    QCOMPARE(values.value("std").toDouble(), 0.25);
    QCOMPARE(values.value("zeros").toInt() * 100 + values.value("nan").toInt() * 10 + values.value("inf").toInt(), 721);
    QVERIFY(rows.at(1).toObject().contains("values") && rows.at(1).toObject().value("values").isNull());
    const QStringList lines = QString::fromStdString(mapping::keyMapToCsv(map)).split("\r\n");
    QVERIFY(lines[0].endsWith("suggestions,min,max,mean,std,zeros,nan,inf"));
    QVERIFY2(lines[1].endsWith(",-0.1,1e+30,,0.25,7,2,1"), qPrintable(lines[1]));
    QVERIFY2(lines[2].endsWith(",,,,,,,"), qPrintable(lines[2]));
    const QStringList table = QString::fromStdString(mapping::keyMapToMarkdown(map)).split('\n');
    for (const QString& line : table.mid(0, 3)) {
        QCOMPARE(line.count('|'), 15);
    }
    QVERIFY2(table[2].endsWith("| -0.1 | 1e+30 |  | 0.25 | 7 | 2 | 1 |"), qPrintable(table[2]));
}

QTEST_GUILESS_MAIN(KeyMapFileTest)
#include "key_map_file_test.moc"
