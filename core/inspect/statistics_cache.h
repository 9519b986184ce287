#pragma once

#include "core/inspect/tensor_difference.h"
#include "core/inspect/tensor_statistics.h"
#include "core/io/byte_source.h"

#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace wb::inspect {

// What was found in one tensor, or in two that belong together.
struct FoundValues {
    TensorStatistics first;
    std::optional<TensorStatistics> second;
    std::optional<TensorDifference> difference;
};

// One line of JSON; numbers keep every bit.
std::string foundToJson(const FoundValues& found);
// Empty for what was not written so.
std::optional<FoundValues> foundFromJson(std::string_view text);

// Names a tensor in one state of its file: another size, time or inode is another name.
std::string cacheKey(const TensorAt& tensor);

// Values found before: the last ones in memory, and more in a folder, a file each, the oldest of which go when they are too many. A cache that cannot
// be written is none, and nothing is thrown. Thread-safe.
class StatisticsCache {
public:
    static constexpr size_t mostInMemory = 256;
    static constexpr size_t mostOnDisk = 2000;  // about 2 KB each

    // `folder`: made when first needed; empty: memory alone.
    explicit StatisticsCache(std::string folder = {}, size_t filesOnDisk = mostOnDisk);

    std::optional<FoundValues> find(const std::string& key);
    void keep(const std::string& key, const FoundValues& found);

private:
    std::string pathOf(const std::string& key) const;
    void remember(const std::string& key, const FoundValues& found);
    void removeOldest() const;

    const std::string m_folder;
    const size_t m_filesOnDisk;
    std::mutex m_mutex;
    std::list<std::pair<std::string, FoundValues>> m_recent;  // the last used first
    std::unordered_map<std::string, std::list<std::pair<std::string, FoundValues>>::iterator> m_places;
};

}  // namespace wb::inspect
