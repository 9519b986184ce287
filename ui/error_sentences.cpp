#include "ui/error_sentences.h"

#include "ui/error_sentence_table.h"
#include "ui/format.h"
#include "ui/problem_words.h"

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
    constexpr auto kinds = std::to_array<std::pair<std::string_view, const char*>>({
        {"html", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a web page")},
        {"lfs-pointer", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a Git LFS pointer")},
        {"gzip", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a gzip archive")},
        {"7z", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a 7z archive")},
        {"rar", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a RAR archive")},
        {"tar", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a tar archive")},
        {"bzip2", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a bzip2 archive")},
        {"xz", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "an xz archive")},
        {"zstd", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a Zstandard archive")},
        {"lz4", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "an LZ4 archive")},
        {"json", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a JSON file")},
        {"xml", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "an XML file")},
        {"text", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a text file")},
        {"script", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a script")},
        {"pdf", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a PDF document")},
        {"png", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a picture")},
        {"jpeg", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a picture")},
        {"gif", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a picture")},
        {"elf", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a program")},
        {"windows-program", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a Windows program")},
        {"onnx", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "an ONNX model")},
        {"hdf5", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "an HDF5 file")},
        {"numpy", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a NumPy array")},
        {"flatbuffer", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a FlatBuffer")},
        {"pickle", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a bare pickle that torch.save did not write")},
        {"zeros", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a file of nothing but zeros")},
        {"folder", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a folder without a checkpoint in it")},
        {"folder-of-several", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a folder with several checkpoints")},
        {"unknown", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "nothing known")},
    });
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
        return name == u"host"_s ? translated(QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "the server")) : u"?"_s;
    }
    if (name == u"problem"_s) {
        return problemWords(value);
    }
    if (name == u"kind"_s) {
        return kindText(value);
    }
    const QString text = shown(value);
    bool isNumber = false;
    const qulonglong number = text.toULongLong(&isNumber);
    return isSize && isNumber ? bytesText(number) : text;
}

// A parenthesis about a fact that the error does not have is left out.
bool lacksAFact(const QString& parenthesis, const Error& error)
{
    static const QRegularExpression place(u"\\{([a-z_]+)"_s);
    auto places = place.globalMatch(parenthesis);
    while (places.hasNext()) {
        if (error.fact(places.next().captured(1).toStdString()).empty()) {
            return true;
        }
    }
    return false;
}

QString withoutEmptyParentheses(const QString& text, const Error& error)
{
    static const QRegularExpression parenthesis(u" \\([^()]*\\{[^()]*\\)|（[^（）]*\\{[^（）]*）"_s);
    QString result;
    qsizetype end = 0;
    auto matches = parenthesis.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const bool isLeftOut = lacksAFact(match.captured(), error);
        result += text.mid(end, (isLeftOut ? match.capturedStart() : match.capturedEnd()) - end);
        end = match.capturedEnd();
    }
    return result + text.mid(end);
}

QString filled(const QString& sentence, const Error& error)
{
    const QString text = withoutEmptyParentheses(sentence, error);
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
    result += text.mid(end);
    if (sentence.startsWith(u"{host}"_s) && error.fact("host").empty()) {
        result[0] = result[0].toUpper();
    }
    return result;
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
