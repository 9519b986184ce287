#include "app/cli/error_sentences.h"

#include "app/cli/sentence_table.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <vector>

namespace wb::cli {

namespace {

const SentenceRow* rowOf(ErrorCode code) noexcept
{
    for (const SentenceRow& row : sentenceTable()) {
        if (row.code == code) {
            return &row;
        }
    }
    return nullptr;
}

std::string shown(const Error& error, std::string_view name, std::string_view value)
{
    if (name == "problem") {
        return problemWords(error.code(), value);
    }
    if (name == "kind") {
        return kindWords(value);
    }
    if (name == "needed" || name == "free" || name == "kept") {
        uint64_t bytes = 0;
        const auto [stop, failure] = std::from_chars(value.data(), value.data() + value.size(), bytes);
        if (failure == std::errc{} && stop == value.data() + value.size()) {
            return formatByteSize(bytes);
        }
    }
    return printable(value, 1000);
}

// Text of one clause; empty where a fact is absent.
std::optional<std::string> filledClause(std::string_view text, const Error& error, std::vector<std::string>* used)
{
    std::string out;
    while (!text.empty()) {
        const size_t open = text.find('{');
        out += text.substr(0, open);
        if (open == std::string_view::npos) {
            break;
        }
        const size_t close = text.find('}', open);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const std::string words = shown(error, name, error.fact(name));
        if (words.empty()) {
            return std::nullopt;
        }
        out += words;
        if (used != nullptr) {
            used->emplace_back(name);
        }
        text.remove_prefix(close + 1);
    }
    return out;
}

std::string filledWith(std::string_view text, const Error& error, std::vector<std::string>* used)
{
    std::string out;
    while (!text.empty()) {
        const size_t open = text.find('[');
        const std::string_view plain = text.substr(0, open);
        out += filledClause(plain, error, used).value_or("");
        if (open == std::string_view::npos) {
            break;
        }
        const size_t close = text.find(']', open);
        std::vector<std::string> usedHere;
        const auto clause = filledClause(text.substr(open + 1, close - open - 1), error, &usedHere);
        // A later clause only says what no earlier one did.
        const bool isNew = used == nullptr || usedHere.empty() || !std::all_of(usedHere.begin(), usedHere.end(), [&](const std::string& name) {
                               return std::find(used->begin(), used->end(), name) != used->end();
                           });
        if (clause && isNew) {
            out += *clause;
            if (used != nullptr) {
                used->insert(used->end(), usedHere.begin(), usedHere.end());
            }
        }
        text.remove_prefix(close + 1);
    }
    return out;
}

// "FILE: PART at byte OFFSET: "
std::string whereOf(const Error& error, std::vector<std::string>& used)
{
    std::string where;
    const std::string_view file = error.fact("file");
    const bool isPathUsed = std::find(used.begin(), used.end(), "path") != used.end();
    const std::string_view shownFile = file.empty() && !isPathUsed ? error.fact("path") : file;
    if (!shownFile.empty()) {
        where += printable(shownFile, 4200) + ": ";
        used.emplace_back(file.empty() ? "path" : "file");
    }
    std::string place = printable(error.fact("part"));
    if (!error.fact("offset").empty()) {
        place += fmt::format("{}at byte {}", place.empty() ? "" : " ", printable(error.fact("offset")));
    }
    if (!place.empty()) {
        where += place + ": ";
    }
    used.emplace_back("part");
    used.emplace_back("offset");
    return where;
}

// Facts that the sentence had no place for.
std::string restOf(const Error& error, std::vector<std::string>& used)
{
    std::vector<std::string> rest;
    for (const Fact& fact : error.facts()) {
        if (fact.name == "reason" || fact.value.empty() || std::find(used.begin(), used.end(), fact.name) != used.end()) {
            continue;
        }
        used.push_back(fact.name);
        const std::string words = shown(error, fact.name, fact.value);
        if (!words.empty()) {
            rest.push_back(fact.name == "problem" ? words : fmt::format("{}: {}", fact.name, words));
        }
    }
    return rest.empty() ? std::string() : fmt::format(" ({})", fmt::join(rest, ", "));
}

}  // namespace

std::string filled(std::string_view text, const Error& error)
{
    std::vector<std::string> used;
    return filledWith(text, error, &used);
}

std::string sentenceOf(const Error& error)
{
    const SentenceRow* row = rowOf(error.code());
    std::vector<std::string> used;
    const std::string what = filledWith(row != nullptr ? row->sentence : "{problem}", error, &used);
    const std::string where = whereOf(error, used);
    std::string sentence = where + what + restOf(error, used);
    if (where.empty() && !sentence.empty() && error.code() != ErrorCode::Usage) {
        sentence.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(sentence.front())));
    }
    constexpr std::string_view endings = ".!?";
    if (sentence.empty() || endings.find(sentence.back()) == std::string_view::npos) {
        sentence += '.';
    }
    return sentence;
}

std::string hintOf(const Error& error)
{
    const SentenceRow* row = rowOf(error.code());
    return row != nullptr ? filled(row->hint, error) : std::string();
}

bool hasSentence(ErrorCode code) noexcept
{
    const SentenceRow* row = rowOf(code);
    return row != nullptr && !row->sentence.empty() && !row->hint.empty();
}

}  // namespace wb::cli
