#include "core/job/labels_file.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/byte_source.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <map>

namespace wb::job {

namespace {

Error labelsError(std::string_view problem)
{
    return Error(ErrorCode::LabelsFile).with("problem", problem);
}

// Takes {"0": "tench", …} or ["tench", …], nothing deeper.
class LabelsSax : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit LabelsSax(const Limits& limits) : m_limits(limits) {}

    bool null() override { return notALabel(); }
    bool boolean(bool) override { return notALabel(); }
    bool number_integer(number_integer_t) override { return notALabel(); }
    bool number_unsigned(number_unsigned_t) override { return notALabel(); }
    bool number_float(number_float_t, const string_t&) override { return notALabel(); }
    bool binary(binary_t&) override { return notALabel(); }
    bool string(string_t& value) override
    {
        if (m_depth == 0) {
            return notALabel();
        }
        if (!m_isObject) {
            m_number = m_labels.size();
        }
        if (!m_labels.emplace(m_number, std::move(value)).second) {
            throw labelsError("duplicate").part(std::to_string(m_number));
        }
        if (m_labels.size() > m_limits.tensors) {
            throw Error(ErrorCode::LimitExceeded).part("labels").with("limit", m_limits.tensors);
        }
        return true;
    }
    bool start_object(std::size_t) override { return open(true); }
    bool start_array(std::size_t) override { return open(false); }
    bool end_object() override { return true; }
    bool end_array() override { return true; }
    bool key(string_t& name) override
    {
        const char* end = name.data() + name.size();
        const auto [stop, failure] = std::from_chars(name.data(), end, m_number);
        if (failure != std::errc{} || stop != end) {
            throw labelsError("index").part(printable(name));
        }
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override
    {
        throw labelsError("syntax").offset(position);
    }

    std::vector<std::string> take()
    {
        std::vector<std::string> labels;
        for (auto& entry : m_labels) {
            if (entry.first != labels.size()) {
                throw labelsError("hole").part(std::to_string(labels.size()));
            }
            labels.push_back(std::move(entry.second));
        }
        return labels;
    }

private:
    [[noreturn]] bool notALabel() const { throw labelsError("not-a-label").part(std::to_string(m_isObject ? m_number : m_labels.size())); }
    bool open(bool isObject)
    {
        if (m_depth++ > 0) {
            notALabel();
        }
        m_isObject = isObject;
        return true;
    }

    const Limits& m_limits;
    std::map<uint64_t, std::string> m_labels;
    uint64_t m_number = 0;
    uint32_t m_depth = 0;
    bool m_isObject = false;
};

std::vector<std::string> labelsFromLines(std::string_view text, const Limits& limits)
{
    std::vector<std::string> labels;
    const char* begin = text.data();
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.empty() || line.find('\0') != std::string_view::npos) {
            throw labelsError(line.empty() ? "empty-label" : "not-text").offset(static_cast<uint64_t>(text.data() - begin));
        }
        labels.emplace_back(line);
        if (labels.size() > limits.tensors) {
            throw Error(ErrorCode::LimitExceeded).part("labels").with("limit", limits.tensors);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return labels;
}

}  // namespace

std::vector<std::string> labelsFromText(std::string_view text, const Limits& limits)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark)) {
        text.remove_prefix(byteOrderMark.size());
    }
    if (!isUtf8(text)) {
        throw labelsError("not-utf8");
    }
    const size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        throw labelsError("empty");
    }
    if (text[first] != '{' && text[first] != '[') {
        const size_t last = text.find_last_not_of("\r\n");  // blank lines at the end are no labels
        return labelsFromLines(text.substr(0, last + 1), limits);
    }
    LabelsSax sax(limits);
    nlohmann::json::sax_parse(text.begin(), text.end(), &sax);
    std::vector<std::string> labels = sax.take();
    if (labels.empty()) {
        throw labelsError("empty");
    }
    return labels;
}

std::vector<std::string> readLabels(const std::string& path, const Limits& limits)
{
    try {
        return labelsFromText(io::readSmallFile(path, limits.jsonBytes), limits);
    } catch (Error& error) {
        error.withDefault("file", path);
        throw;
    }
}

}  // namespace wb::job
