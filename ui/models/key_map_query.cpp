#include "ui/models/key_map_query.h"

#include <QCoreApplication>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("wb::ui::KeyMapQuery", text);
}

}  // namespace

KeyMapQuery::KeyMapQuery(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(u'/')) {
        readRegularExpression(trimmed);
    } else {
        readWords(trimmed);
    }
}

void KeyMapQuery::readRegularExpression(const QString& text)
{
    if (!text.endsWith(u'/') || text.size() < 2) {
        m_error = translated(QT_TRANSLATE_NOOP("wb::ui::KeyMapQuery", "The closing / is missing."));
        return;
    }
    m_expression = QRegularExpression(text.mid(1, text.size() - 2), QRegularExpression::CaseInsensitiveOption);
    if (!m_expression.isValid()) {
        m_error = translated(QT_TRANSLATE_NOOP("wb::ui::KeyMapQuery", "At character %1: %2."))
                      .arg(m_expression.patternErrorOffset() + 1)
                      .arg(m_expression.errorString());
    }
}

void KeyMapQuery::readWords(const QString& text)
{
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at].isSpace()) {
            ++at;
        } else if (text[at] == u'"') {
            const qsizetype end = text.indexOf(u'"', at + 1);
            if (end < 0) {
                m_error = translated(QT_TRANSLATE_NOOP("wb::ui::KeyMapQuery", "The closing quotation mark is missing."));
                return;
            }
            m_exact.append(text.mid(at + 1, end - at - 1));
            at = end + 1;
        } else {
            qsizetype end = at;
            while (end < text.size() && !text[end].isSpace()) {
                ++end;
            }
            m_words.append(text.mid(at, end - at));
            at = end;
        }
    }
}

bool KeyMapQuery::matches(const QStringList& cells) const
{
    if (!isValid()) {
        return true;
    }
    if (!m_expression.pattern().isEmpty()) {
        return std::any_of(cells.begin(), cells.end(), [this](const QString& cell) { return m_expression.match(cell).hasMatch(); });
    }
    const auto occurs = [&cells](const QString& word) {
        return std::any_of(cells.begin(), cells.end(), [&word](const QString& cell) { return cell.contains(word, Qt::CaseInsensitive); });
    };
    return std::all_of(m_words.begin(), m_words.end(), occurs) &&
           std::all_of(m_exact.begin(), m_exact.end(), [&cells](const QString& text) { return cells.contains(text); });
}

}  // namespace wb::ui
