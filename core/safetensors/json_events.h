#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <iterator>
#include <string_view>

namespace wb::safetensors {

// Events of a JSON text that refuse everything: a format overrides those that it has. The position is that of the character after the last token,
// from the start of the text; nlohmann's events do not tell it, so the characters are handed out by an iterator that counts.
class JsonEvents : public nlohmann::json_sax<nlohmann::json> {
public:
    // Reads a whole text. NUL is refused here, for nlohmann takes it as the end.
    void read(std::string_view text);

    bool null() override { return unexpected("null"); }
    bool boolean(bool) override { return unexpected("boolean"); }
    bool number_integer(number_integer_t) override { return unexpected("negative number"); }
    bool number_unsigned(number_unsigned_t) override { return unexpected("number"); }
    bool number_float(number_float_t, const string_t&) override { return unexpected("floating number"); }
    bool string(string_t&) override { return unexpected("text"); }
    bool binary(binary_t&) override { return unexpected("binary"); }
    bool start_object(size_t) override { return unexpected("object"); }
    bool key(string_t&) override { return unexpected("key"); }
    bool end_object() override { return unexpected("end of object"); }
    bool start_array(size_t) override { return unexpected("array"); }
    bool end_array() override { return unexpected("end of array"); }
    bool parse_error(size_t position, const std::string& token, const nlohmann::detail::exception& error) override;

protected:
    uint64_t position() const noexcept { return m_position; }
    // Always throws: the format has no such value here.
    virtual bool unexpected(std::string_view found) = 0;
    // Always throws: this is no JSON. `problem`: "json", "utf-8" or "nul".
    virtual bool damaged(std::string_view problem, uint64_t position) = 0;

private:
    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = char;
        using difference_type = std::ptrdiff_t;
        using pointer = const char*;
        using reference = const char&;

        Iterator(const char* at, uint64_t* count) noexcept : m_at(at), m_count(count) {}
        reference operator*() const noexcept { return *m_at; }
        Iterator& operator++() noexcept
        {
            ++m_at;
            ++*m_count;
            return *this;
        }
        bool operator==(const Iterator& other) const noexcept { return m_at == other.m_at; }

    private:
        const char* m_at;
        uint64_t* m_count;
    };

    std::string_view m_text;
    uint64_t m_position = 0;
};

}  // namespace wb::safetensors
