#pragma once

#include <cstdint>

namespace wb::ui {

// Bytes of memory that this program takes now; 0 where the system does not say.
uint64_t residentBytes();

}  // namespace wb::ui
