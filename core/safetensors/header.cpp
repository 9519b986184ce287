#include "core/safetensors/header.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/safetensors/json_events.h"

#include <algorithm>

namespace wb::safetensors {

namespace {

constexpr std::string_view metadataName = "__metadata__";
constexpr size_t maxMetadataEntries = 10'000;

class HeaderEvents final : public JsonEvents {
public:
    HeaderEvents(const std::string& file, const JobContext& job, Metadata* metadata) : m_file(file), m_job(job), m_metadata(metadata) {}

    std::vector<HeaderEntry> takeEntries() { return std::move(m_entries); }

    bool number_unsigned(number_unsigned_t value) override;
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
    enum class State { Start, Name, Value, MetadataName, MetadataValue, Field, DType, ShapeStart, Shape, OffsetsStart, Offsets, End };

    Error error(ErrorCode code, std::string_view problem) const;
    Error limitError(std::string_view problem, uint64_t found, uint64_t limit) const;
    HeaderEntry& entry() { return m_entries.back(); }
    void beginMetadata();
    void endMetadata();
    void beginEntry(std::string& name);
    void endEntry();
    void beginField(std::string_view name);

    const std::string& m_file;
    const JobContext& m_job;
    Metadata* m_metadata;  // null: not wanted
    std::vector<HeaderEntry> m_entries;
    State m_state = State::Start;
    bool m_hasMetadata = false;
    bool m_inMetadata = false;
    bool m_hasDType = false;
    bool m_hasShape = false;
    bool m_hasOffsets = false;
    size_t m_offsetCount = 0;
    std::vector<std::string> m_metadataNames;
};

Error HeaderEvents::error(ErrorCode code, std::string_view problem) const
{
    Error out = Error(code).file(m_file).offset(lengthFieldBytes + position()).with("problem", problem);
    if (m_inMetadata) {
        out.with("part", metadataName);
    } else if (m_state != State::Start && m_state != State::Name && !m_entries.empty()) {
        out.with("part", printable(m_entries.back().key));
    }
    return out;
}

Error HeaderEvents::limitError(std::string_view problem, uint64_t found, uint64_t limit) const
{
    return error(ErrorCode::LimitExceeded, problem).with("found", found).with("limit", limit);
}

bool HeaderEvents::unexpected(std::string_view found)
{
    switch (m_state) {
    case State::Value:
        throw error(m_inMetadata ? ErrorCode::SafetensorsHeader : ErrorCode::SafetensorsTensor, "not-an-object").with("found", found);
    case State::MetadataName:
    case State::MetadataValue:
        throw error(ErrorCode::SafetensorsHeader, "metadata-value").with("found", found);
    case State::DType:
        throw error(ErrorCode::SafetensorsTensor, "dtype").with("found", found);
    case State::ShapeStart:
    case State::Shape:
        throw error(ErrorCode::SafetensorsTensor, "shape").with("found", found);
    case State::OffsetsStart:
    case State::Offsets:
        throw error(ErrorCode::SafetensorsTensor, "data_offsets").with("found", found);
    default:
        throw error(ErrorCode::SafetensorsHeader, "not-an-object").with("found", found);
    }
}

bool HeaderEvents::damaged(std::string_view problem, uint64_t position)
{
    throw Error(ErrorCode::SafetensorsHeader).file(m_file).part("header").offset(lengthFieldBytes + position).with("problem", problem);
}

bool HeaderEvents::start_object(size_t)
{
    if (m_state == State::Start) {
        m_state = State::Name;
    } else if (m_state == State::Value) {
        m_state = m_inMetadata ? State::MetadataName : State::Field;
    } else {
        unexpected("object");
    }
    return true;
}

bool HeaderEvents::key(string_t& name)
{
    if (m_state == State::Name && name == metadataName) {
        beginMetadata();
    } else if (m_state == State::Name) {
        beginEntry(name);
    } else if (m_state == State::MetadataName) {
        if (name.size() > m_job.limits.keyBytes) {
            throw limitError("key", name.size(), m_job.limits.keyBytes);
        }
        if (m_metadataNames.size() == maxMetadataEntries) {
            throw limitError("metadata", m_metadataNames.size() + 1, maxMetadataEntries);
        }
        m_metadataNames.push_back(name);
        m_state = State::MetadataValue;
    } else {
        beginField(name);
    }
    return true;
}

void HeaderEvents::beginMetadata()
{
    m_inMetadata = true;
    if (m_hasMetadata) {
        throw error(ErrorCode::SafetensorsDuplicate, "metadata");
    }
    m_hasMetadata = true;
    m_state = State::Value;
}

void HeaderEvents::endMetadata()
{
    std::sort(m_metadataNames.begin(), m_metadataNames.end());
    const auto twice = std::adjacent_find(m_metadataNames.begin(), m_metadataNames.end());
    if (twice != m_metadataNames.end()) {
        throw error(ErrorCode::SafetensorsDuplicate, "metadata").with("found", printable(*twice));
    }
    m_metadataNames = {};
    m_inMetadata = false;
    m_state = State::Name;
}

void HeaderEvents::beginEntry(std::string& name)
{
    m_job.cancel.throwIfCancelled();
    if (name.empty()) {
        throw error(ErrorCode::TensorKey, "empty");
    }
    if (name.size() > m_job.limits.keyBytes) {
        throw limitError("key", name.size(), m_job.limits.keyBytes);
    }
    if (m_entries.size() >= m_job.limits.tensors) {
        throw limitError("tensors", m_entries.size() + 1, m_job.limits.tensors);
    }
    m_entries.emplace_back();
    entry().key = name;
    entry().position = lengthFieldBytes + position();
    m_hasDType = m_hasShape = m_hasOffsets = false;
    m_state = State::Value;
}

void HeaderEvents::endEntry()
{
    if (!m_hasDType || !m_hasShape || !m_hasOffsets) {
        const std::string_view missing = !m_hasDType ? "dtype" : !m_hasShape ? "shape" : "data_offsets";
        throw error(ErrorCode::SafetensorsTensor, "field-missing").with("expected", missing);
    }
    m_state = State::Name;
}

void HeaderEvents::beginField(std::string_view name)
{
    struct Field {
        std::string_view name;
        State state;
        bool& seen;
    };
    const Field fields[] = {
        {"dtype", State::DType, m_hasDType}, {"shape", State::ShapeStart, m_hasShape}, {"data_offsets", State::OffsetsStart, m_hasOffsets}};
    for (const Field& field : fields) {
        if (field.name == name) {
            if (field.seen) {
                throw error(ErrorCode::SafetensorsDuplicate, name);
            }
            field.seen = true;
            m_state = field.state;
            return;
        }
    }
    throw error(ErrorCode::SafetensorsTensor, "field-unknown").with("found", printable(name));
}

bool HeaderEvents::end_object()
{
    if (m_state == State::MetadataName) {
        endMetadata();
    } else if (m_state == State::Field) {
        endEntry();
    } else {
        m_state = State::End;
    }
    return true;
}

bool HeaderEvents::string(string_t& value)
{
    if (m_state == State::MetadataValue) {
        if (m_metadata != nullptr) {
            m_metadata->emplace_back(m_metadataNames.back(), value);
        }
        m_state = State::MetadataName;
        return true;
    }
    if (m_state != State::DType) {
        unexpected("text");
    }
    const auto dtype = tensor::dtypeFromName(value);
    if (!dtype) {
        throw error(ErrorCode::TensorDType, "dtype").with("found", printable(value));
    }
    entry().dtype = *dtype;
    m_state = State::Field;
    return true;
}

bool HeaderEvents::start_array(size_t)
{
    if (m_state == State::ShapeStart) {
        m_state = State::Shape;
    } else if (m_state == State::OffsetsStart) {
        m_state = State::Offsets;
        m_offsetCount = 0;
    } else {
        unexpected("array");
    }
    return true;
}

bool HeaderEvents::number_unsigned(number_unsigned_t value)
{
    if (m_state == State::Shape) {
        if (entry().shape.size() >= m_job.limits.tensorDimensions) {
            throw error(ErrorCode::SafetensorsTensor, "dimensions").with("limit", uint64_t{m_job.limits.tensorDimensions});
        }
        entry().shape.push_back(value);
    } else if (m_state == State::Offsets && m_offsetCount < 2) {
        (m_offsetCount == 0 ? entry().begin : entry().end) = value;
        ++m_offsetCount;
    } else {
        unexpected("number");
    }
    return true;
}

bool HeaderEvents::end_array()
{
    if (m_state == State::Offsets && m_offsetCount != 2) {
        unexpected("end of array");
    }
    m_state = State::Field;
    return true;
}

}  // namespace

std::vector<HeaderEntry> parseHeader(std::string_view header, const std::string& file, const JobContext& job, Metadata* metadata)
{
    HeaderEvents events(file, job, metadata);
    events.read(header);
    return events.takeEntries();
}

}  // namespace wb::safetensors
