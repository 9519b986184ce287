#include "core/base/error.h"
#include "core/io/folder.h"
#include "core/safetensors/layout.h"
#include "core/safetensors/reader.h"
#include "core/safetensors/shard_index.h"
#include "tests/support/expect_error.h"
#include "tests/support/safetensors_bytes.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace wb;
using test::safetensorsBytes;

namespace {

const std::string shardA =
    safetensorsBytes(R"({"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"b":{"dtype":"F32","shape":[],"data_offsets":[3,7]}})", 7);
const std::string shardC = safetensorsBytes(R"({"c":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}})", 2);

std::string indexText(const std::string& weightMap, const std::string& metadata = R"({"total_size": 9})")
{
    return R"({"metadata": )" + metadata + R"(, "weight_map": )" + weightMap + "}";
}

const std::string goodMap = R"({"a":"A.safetensors","b":"A.safetensors","c":"C.safetensors"})";

}  // namespace

class ShardIndexTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void readsEveryShardInsideTheFolder();
    void readsTheIndexThatLayoutWrites();
    void otherFieldsArePassedOver();
    void totalSizeMayBeAWholeFloatingNumber();
    void refusesWhatDoesNotAgree_data();
    void refusesWhatDoesNotAgree();
    void jsonErrorsNameTheirOffset();
    void limitsHold();
    void linkedShardsAreRefused();
    void linksOfTheHubCacheAreFollowedToItsBlobs();
    void linksOutOfTheHubCacheAreRefused();
    void aNamedIndexMayBeALink();

private:
    void write(const QString& name, const std::string& bytes);
    tensor::TensorIndex read() { return safetensors::readSharded(m_folder->filePath(m_index).toStdString(), m_job); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_index;
    CancelToken m_cancel;
    Progress m_progress;
    Log m_log;
    JobContext m_job{m_cancel, m_progress, m_log};
};

void ShardIndexTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_index = "model.safetensors.index.json";
    m_job.limits = {};
}

void ShardIndexTest::write(const QString& name, const std::string& bytes)
{
    QDir().mkpath(QFileInfo(m_folder->filePath(name)).path());
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(QByteArray::fromStdString(bytes)), static_cast<qint64>(bytes.size()));
}

void ShardIndexTest::readsEveryShardInsideTheFolder()
{
    write("A.safetensors", shardA);
    write("C.safetensors", shardC);
    write(m_index, indexText(goodMap));
    const auto index = read();
    QCOMPARE(index.files.size(), size_t{3});
    QCOMPARE(index.files[0].path, m_folder->filePath(m_index).toStdString());
    QCOMPARE(index.files[2].path, m_folder->filePath("C.safetensors").toStdString());
    QCOMPARE(index.tensors.size(), size_t{3});
    const tensor::TensorInfo& last = index.tensors[2];
    QCOMPARE(last.key, std::string("c"));
    QCOMPARE(index.records[last.record].file, uint32_t{2});
    QCOMPARE(index.records[last.record].offset, uint64_t{shardC.size() - 2});
    QCOMPARE(index.records[index.tensors[1].record].file, uint32_t{1});
}

void ShardIndexTest::readsTheIndexThatLayoutWrites()
{
    write("A.safetensors", shardA);
    write("C.safetensors", shardC);
    write(m_index, safetensors::indexJson({{"a", "A.safetensors"}, {"b", "A.safetensors"}, {"c", "C.safetensors"}}, 6, 9));
    QCOMPARE(read().tensors.size(), size_t{3});
}

void ShardIndexTest::otherFieldsArePassedOver()
{
    const auto map = safetensors::parseShardIndex(
        R"({"x": [{"weight_map": 1}, [], null, "t"], "metadata": {"mergekit": {"total_size": "?"}, "total_size": 5, "n": -1.5}, "weight_map": {"k": "S"}, "y": true})",
        "i.json", m_job);
    QCOMPARE(map.totalBytes, std::optional<uint64_t>(5));
    QCOMPARE(map.shards, std::vector<std::string>{"S"});
    QCOMPARE(map.weightMap.size(), size_t{1});
}

void ShardIndexTest::totalSizeMayBeAWholeFloatingNumber()
{
    const auto parse = [&](const std::string& metadata) {
        return safetensors::parseShardIndex(indexText("{}", metadata), "i.json", m_job).totalBytes;
    };
    QCOMPARE(parse(R"({"total_size": 26031728640.0})"), std::optional<uint64_t>(26031728640));
    QCOMPARE(parse("{}"), std::optional<uint64_t>());
    for (const char* metadata : {R"({"total_size": 0.5})", R"({"total_size": -1})", R"({"total_size": 1e300})", R"({"total_size": "9"})", "[]"}) {
        const auto error = test::errorOf([&] { parse(metadata); });
        QVERIFY2(error, metadata);
        QCOMPARE(error->code(), ErrorCode::ShardIndex);
        QCOMPARE(error->fact("problem"), std::string_view("metadata"));
    }
}

void ShardIndexTest::refusesWhatDoesNotAgree_data()
{
    QTest::addColumn<QString>("index");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const std::string& index, const char* problem, const char* part) {
        QTest::newRow(name) << QString::fromStdString(index) << problem << part;
    };
    row("shard missing", indexText(R"({"a":"A.safetensors","b":"A.safetensors","c":"D.safetensors"})"), "shard-missing", "D.safetensors");
    row("tensor missing", indexText(R"({"a":"A.safetensors","b":"A.safetensors","c":"C.safetensors","d":"C.safetensors"})"), "tensor-missing", "d");
    row("tensor in another shard", indexText(R"({"a":"A.safetensors","b":"C.safetensors","c":"C.safetensors"})"), "tensor-elsewhere", "b");
    row("shard with tensors not in the map", indexText(R"({"a":"A.safetensors","c":"C.safetensors"})"), "tensor-unlisted", "b");
    row("total size wrong", indexText(goodMap, R"({"total_size": 10})"), "total-size", "total_size");
    row("tensor twice", indexText(R"({"a":"A.safetensors","b":"A.safetensors","c":"C.safetensors","\u0063":"A.safetensors"})"), "duplicate", "c");
    row("weight map twice", R"({"weight_map": {}, "weight_map": {}})", "duplicate", "weight_map");
    row("no weight map", "{}", "weight-map-missing", "");
    row("map is a list", indexText("[]"), "weight-map", "");
    row("shard is a number", indexText(R"({"a": 1})"), "weight-map", "a");
    row("name too long", indexText(R"({"a": ")" + std::string(300, 'x') + R"("})"), "shard-name", "a");
    row("a list", "[]", "not-an-object", "");
}

void ShardIndexTest::refusesWhatDoesNotAgree()
{
    QFETCH(QString, index);
    QFETCH(QString, problem);
    QFETCH(QString, part);
    write("A.safetensors", shardA);
    write("C.safetensors", shardC);
    write(m_index, index.toStdString());
    const auto error = test::errorOf([&] { read(); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::ShardIndex);
    QCOMPARE(error->fact("problem"), std::string_view(problem.toStdString()));
    QCOMPARE(error->fact("part"), std::string_view(part.toStdString()));
    QCOMPARE(error->fact("file"), std::string_view(m_folder->filePath(m_index).toStdString()));
}

void ShardIndexTest::jsonErrorsNameTheirOffset()
{
    const auto error = test::errorOf([&] { safetensors::parseShardIndex(R"({"weight_map": {"a" "b"}})", "i.json", m_job); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::ShardIndex);
    QCOMPARE(error->fact("problem"), std::string_view("json"));
    const int offset = QByteArray::fromStdString(std::string(error->fact("offset"))).toInt();
    QVERIFY2(offset >= 20 && offset <= 23, qPrintable(QString::number(offset)));
}

void ShardIndexTest::limitsHold()
{
    const auto codeOf = [&](const std::string& text) {
        const auto error = test::errorOf([&] { safetensors::parseShardIndex(text, "i.json", m_job); });
        return error ? std::string(errorId(error->code())) : "none";
    };
    m_job.limits.tensors = 2;
    m_job.limits.keyBytes = 3;
    QCOMPARE(codeOf(R"({"weight_map": {"a":"S","b":"S"}})"), std::string("none"));
    QCOMPARE(codeOf(R"({"weight_map": {"a":"S","b":"S","c":"S"}})"), std::string("E_LIMIT"));
    QCOMPARE(codeOf(R"({"weight_map": {"abcd":"S"}})"), std::string("E_LIMIT"));
    QCOMPARE(codeOf(R"({"x": )" + std::string(100'000, '[') + std::string(100'000, ']') + R"(, "weight_map": {}})"), std::string("E_LIMIT"));
    m_job.limits.jsonBytes = 10;
    write(m_index, indexText(goodMap));
    const auto error = test::errorOf([&] { read(); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::LimitExceeded);
}

void ShardIndexTest::linkedShardsAreRefused()
{
    write("A.safetensors", shardA);
    write("real.safetensors", shardC);
    QVERIFY(QFile::link(m_folder->filePath("real.safetensors"), m_folder->filePath("C.safetensors")));
    write(m_index, indexText(goodMap));
    const auto error = test::errorOf([&] { read(); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::UnsafePath);
    QCOMPARE(error->fact("problem"), std::string_view("link"));
    QCOMPARE(error->fact("part"), std::string_view("C.safetensors"));
}

void ShardIndexTest::linksOfTheHubCacheAreFollowedToItsBlobs()
{
    const QString snapshot = "models--someone--net/snapshots/0123abc/";
    write("models--someone--net/blobs/aaaa", shardA);
    write("models--someone--net/blobs/cccc", shardC);
    write("models--someone--net/blobs/iiii", indexText(goodMap));
    QDir().mkpath(m_folder->filePath(snapshot));
    QVERIFY(QFile::link("../../blobs/aaaa", m_folder->filePath(snapshot + "A.safetensors")));
    QVERIFY(QFile::link("../../blobs/cccc", m_folder->filePath(snapshot + "C.safetensors")));
    QVERIFY(QFile::link("../../blobs/iiii", m_folder->filePath(snapshot + m_index)));
    m_index = snapshot + m_index;
    const auto index = read();
    QCOMPARE(index.tensors.size(), size_t{3});
    QVERIFY(QString::fromStdString(index.files[1].path).endsWith("/blobs/aaaa"));
}

void ShardIndexTest::linksOutOfTheHubCacheAreRefused()
{
    const QString snapshot = "models--someone--net/snapshots/0123abc/";
    write("models--other--net/blobs/cccc", shardC);
    write(snapshot + "A.safetensors", shardA);
    write(snapshot + m_index, indexText(goodMap));
    m_index = snapshot + m_index;
    for (const char* target :
         {"../../../models--other--net/blobs/cccc", "../../blobs/../../models--other--net/blobs/cccc", "/etc/hostname", "../../blobs/.."}) {
        const QString link = m_folder->filePath(snapshot + "C.safetensors");
        QFile::remove(link);
        QVERIFY(QFile::link(target, link));
        const auto error = test::errorOf([&] { read(); });
        QVERIFY2(error, target);
        QCOMPARE(error->code(), ErrorCode::UnsafePath);
    }
}

void ShardIndexTest::aNamedIndexMayBeALink()
{
    write("A.safetensors", shardA);
    write("C.safetensors", shardC);
    write("real.json", indexText(goodMap));
    QVERIFY(QFile::link(m_folder->filePath("real.json"), m_folder->filePath(m_index)));
    QCOMPARE(read().tensors.size(), size_t{3});
}

QTEST_GUILESS_MAIN(ShardIndexTest)
#include "shard_index_test.moc"
