#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wb {

// Strict UTF-8 (no surrogates, no overlong forms, at most U+10FFFF).
bool isUtf8(std::string_view text) noexcept;

// Foreign text made fit for a terminal, a log or a JSON string: control characters, line breaks, bidirectional marks and broken UTF-8
// become \xNN or \u{NNNN}; cut at maxBytes with "…". Never changes what is stored, only what is shown.
std::string printable(std::string_view text, size_t maxBytes = 200);

// ASCII letters in lower case, all else as it is.
std::string lowered(std::string_view text);
// Without these characters at either end.
std::string_view trimmed(std::string_view text, std::string_view characters = " \t\r\n") noexcept;

// Lower-case hex digits, so many of them.
bool isHex(std::string_view text, size_t digits) noexcept;

// "5GB", "500MB", "1.5GiB", "123456": bytes; decimal units are powers of 1000, …iB of 1024. Empty when it is none or overflows.
std::optional<uint64_t> parseByteSize(std::string_view text) noexcept;

// 37302091312 -> "37.30 GB" (decimal units, locale-independent).
std::string formatByteSize(uint64_t bytes);

}  // namespace wb
