#include "tests/core/checkpoint/container_fixture.h"

#include "tests/support/pickle_bytes.h"
#include "tests/support/zip_bytes.h"

#include <QTest>

#include <optional>

using namespace wb;
using namespace wb::test;

class LegacyContainerTest : public QObject {
    Q_OBJECT

private slots:
    void storagesAreLocated();
    void viewsOfOneStorageShareItsRecord();
    void faultsAreNamed_data();
    void faultsAreNamed();
    void everyCutIsAnError();
};

// A legacy file, and whatever is to be wrong about it.
struct LegacyFile {
    std::string magic = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";
    int64_t protocol = 1001;
    bool littleEndian = true;
    std::string object = pickledTensors({PickledTensor{.storage = "94", .legacy = true}});
    std::vector<std::string> keys{"94"};
    std::vector<std::pair<uint64_t, std::string>> storages{{4, countingFloats(4)}};
    std::string tail;

    std::string bytes() const
    {
        std::string out = PickleBytes().raw("\x8a\x0a").raw(magic).finish() + PickleBytes().integer(protocol).finish();
        out += PickleBytes().dict().text("protocol_version").integer(protocol).text("little_endian").boolean(littleEndian).setItems().finish();
        out += object;
        PickleBytes names;
        names.list();
        for (const std::string& key : keys) {
            names.text(key);
        }
        out += names.appendItems().finish();
        for (const auto& storage : storages) {
            out += test::littleEndian(storage.first, 8) + storage.second;
        }
        return out + tail;
    }
};

void LegacyContainerTest::storagesAreLocated()
{
    LegacyFile file;
    file.object = pickledTensors({PickledTensor{.storage = "7", .elements = 2, .size = {2}, .type = "LongStorage", .legacy = true},
                                  PickledTensor{.storage = "94", .legacy = true}});
    file.keys = {"94", "7"};
    file.storages = {{4, countingFloats(4)}, {2, std::string(16, 'L')}};
    const std::string bytes = file.bytes();
    const tensor::TensorIndex index = ContainerRun().read(bytes);
    QCOMPARE(index.container, tensor::Container::TorchLegacy);
    QCOMPARE(index.tensors.size(), size_t{2});
    const tensor::Record& longs = index.records.at(index.tensors[0].record);
    const tensor::Record& floats = index.records.at(index.tensors[1].record);
    QCOMPARE(longs.name, std::string("storage 7"));
    QCOMPARE(bytes.substr(longs.offset, longs.bytes), std::string(16, 'L'));
    QCOMPARE(bytes.substr(floats.offset, floats.bytes), countingFloats(4));
    QVERIFY(!floats.crc32);
}

void LegacyContainerTest::viewsOfOneStorageShareItsRecord()
{
    PickledTensor first{.storage = "94", .elements = 4, .size = {2}, .legacy = true, .view = "95", .viewOffset = 1, .viewElements = 3};
    PickledTensor second{.storage = "94", .elements = 4, .size = {1}, .offset = 1, .legacy = true, .view = "96", .viewOffset = 2, .viewElements = 2};
    LegacyFile file;
    file.object = pickledTensors({first, second});
    const tensor::TensorIndex index = ContainerRun().read(file.bytes());
    QCOMPARE(index.records.size(), size_t{1});
    QCOMPARE(index.tensors[0].storageOffset, uint64_t{1});
    QCOMPARE(index.tensors[1].storageOffset, uint64_t{3});
    QCOMPARE(index.warnings, std::vector<std::string>{"shared-storage:a,b"});

    second.size = {2};  // inside the root, not inside its view
    file.object = pickledTensors({first, second});
    QCOMPARE(outcomeOfReading(file.bytes()), QString("E_TENSOR_GEOMETRY past-end"));
    file.storages = {{2, countingFloats(2)}};  // the root is shorter than its views
    QCOMPARE(outcomeOfReading(file.bytes()), QString("E_TENSOR_GEOMETRY storage-size"));
}

void LegacyContainerTest::faultsAreNamed_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char* name, const QString& outcome, auto change) {
        LegacyFile file;
        change(file);
        QTest::newRow(name) << file.bytes() << outcome;
    };
    row("whole", "none", [](LegacyFile&) {});
    row("a27_other magic", "E_NOT_A_CHECKPOINT pickle", [](LegacyFile& file) { file.magic.back() = '\x18'; });
    row("a27_other protocol", "E_LEGACY protocol", [](LegacyFile& file) { file.protocol = 1002; });
    row("a27_big endian", "E_BIG_ENDIAN", [](LegacyFile& file) { file.littleEndian = false; });
    row("a27_count is not that of the tensor", "E_LEGACY_STORAGE size", [](LegacyFile& file) { file.storages[0].first = 3; });
    row("a27_count that wraps", "E_LEGACY_STORAGE past-end", [](LegacyFile& file) {
        file.object = pickledTensors({PickledTensor{.storage = "94", .elements = INT64_MAX, .legacy = true}});
        file.storages[0].first = INT64_MAX;
    });
    row("storage is cut", "E_LEGACY_STORAGE past-end", [](LegacyFile& file) { file.storages[0].second.pop_back(); });
    row("storage is missing", "E_LEGACY_STORAGE past-end", [](LegacyFile& file) { file.storages.clear(); });
    row("bytes follow", "E_LEGACY trailing", [](LegacyFile& file) { file.tail = "x"; });
    row("key is not listed", "E_RECORD_MISSING", [](LegacyFile& file) {
        file.keys.clear();
        file.storages.clear();
    });
    row("key that nothing refers to", "E_LEGACY_STORAGE unknown", [](LegacyFile& file) { file.keys.emplace_back("95"); });
    row("key twice", "E_LEGACY_STORAGE duplicate", [](LegacyFile& file) {
        file.keys.emplace_back("94");
        file.storages.push_back(file.storages[0]);
    });
}

void LegacyContainerTest::faultsAreNamed()
{
    QFETCH(std::string, bytes);
    QFETCH(QString, outcome);
    QCOMPARE(outcomeOfReading(bytes), outcome);
}

void LegacyContainerTest::everyCutIsAnError()
{
    const std::string whole = LegacyFile().bytes();
    for (size_t length = 0; length < whole.size(); ++length) {
        const QString outcome = outcomeOfReading(whole.substr(0, length));
        QVERIFY2(outcome.startsWith("E_") && !outcome.contains("without a file"), qPrintable(QString("%1: %2").arg(length).arg(outcome)));
    }
}

QTEST_GUILESS_MAIN(LegacyContainerTest)
#include "legacy_container_test.moc"
