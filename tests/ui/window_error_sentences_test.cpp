#include "ui/error_sentence_table.h"
#include "ui/error_sentences.h"

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

QTEST_GUILESS_MAIN(WindowErrorSentencesTest)
#include "window_error_sentences_test.moc"
