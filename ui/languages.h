#pragma once

#include <QList>
#include <QString>

namespace wb::ui {

struct Language {
    QString code;  // "en", "de", "zh_CN": as in the name of its file in resources/translations
    QString name;  // in itself: "Deutsch"
};

// What `interface/language` in the settings and --lang may say besides a code: the first language of the system's that there is, else English.
inline constexpr const char* systemLanguage = "system";

// English first, the others by code.
QList<Language> languages();

// Shows all texts made from now on in this language, those of Qt too where they are installed, with numbers and dates as they are written there (or
// as the system writes them). `wish` is systemLanguage or a code; another one counts as systemLanguage. Returns the code. Needs the application
// object, and its thread.
QString useLanguage(const QString& wish);

// "de" for "de_AT", "zh_CN" for "zh-Hans-CN" among the codes; empty where none fits.
QString nearestLanguage(const QString& locale, const QList<Language>& known);

}  // namespace wb::ui
