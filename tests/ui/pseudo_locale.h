#pragma once

#include <QCoreApplication>
#include <QString>
#include <QTranslator>

// A language in which every text of ours is in brackets and 40 % longer, as German is: what stands without brackets cannot be translated.
class PseudoLocale : public QTranslator {
public:
    PseudoLocale() { QCoreApplication::installTranslator(this); }
    ~PseudoLocale() override { QCoreApplication::removeTranslator(this); }

    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* = nullptr, int = -1) const override
    {
        if (!QByteArray(context).startsWith("wb::ui") && QByteArray(context) != "QPlatformTheme") {
            return {};
        }
        const QString text = QString::fromUtf8(source);
        QString more;
        for (qsizetype i = 0; i < (text.size() * 2 + 4) / 5; ++i) {
            more += text.contains(QLatin1Char(' ')) && i % 6 == 0 ? QLatin1Char(' ') : QLatin1Char('e');
        }
        return QLatin1Char('[') + text + more + QLatin1Char(']');
    }

    // Words outside of any brackets. One letter is a unit or a mark, and text without letters needs no translation.
    static bool isUntranslated(const QString& text)
    {
        int letters = 0;
        for (const QChar letter : text) {
            letters += letter.isLetter() ? 1 : 0;
        }
        return letters > 1 && !text.contains(QLatin1Char('['));
    }
};
