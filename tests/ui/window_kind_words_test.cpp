#include "ui/error_sentences.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;

class WindowKindWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfFileIsNamed();
};

// The kinds that core tells apart, from its source.
void WindowKindWordsTest::everyKindOfFileIsNamed()
{
    QFile source(QStringLiteral(WB_SOURCE_ROOT "/core/checkpoint/sniff.cpp"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(source.readAll());
    static const QRegularExpression kind(QStringLiteral("(?:\"sv, |return |[?:] )\"([a-z0-9-]+)\""));
    QSet<QString> kinds{u"folder"_s, u"folder-of-several"_s};
    auto matches = kind.globalMatch(text);
    while (matches.hasNext()) {
        kinds.insert(matches.next().captured(1));
    }
    QVERIFY(kinds.size() > 25);
    const auto sentenceOf = [](const QString& token) {
        return wb::ui::describe(wb::Error(wb::ErrorCode::NotACheckpoint).with("kind", token.toStdString())).sentence;
    };
    const QString raw = sentenceOf(u"no-such-kind"_s);
    for (const QString& token : std::as_const(kinds)) {
        QVERIFY2(sentenceOf(token) != QString(raw).replace(u"no-such-kind"_s, token), qPrintable(token));
    }
}

QTEST_GUILESS_MAIN(WindowKindWordsTest)
#include "window_kind_words_test.moc"
