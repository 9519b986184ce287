#include "app/cli/error_sentences.h"
#include "app/cli/sentence_table.h"

#include <QSet>
#include <QTest>

using namespace wb;

class ErrorSentencesTest : public QObject {
    Q_OBJECT

private slots:
    void everyCodeHasASentenceAndAHint();
    void noSentenceDanglesWithoutFacts();
    void noSentenceLeavesAPlaceholder();
    void saysFilePartAndOffsetBeforeWhatIsWrong();
    void factsWithoutAPlaceAreAddedAtTheEnd();
    void foreignTextIsMadePrintable();
    void sizesAreReadable();
    void tokensHaveWords();

private:
    static Error withEverything(ErrorCode code);
};

Error ErrorSentencesTest::withEverything(ErrorCode code)
{
    Error error(code);
    for (const char* name : {"file", "part", "offset", "key", "name", "expected", "found", "limit", "needed", "free", "path", "kind", "problem",
                             "reason", "unmapped", "missing", "mismatched", "near"}) {
        error.with(name, "7");
    }
    return error;
}

void ErrorSentencesTest::everyCodeHasASentenceAndAHint()
{
    QSet<int> rows;
    for (const cli::SentenceRow& row : cli::sentenceTable()) {
        QVERIFY2(!rows.contains(static_cast<int>(row.code)), std::string(errorId(row.code)).c_str());
        rows.insert(static_cast<int>(row.code));
    }
    for (const ErrorCode code : allErrorCodes()) {
        const std::string id(errorId(code));
        QVERIFY2(cli::hasSentence(code), id.c_str());
        QVERIFY2(!cli::sentenceOf(withEverything(code)).empty(), id.c_str());
        const std::string hint = cli::hintOf(withEverything(code));
        QVERIFY2(hint.ends_with('.') || hint.ends_with("verb."), id.c_str());
    }
}

void ErrorSentencesTest::noSentenceDanglesWithoutFacts()
{
    for (const ErrorCode code : allErrorCodes()) {
        if (code == ErrorCode::Usage) {
            continue;  // its reason is its sentence
        }
        const std::string sentence = cli::sentenceOf(Error(code));
        const std::string shown = std::string(errorId(code)) + ": " + sentence;
        for (const char* dangling : {"{", "}", "[", "]", "  ", " .", ":.", " ,", "()", ",."}) {
            QVERIFY2(sentence.find(dangling) == std::string::npos, shown.c_str());
        }
        QVERIFY2(sentence.size() > 12, shown.c_str());
    }
}

void ErrorSentencesTest::noSentenceLeavesAPlaceholder()
{
    for (const ErrorCode code : allErrorCodes()) {
        for (const std::string& text : {cli::sentenceOf(withEverything(code)), cli::hintOf(withEverything(code))}) {
            QVERIFY2(text.find_first_of("{}[]") == std::string::npos, text.c_str());
        }
    }
}

void ErrorSentencesTest::saysFilePartAndOffsetBeforeWhatIsWrong()
{
    const Error error = Error(ErrorCode::CrcMismatch).file("m.torch").part("archive/data/3").offset(4096).with("expected", "1a").with("found", "2b");
    QCOMPARE(QString::fromStdString(cli::sentenceOf(error)),
             "m.torch: archive/data/3 at byte 4096: the bytes do not agree with their checksum (CRC-32 1a expected, 2b found).");
    QCOMPARE(QString::fromStdString(cli::sentenceOf(Error(ErrorCode::EmptyFile).file("m.torch"))), "m.torch: the file is empty.");
    QCOMPARE(QString::fromStdString(cli::sentenceOf(Error(ErrorCode::ZipTruncated).file("m").offset(9))), "m: at byte 9: the archive is cut off.");
}

void ErrorSentencesTest::factsWithoutAPlaceAreAddedAtTheEnd()
{
    const Error error = Error(ErrorCode::EmptyFile).file("m").with("limit", uint64_t{5});
    QCOMPARE(QString::fromStdString(cli::sentenceOf(error)), "m: the file is empty (limit: 5).");
}

void ErrorSentencesTest::foreignTextIsMadePrintable()
{
    const std::string sentence = cli::sentenceOf(Error(ErrorCode::NotFound).file("a\x1b[31m\nb").part("\xff"));
    for (const char letter : sentence) {
        QVERIFY(static_cast<unsigned char>(letter) >= 0x20);
    }
    QVERIFY(sentence.find('\xff') == std::string::npos);
}

void ErrorSentencesTest::sizesAreReadable()
{
    const Error error =
        Error(ErrorCode::NotEnoughSpace).with("path", "/data").with("needed", uint64_t{37'302'091'312}).with("free", uint64_t{1'000'000'000});
    QCOMPARE(QString::fromStdString(cli::sentenceOf(error)), "/data: not enough room on the disk: 37.30 GB needed, 1.00 GB free.");
}

void ErrorSentencesTest::tokensHaveWords()
{
    QCOMPARE(QString::fromStdString(cli::kindWords("html")), "an HTML page");
    QCOMPARE(QString::fromStdString(cli::problemWords(ErrorCode::Internal, "some-new-token")), "some new token");
    QVERIFY(cli::problemWords(ErrorCode::ZipEntry, "past-end") != "past end");
    QCOMPARE(QString::fromStdString(cli::warningWords("duplicate-key:a.b")), "a key occurs twice; the first counts: a.b");
    QCOMPARE(QString::fromStdString(cli::warningWords("something-new")), "something-new");
}

QTEST_GUILESS_MAIN(ErrorSentencesTest)
#include "error_sentences_test.moc"
