#include "ui/error_sentences.h"

#include "ui/error_sentence_table.h"
#include "ui/format.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate(errorContext, text);
}

QString factText(const Error& error, const QString& name, bool isSize)
{
    const std::string_view value = error.fact(name.toStdString());
    if (value.empty()) {
        return u"?"_s;
    }
    const QString text = shown(value);
    bool isNumber = false;
    const qulonglong number = text.toULongLong(&isNumber);
    return isSize && isNumber ? bytesText(number) : text;
}

QString filled(const QString& text, const Error& error)
{
    static const QRegularExpression place(u"\\{([a-z_]+)(:bytes)?\\}"_s);
    QString result;
    qsizetype end = 0;
    auto matches = place.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        result += text.mid(end, match.capturedStart() - end);
        result += factText(error, match.captured(1), !match.captured(2).isEmpty());
        end = match.capturedEnd();
    }
    return result + text.mid(end);
}

QString detailsOf(const Error& error)
{
    QStringList facts;
    for (const Fact& fact : error.facts()) {
        facts.append(u"%1: %2"_s.arg(shown(fact.name), shown(fact.value)));
    }
    facts.append(shown(errorId(error.code())));
    return facts.join(u" · "_s);
}

}  // namespace

ErrorText describe(const Error& error)
{
    const auto table = errorSentences();
    const auto found = std::find_if(table.begin(), table.end(), [&error](const ErrorSentence& entry) { return entry.code == error.code(); });
    if (found == table.end()) {
        return {shown(errorId(error.code())), {}, detailsOf(error)};
    }
    return {filled(translated(found->sentence), error), filled(translated(found->hint), error), detailsOf(error)};
}

}  // namespace wb::ui
