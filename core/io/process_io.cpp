#include "core/io/process_io.h"

#include <cinttypes>
#include <cstdio>
#include <memory>

namespace wb::io {

// Source: proc(5), /proc/PID/io.
std::optional<ProcessIo> processIo() noexcept
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen("/proc/self/io", "re"), &std::fclose);
    ProcessIo io;
    if (!file || std::fscanf(file.get(), "rchar: %" SCNu64 " wchar: %" SCNu64, &io.read, &io.written) != 2) {
        return std::nullopt;
    }
    return io;
}

}  // namespace wb::io
