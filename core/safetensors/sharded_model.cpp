#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/folder.h"
#include "core/safetensors/reader.h"
#include "core/safetensors/shard_index.h"

#include <algorithm>
#include <filesystem>
#include <span>

namespace wb::safetensors {

namespace fs = std::filesystem;

namespace {

std::string readText(const io::ByteSource& source, const Limits& limits)
{
    if (source.size() > limits.jsonBytes) {
        throw Error(ErrorCode::LimitExceeded).file(source.name()).with("found", source.size()).with("limit", limits.jsonBytes);
    }
    std::string text(static_cast<size_t>(source.size()), '\0');
    source.readAt(0, std::as_writable_bytes(std::span(text)));
    return text;
}

// In a snapshot of the Hugging Face cache (models--OWNER--NAME/snapshots/REVISION) every file is a link to ../../blobs/HASH. Such a link stays
// inside the repository's own cache: its blob is opened in place of it. Empty for every other file.
std::unique_ptr<io::ByteSource> openHubBlob(const std::string& folder, const std::string& name)
{
    std::error_code failed;
    const fs::path snapshot = fs::canonical(folder, failed);
    const fs::path repository = snapshot.parent_path().parent_path();
    if (failed || snapshot.parent_path().filename() != "snapshots" || repository.filename().native().rfind("models--", 0) != 0) {
        return nullptr;
    }
    const fs::path target = fs::read_symlink(snapshot / name, failed);
    if (failed || target != fs::path("../../blobs") / target.filename()) {
        return nullptr;
    }
    return io::openInside((repository / "blobs").native(), target.filename().native());
}

std::unique_ptr<io::ByteSource> openShard(const std::string& indexPath, const std::string& name)
{
    const std::string folder = io::parentFolder(indexPath);
    try {
        const bool plain = fs::path(name).filename() == name && name.find('\0') == std::string::npos;
        std::unique_ptr<io::ByteSource> blob = plain ? openHubBlob(folder, name) : nullptr;
        return blob ? std::move(blob) : io::openInside(folder, name);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::NotFound) {
            throw Error(ErrorCode::ShardIndex).file(indexPath).part(printable(name)).with("problem", "shard-missing");
        }
        if (error.code() == ErrorCode::UnsafePath) {
            throw Error(ErrorCode::UnsafePath).file(indexPath).part(printable(name)).with("problem", error.fact("problem"));
        }
        throw;
    }
}

// Reads the shards of one index file, one after another, into one index.
class ShardedReader {
public:
    ShardedReader(const io::ByteSource& source, JobContext& job)
        : m_path(source.name()), m_job(job), m_map(parseShardIndex(readText(source, job.limits), m_path, job))
    {
        m_index.container = tensor::Container::Safetensors;
        m_index.files.push_back({m_path, source.size(), source.identity().modifiedNs, source.identity().validator});
    }

    tensor::TensorIndex read()
    {
        for (uint32_t shard = 0; shard < m_map.shards.size(); ++shard) {
            tensor::TensorIndex part = readSafetensors(*openShard(m_path, m_map.shards[shard]), m_job);
            requireListed(shard, part);
            append(std::move(part));
        }
        requireTotalBytes();
        return std::move(m_index);
    }

private:
    Error error(std::string_view part, std::string_view problem) const
    {
        return Error(ErrorCode::ShardIndex).file(m_path).part(printable(part)).with("problem", problem);
    }

    // A shard holds exactly the tensors that weight_map says it holds.
    void requireListed(uint32_t shard, const tensor::TensorIndex& part) const
    {
        std::vector<bool> seen(m_map.weightMap.size(), false);
        for (const tensor::TensorInfo& tensor : part.tensors) {
            const auto entry = std::lower_bound(m_map.weightMap.begin(), m_map.weightMap.end(), tensor.key,
                                                [](const auto& mapped, const std::string& key) { return mapped.first < key; });
            if (entry == m_map.weightMap.end() || entry->first != tensor.key) {
                throw error(tensor.key, "tensor-unlisted").with("found", printable(m_map.shards[shard]));
            }
            if (entry->second != shard) {
                throw error(tensor.key, "tensor-elsewhere")
                    .with("expected", printable(m_map.shards[entry->second]))
                    .with("found", printable(m_map.shards[shard]));
            }
            seen[static_cast<size_t>(entry - m_map.weightMap.begin())] = true;
        }
        for (size_t i = 0; i < seen.size(); ++i) {
            if (!seen[i] && m_map.weightMap[i].second == shard) {
                throw error(m_map.weightMap[i].first, "tensor-missing").with("expected", printable(m_map.shards[shard]));
            }
        }
    }

    void append(tensor::TensorIndex part)
    {
        const auto file = static_cast<uint32_t>(m_index.files.size());
        const auto firstRecord = static_cast<uint32_t>(m_index.records.size());
        m_index.files.push_back(std::move(part.files.front()));
        for (tensor::Record& record : part.records) {
            record.file = file;
            m_index.records.push_back(std::move(record));
        }
        for (tensor::TensorInfo& tensor : part.tensors) {
            tensor.record += firstRecord;
            m_index.tensors.push_back(std::move(tensor));
        }
    }

    void requireTotalBytes() const
    {
        std::optional<uint64_t> total = 0;
        for (const tensor::Record& record : m_index.records) {
            total = checkedAdd(*total, record.bytes);
            if (!total) {
                throw error("total_size", "overflow");
            }
        }
        if (m_map.totalBytes && *m_map.totalBytes != *total) {
            throw error("total_size", "total-size").with("expected", *m_map.totalBytes).with("found", *total);
        }
    }

    std::string m_path;
    JobContext& m_job;
    ShardIndexFile m_map;
    tensor::TensorIndex m_index;
};

}  // namespace

tensor::TensorIndex readSharded(const std::string& indexPath, JobContext& job)
{
    const auto source = io::openFile(indexPath);
    return ShardedReader(*source, job).read();
}

}  // namespace wb::safetensors
