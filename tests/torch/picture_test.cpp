#include "app/torch/image/picture.h"
#include "app/torch/image/processor.h"

#include "core/base/error.h"
#include "tests/support/expect_error.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <png.h>
#include <turbojpeg.h>
#include <webp/encode.h>

#include <cstdlib>

using namespace wb;
using image::Picture;

class PictureTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    // The picture of tests/data/pictures/processed.json.
    static Picture sample(uint32_t height, uint32_t width)
    {
        Picture picture{width, height, {}};
        for (uint32_t y = 0; y < height; ++y) {
            for (uint32_t x = 0; x < width; ++x) {
                for (const uint32_t value : {x * 5 + y * 3, x * x + y * 7, (x ^ y) * 9}) {
                    picture.rgb.push_back(static_cast<uint8_t>(value));
                }
            }
        }
        return picture;
    }
    static QByteArray png(const Picture& picture)
    {
        png_image image{};
        image.version = PNG_IMAGE_VERSION;
        image.width = picture.width;
        image.height = picture.height;
        image.format = PNG_FORMAT_RGB;
        png_alloc_size_t bytes = 0;
        png_image_write_to_memory(&image, nullptr, &bytes, 0, picture.rgb.data(), 0, nullptr);
        QByteArray out(static_cast<qsizetype>(bytes), Qt::Uninitialized);
        png_image_write_to_memory(&image, out.data(), &bytes, 0, picture.rgb.data(), 0, nullptr);
        return out;
    }
    static QByteArray jpeg(const Picture& picture)
    {
        tjhandle encoder = tjInitCompress();
        unsigned char* bytes = nullptr;
        unsigned long size = 0;
        tjCompress2(encoder, picture.rgb.data(), static_cast<int>(picture.width), 0, static_cast<int>(picture.height), TJPF_RGB, &bytes, &size,
                    TJSAMP_444, 100, 0);
        const QByteArray out(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size));
        tjFree(bytes);
        tjDestroy(encoder);
        return out;
    }
    static QByteArray webp(const Picture& picture)
    {
        uint8_t* bytes = nullptr;
        const size_t size = WebPEncodeLosslessRGB(picture.rgb.data(), static_cast<int>(picture.width), static_cast<int>(picture.height),
                                                  static_cast<int>(picture.width) * 3, &bytes);
        const QByteArray out(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size));
        WebPFree(bytes);
        return out;
    }
    static QByteArray encoded(const QString& kind)
    {
        const Picture picture = sample(37, 52);
        return kind == "png" ? png(picture) : (kind == "jpeg" ? jpeg(picture) : webp(picture));
    }
    std::string write(const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath("picture"));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
        return file.fileName().toStdString();
    }
    static void everyKind()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"png", "jpeg", "webp"}) {
            QTest::newRow(kind) << QString(kind);
        }
    }

private slots:
    void everyKindIsRead_data() { everyKind(); }
    void everyKindIsRead();
    void everyCutIsAnError_data() { everyKind(); }
    void everyCutIsAnError();
    void noByteFlippedCrashes_data() { everyKind(); }
    void noByteFlippedCrashes();
    void whatIsNoPictureIsSaid_data();
    void whatIsNoPictureIsSaid();
    void hugeSizesAreRefusedBeforeAnythingIsSetAside();
    void processedAsTransformersDoes_data();
    void processedAsTransformersDoes();
    void meanAndDeviationAreTaken();
    void processorOfAFolder();
    void badProcessors_data();
    void badProcessors();
};

void PictureTest::everyKindIsRead()
{
    QFETCH(QString, kind);
    const Picture read = image::readPicture(write(encoded(kind)));
    const Picture wanted = sample(37, 52);
    QCOMPARE(read.width, wanted.width);
    QCOMPARE(read.height, wanted.height);
    QCOMPARE(read.rgb.size(), wanted.rgb.size());
    int furthest = 0;
    for (size_t i = 0; i < read.rgb.size(); ++i) {
        furthest = std::max(furthest, std::abs(read.rgb[i] - wanted.rgb[i]));
    }
    QVERIFY2(furthest <= (kind == "jpeg" ? 8 : 0), qPrintable(QString::number(furthest)));
}

void PictureTest::everyCutIsAnError()
{
    QFETCH(QString, kind);
    const QByteArray whole = encoded(kind);
    for (qsizetype bytes = 0; bytes < whole.size() - 12; bytes += 1 + whole.size() / 200) {
        const std::string path = write(whole.first(bytes));
        const auto error = test::errorOf([&] { image::readPicture(path); });
        QVERIFY2(error.has_value(), qPrintable(QString::number(bytes)));
        QCOMPARE(error->code(), ErrorCode::ImageFile);
        QCOMPARE(error->fact("file"), std::string_view(path));
    }
}

void PictureTest::noByteFlippedCrashes()
{
    QFETCH(QString, kind);
    const QByteArray whole = encoded(kind);
    for (qsizetype at = 0; at < whole.size(); at += 1 + whole.size() / 300) {
        QByteArray bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
        const std::string path = write(bytes);
        test::errorOf([&] { image::readPicture(path); });
    }
}

void PictureTest::whatIsNoPictureIsSaid_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("GIF") << QByteArray("GIF89a0000000000");
    QTest::newRow("RIFF of another kind") << QByteArray("RIFF0000WAVEfmt ");
    QTest::newRow("checkpoint") << QByteArray("PK\3\4\0\0\0\0");
}

void PictureTest::whatIsNoPictureIsSaid()
{
    QFETCH(QByteArray, bytes);
    const std::string path = write(bytes);
    const auto error = test::errorOf([&] { image::readPicture(path); });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::ImageFile);
    QCOMPARE(error->fact("problem"), std::string_view("picture-kind"));
}

void PictureTest::hugeSizesAreRefusedBeforeAnythingIsSetAside()
{
    QByteArray bytes = png(sample(8, 8));
    // IHDR: width and height, big-endian, then a checksum that libpng holds against it.
    bytes.replace(16, 8, QByteArray::fromHex("0000ffff0000ffff"));
    uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes.mid(12, 17)) {
        crc ^= static_cast<uint8_t>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
        }
    }
    crc = ~crc;
    for (int i = 0; i < 4; ++i) {
        bytes[29 + i] = static_cast<char>(crc >> (24 - 8 * i));
    }
    const std::string path = write(bytes);
    const auto error = test::errorOf([&] { image::readPicture(path); });
    QVERIFY(error.has_value());
    QCOMPARE(error->fact("problem"), std::string_view("picture-size"));
    QCOMPARE(error->fact("found"), std::string_view("65535 x 65535"));
}

void PictureTest::processedAsTransformersDoes_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("16, wide") << 0;
    QTest::newRow("24, tall") << 1;
    QTest::newRow("16, bilinear") << 2;
    QTest::newRow("384: no crop") << 3;
}

// tests/data/pictures/processed.json: bytes that transformers 5.24 (with Pillow) makes of the sample.
void PictureTest::processedAsTransformersDoes()
{
    QFETCH(int, number);
    QFile file(WB_TEST_DATA "/pictures/processed.json");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto wanted = nlohmann::json::parse(file.readAll().toStdString()).at(static_cast<size_t>(number));
    image::Processor processor;
    processor.size = wanted["size"];
    processor.cropPct = wanted["crop_pct"];
    processor.isBilinear = wanted["resample"] == 2;
    processor.rescale = 1;
    processor.mean = {0, 0, 0};
    processor.deviation = {1, 1, 1};
    const at::Tensor pixels = image::pixelsOf(sample(wanted["height"], wanted["width"]), processor);
    const auto size = static_cast<int64_t>(processor.size);
    QCOMPARE(pixels.sizes(), at::IntArrayRef({1, 3, size, size}));
    size_t at = 0;
    double furthest = 0;
    for (int64_t channel = 0; channel < 3; ++channel) {
        for (int64_t y = 0; y < size; y += wanted["step"].get<int64_t>()) {
            for (int64_t x = 0; x < size; x += wanted["step"].get<int64_t>()) {
                const double value = pixels[0][channel][y][x].item<double>();
                furthest = std::max(furthest, std::abs(value - wanted["values"][at++].get<double>()));
            }
        }
    }
    QCOMPARE(at, wanted["values"].size());
    QVERIFY2(furthest <= 1, qPrintable(QString::number(furthest)));  // Pillow rounds between its two passes
}

void PictureTest::meanAndDeviationAreTaken()
{
    image::Processor processor;
    processor.size = 16;
    Picture white{20, 20, std::vector<uint8_t>(1200, 255)};
    const at::Tensor pixels = image::pixelsOf(white, processor);
    QVERIFY(std::abs(pixels[0][0][3][3].item<double>() - (1 - 0.485) / 0.229) < 1e-5);
    QVERIFY(std::abs(pixels[0][2][9][1].item<double>() - (1 - 0.406) / 0.225) < 1e-5);
}

void PictureTest::processorOfAFolder()
{
    const std::string folder = m_folder.path().toStdString();
    QCOMPARE(image::readProcessor(folder).size, uint64_t{224});
    QVERIFY(QFile::copy(WB_TEST_DATA "/hf/preprocessor_config.json", m_folder.filePath("preprocessor_config.json")));
    const image::Processor processor = image::readProcessor(folder);
    QCOMPARE(processor.size, uint64_t{384});
    QCOMPARE(processor.cropPct, 0.875);
    QCOMPARE(processor.mean[1], 0.456);
    QVERIFY(!processor.isBilinear);
    QVERIFY(QFile::remove(m_folder.filePath("preprocessor_config.json")));
}

void PictureTest::badProcessors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no JSON") << QByteArray("{") << "json";
    QTest::newRow("a list") << QByteArray("[1]") << "json";
    QTest::newRow("size is a text") << QByteArray(R"({"size": "big"})") << "json";
    QTest::newRow("size without the edge") << QByteArray(R"({"size": {"height": 3}})") << "json";
    QTest::newRow("two means") << QByteArray(R"({"image_mean": [0.5, 0.5]})") << "json";
    QTest::newRow("size 0") << QByteArray(R"({"size": 0})") << "processor-values";
    QTest::newRow("huge size") << QByteArray(R"({"size": 1000000})") << "processor-values";
    QTest::newRow("no deviation") << QByteArray(R"({"image_std": [1, 0, 1]})") << "processor-values";
    QTest::newRow("crop of nothing") << QByteArray(R"({"crop_pct": 0})") << "processor-values";
}

void PictureTest::badProcessors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, problem);
    QFile file(m_folder.filePath("preprocessor_config.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    const auto error = test::errorOf([&] { image::readProcessor(m_folder.path().toStdString()); });
    QVERIFY(QFile::remove(file.fileName()));
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::ImageFile);
    QCOMPARE(QString::fromUtf8(error->fact("problem").data()), problem);
}

QTEST_GUILESS_MAIN(PictureTest)
#include "picture_test.moc"
