#include "ui/models/query_lexer.h"

#include <QCoreApplication>

namespace wb::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::KeyMapQuery)
};

class Lexer {
public:
    explicit Lexer(const QString& text) : m_text(text) {}

    QueryTokens read()
    {
        while (!m_result.error && skipSpace()) {
            QueryToken token;
            readNegations(token);
            readField(token);
            readNegations(token);
            readValue(token);
            if (!m_result.error) {
                m_result.tokens.push_back(token);
            }
        }
        return std::move(m_result);
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    bool atTermEnd() const { return atEnd() || m_text[m_at].isSpace(); }

    bool skipSpace()
    {
        while (!atEnd() && m_text[m_at].isSpace()) {
            ++m_at;
        }
        return !atEnd();
    }

    void readNegations(QueryToken& token)
    {
        for (; !atEnd() && m_text[m_at] == u'!'; ++m_at) {
            token.isNegated = !token.isNegated;
        }
    }

    // Letters up to a colon. Anything else is left to the value.
    void readField(QueryToken& token)
    {
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end].isLetter()) {
            ++end;
        }
        if (end > m_at && end < m_text.size() && m_text[end] == u':') {
            token.field = m_text.mid(m_at, end - m_at).toLower();
            token.fieldPosition = m_at;
            m_at = end + 1;
        }
    }

    void readValue(QueryToken& token)
    {
        token.position = m_at;
        if (atTermEnd()) {
            if (token.field.isEmpty()) {
                fail(Words::tr("Something must follow the exclamation mark."), m_at - 1, 1);
            } else {
                fail(Words::tr("A value must follow “%1:”.").arg(token.field), token.fieldPosition, m_at - token.fieldPosition);
            }
        } else if (m_text[m_at] == u'"') {
            token.form = QueryToken::Form::Quoted;
            readEnclosed(token, Words::tr("The closing quotation mark is missing."));
        } else if (m_text[m_at] == u'/') {
            token.form = QueryToken::Form::Expression;
            readEnclosed(token, Words::tr("The closing / is missing."));
        } else {
            while (!atTermEnd()) {
                ++m_at;
            }
            token.value = m_text.mid(token.position, m_at - token.position);
        }
    }

    // Up to the same mark again with a space or nothing behind it: a mark inside does not end the term.
    void readEnclosed(QueryToken& token, const QString& problem)
    {
        const qsizetype begin = m_at;
        const QChar mark = m_text[m_at++];
        token.position = m_at;
        for (; !atEnd(); ++m_at) {
            if (m_text[m_at] == u'\\' && mark == u'/') {
                ++m_at;
            } else if (m_text[m_at] == mark && (m_at + 1 == m_text.size() || m_text[m_at + 1].isSpace())) {
                token.value = m_text.mid(token.position, m_at - token.position);
                ++m_at;
                return;
            }
        }
        fail(problem, begin, m_text.size() - begin);
    }

    void fail(const QString& reason, qsizetype position, qsizetype length) { m_result.error = QueryError{reason, position, length}; }

    const QString& m_text;
    qsizetype m_at = 0;
    QueryTokens m_result;
};

}  // namespace

QString QueryError::sentence() const
{
    return Words::tr("At character %1: %2").arg(position + 1).arg(reason);
}

QueryTokens queryTokens(const QString& text)
{
    return Lexer(text).read();
}

}  // namespace wb::ui
