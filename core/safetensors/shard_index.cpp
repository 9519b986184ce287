#include "core/safetensors/shard_index.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/safetensors/json_events.h"

#include <algorithm>
#include <map>

namespace wb::safetensors {

namespace {

class IndexEvents final : public JsonEvents {
public:
    IndexEvents(const std::string& file, const JobContext& job) : m_file(file), m_job(job) {}

    ShardIndexFile take();

    bool null() override { return scalar("null"); }
    bool boolean(bool) override { return scalar("boolean"); }
    bool number_integer(number_integer_t) override { return scalar("negative number"); }
    bool number_unsigned(number_unsigned_t value) override;
    bool number_float(number_float_t value, const string_t&) override;
    bool string(string_t& value) override;
    bool start_object(size_t) override;
    bool key(string_t& name) override;
    bool end_object() override;
    bool start_array(size_t) override;
    bool end_array() override;

protected:
    bool unexpected(std::string_view found) override;
    bool damaged(std::string_view problem, uint64_t position) override;

private:
    enum class State { Start, Field, WeightMap, Weight, Shard, Metadata, MetadataField, TotalSize, Passing, End };

    Error error(ErrorCode code, std::string_view problem) const;
    bool scalar(std::string_view found);
    void passOver(State after);
    void enter();
    void leave();
    void beginField(std::string_view name);
    void beginWeight(const std::string& name);
    void requireFirst(bool& seen, std::string_view name);

    const std::string& m_file;
    const JobContext& m_job;
    State m_state = State::Start;
    State m_afterPassing = State::Field;  // where to go on once the value being passed over has ended
    uint32_t m_depth = 0;                 // containers open inside that value
    bool m_hasWeightMap = false;
    bool m_hasMetadata = false;
    bool m_hasTotalSize = false;
    std::map<std::string, uint32_t> m_shards;  // name -> number in order of appearance
    ShardIndexFile m_index;
};

Error IndexEvents::error(ErrorCode code, std::string_view problem) const
{
    Error out = Error(code).file(m_file).offset(position()).with("problem", problem);
    if (m_state == State::Shard) {
        out.with("part", printable(m_index.weightMap.back().first));
    }
    return out;
}

bool IndexEvents::unexpected(std::string_view found)
{
    const bool inMap = m_state == State::WeightMap || m_state == State::Shard;
    const bool inMetadata = m_state == State::Metadata || m_state == State::TotalSize;
    throw error(ErrorCode::ShardIndex, inMap ? "weight-map" : inMetadata ? "metadata" : "not-an-object").with("found", found);
}

bool IndexEvents::damaged(std::string_view problem, uint64_t position)
{
    throw Error(ErrorCode::ShardIndex).file(m_file).offset(position).with("problem", problem);
}

bool IndexEvents::scalar(std::string_view found)
{
    if (m_state != State::Passing) {
        unexpected(found);
    }
    if (m_depth == 0) {
        m_state = m_afterPassing;
    }
    return true;
}

void IndexEvents::passOver(State after)
{
    m_afterPassing = after;
    m_depth = 0;
    m_state = State::Passing;
}

void IndexEvents::enter()
{
    if (m_state != State::Passing) {
        unexpected("container");
    }
    if (++m_depth > m_job.limits.jsonDepth) {
        throw error(ErrorCode::LimitExceeded, "depth").with("limit", uint64_t{m_job.limits.jsonDepth});
    }
}

void IndexEvents::leave()
{
    --m_depth;
    if (m_depth == 0) {
        m_state = m_afterPassing;
    }
}

bool IndexEvents::start_object(size_t)
{
    if (m_state == State::Start) {
        m_state = State::Field;
    } else if (m_state == State::WeightMap) {
        m_state = State::Weight;
    } else if (m_state == State::Metadata) {
        m_state = State::MetadataField;
    } else {
        enter();
    }
    return true;
}

bool IndexEvents::end_object()
{
    if (m_state == State::Passing) {
        leave();
    } else {
        m_state = m_state == State::Field ? State::End : State::Field;
    }
    return true;
}

bool IndexEvents::start_array(size_t)
{
    enter();
    return true;
}

bool IndexEvents::end_array()
{
    leave();
    return true;
}

bool IndexEvents::key(string_t& name)
{
    if (m_state == State::Field) {
        beginField(name);
    } else if (m_state == State::Weight) {
        beginWeight(name);
    } else if (m_state == State::MetadataField && name == "total_size") {
        requireFirst(m_hasTotalSize, name);
        m_state = State::TotalSize;
    } else if (m_state == State::MetadataField) {
        passOver(State::MetadataField);
    }
    return true;
}

void IndexEvents::requireFirst(bool& seen, std::string_view name)
{
    if (seen) {
        throw error(ErrorCode::ShardIndex, "duplicate").with("part", name);
    }
    seen = true;
}

void IndexEvents::beginField(std::string_view name)
{
    if (name == "weight_map") {
        requireFirst(m_hasWeightMap, name);
        m_state = State::WeightMap;
    } else if (name == "metadata") {
        requireFirst(m_hasMetadata, name);
        m_state = State::Metadata;
    } else {
        passOver(State::Field);
    }
}

void IndexEvents::beginWeight(const std::string& name)
{
    m_job.cancel.throwIfCancelled();
    if (m_index.weightMap.size() >= m_job.limits.tensors) {
        throw error(ErrorCode::LimitExceeded, "tensors").with("limit", m_job.limits.tensors);
    }
    if (name.empty() || name.size() > m_job.limits.keyBytes) {
        throw error(name.empty() ? ErrorCode::ShardIndex : ErrorCode::LimitExceeded, "key").with("found", name.size());
    }
    m_index.weightMap.emplace_back(name, 0);
    m_state = State::Shard;
}

bool IndexEvents::string(string_t& value)
{
    if (m_state != State::Shard) {
        return scalar("text");
    }
    constexpr size_t longestFileName = 255;
    if (value.size() > longestFileName) {
        throw error(ErrorCode::ShardIndex, "shard-name").with("found", printable(value));
    }
    const auto number = static_cast<uint32_t>(m_shards.size());
    m_index.weightMap.back().second = m_shards.emplace(value, number).first->second;
    m_state = State::Weight;
    return true;
}

bool IndexEvents::number_unsigned(number_unsigned_t value)
{
    if (m_state != State::TotalSize) {
        return scalar("number");
    }
    m_index.totalBytes = value;
    m_state = State::MetadataField;
    return true;
}

// Older transformers wrote total_size as 26031728640.0.
bool IndexEvents::number_float(number_float_t value, const string_t&)
{
    constexpr double exactIntegers = 9007199254740992.0;
    if (m_state != State::TotalSize) {
        return scalar("floating number");
    }
    if (!(value >= 0 && value <= exactIntegers) || static_cast<double>(static_cast<uint64_t>(value)) != value) {
        unexpected("floating number");
    }
    return number_unsigned(static_cast<uint64_t>(value));
}

ShardIndexFile IndexEvents::take()
{
    if (!m_hasWeightMap) {
        throw error(ErrorCode::ShardIndex, "weight-map-missing");
    }
    std::vector<uint32_t> sorted(m_shards.size());
    for (const auto& [name, number] : m_shards) {
        sorted[number] = static_cast<uint32_t>(m_index.shards.size());
        m_index.shards.push_back(name);
    }
    for (auto& [key, shard] : m_index.weightMap) {
        shard = sorted[shard];
    }
    std::sort(m_index.weightMap.begin(), m_index.weightMap.end());
    const auto twice =
        std::adjacent_find(m_index.weightMap.begin(), m_index.weightMap.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
    if (twice != m_index.weightMap.end()) {
        throw Error(ErrorCode::ShardIndex).file(m_file).part(printable(twice->first)).with("problem", "duplicate");
    }
    return std::move(m_index);
}

}  // namespace

ShardIndexFile parseShardIndex(std::string_view text, const std::string& file, const JobContext& job)
{
    IndexEvents events(file, job);
    events.read(text);
    return events.take();
}

}  // namespace wb::safetensors
