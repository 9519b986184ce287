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
    void networkErrorsSayHostCauseAndWhatIsKept();
    void publishingSaysWhatStandsInItsWay();

private:
    static Error withEverything(ErrorCode code);
};

Error ErrorSentencesTest::withEverything(ErrorCode code)
{
    Error error(code);
    for (const char* name : {"file", "part", "offset",  "key",    "name",     "expected", "found",      "limit", "needed", "free",
                             "path", "kind", "problem", "reason", "unmapped", "missing",  "mismatched", "near",  "host",   "kept"}) {
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

void ErrorSentencesTest::networkErrorsSayHostCauseAndWhatIsKept()
{
    const auto kept = [](ErrorCode code, const char* problem) {
        return QString::fromStdString(
            cli::sentenceOf(Error(code).with("host", "a.org").with("problem", problem).with("kept", "12.30 GB").with("path", "/s/m.torch.part")));
    };
    QCOMPARE(kept(ErrorCode::NetworkFailed, "stall"), "The transfer from a.org failed: no more bytes came; 12.30 GB are kept in /s/m.torch.part.");
    QCOMPARE(kept(ErrorCode::TlsFailed, "expired"),
             "No safe connection to a.org can be made: its certificate has expired; 12.30 GB are kept in /s/m.torch.part.");
    QCOMPARE(kept(ErrorCode::BadResponse, "html"),
             "The server a.org sends something else than the file: it is an HTML page; 12.30 GB are kept in /s/m.torch.part.");
    QCOMPARE(QString::fromStdString(cli::sentenceOf(Error(ErrorCode::NetworkFailed).file("hf://a/b/c").with("kept", uint64_t{1'500'000}))),
             "hf://a/b/c: the transfer failed; 1.50 MB are kept.");
    QCOMPARE(QString::fromStdString(
                 cli::sentenceOf(Error(ErrorCode::HttpStatus).with("host", "a.org").with("found", uint64_t{404}).with("problem", "not-found"))),
             "The server a.org answers with an error, status 404: there is no such file.");
    QCOMPARE(QString::fromStdString(cli::sentenceOf(Error(ErrorCode::UrlRefused).with("name", "ftp://a").with("problem", "scheme"))),
             "The address ftp://a is not taken: it begins with neither https:// nor hf://.");
    QVERIFY(cli::hintOf(Error(ErrorCode::NoRange)).find("download") != std::string::npos);
    QVERIFY(cli::hintOf(Error(ErrorCode::NotAuthorised)).find("HF_TOKEN") != std::string::npos);
    const Error full = Error(ErrorCode::NotEnoughSpace).with("path", "/s").with("needed", uint64_t{2000}).with("free", uint64_t{1000});
    QVERIFY(cli::sentenceOf(Error(full).with("problem", "stream-fits")).find("--stream") != std::string::npos);
    QCOMPARE(QString::fromStdString(cli::sentenceOf(Error(ErrorCode::QueueFailed).with("found", uint64_t{2}).with("expected", uint64_t{3}))),
             "Some jobs of the queue failed: 2 of 3.");
}

void ErrorSentencesTest::publishingSaysWhatStandsInItsWay()
{
    const auto said = [](const Error& error) { return QString::fromStdString(cli::sentenceOf(error)); };
    QCOMPARE(said(Error(ErrorCode::RepositoryName).with("name", "a--b").with("problem", "dashes")),
             "The name a--b of the repository is not taken: it has two hyphens side by side.");
    QCOMPARE(said(Error(ErrorCode::LicenceNotAccepted).with("name", "SEER").with("found", "https://a.org/L")),
             "Publishing needs a licence that you accept or state: SEER. It is at https://a.org/L.");
    QVERIFY(cli::hintOf(Error(ErrorCode::LicenceNotAccepted).with("found", "https://a.org/L")).find("https://a.org/L") != std::string::npos);
    QVERIFY(cli::hintOf(Error(ErrorCode::LicenceNotAccepted)).find("seer") == std::string::npos);
    QCOMPARE(said(Error(ErrorCode::LicenceNotAccepted).with("problem", "unknown")),
             "Publishing needs a licence that you accept or state: none is stated for these weights.");
    QCOMPARE(said(Error(ErrorCode::NotAuthorised).with("host", "hub").with("problem", "role")),
             "The server hub does not let you do this: the token may only read.");
    QCOMPARE(said(Error(ErrorCode::HubRefused).with("host", "hub").with("problem", "status").with("found", "402").with("reason", "Pay first")),
             "The Hub at hub refuses the request, status 402. It says: Pay first.");
    QCOMPARE(said(Error(ErrorCode::KeychainFailed).with("problem", "no-keyring")), "The keychain does not answer as it should: there is none.");
}

QTEST_GUILESS_MAIN(ErrorSentencesTest)
#include "error_sentences_test.moc"
