#include "core/inspect/statistics_cache.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace wb::inspect {

namespace {

constexpr uint64_t mostFileBytes = 64 << 10;

}  // namespace

std::string cacheKey(const TensorAt& tensor)
{
    const tensor::TensorInfo& info = tensor.tensor;
    const tensor::Record& record = tensor.index.records.at(info.record);
    const io::SourceIdentity identity = tensor.files.open(record.file)->identity();
    return fmt::format("{}:{}:{}:{}|{}:{}|{}|{}|{}|{}", identity.bytes, identity.modifiedNs, identity.device, identity.inode, record.offset,
                       record.bigEndian, tensor::dtypeName(info.dtype), info.storageOffset, fmt::join(info.shape, ","), fmt::join(info.strides, ","));
}

StatisticsCache::StatisticsCache(std::string folder, size_t filesOnDisk) : m_folder(std::move(folder)), m_filesOnDisk(filesOnDisk) {}

std::string StatisticsCache::pathOf(const std::string& key) const
{
    return io::join(m_folder, Sha256::of(key) + ".json");
}

std::optional<FoundValues> StatisticsCache::find(const std::string& key)
{
    const std::lock_guard lock(m_mutex);
    if (const auto place = m_places.find(key); place != m_places.end()) {
        m_recent.splice(m_recent.begin(), m_recent, place->second);
        return place->second->second;
    }
    if (m_folder.empty() || !io::exists(pathOf(key))) {
        return std::nullopt;
    }
    try {
        auto found = foundFromJson(io::readSmallFile(pathOf(key), mostFileBytes));
        if (found) {
            remember(key, *found);
        }
        return found;
    } catch (const Error&) {
        return std::nullopt;
    }
}

void StatisticsCache::keep(const std::string& key, const FoundValues& found)
{
    const std::lock_guard lock(m_mutex);
    remember(key, found);
    if (m_folder.empty()) {
        return;
    }
    try {
        io::makeFolders(m_folder);
        io::writeFileUnsynced(pathOf(key), foundToJson(found));
        removeOldest();
    } catch (const Error&) {
        return;  // it is read again next time
    }
}

void StatisticsCache::remember(const std::string& key, const FoundValues& found)
{
    if (const auto place = m_places.find(key); place != m_places.end()) {
        m_recent.erase(place->second);
    }
    m_recent.emplace_front(key, found);
    m_places[key] = m_recent.begin();
    if (m_recent.size() > mostInMemory) {
        m_places.erase(m_recent.back().first);
        m_recent.pop_back();
    }
}

void StatisticsCache::removeOldest() const
{
    std::vector<std::string> names = io::listFolder(m_folder);
    names.erase(std::remove_if(names.begin(), names.end(), [](const std::string& name) { return !name.ends_with(".json"); }), names.end());
    if (names.size() <= m_filesOnDisk) {
        return;
    }
    std::vector<std::pair<int64_t, std::string>> byTime;
    for (const std::string& name : names) {
        const std::string path = io::join(m_folder, name);
        byTime.emplace_back(io::changeTimeNs(path), path);
    }
    std::sort(byTime.begin(), byTime.end());
    byTime.resize(byTime.size() - m_filesOnDisk * 3 / 4);  // so that the next ones need not look again
    for (const auto& [time, path] : byTime) {
        io::removeFile(path);
    }
}

}  // namespace wb::inspect
