#include "ui/error_sentences.h"

#include "ui/error_sentence_table.h"
#include "ui/format.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate(errorContext, text);
}

// What a file is that is no checkpoint, by core's token.
QString kindText(std::string_view kind)
{
    constexpr std::array<std::pair<std::string_view, const char*>, 12> kinds{{
        {"html", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a web page")},
        {"lfs-pointer", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a Git LFS pointer")},
        {"gzip", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a gzip archive")},
        {"7z", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a 7z archive")},
        {"rar", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a RAR archive")},
        {"tar", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a tar archive")},
        {"json", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a JSON file")},
        {"text", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a text file")},
        {"pdf", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a PDF document")},
        {"elf", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a program")},
        {"onnx", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "an ONNX model")},
        {"unknown", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "nothing known")},
    }};
    for (const auto& entry : kinds) {
        if (entry.first == kind) {
            return translated(entry.second);
        }
    }
    return shown(kind);
}

QString factText(const Error& error, const QString& name, bool isSize)
{
    const std::string_view value = error.fact(name.toStdString());
    if (value.empty()) {
        return u"?"_s;
    }
    if (name == u"kind"_s) {
        return kindText(value);
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
