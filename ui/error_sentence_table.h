#pragma once

#include "core/base/error.h"

#include <span>

namespace wb::ui {

// A code with its texts. {name} stands for the fact of that name, {name:bytes} for one that is a size.
struct ErrorSentence {
    ErrorCode code;
    const char* sentence;
    const char* hint;
};

inline constexpr const char* errorContext = "wb::ui::ErrorSentences";  // of the translations
std::span<const ErrorSentence> errorSentences();

}  // namespace wb::ui
