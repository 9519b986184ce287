#include "ui/resident_memory.h"

#include <fstream>

#include <unistd.h>

namespace wb::ui {

uint64_t residentBytes()
{
    std::ifstream file("/proc/self/statm");
    uint64_t size = 0;
    uint64_t resident = 0;
    if (!(file >> size >> resident)) {
        return 0;
    }
    return resident * static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace wb::ui
