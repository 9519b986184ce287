#include "tests/core/checkpoint/container_fixture.h"

#include "tests/support/zip_bytes.h"

#include <QTest>

using namespace wb;
using namespace wb::test;
using namespace std::string_literals;
using checkpoint::FileKind;
using checkpoint::sniff;
using checkpoint::Sniffed;

class SniffTest : public QObject {
    Q_OBJECT

private slots:
    void saysWhatTheFileIs_data();
    void saysWhatTheFileIs();
    void recognisesContainers();
    void zipBehindOtherBytesIsAZip();
    void emptyFile();
    void a26_tarOfOldTorch();
};

static std::string tarWith(const std::string& name)
{
    std::string header(512, '\0');
    header.replace(0, name.size(), name);
    header.replace(257, 5, "ustar");
    return header + std::string(1024, 'x');
}

void SniffTest::saysWhatTheFileIs_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QString>("kind");
    QTest::newRow("a28_html") << "\n <!DOCTYPE HTML><html>sign in</html>"s
                              << "html";
    QTest::newRow("a28_html without doctype") << "<HTML><body>"s
                                              << "html";
    QTest::newRow("a28_xml") << "<?xml version=\"1.0\"?><Error>AccessDenied</Error>"s
                             << "xml";
    QTest::newRow("a28_lfs") << "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n"s
                             << "lfs-pointer";
    QTest::newRow("a28_json") << "{\"error\": \"not found\"}"s
                              << "json";
    QTest::newRow("a28_json list") << " [1, 2]"s
                                   << "json";
    QTest::newRow("a28_gzip") << "\x1f\x8b\x08\0"s
                              << "gzip";
    QTest::newRow("a28_7z") << "7z\xbc\xaf\x27\x1c\0\4"s
                            << "7z";
    QTest::newRow("a28_rar") << "Rar!\x1a\x07\x01\0"s
                             << "rar";
    QTest::newRow("a28_xz") << "\xfd\x37zXZ\0"s
                            << "xz";
    QTest::newRow("a28_bzip2") << "BZh91AY"s
                               << "bzip2";
    QTest::newRow("a28_zstd") << "\x28\xb5\x2f\xfd\0"s
                              << "zstd";
    QTest::newRow("pdf") << "%PDF-1.7"s
                         << "pdf";
    QTest::newRow("elf") << "\x7f\x45LF\2\1"s
                         << "elf";
    QTest::newRow("windows") << "MZ\x90\0\3"s
                             << "windows-program";
    QTest::newRow("script") << "#!/bin/sh\n"s
                            << "script";
    QTest::newRow("hdf5") << "\x89HDF\r\n\x1a\n"s
                          << "hdf5";
    QTest::newRow("png") << "\x89PNG\r\n\x1a\n"s
                         << "png";
    QTest::newRow("jpeg") << "\xff\xd8\xff\xe0"s
                          << "jpeg";
    QTest::newRow("gif") << "GIF89a"s
                         << "gif";
    QTest::newRow("numpy") << "\x93NUMPY\1\0"s
                           << "numpy";
    QTest::newRow("a22_flatbuffer") << "\x18\0\0\0PTMF"s
                                    << "flatbuffer";
    QTest::newRow("onnx") << "\x08\x07\x12\x07pytorch"s
                          << "onnx";
    QTest::newRow("pickle") << "\x80\x04\x95\0\0\0\0\0\0\0\0}."s
                            << "pickle";
    QTest::newRow("a27_magic made by a call") << "\x80\x02"s + "c__builtin__\nint\nX\1\0\0\0001\x85R."
                                              << "pickle";
    QTest::newRow("tar") << tarWith("weights.bin") << "tar";
    QTest::newRow("text") << "These are the weights.\n"s
                          << "text";
    QTest::newRow("text that is cut inside a character") << "caf\xc3"s
                                                         << "text";
    QTest::newRow("zeros") << std::string(100, '\0') << "zeros";
    QTest::newRow("a01_one byte") << "\x9c"s
                                  << "unknown";
    QTest::newRow("noise") << "\x9c\x01\xfe\x03"s
                           << "unknown";
    QTest::newRow("safetensors header of an impossible length") << "\xff\xff\xff\xff\xff\xff\xff\xff{\"a\":1}"s
                                                                << "unknown";
}

void SniffTest::saysWhatTheFileIs()
{
    QFETCH(std::string, bytes);
    QFETCH(QString, kind);
    const Sniffed found = sniff(MemorySource(bytes));
    QCOMPARE(found.kind, FileKind::Other);
    QCOMPARE(QString::fromStdString(found.otherName), kind);
    QCOMPARE(outcomeOfReading(bytes), "E_NOT_A_CHECKPOINT " + kind);
}

void SniffTest::recognisesContainers()
{
    QCOMPARE(sniff(MemorySource(smallTorchZip().finish())).kind, FileKind::TorchZip);
    QCOMPARE(sniff(MemorySource("PK\3\4"s)).kind, FileKind::TorchZip);
    QCOMPARE(sniff(MemorySource("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19."s)).kind, FileKind::TorchLegacy);
    QCOMPARE(sniff(MemorySource("\x02\0\0\0\0\0\0\0{}"s)).kind, FileKind::Safetensors);
}

void SniffTest::zipBehindOtherBytesIsAZip()
{
    QCOMPARE(sniff(MemorySource("MZ, a program that unpacks itself" + smallTorchZip().finish())).kind, FileKind::TorchZip);
}

void SniffTest::emptyFile()
{
    QCOMPARE(outcomeOf([] { sniff(MemorySource(std::string())); }), QString("E_EMPTY_FILE"));
}

void SniffTest::a26_tarOfOldTorch()
{
    QCOMPARE(outcomeOf([] { sniff(MemorySource(tarWith("storages"))); }), QString("E_LEGACY_TAR"));
}

QTEST_GUILESS_MAIN(SniffTest)
#include "sniff_test.moc"
