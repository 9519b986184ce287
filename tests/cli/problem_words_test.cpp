#include "app/cli/error_sentences.h"

#include <QDebug>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <initializer_list>

using namespace wb;

// Every token that the sources of core give as a problem or a kind has words of its own.
class ProblemWordsTest : public QObject {
    Q_OBJECT

private slots:
    void everyProblemHasWords();
    void everyProblemOfTheNetworkHasWords();
    void everyKindHasWords();
    void wordsAreNoTokens();
    void wordsThatRepeatTheSentenceAreLeftOut();
    void wordsMayDependOnTheCode();
};

using Tokens = QMap<QString, QString>;  // token -> file

static QString withoutComments(const QString& path)
{
    static const QRegularExpression comment(QStringLiteral("//[^\n]*"));
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).remove(comment) : QString();
}

static void collect(Tokens& tokens, const QString& text, const QString& path)
{
    static const QRegularExpression token(QStringLiteral("\"([a-z0-9]+(?:[-_.][a-z0-9]+)*)\""));
    auto matches = token.globalMatch(text);
    while (matches.hasNext()) {
        tokens.insert(matches.next().captured(1), path);
    }
}

// The texts within `pattern`'s first group, in every source of core.
static Tokens tokensOf(const QString& folder, std::initializer_list<QRegularExpression> patterns)
{
    Tokens tokens;
    QDirIterator sources(QStringLiteral(WB_SOURCE_ROOT "/core/") + folder, {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        const QString path = sources.next();
        const QString source = withoutComments(path);
        for (const QRegularExpression& pattern : patterns) {
            auto matches = pattern.globalMatch(source);
            while (matches.hasNext()) {
                collect(tokens, matches.next().captured(1), path);
            }
        }
    }
    return tokens;
}

// The tokens that have none, with their files.
template <typename HasWords> static QStringList without(const Tokens& tokens, HasWords hasWords)
{
    QStringList missing;
    for (auto token = tokens.begin(); token != tokens.end(); ++token) {
        if (!hasWords(token.key().toStdString())) {
            missing += token.key() + " in " + token.value().section('/', -2);
        }
    }
    if (!missing.isEmpty()) {
        qWarning().noquote() << missing.join("\n");
    }
    return missing;
}

void ProblemWordsTest::everyProblemHasWords()
{
    // Given as the fact, chosen into a variable of that name, returned by a function of that name, or handed to a function that makes errors.
    const QRegularExpression fact(QStringLiteral("\\(\"problem\",\\s*((?:[^;.]|\\.(?!with))*)"));
    const QRegularExpression chosen(QStringLiteral("string_view problem = ([^;]*);"));
    const QRegularExpression returned(QStringLiteral("[pP]roblem(?:Of)?\\([^;{)]*\\)(?: const)?(?: noexcept)?\\s*\\{(.*?)\\n\\}"),
                                      QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpression handed(QStringLiteral("\\b(?:\\w*[eE]rror|\\w*[fF]ault|damaged|differ|impossible|missing|overLimit|wouldOverwrite)"
                                                   "(\\((?:[^;.()]|\\([^;()]*\\)|\\.(?!with))*\\))"));
    Tokens tokens = tokensOf({}, {fact, chosen, handed});
    tokens.insert(tokensOf("checkpoint", {returned}));
    QVERIFY(tokens.size() > 100);
    // Parts of a file, and names of facts, among the arguments of those functions.
    for (const char* other : {"architectures", "config.json", "data.pkl", "downsample_in_first_stage", "file", "groups_width", "hidden_sizes", "kept",
                              "path", "id2label", "layer_type", "part", "problem", "stride", "total_size"}) {
        tokens.remove(other);
    }
    QCOMPARE(without(tokens, cli::hasProblemWords), QStringList());
}

void ProblemWordsTest::everyProblemOfTheNetworkHasWords()
{
    for (const char* token : {"dns",
                              "connect",
                              "timeout",
                              "reset",
                              "cut",
                              "stall",
                              "network",
                              "certificate",
                              "expired",
                              "wrong-host",
                              "self-signed",
                              "unknown-authority",
                              "handshake",
                              "ca-file",
                              "auth",
                              "html",
                              "lfs-pointer",
                              "content-range",
                              "content-length",
                              "other-range",
                              "other-total",
                              "multipart",
                              "encoding",
                              "header-bytes",
                              "http09",
                              "too-many",
                              "to-http",
                              "to-file",
                              "to-inside",
                              "location",
                              "no-range",
                              "etag",
                              "modified",
                              "size",
                              "not-partial",
                              "gated",
                              "no-token",
                              "keychain-locked",
                              "token",
                              "denied",
                              "not-found",
                              "server",
                              "rate",
                              "sha256",
                              "sha256-file",
                              "name-sha256",
                              "offline",
                              "syntax",
                              "scheme",
                              "credentials",
                              "control",
                              "host"}) {
        QVERIFY2(cli::hasProblemWords(token), token);
    }
}

void ProblemWordsTest::everyKindHasWords()
{
    const QRegularExpression fact(QStringLiteral("\"kind\",\\s*([^;]*);"));
    const QRegularExpression signature(QStringLiteral("\\{\\d+, \"[^\n]*\"sv, (\"[^\"]*\")\\}"));
    const QRegularExpression returned(QStringLiteral("string_view [\\w:]*[kK]ind(?:Of)?\\([^;{]*\\)(?: const)?(?: noexcept)?\\s*\\{(.*?)\\n\\}"),
                                      QRegularExpression::DotMatchesEverythingOption);
    Tokens tokens = tokensOf("checkpoint", {signature, returned});
    tokens.insert(tokensOf("io", {returned}));
    tokens.insert(tokensOf("job", {fact}));
    for (const char* expected : {"gzip", "html", "unknown", "fifo", "folder-of-several", "safetensors", "bare-tensor"}) {
        QVERIFY2(tokens.contains(expected), expected);
    }
    QCOMPARE(without(tokens, cli::hasKindWords), QStringList());
}

void ProblemWordsTest::wordsAreNoTokens()
{
    const std::string words = cli::problemWords(ErrorCode::PickleStack, "odd");
    QVERIFY2(words.find(' ') != std::string::npos, words.c_str());
    QVERIFY(!cli::hasProblemWords("no-such-token"));
    QVERIFY(!cli::hasKindWords("no-such-token"));
}

void ProblemWordsTest::wordsThatRepeatTheSentenceAreLeftOut()
{
    const Error error = Error(ErrorCode::ZipEncrypted).file("m.pth").part("archive/data/0").offset(7).with("problem", "encrypted");
    QCOMPARE(QString::fromStdString(cli::sentenceOf(error)), QString("m.pth: archive/data/0 at byte 7: the record is encrypted."));
}

void ProblemWordsTest::wordsMayDependOnTheCode()
{
    QVERIFY(cli::problemWords(ErrorCode::LabelsFile, "index") != cli::problemWords(ErrorCode::PickleMemo, "index"));
    QVERIFY(cli::problemWords(ErrorCode::ZipHeadersDiffer, "name") != cli::problemWords(ErrorCode::PickleValue, "name"));
}

QTEST_GUILESS_MAIN(ProblemWordsTest)
#include "problem_words_test.moc"
