#include "ui/error_sentence_table.h"
#include "ui/error_sentences.h"
#include "ui/problem_words.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class WindowErrorSentencesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasOneEntry();
    void everyCodeSaysWhatHappenedAndWhatToDo();
    void factsFillTheirPlaces();
    void parenthesesWithoutAFactAreLeftOut();
    void sizesAreWrittenAsSizes();
    void foreignTextIsMadePrintable();
    void problemsOfTheNetworkAreInWords();
    void hostsAreNamedAndKeptBytesWrittenAsSizes();
};

void WindowErrorSentencesTest::everyCodeHasOneEntry()
{
    QCOMPARE(wb::ui::errorSentences().size(), wb::allErrorCodes().size());
    QSet<int> seen;
    for (const wb::ui::ErrorSentence& entry : wb::ui::errorSentences()) {
        seen.insert(static_cast<int>(entry.code));
    }
    for (const wb::ErrorCode code : wb::allErrorCodes()) {
        QVERIFY2(seen.contains(static_cast<int>(code)), std::string(wb::errorId(code)).c_str());
    }
}

void WindowErrorSentencesTest::everyCodeSaysWhatHappenedAndWhatToDo()
{
    QSet<QString> sentences;
    for (const wb::ErrorCode code : wb::allErrorCodes()) {
        const wb::ui::ErrorText text = wb::ui::describe(wb::Error(code));
        const QByteArray id(wb::errorId(code).data());
        QVERIFY2(text.sentence.endsWith(u'.'), id);
        QVERIFY2(text.hint.endsWith(u'.'), id);
        QVERIFY2(!text.sentence.contains(u'{') && !text.hint.contains(u'{'), id);
        QVERIFY2(!sentences.contains(text.sentence), id);
        sentences.insert(text.sentence);
        QVERIFY2(text.details.contains(QString::fromUtf8(id)), id);
    }
}

void WindowErrorSentencesTest::factsFillTheirPlaces()
{
    const auto text = wb::ui::describe(wb::Error(wb::ErrorCode::PickleForbiddenCall).with("name", "posix.system").file("/data/x.torch").offset(17));
    QVERIFY(text.sentence.contains(u"posix.system"_s));
    QVERIFY(text.details.contains(u"file: /data/x.torch"_s));
    QVERIFY(text.details.contains(u"offset: 17"_s));
}

void WindowErrorSentencesTest::parenthesesWithoutAFactAreLeftOut()
{
    const auto without = wb::ui::describe(wb::Error(wb::ErrorCode::LimitExceeded).with("problem", "key"));
    QVERIFY2(!without.sentence.contains(u'('), qUtf8Printable(without.sentence));
    QVERIFY2(without.sentence.endsWith(u'.') && !without.sentence.contains(u" ."_s), qUtf8Printable(without.sentence));
    const auto with = wb::ui::describe(wb::Error(wb::ErrorCode::LimitExceeded).part("labels"));
    QVERIFY2(with.sentence.endsWith(u"(labels)."_s), qUtf8Printable(with.sentence));
    const auto half = wb::ui::describe(wb::Error(wb::ErrorCode::ConfigImpossible).part("stage 2").with("problem", "missing"));
    QVERIFY2(!half.sentence.contains(u'?'), qUtf8Printable(half.sentence));
    for (const wb::ErrorCode code : wb::allErrorCodes()) {
        QVERIFY2(!wb::ui::describe(wb::Error(code)).sentence.contains(u"(?"_s), std::string(wb::errorId(code)).c_str());
    }
}

void WindowErrorSentencesTest::sizesAreWrittenAsSizes()
{
    QLocale::setDefault(QLocale::c());
    const uint64_t needed = 71'300'000'000;
    const auto text = wb::ui::describe(
        wb::Error(wb::ErrorCode::NotEnoughSpace).with("needed", needed).with("free", uint64_t{58'000'000'000}).with("path", "/home"));
    QVERIFY2(text.sentence.contains(u"71.30 GB"_s), qUtf8Printable(text.sentence));
    QVERIFY(text.sentence.contains(u"/home"_s));
}

void WindowErrorSentencesTest::foreignTextIsMadePrintable()
{
    const auto text = wb::ui::describe(wb::Error(wb::ErrorCode::PickleForbiddenCall).with("name", "os\n{reason}\u202e"));
    QVERIFY(!text.sentence.contains(u'\n'));
    QVERIFY(!text.sentence.contains(QChar(0x202e)));
    QVERIFY2(text.sentence.contains(u"{reason}"_s), "a fact is not a template");
}

void WindowErrorSentencesTest::problemsOfTheNetworkAreInWords()
{
    const QStringList tokens =
        u"syntax scheme credentials control host dns connect timeout reset cut stall certificate expired wrong-host self-signed "
        "unknown-authority handshake auth html lfs-pointer content-range content-length other-range other-total multipart "
        "encoding header-bytes http09 too-many to-http to-file to-inside no-range etag modified size gated no-token keychain-locked token denied "
        "not-found server rate sha256 offline busy status disk none http empty character long ends dashes dots git parts owner no-owner "
        "role locked no-keyring"_s.split(u' ');
    for (const QString& token : tokens) {
        const QString words = wb::ui::problemWords(token.toStdString());
        QVERIFY2(words != token && words.size() > 8, qPrintable(token));
        const QString sentence =
            wb::ui::describe(wb::Error(wb::ErrorCode::NetworkFailed).with("host", "example.org").with("problem", token.toStdString())).sentence;
        QCOMPARE(sentence, QString(u"The connection to example.org failed ("_s + words + u")."_s));
    }
}

void WindowErrorSentencesTest::hostsAreNamedAndKeptBytesWrittenAsSizes()
{
    QLocale::setDefault(QLocale::c());
    const auto text = wb::ui::describe(wb::Error(wb::ErrorCode::HttpStatus)
                                           .with("host", "example.org")
                                           .with("found", "404")
                                           .with("problem", "not-found")
                                           .with("kept", uint64_t{12'400'000'000}));
    QCOMPARE(text.sentence, u"example.org does not send the file: it answered 404 (no such file is there)."_s);
    QVERIFY2(text.hint.endsWith(u"(12.40 GB kept)."_s), qPrintable(text.hint));
    QCOMPARE(wb::ui::describe(wb::Error(wb::ErrorCode::NoRange)).sentence.left(17), u"The server sends "_s);
}

QTEST_GUILESS_MAIN(WindowErrorSentencesTest)
#include "window_error_sentences_test.moc"
