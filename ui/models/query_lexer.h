#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace wb::ui {

// Why a filter text cannot be read. Positions count UTF-16 units from 0.
struct QueryError {
    QString reason;  // a sentence for the user, without the position
    qsizetype position = 0;
    qsizetype length = 0;

    QString sentence() const;  // "At character 7: …"
};

// One term as it is written: [!][field:][!]word, "quoted text" or /regular expression/.
struct QueryToken {
    enum class Form { Word, Quoted, Expression };

    bool isNegated = false;
    QString field;  // lower case; empty: any cell
    qsizetype fieldPosition = 0;
    Form form = Form::Word;
    QString value;           // without its quotation marks or slashes
    qsizetype position = 0;  // of the value's first character
};

struct QueryTokens {
    std::vector<QueryToken> tokens;
    std::optional<QueryError> error;  // the first one; what stands before it is in `tokens`
};

QueryTokens queryTokens(const QString& text);

}  // namespace wb::ui
