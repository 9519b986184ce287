#include "core/safetensors/json_events.h"

#include "core/base/text.h"

namespace wb::safetensors {

void JsonEvents::read(std::string_view text)
{
    if (const size_t nul = text.find('\0'); nul != std::string_view::npos) {
        damaged("nul", nul);
    }
    m_text = text;
    m_position = 0;
    const Iterator begin(text.data(), &m_position);
    const Iterator end(text.data() + text.size(), &m_position);
    nlohmann::json::sax_parse(begin, end, this);
}

bool JsonEvents::parse_error(size_t, const std::string&, const nlohmann::detail::exception&)
{
    return damaged(isUtf8(m_text) ? "json" : "utf-8", m_position);
}

}  // namespace wb::safetensors
