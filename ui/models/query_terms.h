#pragma once

#include "ui/models/key_map_place.h"
#include "ui/models/query_lexer.h"

#include "core/mapping/key_map.h"

#include <QRegularExpression>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace wb::ui {

// A row as terms see it: its values, and its cells as folded UTF-8, each ended by a line feed, the two keys first.
struct SearchedRow {
    const mapping::KeyMapRow* map = nullptr;
    std::string_view text;
    Place place;
};

// Undecided: the regular expression was stopped, as it would have taken too long. Such a row is in neither the term nor its negation.
enum class Answer { No, Yes, Undecided };

enum class Side { Any, Source, Destination };

// Folded text somewhere in the cells of a side, or one of these cells as a whole.
struct TextTerm {
    std::string text;
    Side side = Side::Any;
    bool isWholeCell = false;
};

struct ExpressionTerm {
    QRegularExpression expression;
    Side side = Side::Any;
};

// Sizes by dimension, empty for any; open: more may follow, at least one.
struct ShapeTerm {
    std::vector<std::optional<uint64_t>> sizes;
    bool isOpen = false;
};

struct DTypeTerm {
    std::vector<tensor::DType> dtypes;
};

struct BytesTerm {
    uint64_t least = 0;
    uint64_t most = UINT64_MAX;  // inclusive
};

struct StageTerm {
    Place place;
};

struct StatusTerm {
    std::vector<mapping::Status> statuses;
};

struct RuleTerm {
    std::string text;
    bool isWhole = false;
};

struct QueryTerm {
    std::variant<TextTerm, ExpressionTerm, ShapeTerm, DTypeTerm, BytesTerm, StageTerm, StatusTerm, RuleTerm> condition;
    bool isNegated = false;

    Answer answer(const SearchedRow& row) const;
};

// Sets `error` where the token says nothing that can be looked for.
std::optional<QueryTerm> queryTerm(const QueryToken& token, QueryError& error);

// Letters without their case, the same in every locale.
std::string folded(std::string_view text);

}  // namespace wb::ui
