#include "core/mapping/key_map_file.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using wb::mapping::KeyMap;
using wb::mapping::KeyMapFormat;
using wb::mapping::KeyMapRow;
using wb::mapping::Status;

class KeyMapTextTest : public QObject {
    Q_OBJECT

private:
    static KeyMap mapOf(const std::vector<std::string>& sources)
    {
        KeyMap map;
        for (const std::string& source : sources) {
            KeyMapRow row;
            row.source = source;
            row.destination = "to." + source;
            row.sourceShape = row.shape = {32, 3};
            row.bytes = 384;
            row.dtype = wb::tensor::DType::F32;
            row.status = Status::Mapped;
            row.reason.rule = "r";
            map.rows.push_back(row);
        }
        return map;
    }

private Q_SLOTS:
    void markdownIsATable();
    void markdownKeepsForeignTextPlain();
    void pythonIsADictOfAllSources();
    void pythonReadsBackEveryByte();
    void formatsHaveNames();
};

void KeyMapTextTest::markdownIsATable()
{
    KeyMap map = mapOf({"_trunk.stem.0.weight"});
    map.rows.push_back({});
    map.rows[1].destination = "classifier.1.bias";
    map.rows[1].shape = {1000};
    map.rows[1].status = Status::Missing;
    QCOMPARE(keyMapToMarkdown(map), std::string("| Status | Source | Destination | Shape | Type | Bytes | Rule |\n"
                                                "| --- | --- | --- | --- | --- | ---: | --- |\n"
                                                "| mapped | `_trunk.stem.0.weight` | `to._trunk.stem.0.weight` | `[32, 3]` | F32 | 384 | `r` |\n"
                                                "| missing |  | `classifier.1.bias` | `[1000]` |  |  |  |\n"));
}

void KeyMapTextTest::markdownKeepsForeignTextPlain()
{
    const std::string text = keyMapToMarkdown(mapOf({"a|b`c` <img src=x> &amp; *d* [e](f)\n| g"}));
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), 3);
    const std::string row = text.substr(text.find("mapped"));
    for (const char* escaped : {"a\\|b\\`c\\`", "&lt;img src\\=x&gt;", "&amp;amp\\;", "\\*d\\*", "\\[e\\]\\(f\\)", "\\\\x0A\\| g"}) {
        QVERIFY2(row.find(escaped) != std::string::npos, row.c_str());
    }
}

void KeyMapTextTest::pythonIsADictOfAllSources()
{
    KeyMap map = mapOf({"stem", "it's"});
    map.rows[1].destination.reset();
    map.rows[1].status = Status::Dropped;
    map.rows.push_back({});
    map.rows[2].destination = "head'\n";
    map.rows[2].status = Status::Missing;
    QCOMPARE(keyMapToPython(map), std::string("{\n    'stem': 'to.stem',\n    'it\\'s': None,  # dropped\n    # missing: 'head\\'\\x0a'\n}\n"));
}

void KeyMapTextTest::pythonReadsBackEveryByte()
{
    const QString python = QStandardPaths::findExecutable("python3");
    if (python.isEmpty()) {
        QSKIP("python3 is not installed");
    }
    std::string bytes;
    for (int c = 0; c < 256; ++c) {
        bytes += static_cast<char>(c);
    }
    const std::vector<std::string> keys{bytes, "\\'\"\n__import__('os')", "größe \xE2\x80\xAE \xF0\x9F\xA4\x97", "{", "x"};
    QProcess process;
    process.start(python, {"-c", "import ast,sys;d=ast.literal_eval(sys.stdin.read());"
                                 "sys.stdout.write('\\n'.join(k.encode('utf-8','surrogateescape').hex()+' '+v.encode('utf-8','surrogateescape').hex()"
                                 " for k,v in d.items()))"});
    process.write(QByteArray::fromStdString(keyMapToPython(mapOf(keys))));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QByteArrayList expected;
    for (const std::string& key : keys) {
        expected.append(QByteArray::fromStdString(key).toHex() + ' ' + QByteArray::fromStdString("to." + key).toHex());
    }
    QCOMPARE(process.readAllStandardOutput().split('\n'), expected);
}

void KeyMapTextTest::formatsHaveNames()
{
    const KeyMap map = mapOf({"stem"});
    for (const KeyMapFormat format : {KeyMapFormat::Json, KeyMapFormat::Csv, KeyMapFormat::Markdown, KeyMapFormat::Python}) {
        QCOMPARE(wb::mapping::keyMapFormatFromName(formatName(format)), std::optional(format));
    }
    QVERIFY(!wb::mapping::keyMapFormatFromName("CSV"));
    QCOMPARE(keyMapText(map, KeyMapFormat::Json), keyMapToJson(map));
    QCOMPARE(keyMapText(map, KeyMapFormat::Csv), keyMapToCsv(map));
    QCOMPARE(keyMapText(map, KeyMapFormat::Markdown), keyMapToMarkdown(map));
    QCOMPARE(keyMapText(map, KeyMapFormat::Python), keyMapToPython(map));
}

QTEST_GUILESS_MAIN(KeyMapTextTest)
#include "key_map_text_test.moc"
