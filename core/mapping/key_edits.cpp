#include "core/base/error.h"
#include "core/base/text.h"
#include "core/mapping/key_map_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace wb::mapping {

namespace {

constexpr uint64_t knownSchema = 1;

// Reads a key-map file by events. Only schema, rows, and in each row source, destination and status are looked at.
class KeyMapEvents final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit KeyMapEvents(const Limits& limits) : m_limits(limits) {}

    std::vector<KeyEdit> take();

    bool null() override { return scalar(nullptr, "null"); }
    bool boolean(bool) override { return scalar(nullptr, "boolean"); }
    bool number_integer(number_integer_t) override { return scalar(nullptr, "negative number"); }
    bool number_unsigned(number_unsigned_t value) override;
    bool number_float(number_float_t, const string_t&) override { return scalar(nullptr, "floating number"); }
    bool string(string_t& value) override { return scalar(&value, "text"); }
    bool binary(binary_t&) override { return scalar(nullptr, "binary"); }
    bool start_object(size_t) override;
    bool key(string_t& name) override;
    bool end_object() override;
    bool start_array(size_t) override;
    bool end_array() override;
    bool parse_error(size_t position, const std::string&, const nlohmann::detail::exception&) override;

private:
    enum class State { Start, Field, Schema, RowsStart, Rows, RowField, RowText, Passing, End };

    // What one row says so far.
    struct Row {
        std::optional<std::string> source;
        std::optional<std::string> destination;
        std::optional<std::string> status;
        bool hasSource = false;
        bool hasDestination = false;
        bool hasStatus = false;
    };

    Error error(ErrorCode code, std::string_view problem) const;
    bool scalar(const std::string* text, std::string_view found);
    bool enter();
    bool leave();
    void passOver(State after);
    void beginField(std::string_view name);
    void beginRow();
    void beginRowField(std::string_view name);
    void endRow();
    void requireFirst(bool& seen, std::string_view name) const;

    const Limits& m_limits;
    State m_state = State::Start;
    State m_afterPassing = State::Field;
    uint32_t m_depth = 0;  // containers open inside the value being passed over
    bool m_hasSchema = false;
    bool m_hasRows = false;
    uint64_t m_rowCount = 0;
    Row m_row;
    std::optional<std::string>* m_rowText = nullptr;  // the field of m_row whose value comes next
    std::vector<KeyEdit> m_edits;
    std::vector<std::string> m_sources;  // of every row, decided or not
};

Error KeyMapEvents::error(ErrorCode code, std::string_view problem) const
{
    if (m_state == State::Rows) {
        return Error(code).part(fmt::format("rows[{}]", m_rowCount)).with("problem", problem);
    }
    const State state = m_state == State::Passing ? m_afterPassing : m_state;
    const bool inRow = state == State::RowField || state == State::RowText;
    return Error(code).part(inRow ? fmt::format("rows[{}]", m_rowCount - 1) : "document").with("problem", problem);
}

bool KeyMapEvents::parse_error(size_t position, const std::string&, const nlohmann::detail::exception&)
{
    throw Error(ErrorCode::KeyMapFile).offset(position).with("problem", "json");
}

// `text` is null for any value that is no text.
bool KeyMapEvents::scalar(const std::string* text, std::string_view found)
{
    if (m_state == State::Passing) {
        if (m_depth == 0) {
            m_state = m_afterPassing;
        }
        return true;
    }
    if (m_state != State::RowText || (text == nullptr && found != "null")) {
        throw error(ErrorCode::KeyMapFile, "type").with("found", found);
    }
    if (text != nullptr) {
        if (text->empty() || text->size() > m_limits.keyBytes) {
            throw error(text->empty() ? ErrorCode::KeyMapFile : ErrorCode::LimitExceeded, "key").with("found", uint64_t{text->size()});
        }
        *m_rowText = *text;
    }
    m_state = State::RowField;
    return true;
}

bool KeyMapEvents::number_unsigned(number_unsigned_t value)
{
    if (m_state != State::Schema) {
        return scalar(nullptr, "number");
    }
    if (value != knownSchema) {
        throw error(ErrorCode::KeyMapFile, "schema").with("expected", knownSchema).with("found", uint64_t{value});
    }
    m_state = State::Field;
    return true;
}

void KeyMapEvents::passOver(State after)
{
    m_afterPassing = after;
    m_depth = 0;
    m_state = State::Passing;
}

bool KeyMapEvents::enter()
{
    if (m_state != State::Passing) {
        throw error(ErrorCode::KeyMapFile, "type").with("found", "container");
    }
    if (++m_depth > m_limits.jsonDepth) {
        throw error(ErrorCode::LimitExceeded, "depth").with("limit", uint64_t{m_limits.jsonDepth});
    }
    return true;
}

bool KeyMapEvents::leave()
{
    --m_depth;
    if (m_depth == 0) {
        m_state = m_afterPassing;
    }
    return true;
}

bool KeyMapEvents::start_object(size_t)
{
    if (m_state == State::Start) {
        m_state = State::Field;
    } else if (m_state == State::Rows) {
        beginRow();
    } else {
        enter();
    }
    return true;
}

bool KeyMapEvents::end_object()
{
    if (m_state == State::Passing) {
        leave();
    } else if (m_state == State::RowField) {
        endRow();
    } else {
        m_state = State::End;
    }
    return true;
}

bool KeyMapEvents::start_array(size_t)
{
    if (m_state != State::RowsStart) {
        return enter();
    }
    m_state = State::Rows;
    return true;
}

bool KeyMapEvents::end_array()
{
    if (m_state != State::Rows) {
        return leave();
    }
    m_state = State::Field;
    return true;
}

bool KeyMapEvents::key(string_t& name)
{
    if (m_state == State::Field) {
        beginField(name);
    } else if (m_state == State::RowField) {
        beginRowField(name);
    }
    return true;
}

void KeyMapEvents::requireFirst(bool& seen, std::string_view name) const
{
    if (seen) {
        throw error(ErrorCode::KeyMapFile, "duplicate-field").with("found", name);
    }
    seen = true;
}

void KeyMapEvents::beginField(std::string_view name)
{
    if (name == "schema") {
        requireFirst(m_hasSchema, name);
        m_state = State::Schema;
    } else if (name == "rows") {
        requireFirst(m_hasRows, name);
        m_state = State::RowsStart;
    } else {
        passOver(State::Field);
    }
}

void KeyMapEvents::beginRow()
{
    // Source rows and rows of missing keys.
    const uint64_t limit = 2 * m_limits.tensors;
    if (m_rowCount >= limit) {
        throw error(ErrorCode::LimitExceeded, "rows").with("limit", limit);
    }
    ++m_rowCount;
    m_row = {};
    m_state = State::RowField;
}

void KeyMapEvents::beginRowField(std::string_view name)
{
    m_state = State::RowText;
    if (name == "source") {
        requireFirst(m_row.hasSource, name);
        m_rowText = &m_row.source;
    } else if (name == "destination") {
        requireFirst(m_row.hasDestination, name);
        m_rowText = &m_row.destination;
    } else if (name == "status") {
        requireFirst(m_row.hasStatus, name);
        m_rowText = &m_row.status;
    } else {
        passOver(State::RowField);
    }
}

// A row without a source decides nothing; neither does one without a destination that does not say it is left out.
void KeyMapEvents::endRow()
{
    m_state = State::Rows;
    if (!m_row.source) {
        return;
    }
    m_sources.push_back(*m_row.source);
    if (m_row.destination || m_row.status == statusName(Status::Dropped)) {
        m_edits.push_back({std::move(*m_row.source), std::move(m_row.destination)});
    }
}

std::vector<KeyEdit> KeyMapEvents::take()
{
    if (!m_hasRows) {
        throw error(ErrorCode::KeyMapFile, "rows-missing");
    }
    std::sort(m_sources.begin(), m_sources.end());
    const auto twice = std::adjacent_find(m_sources.begin(), m_sources.end());
    if (twice != m_sources.end()) {
        throw Error(ErrorCode::KeyMapFile).part(printable(*twice)).with("problem", "duplicate-source");
    }
    return std::move(m_edits);
}

}  // namespace

std::vector<KeyEdit> keyEditsFromJson(std::string_view text, const Limits& limits)
{
    if (text.size() > limits.jsonBytes) {
        throw Error(ErrorCode::LimitExceeded).with("found", uint64_t{text.size()}).with("limit", limits.jsonBytes);
    }
    // nlohmann takes a NUL as the end of the text.
    if (const size_t nul = text.find('\0'); nul != std::string_view::npos) {
        throw Error(ErrorCode::KeyMapFile).offset(nul).with("problem", "nul");
    }
    KeyMapEvents events(limits);
    nlohmann::json::sax_parse(text.begin(), text.end(), &events);
    return events.take();
}

}  // namespace wb::mapping
