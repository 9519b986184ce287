#pragma once

#include "core/base/error.h"

#include <span>
#include <string_view>

namespace wb::cli {

struct SentenceRow {
    ErrorCode code;
    std::string_view sentence;  // continues "FILE: PART at byte OFFSET: "
    std::string_view hint;
};

// One row a code.
std::span<const SentenceRow> sentenceTable() noexcept;

}  // namespace wb::cli
