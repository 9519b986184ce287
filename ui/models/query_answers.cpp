// What each term says of a row.
#include "ui/models/query_terms.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstring>

namespace wb::ui {

using mapping::KeyMapRow;

namespace {

Answer answerOf(bool yes)
{
    return yes ? Answer::Yes : Answer::No;
}

std::string_view sideOf(std::string_view text, Side side)
{
    const size_t source = text.find('\n') + 1;
    switch (side) {
    case Side::Source:
        return text.substr(0, source);
    case Side::Destination:
        return text.substr(source, text.find('\n', source) + 1 - source);
    case Side::Any:
        break;
    }
    return text;
}

bool contains(std::string_view text, std::string_view wanted)
{
    // Horspool's skips, as glibc has them: the cells of a large map are megabytes.
#ifdef _GNU_SOURCE
    return memmem(text.data(), text.size(), wanted.data(), wanted.size()) != nullptr;
#else
    return text.find(wanted) != std::string_view::npos;
#endif
}

bool hasCell(std::string_view text, std::string_view wanted)
{
    for (size_t at = 0; at < text.size();) {
        const size_t end = text.find('\n', at);
        if (text.substr(at, end - at) == wanted) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

Answer holds(const TextTerm& term, const SearchedRow& row)
{
    const std::string_view text = sideOf(row.text, term.side);
    return answerOf(term.isWholeCell ? hasCell(text, term.text) : contains(text, term.text));
}

Answer holds(const ExpressionTerm& term, const SearchedRow& row)
{
    const std::string_view text = sideOf(row.text, term.side);
    Answer answer = Answer::No;
    for (size_t at = 0; at < text.size();) {
        const size_t end = text.find('\n', at);
        const QRegularExpressionMatch match = term.expression.match(QString::fromUtf8(text.data() + at, static_cast<qsizetype>(end - at)));
        if (match.hasMatch()) {
            return Answer::Yes;
        }
        if (!match.isValid()) {
            answer = Answer::Undecided;
        }
        at = end + 1;
    }
    return answer;
}

bool fits(const ShapeTerm& term, const std::vector<uint64_t>& shape)
{
    const size_t fixed = term.sizes.size();
    if (term.isOpen ? shape.size() <= fixed : shape.size() != fixed) {
        return false;
    }
    return std::equal(term.sizes.begin(), term.sizes.end(), shape.begin(),
                      [](const auto& wanted, uint64_t size) { return !wanted || *wanted == size; });
}

Answer holds(const ShapeTerm& term, const SearchedRow& row)
{
    return answerOf(fits(term, row.map->shape) || (row.map->source && fits(term, row.map->sourceShape)));
}

Answer holds(const DTypeTerm& term, const SearchedRow& row)
{
    const auto& dtypes = term.dtypes;
    return answerOf(row.map->dtype && std::find(dtypes.begin(), dtypes.end(), *row.map->dtype) != dtypes.end());
}

Answer holds(const BytesTerm& term, const SearchedRow& row)
{
    return answerOf(row.map->source && row.map->bytes >= term.least && row.map->bytes <= term.most);
}

Answer holds(const StageTerm& term, const SearchedRow& row)
{
    return answerOf(row.place.isSamePart(term.place));
}

Answer holds(const StatusTerm& term, const SearchedRow& row)
{
    return answerOf(std::find(term.statuses.begin(), term.statuses.end(), row.map->status) != term.statuses.end());
}

Answer holds(const RuleTerm& term, const SearchedRow& row)
{
    const std::string rule = lowered(row.map->reason.rule);
    return answerOf(term.isWhole ? rule == term.text : rule.find(term.text) != std::string::npos);
}

}  // namespace

Answer QueryTerm::answer(const SearchedRow& row) const
{
    const Answer answer = std::visit([&row](const auto& term) { return holds(term, row); }, condition);
    if (answer == Answer::Undecided || !isNegated) {
        return answer;
    }
    return answerOf(answer == Answer::No);
}

std::string folded(std::string_view text)
{
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        return lowered(text);
    }
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toCaseFolded().toStdString();
}

}  // namespace wb::ui
