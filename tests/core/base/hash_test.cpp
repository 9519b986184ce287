#include "core/base/hash.h"

#include <QTest>

#include <string_view>

class HashTest : public QObject {
    Q_OBJECT

private slots:
    void crcIsZips();
    void crcGoesOnFromItsLastValue();
    void sha256OfKnownTexts();
    void tensorHashOfKnownTexts();
    void piecesHashLikeTheWhole();
};

static std::span<const std::byte> bytesOf(std::string_view text)
{
    return std::as_bytes(std::span(text));
}

void HashTest::crcIsZips()
{
    QCOMPARE(wb::crc32(0, bytesOf("123456789")), 0xCBF43926U);
    QCOMPARE(wb::crc32(0, {}), 0U);
}

void HashTest::crcGoesOnFromItsLastValue()
{
    QCOMPARE(wb::crc32(wb::crc32(0, bytesOf("1234")), bytesOf("56789")), 0xCBF43926U);
}

void HashTest::sha256OfKnownTexts()
{
    QCOMPARE(wb::Sha256::of(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(wb::Sha256::of("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void HashTest::tensorHashOfKnownTexts()
{
    // From the xxHash specification's implementation: XXH3-128 of nothing, seed 0.
    QCOMPARE(wb::TensorHash().hex(), std::string("99aa06d3014798d86001c324468d497f"));
}

void HashTest::piecesHashLikeTheWhole()
{
    const std::string text(100'000, 'w');
    wb::TensorHash whole;
    wb::TensorHash pieces;
    wb::Sha256 shaPieces;
    whole.update(bytesOf(text));
    for (size_t at = 0; at < text.size(); at += 777) {
        const auto piece = bytesOf(std::string_view(text).substr(at, 777));
        pieces.update(piece);
        shaPieces.update(piece);
    }
    QCOMPARE(pieces.hex(), whole.hex());
    QCOMPARE(shaPieces.finishHex(), wb::Sha256::of(text));
    whole.reset();
    QCOMPARE(whole.hex(), wb::TensorHash().hex());
}

QTEST_GUILESS_MAIN(HashTest)
#include "hash_test.moc"
