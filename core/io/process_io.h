#pragma once

#include <cstdint>
#include <optional>

namespace wb::io {

// Bytes that this process has read and written since it began, by all of its threads, to files of every kind; what sockets carry is not in it.
struct ProcessIo {
    uint64_t read = 0;
    uint64_t written = 0;
};

// Empty where the system does not tell (it needs /proc).
std::optional<ProcessIo> processIo() noexcept;

}  // namespace wb::io
