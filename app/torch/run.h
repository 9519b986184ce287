#pragma once

#include "core/base/cancel.h"

namespace wb::helper {

// The whole program but for signals: parses, runs the verb, prints, and returns the exit code. Throws nothing.
int run(int argc, const char* const* argv, const CancelToken& cancel) noexcept;

}  // namespace wb::helper
