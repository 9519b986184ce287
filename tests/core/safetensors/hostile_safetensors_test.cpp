#include "core/base/error.h"
#include "core/safetensors/reader.h"
#include "tests/support/expect_error.h"
#include "tests/support/memory_source.h"
#include "tests/support/safetensors_bytes.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/resource.h>

#include <fmt/format.h>

using namespace wb;
using test::lengthField;
using test::safetensorsBytes;

namespace {

// A header with one tensor "t" of these fields.
std::string oneTensor(const std::string& fields)
{
    return R"({"t":{)" + fields + "}}";
}

std::string offsets(const std::string& values)
{
    return oneTensor(R"("dtype":"U8","shape":[4],"data_offsets":)" + values);
}

std::string shaped(const std::string& dtype, const std::string& shape, const std::string& values = "[0,4]")
{
    return oneTensor(R"("dtype":)" + dtype + R"(,"shape":)" + shape + R"(,"data_offsets":)" + values);
}

std::string twoTensors(const std::string& first, const std::string& second)
{
    return R"({"t":{"dtype":"U8","shape":[4],"data_offsets":)" + first + R"(},"u":{"dtype":"U8","shape":[4],"data_offsets":)" + second + "}}";
}

void columns()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("problem");
}

void row(const char* name, const std::string& bytes, const char* id, const char* problem)
{
    QTest::newRow(name) << QByteArray::fromStdString(bytes) << id << problem;
}

}  // namespace

// Cases D 55 to 63 of the hostile inputs: each gives one error with file, place and problem.
class HostileSafetensorsTest : public QObject {
    Q_OBJECT

private slots:
    void d55_headerLength_data();
    void d55_headerLength() { refuse(); }
    void d56_headerText_data();
    void d56_headerText() { refuse(); }
    void d57_offsets_data();
    void d57_offsets() { refuse(); }
    void d58_holesAndOverlaps_data();
    void d58_holesAndOverlaps() { refuse(); }
    void d58_manyTensorsOnTheSameBytes();
    void d59_shapesAndDTypes_data();
    void d59_shapesAndDTypes() { refuse(); }
    void d60_duplicates_data();
    void d60_duplicates() { refuse(); }
    void d61_metadataDepthAndNumbers_data();
    void d61_metadataDepthAndNumbers() { refuse(); }
    void d61_largeMetadataIsReadInBoundedMemory();
    void d61_aMillionTensorsAreTooMany();
    void d62_shardNamesStayInTheFolder_data();
    void d62_shardNamesStayInTheFolder();
    void d63_aFileCutAfterOpeningIsTruncated();

private:
    void refuse();

    CancelToken m_cancel;
    Progress m_progress;
    Log m_log;
    JobContext m_job{m_cancel, m_progress, m_log};
};

void HostileSafetensorsTest::refuse()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, id);
    QFETCH(QString, problem);
    QElapsedTimer timer;
    timer.start();
    const auto error = test::errorOf([&] { safetensors::readSafetensors(test::MemorySource(bytes.toStdString(), "h.safetensors"), m_job); });
    QVERIFY(error);
    QCOMPARE(QString::fromUtf8(error->what()).section(' ', 0, 0), id);
    QCOMPARE(QString::fromStdString(std::string(error->fact("problem"))), problem);
    QCOMPARE(error->exitCode(), ExitCode::Refused);
    QCOMPARE(error->fact("file"), std::string_view("h.safetensors"));
    QVERIFY(!error->fact("offset").empty());
    QVERIFY(timer.elapsed() < 5000);
}

void HostileSafetensorsTest::d55_headerLength_data()
{
    columns();
    row("d55_empty", "", "E_ST_HEADER_LENGTH", "too-short");
    row("d55_seven_bytes", "\1\0\0\0\0\0\0", "E_ST_HEADER_LENGTH", "too-short");
    row("d55_zero", lengthField(0) + "{}", "E_ST_HEADER_LENGTH", "empty");
    row("d55_over_100_MB", lengthField(100'000'001) + "{}", "E_ST_HEADER_LENGTH", "too-large");
    row("d55_past_the_file", lengthField(3) + "{}", "E_ST_HEADER_LENGTH", "past-end");
    row("d55_largest", lengthField(UINT64_MAX) + "{}", "E_ST_HEADER_LENGTH", "too-large");
    row("d55_wraps", lengthField(UINT64_MAX - 7) + "{}", "E_ST_HEADER_LENGTH", "too-large");
}

void HostileSafetensorsTest::d56_headerText_data()
{
    columns();
    row("d56_not_utf8", safetensorsBytes("{\"t\xFF\":{}}", 0), "E_ST_HEADER", "utf-8");
    row("d56_overlong", safetensorsBytes("{\"t\xC0\xAF\":{}}", 0), "E_ST_HEADER", "utf-8");
    row("d56_lone_surrogate", safetensorsBytes(R"({"t\ud800":{}})", 0), "E_ST_HEADER", "json");
    row("d56_bom", safetensorsBytes("\xEF\xBB\xBF{}", 0), "E_ST_HEADER", "start");
    row("d56_leading_space", safetensorsBytes(" {}", 0), "E_ST_HEADER", "start");
    row("d56_list", safetensorsBytes("[]", 0), "E_ST_HEADER", "start");
    row("d56_not_json", safetensorsBytes("{hello}", 0), "E_ST_HEADER", "json");
    row("d56_nul_padding", safetensorsBytes(std::string("{}\0\0", 4), 0), "E_ST_HEADER", "end");
    row("d56_nul_hides_the_rest", safetensorsBytes(std::string("{}\0}", 4), 0), "E_ST_HEADER", "nul");
    row("d56_newline_padding", safetensorsBytes("{}\n", 0), "E_ST_HEADER", "end");
    row("d56_trailing_text", safetensorsBytes("{}x", 0), "E_ST_HEADER", "end");
    row("d56_two_objects", safetensorsBytes("{}{}", 0), "E_ST_HEADER", "json");
    row("d56_unfinished", safetensorsBytes(R"({"t":{})", 0), "E_ST_TENSOR", "field-missing");
    row("d56_only_a_brace", safetensorsBytes("{", 0), "E_ST_HEADER", "end");
    row("d56_comment", safetensorsBytes("{/* */}", 0), "E_ST_HEADER", "json");
}

void HostileSafetensorsTest::d57_offsets_data()
{
    columns();
    const auto bad = [](const char* name, const std::string& values, const char* problem) {
        row(name, safetensorsBytes(offsets(values), 4), "E_ST_TENSOR", problem);
    };
    bad("d57_swapped", "[4,0]", "reversed");
    bad("d57_past_the_end", "[1,5]", "past-end");
    bad("d57_negative", "[-4,0]", "data_offsets");
    bad("d57_minus_zero", "[-0,4]", "data_offsets");
    bad("d57_floating", "[0.0,4.0]", "data_offsets");
    bad("d57_exponent", "[0,4e0]", "data_offsets");
    bad("d57_text", R"(["0","4"])", "data_offsets");
    bad("d57_past_2_53", "[0,9007199254740993]", "past-end");
    bad("d57_largest", "[18446744073709551615,18446744073709551615]", "past-end");
    bad("d57_past_2_64", "[0,18446744073709551616]", "data_offsets");
    bad("d57_three", "[0,4,4]", "data_offsets");
    bad("d57_one", "[0]", "data_offsets");
    bad("d57_none", "[]", "data_offsets");
    bad("d57_null", "null", "data_offsets");
    bad("d57_object", "{}", "data_offsets");
    bad("d57_nested", "[[0,4]]", "data_offsets");
}

void HostileSafetensorsTest::d58_holesAndOverlaps_data()
{
    columns();
    row("d58_hole", safetensorsBytes(twoTensors("[0,4]", "[5,9]"), 9), "E_ST_LAYOUT", "hole");
    row("d58_hole_at_the_start", safetensorsBytes(offsets("[1,5]"), 5), "E_ST_LAYOUT", "hole");
    row("d58_overlap", safetensorsBytes(twoTensors("[0,4]", "[3,7]"), 7), "E_ST_LAYOUT", "overlap");
    row("d58_same_bytes", safetensorsBytes(twoTensors("[0,4]", "[0,4]"), 4), "E_ST_LAYOUT", "overlap");
    row("d58_trailing", safetensorsBytes(offsets("[0,4]"), 5), "E_ST_LAYOUT", "trailing");
    row("d58_zip_appended", safetensorsBytes(offsets("[0,4]"), 4) + "PK\5\6" + std::string(18, '\0'), "E_ST_LAYOUT", "trailing");
    row("d58_no_tensors_but_data", safetensorsBytes("{}", 4), "E_ST_LAYOUT", "trailing");
    row("d58_cut", safetensorsBytes(twoTensors("[0,4]", "[4,8]"), 7), "E_ST_TENSOR", "past-end");
}

void HostileSafetensorsTest::d58_manyTensorsOnTheSameBytes()
{
    std::string header = "{";
    for (int i = 0; i < 100'000; ++i) {
        header += fmt::format(R"({}"t{}":{{"dtype":"U8","shape":[4],"data_offsets":[0,4]}})", i == 0 ? "" : ",", i);
    }
    QElapsedTimer timer;
    timer.start();
    const auto error = test::errorOf([&] { safetensors::readSafetensors(test::MemorySource(safetensorsBytes(header + "}", 4)), m_job); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::SafetensorsLayout);
    QCOMPARE(error->fact("problem"), std::string_view("overlap"));
    QVERIFY(timer.elapsed() < 15'000);
}

void HostileSafetensorsTest::d59_shapesAndDTypes_data()
{
    columns();
    const auto bad = [](const char* name, const std::string& header, const char* id, const char* problem) {
        row(name, safetensorsBytes(header, 4), id, problem);
    };
    bad("d59_too_few", shaped(R"("U8")", "[3]"), "E_ST_TENSOR", "size");
    bad("d59_too_many", shaped(R"("F32")", "[2]"), "E_ST_TENSOR", "size");
    bad("d59_scalar_of_another_size", shaped(R"("F64")", "[]"), "E_ST_TENSOR", "size");
    bad("d59_empty_with_bytes", shaped(R"("U8")", "[0]"), "E_ST_TENSOR", "size");
    bad("d59_product_overflows", shaped(R"("U8")", "[4294967296,4294967296]"), "E_ST_TENSOR", "overflow");
    bad("d59_bytes_overflow", shaped(R"("F32")", "[4611686018427387905]"), "E_ST_TENSOR", "overflow");
    bad("d59_negative", shaped(R"("U8")", "[-4]"), "E_ST_TENSOR", "shape");
    bad("d59_floating", shaped(R"("U8")", "[4.0]"), "E_ST_TENSOR", "shape");
    bad("d59_null", shaped(R"("U8")", "null"), "E_ST_TENSOR", "shape");
    bad("d59_null_inside", shaped(R"("U8")", "[null]"), "E_ST_TENSOR", "shape");
    bad("d59_text", shaped(R"("U8")", R"("4")"), "E_ST_TENSOR", "shape");
    std::string ones = "[4";
    for (int i = 0; i < 64; ++i) {
        ones += ",1";
    }
    bad("d59_65_dimensions", shaped(R"("U8")", ones + "]"), "E_ST_TENSOR", "dimensions");
    bad("d59_unknown_dtype", shaped(R"("Q8")", "[4]"), "E_TENSOR_DTYPE", "dtype");
    bad("d59_lower_case_dtype", shaped(R"("u8")", "[4]"), "E_TENSOR_DTYPE", "dtype");
    bad("d59_four_bits", shaped(R"("F4")", "[8]"), "E_TENSOR_DTYPE", "dtype");
    bad("d59_dtype_number", shaped("8", "[4]"), "E_ST_TENSOR", "dtype");
    bad("d59_dtype_list", shaped(R"(["U8"])", "[4]"), "E_ST_TENSOR", "dtype");
    bad("d59_no_dtype", oneTensor(R"("shape":[4],"data_offsets":[0,4])"), "E_ST_TENSOR", "field-missing");
    bad("d59_no_shape", oneTensor(R"("dtype":"U8","data_offsets":[0,4])"), "E_ST_TENSOR", "field-missing");
    bad("d59_no_offsets", oneTensor(R"("dtype":"U8","shape":[4])"), "E_ST_TENSOR", "field-missing");
    bad("d59_unknown_field", oneTensor(R"("dtype":"U8","shape":[4],"data_offsets":[0,4],"x":1)"), "E_ST_TENSOR", "field-unknown");
    bad("d59_not_an_object", R"({"t":[0,4]})", "E_ST_TENSOR", "not-an-object");
    bad("d59_empty_name", R"({"":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}})", "E_TENSOR_KEY", "empty");
}

void HostileSafetensorsTest::d60_duplicates_data()
{
    columns();
    const auto bad = [](const char* name, const std::string& header, const char* id, const char* problem) {
        row(name, safetensorsBytes(header, 8), id, problem);
    };
    const std::string first = R"(:{"dtype":"U8","shape":[4],"data_offsets":[0,4]})";
    const std::string second = R"(:{"dtype":"U8","shape":[4],"data_offsets":[4,8]})";
    bad("d60_name_twice", R"({"a")" + first + R"(,"a")" + second + "}", "E_ST_DUPLICATE", "name");
    bad("d60_same_name_by_escape", R"({"a")" + first + R"(,"\u0061")" + second + "}", "E_ST_DUPLICATE", "name");
    bad("d60_offsets_twice", oneTensor(R"("dtype":"U8","shape":[4],"data_offsets":[0,4],"data_offsets":[4,8])"), "E_ST_DUPLICATE", "data_offsets");
    bad("d60_dtype_twice", oneTensor(R"("dtype":"U8","dtype":"F32","shape":[4],"data_offsets":[0,4])"), "E_ST_DUPLICATE", "dtype");
    bad("d60_shape_twice_by_escape", oneTensor(R"("dtype":"U8","shape":[4],"\u0073hape":[8],"data_offsets":[0,4])"), "E_ST_DUPLICATE", "shape");
    bad("d60_metadata_as_tensor", R"({"__metadata__")" + first + "}", "E_ST_HEADER", "metadata-value");
    bad("d60_metadata_twice", R"({"__metadata__":{},"__metadata__":{}})", "E_ST_DUPLICATE", "metadata");
    bad("d60_metadata_name_twice", R"({"__metadata__":{"a":"1","a":"2"}})", "E_ST_DUPLICATE", "metadata");
}

void HostileSafetensorsTest::d61_metadataDepthAndNumbers_data()
{
    columns();
    const auto bad = [](const char* name, const std::string& header, const char* id, const char* problem) {
        row(name, safetensorsBytes(header, 0), id, problem);
    };
    bad("d61_metadata_number", R"({"__metadata__":{"a":1}})", "E_ST_HEADER", "metadata-value");
    bad("d61_metadata_null", R"({"__metadata__":{"a":null}})", "E_ST_HEADER", "metadata-value");
    bad("d61_metadata_nested", R"({"__metadata__":{"a":{"b":"c"}}})", "E_ST_HEADER", "metadata-value");
    bad("d61_metadata_text", R"({"__metadata__":"a"})", "E_ST_HEADER", "not-an-object");
    bad("d61_deep_lists", R"({"t":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}", "E_ST_TENSOR", "not-an-object");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += R"({"a":)";
    }
    bad("d61_deep_objects", deep + "1" + std::string(100'000, '}'), "E_ST_TENSOR", "field-unknown");
    bad("d61_infinite_number", oneTensor(R"("dtype":"U8","shape":[1e999999],"data_offsets":[0,0])"), "E_ST_HEADER", "json");
    bad("d61_long_number", oneTensor(R"("dtype":"U8","shape":[)" + std::string(100'000, '9') + R"(],"data_offsets":[0,0])"), "E_ST_HEADER", "json");
    std::string entries = R"({"__metadata__":{"a":"")";
    for (int i = 0; i < 20'000; ++i) {
        entries += fmt::format(R"(,"{}":"")", i);
    }
    bad("d61_many_metadata_entries", entries + "}}", "E_LIMIT", "metadata");
    bad("d61_long_metadata_name", R"({"__metadata__":{")" + std::string(5000, 'n') + R"(":""}})", "E_LIMIT", "key");
    bad("d61_long_name", R"({")" + std::string(5000, 'n') + R"(":{}})", "E_LIMIT", "key");
}

void HostileSafetensorsTest::d61_largeMetadataIsReadInBoundedMemory()
{
    const std::string header = R"({"__metadata__":{"a":")" + std::string(50'000'000, 'x') + R"("}})";
    QCOMPARE(safetensors::readSafetensors(test::MemorySource(safetensorsBytes(header, 0)), m_job).tensors.size(), size_t{0});
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    struct rusage usage {};
    QCOMPARE(getrusage(RUSAGE_SELF, &usage), 0);
    QVERIFY2(usage.ru_maxrss < 512 * 1024, qPrintable(QString::number(usage.ru_maxrss)));
#endif
}

void HostileSafetensorsTest::d61_aMillionTensorsAreTooMany()
{
    std::string header = "{";
    for (int i = 0; i < 1'000'000; ++i) {
        header += fmt::format(R"({}"{}":{{"dtype":"U8","shape":[0],"data_offsets":[0,0]}})", i == 0 ? "" : ",", i);
    }
    const auto error = test::errorOf([&] { safetensors::readSafetensors(test::MemorySource(safetensorsBytes(header + "}", 0)), m_job); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::LimitExceeded);
    QCOMPARE(error->fact("limit"), std::string_view("250000"));
}

void HostileSafetensorsTest::d62_shardNamesStayInTheFolder_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("d62_parent") << "../x.safetensors"
                                << "E_UNSAFE_PATH";
    QTest::newRow("d62_dots") << ".."
                              << "E_UNSAFE_PATH";
    QTest::newRow("d62_absolute") << "/etc/hostname"
                                  << "E_UNSAFE_PATH";
    QTest::newRow("d62_url") << "https://example.org/x.safetensors"
                             << "E_UNSAFE_PATH";
    QTest::newRow("d62_backslash") << "..\\\\x.safetensors"
                                   << "E_UNSAFE_PATH";
    QTest::newRow("d62_nul") << "x.safetensors\\u0000"
                             << "E_UNSAFE_PATH";
    QTest::newRow("d62_empty") << ""
                               << "E_UNSAFE_PATH";
    QTest::newRow("d62_missing") << "gone.safetensors"
                                 << "E_SHARD_INDEX";
    QTest::newRow("d62_folder") << "folder"
                                << "E_NOT_A_FILE";
    QTest::newRow("d62_the_index_itself") << "model.safetensors.index.json"
                                          << "E_ST_HEADER_LENGTH";
}

void HostileSafetensorsTest::d62_shardNamesStayInTheFolder()
{
    QFETCH(QString, name);
    QFETCH(QString, id);
    QTemporaryDir outer;
    const QString folder = outer.filePath("model");
    QVERIFY(QDir().mkpath(folder + "/folder"));
    const std::string shard = safetensorsBytes(offsets("[0,4]"), 4);
    for (const QString& place : {outer.filePath("x.safetensors"), folder + "/x.safetensors"}) {
        QFile file(place);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(shard));
    }
    QFile index(folder + "/model.safetensors.index.json");
    QVERIFY(index.open(QIODevice::WriteOnly));
    index.write(QByteArray(R"({"weight_map":{"t":")") + name.toUtf8() + R"("}})");
    index.close();
    const auto error = test::errorOf([&] { safetensors::readSharded(index.fileName().toStdString(), m_job); });
    QVERIFY(error);
    QCOMPARE(QString::fromUtf8(error->what()).section(' ', 0, 0), id);
    QCOMPARE(error->exitCode(), ExitCode::Refused);
}

void HostileSafetensorsTest::d63_aFileCutAfterOpeningIsTruncated()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("x.safetensors"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(safetensorsBytes(offsets("[0,4]"), 4)));
    file.close();
    const auto source = io::openFile(file.fileName().toStdString());
    QVERIFY(file.resize(20));
    const auto error = test::errorOf([&] { safetensors::readSafetensors(*source, m_job); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::SourceTruncated);
    QCOMPARE(error->fact("offset"), std::string_view("20"));
}

QTEST_GUILESS_MAIN(HostileSafetensorsTest)
#include "hostile_safetensors_test.moc"
