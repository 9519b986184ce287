#include "core/io/folder.h"

#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <limits>

namespace wb::io {

namespace {

// Number at the start of a small file of the kernel's ("max" and a missing file: empty).
std::optional<uint64_t> numberIn(const std::string& path)
{
    std::ifstream file(path);
    std::string word;
    uint64_t number = 0;
    if (!(file >> word) || std::from_chars(word.data(), word.data() + word.size(), number).ec != std::errc()) {
        return std::nullopt;
    }
    return number;
}

std::optional<uint64_t> memAvailable()
{
    std::ifstream file("/proc/meminfo");
    std::string name;
    uint64_t kibibytes = 0;
    std::string unit;
    while (file >> name >> kibibytes) {
        if (name == "MemAvailable:") {
            return kibibytes * 1024;
        }
        std::getline(file, unit);
    }
    return std::nullopt;
}

// Anonymous memory of a control group: page cache is given back when wanted, so that it does not count.
uint64_t anonymousBytes(const std::string& group)
{
    std::ifstream file(group + "/memory.stat");
    std::string name;
    uint64_t bytes = 0;
    while (file >> name >> bytes) {
        if (name == "anon") {
            return bytes;
        }
    }
    return 0;
}

// Room in the control group (version 2) that this process is in.
std::optional<uint64_t> cgroupRoom()
{
    std::ifstream file("/proc/self/cgroup");
    std::string line;
    while (std::getline(file, line)) {
        if (line.starts_with("0::")) {
            const std::string group = "/sys/fs/cgroup" + line.substr(3);
            if (const auto limit = numberIn(group + "/memory.max")) {
                return *limit - std::min(*limit, anonymousBytes(group));
            }
        }
    }
    return std::nullopt;
}

std::optional<uint64_t> addressSpaceRoom()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) {
        return std::nullopt;
    }
    constexpr uint64_t pageBytes = 4096;
    const uint64_t used = numberIn("/proc/self/statm").value_or(0) * pageBytes;
    return limit.rlim_cur > used ? limit.rlim_cur - used : 0;
}

}  // namespace

uint64_t availableMemory()
{
    uint64_t least = std::numeric_limits<uint64_t>::max();
    for (const auto& room : {memAvailable(), cgroupRoom(), addressSpaceRoom()}) {
        least = std::min(least, room.value_or(least));
    }
    return least;
}

}  // namespace wb::io
