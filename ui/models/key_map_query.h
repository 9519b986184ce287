#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace wb::ui {

// What is typed into the filter box: words that must all occur, "a quoted text" that a cell must equal, or /a regular expression/.
class KeyMapQuery {
public:
    KeyMapQuery() = default;
    explicit KeyMapQuery(const QString& text);

    bool isValid() const { return m_error.isEmpty(); }
    QString error() const { return m_error; }  // for the user; empty when valid
    bool matches(const QStringList& cells) const;

private:
    void readRegularExpression(const QString& text);
    void readWords(const QString& text);

    QStringList m_words;
    QStringList m_exact;
    QRegularExpression m_expression;
    QString m_error;
};

}  // namespace wb::ui
