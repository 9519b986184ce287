#include "ui/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

// The linker leaves the resources of a static library out unless something names them; the macro wants a function outside of any namespace.
static void registerTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* translatorName = "languageTranslator";

bool isKnown(const QString& code, const QList<Language>& known)
{
    return std::any_of(known.begin(), known.end(), [&code](const Language& language) { return language.code == code; });
}

// Not QTranslator's own search: that passes over an English which comes first, as there is nothing to translate.
QString languageOfSystem(const QList<Language>& known)
{
    for (const QString& locale : QLocale::system().uiLanguages()) {
        if (const QString code = nearestLanguage(locale, known); !code.isEmpty()) {
            return code;
        }
    }
    return u"en"_s;
}

void install(const QString& file, const QString& folder)
{
    auto* translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(QLatin1StringView(translatorName));
    if (translator->load(file, folder)) {
        QCoreApplication::installTranslator(translator);
    } else {
        delete translator;
    }
}

}  // namespace

QList<Language> languages()
{
    registerTranslations();
    QList<Language> found{{u"en"_s, u"English"_s}};
    for (const QString& file : QDir(u":/translations"_s).entryList({u"weightbridge_*.qm"_s}, QDir::Files, QDir::Name)) {
        const QString code = file.section(u'.', 0, 0).section(u'_', 1);
        if (code != u"en"_s) {
            found.append({code, QLocale(code).nativeLanguageName()});
        }
    }
    return found;
}

QString nearestLanguage(const QString& locale, const QList<Language>& known)
{
    const QLocale wanted(locale);
    if (isKnown(wanted.name(), known)) {
        return wanted.name();
    }
    for (const Language& language : known) {
        const QLocale offered(language.code);
        if (offered.language() == wanted.language() && offered.script() == wanted.script()) {
            return language.code;
        }
    }
    return {};
}

QString useLanguage(const QString& wish)
{
    const QList<Language> known = languages();
    const bool isChosen = isKnown(wish, known);
    const QString code = isChosen ? wish : languageOfSystem(known);
    qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator*>(QLatin1StringView(translatorName), Qt::FindDirectChildrenOnly));
    install(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"weightbridge_"_s + code, u":/translations"_s);  // English too: its plurals
    QLocale::setDefault(isChosen ? QLocale(code) : QLocale::system());
    if (QLocale(code).textDirection() == Qt::RightToLeft) {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    }
    return code;
}

}  // namespace wb::ui
