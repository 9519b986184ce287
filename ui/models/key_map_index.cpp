#include "ui/models/key_map_index.h"

#include "ui/models/key_map_model.h"

#include "core/base/text.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace wb::ui {

using mapping::KeyMapRow;

namespace {

// Longer keys are found by their beginning.
constexpr size_t searchedBytes = 16384;

// Order of the cells in a row's text: the keys first.
constexpr std::array cellOrder{KeyMapModel::SourceColumn, KeyMapModel::DestinationColumn, KeyMapModel::StatusColumn, KeyMapModel::ShapeColumn,
                               KeyMapModel::DTypeColumn,  KeyMapModel::BytesColumn,       KeyMapModel::StageColumn,  KeyMapModel::ReasonColumn};

size_t positionOf(int column)
{
    return static_cast<size_t>(std::find(cellOrder.begin(), cellOrder.end(), column) - cellOrder.begin());
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Texts that recur from row to row are made once.
class CellTexts {
public:
    explicit CellTexts(const KeyMapModel& model) : m_model(model) {}

    void append(std::string& text, int row, const Place& place)
    {
        const KeyMapRow& mapRow = m_model.mapRow(row);
        appendKey(text, mapRow.source);
        appendKey(text, mapRow.destination);
        text += remembered(m_statuses, mapRow.status, row, KeyMapModel::StatusColumn);
        text += remembered(m_shapes, mapRow.source ? mapRow.sourceShape : mapRow.shape, row, KeyMapModel::ShapeColumn);
        text += remembered(m_dtypes, mapRow.dtype, row, KeyMapModel::DTypeColumn);
        text += remembered(m_sizes, mapRow.source ? std::optional(mapRow.bytes) : std::nullopt, row, KeyMapModel::BytesColumn);
        text += remembered(m_stages, std::pair(place.part, place.stage), row, KeyMapModel::StageColumn);
        text += cell(row, KeyMapModel::ReasonColumn);
    }

private:
    static void appendKey(std::string& text, const std::optional<std::string>& key)
    {
        text += key ? folded(printable(*key, searchedBytes)) : "–";
        text += '\n';
    }
    std::string cell(int row, int column) const { return folded(m_model.cellText(row, column).toStdString()) + '\n'; }
    template <typename Value> const std::string& remembered(std::map<Value, std::string>& texts, const Value& value, int row, int column)
    {
        std::string& text = texts[value];
        if (text.empty()) {
            text = cell(row, column);
        }
        return text;
    }

    const KeyMapModel& m_model;
    std::map<mapping::Status, std::string> m_statuses;
    std::map<std::vector<uint64_t>, std::string> m_shapes;
    std::map<std::optional<tensor::DType>, std::string> m_dtypes;
    std::map<std::optional<uint64_t>, std::string> m_sizes;
    std::map<std::pair<Place::Part, int>, std::string> m_stages;
};

// Only of rows that are no problem: the words for those hold more than what is compared here.
bool hasSameText(const KeyMapRow& a, const KeyMapRow& b)
{
    return a.status == b.status && !isProblem(a.status) && a.source == b.source && a.destination == b.destination && a.sourceShape == b.sourceShape &&
           a.shape == b.shape && a.dtype == b.dtype && a.bytes == b.bytes && a.reason.rule == b.reason.rule && a.reason.captures == b.reason.captures;
}

double elementsOf(const std::vector<uint64_t>& shape)
{
    double elements = 1;
    for (const uint64_t size : shape) {
        elements *= static_cast<double>(size);
    }
    return elements;
}

}  // namespace

KeyMapIndex::KeyMapIndex(const KeyMapModel& model) : KeyMapIndex(model, KeyMapIndex()) {}

KeyMapIndex::KeyMapIndex(const KeyMapModel& model, const KeyMapIndex& before) : m_map(model.keyMap())
{
    CellTexts texts(model);
    const size_t count = m_map ? m_map->rows.size() : 0;
    m_places.reserve(count);
    m_ends.reserve(count);
    m_text.reserve(before.m_text.size());
    for (size_t row = 0; row < count; ++row) {
        if (row < before.size() && hasSameText(mapRow(row), before.mapRow(row))) {
            m_places.push_back(before.m_places[row]);
            m_text += before.row(row).text;
        } else {
            m_places.push_back(placeOf(mapRow(row)));
            texts.append(m_text, static_cast<int>(row), m_places.back());
        }
        m_ends.push_back(m_text.size());
    }
}

SearchedRow KeyMapIndex::row(size_t row) const
{
    const size_t begin = row == 0 ? 0 : m_ends[row - 1];
    return {&mapRow(row), std::string_view(m_text).substr(begin, m_ends[row] - begin), m_places[row]};
}

std::string_view KeyMapIndex::cell(size_t row, size_t position) const
{
    std::string_view text = this->row(row).text;
    for (size_t passed = 0; passed < position; ++passed) {
        text.remove_prefix(text.find('\n') + 1);
    }
    return text.substr(0, text.find('\n'));
}

const std::vector<uint32_t>& KeyMapIndex::ranks(int column)
{
    const auto found = m_ranks.find(column);
    return found != m_ranks.end() ? found->second : m_ranks.emplace(column, ranksOf(column)).first->second;
}

template <typename Less> std::vector<uint32_t> KeyMapIndex::ranksBy(const Less& less) const
{
    std::vector<uint32_t> rows(size());
    std::iota(rows.begin(), rows.end(), 0U);
    std::sort(rows.begin(), rows.end(), less);
    std::vector<uint32_t> ranks(size());
    uint32_t rank = 0;
    for (size_t i = 1; i < rows.size(); ++i) {
        rank += less(rows[i - 1], rows[i]) ? 1U : 0U;
        ranks[rows[i]] = rank;
    }
    return ranks;
}

std::vector<uint32_t> KeyMapIndex::ranksOf(int column) const
{
    const auto byNumber = [this](const auto& number) {
        std::vector<decltype(number(mapRow(0)))> numbers;
        numbers.reserve(size());
        for (size_t row = 0; row < size(); ++row) {
            numbers.push_back(number(mapRow(row)));
        }
        return ranksBy([&numbers](uint32_t a, uint32_t b) { return numbers[a] < numbers[b]; });
    };
    switch (column) {
    case KeyMapModel::StatusColumn:
        return byNumber([](const KeyMapRow& row) { return urgency(row.status); });
    case KeyMapModel::ShapeColumn:
        return byNumber([](const KeyMapRow& row) { return elementsOf(row.source ? row.sourceShape : row.shape); });
    case KeyMapModel::ModelShapeColumn:
        return byNumber([](const KeyMapRow& row) { return row.destination ? elementsOf(row.shape) : -1; });
    case KeyMapModel::RuleColumn:
        return byNumber([](const KeyMapRow& row) { return std::string_view(row.reason.rule); });
    case KeyMapModel::BytesColumn:
        return byNumber([](const KeyMapRow& row) { return std::pair(row.source.has_value(), row.bytes); });
    case KeyMapModel::StageColumn:
        return byNumber([](const KeyMapRow& row) {
            const Place place = placeOf(row);
            return std::pair(place.order(), place.block);
        });
    default:
        break;
    }
    std::vector<std::string_view> cells(size());
    for (size_t row = 0; row < size(); ++row) {
        cells[row] = cell(row, positionOf(column));
    }
    return ranksBy([&cells](uint32_t a, uint32_t b) { return naturalLess(cells[a], cells[b]); });
}

bool naturalLess(std::string_view a, std::string_view b)
{
    const auto [inA, inB] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    auto at = static_cast<size_t>(inA - a.begin());
    while (at > 0 && isDigit(a[at - 1])) {
        --at;  // to the beginning of the number in which they part
    }
    const auto digits = [at](std::string_view text) {
        size_t end = at;
        while (end < text.size() && isDigit(text[end])) {
            ++end;
        }
        size_t begin = at;
        while (begin + 1 < end && text[begin] == '0') {
            ++begin;
        }
        return text.substr(begin, end - begin);
    };
    const std::string_view numberA = digits(a);
    const std::string_view numberB = digits(b);
    if (!numberA.empty() && !numberB.empty() && numberA != numberB) {
        return std::tuple(numberA.size(), numberA) < std::tuple(numberB.size(), numberB);
    }
    return a < b;
}

}  // namespace wb::ui
