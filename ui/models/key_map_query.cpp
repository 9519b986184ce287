#include "ui/models/key_map_query.h"

#include <algorithm>

namespace wb::ui {

KeyMapQuery::KeyMapQuery(const QString& text)
{
    QueryTokens read = queryTokens(text);
    for (const QueryToken& token : read.tokens) {
        QueryError error;
        if (const auto term = queryTerm(token, error)) {
            m_terms.push_back(*term);
        } else {
            m_terms.clear();
            m_error = error;
            return;
        }
    }
    if (read.error) {
        m_terms.clear();
        m_error = read.error;
        return;
    }
    // What costs most is asked last.
    std::stable_partition(m_terms.begin(), m_terms.end(),
                          [](const QueryTerm& term) { return !std::holds_alternative<ExpressionTerm>(term.condition); });
}

Answer KeyMapQuery::answer(const SearchedRow& row) const
{
    Answer all = Answer::Yes;
    for (const QueryTerm& term : m_terms) {
        const Answer answer = term.answer(row);
        if (answer == Answer::No) {
            return answer;
        }
        if (answer == Answer::Undecided) {
            all = answer;
        }
    }
    return all;
}

}  // namespace wb::ui
