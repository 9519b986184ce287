#include "ui/languages.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

// The texts of the sources, as lupdate finds them, beside those of resources/translations.
class TranslationsTest : public QObject {
    Q_OBJECT

private:
    struct Text {
        QStringList forms;  // one, or one for each of the language's numbers
        bool isFinished = true;
        bool isPlural = false;
    };
    using Texts = QMap<QString, Text>;  // by context, text and comment

    static Texts read(const QString& file);
    static QStringList places(const QString& text);
    static bool runLupdate(const QStringList& arguments);

private Q_SLOTS:
    void everyTextIsInEveryLanguage_data();
    void everyTextIsInEveryLanguage();
    void everyTextIsTranslated_data() { everyTextIsInEveryLanguage_data(); }
    void everyTextIsTranslated();
    void translationsKeepThePlacesOfTheText_data() { everyTextIsInEveryLanguage_data(); }
    void translationsKeepThePlacesOfTheText();
    void languagesAreNamedInThemselves();
    void nearestLanguageOfASystemIsFound();
    void chosenLanguageHasItsNumbersAndPlurals();
};

TranslationsTest::Texts TranslationsTest::read(const QString& file)
{
    Texts texts;
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly)) {
        return texts;
    }
    QXmlStreamReader xml(&device);
    QString context;
    QString source;
    QString comment;
    Text text;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const QString name = xml.name().toString();
        if (token == QXmlStreamReader::StartElement) {
            if (name == u"message"_s) {
                text = {};
                source.clear();
                comment.clear();
                text.isPlural = xml.attributes().value(u"numerus"_s) == u"yes"_s;
            } else if (name == u"name"_s) {
                context = xml.readElementText();
            } else if (name == u"source"_s) {
                source = xml.readElementText();
            } else if (name == u"comment"_s) {
                comment = xml.readElementText();
            } else if (name == u"translation"_s) {
                text.isFinished = !xml.attributes().hasAttribute(u"type"_s);
                if (!text.isPlural) {
                    text.forms.append(xml.readElementText());
                }
            } else if (name == u"numerusform"_s) {
                text.forms.append(xml.readElementText());
            }
        } else if (token == QXmlStreamReader::EndElement && name == u"message"_s) {
            texts.insert(context + u" | "_s + source + u" | "_s + comment, text);
        }
    }
    return texts;
}

// "%1", "%L2", "%n" in the order of the alphabet: a translation may turn them round.
QStringList TranslationsTest::places(const QString& text)
{
    static const QRegularExpression pattern(u"%(?:L?\\d{1,2}|L?n)|\\{[a-z_]+\\}"_s);
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        found.append(matches.next().captured());
    }
    found.sort();
    found.removeDuplicates();
    return found;
}

bool TranslationsTest::runLupdate(const QStringList& arguments)
{
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(WB_SOURCE_ROOT));
    lupdate.setProcessChannelMode(QProcess::ForwardedChannels);
    lupdate.start(QStringLiteral(WB_LUPDATE), QStringList{u"-silent"_s, u"-I"_s, u"."_s, u"ui"_s, u"app/gui"_s} + arguments);
    return lupdate.waitForFinished() && lupdate.exitStatus() == QProcess::NormalExit && lupdate.exitCode() == 0;
}

void TranslationsTest::everyTextIsInEveryLanguage_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(WB_SOURCE_ROOT "/resources/translations"));
    for (const QString& name : folder.entryList({u"*.ts"_s})) {
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
}

void TranslationsTest::everyTextIsInEveryLanguage()
{
    QFETCH(QString, file);
    if (!QFile::exists(QStringLiteral(WB_LUPDATE))) {
        QSKIP("lupdate (Debian: qt6-l10n-tools) is not installed");
    }
    QTemporaryDir folder;
    const QString fresh = folder.filePath(u"fresh.ts"_s);
    const QStringList kind = file.endsWith(u"_en.ts"_s) ? QStringList{u"-pluralonly"_s} : QStringList();
    QVERIFY(runLupdate(kind + QStringList{u"-ts"_s, fresh}));
    const QStringList wanted = read(fresh).keys();
    const QStringList there = read(file).keys();
    QVERIFY(!wanted.isEmpty());
    for (const QString& key : wanted) {
        QVERIFY2(there.contains(key), qPrintable(u"run ./dev translations; not in the file: "_s + key));
    }
    for (const QString& key : there) {
        QVERIFY2(wanted.contains(key), qPrintable(u"run ./dev translations; no longer in the sources: "_s + key));
    }
}

void TranslationsTest::everyTextIsTranslated()
{
    QFETCH(QString, file);
    const Texts texts = read(file);
    QStringList open;
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        if (!text->isFinished || text->forms.isEmpty() || text->forms.contains(QString())) {
            open.append(text.key());
        }
    }
    QVERIFY2(open.isEmpty(), qPrintable(u"%1 of %2 are not translated, the first: %3"_s.arg(open.size()).arg(texts.size()).arg(open.value(0))));
}

void TranslationsTest::translationsKeepThePlacesOfTheText()
{
    QFETCH(QString, file);
    const Texts texts = read(file);
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        const QString source = text.key().section(u" | "_s, 1, -2);
        for (const QString& form : text->forms) {
            const bool isOpen = form.isEmpty();
            QStringList wanted = places(source);
            QStringList given = places(form);
            if (text->isPlural) {  // "one class" needs no number
                wanted.removeAll(u"%n"_s);
                given.removeAll(u"%n"_s);
            }
            QVERIFY2(isOpen || given == wanted, qPrintable(text.key() + u" -> "_s + form));
            QVERIFY2(isOpen || form.count(u"…"_s) == source.count(u"…"_s), qPrintable(text.key() + u" -> "_s + form));
        }
    }
}

void TranslationsTest::languagesAreNamedInThemselves()
{
    QStringList names;
    for (const wb::ui::Language& language : wb::ui::languages()) {
        names.append(language.code + u' ' + language.name);
    }
    QCOMPARE(names, (QStringList{u"en English"_s, u"de Deutsch"_s, u"zh_CN 简体中文"_s}));
}

void TranslationsTest::nearestLanguageOfASystemIsFound()
{
    const QList<wb::ui::Language> known = wb::ui::languages();
    QCOMPARE(wb::ui::nearestLanguage(u"de-AT"_s, known), u"de"_s);
    QCOMPARE(wb::ui::nearestLanguage(u"zh-Hans-SG"_s, known), u"zh_CN"_s);
    QCOMPARE(wb::ui::nearestLanguage(u"zh-TW"_s, known), QString());
    QCOMPARE(wb::ui::nearestLanguage(u"en-GB"_s, known), u"en"_s);
    QCOMPARE(wb::ui::nearestLanguage(u"fr"_s, known), QString());
}

void TranslationsTest::chosenLanguageHasItsNumbersAndPlurals()
{
    const auto classes = [](int count) { return QCoreApplication::translate("wb::ui::Summary", ", %n classes", nullptr, count); };
    QCOMPARE(wb::ui::useLanguage(u"en"_s), u"en"_s);
    QCOMPARE(classes(1), u", 1 class"_s);
    QCOMPARE(classes(2), u", 2 classes"_s);
    QCOMPARE(wb::ui::useLanguage(u"de"_s), u"de"_s);
    QCOMPARE(QLocale().toString(1.5), u"1,5"_s);
    QVERIFY(classes(1) != u", 1 class"_s);  // the translator of before has gone
    QVERIFY(wb::ui::useLanguage(u"no such language"_s) != u"de"_s);
}

QTEST_MAIN(TranslationsTest)
#include "translations_test.moc"
