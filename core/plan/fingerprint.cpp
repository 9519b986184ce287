#include "core/plan/fingerprint.h"

#include "core/base/hash.h"

#include <concepts>
#include <set>
#include <string_view>

namespace wb::plan {

namespace {

constexpr uint64_t layoutVersion = 1;  // to be raised when the same plan comes to give other bytes

// Fields with their lengths before them, so that no two lists of fields read the same.
class FieldHash {
public:
    void add(std::string_view field)
    {
        m_pending += std::to_string(field.size());
        m_pending += ':';
        m_pending += field;
        if (m_pending.size() > flushBytes) {
            flush();
        }
    }
    void add(std::integral auto number) { add(std::string_view(std::to_string(number))); }
    void add(const std::vector<uint64_t>& numbers)
    {
        add(numbers.size());
        for (const uint64_t number : numbers) {
            add(number);
        }
    }
    std::string finish()
    {
        flush();
        return m_hash.finishHex();
    }

private:
    static constexpr size_t flushBytes = 64 << 10;

    void flush()
    {
        m_hash.update(std::as_bytes(std::span(m_pending)));
        m_pending.clear();
    }

    std::string m_pending;
    Sha256 m_hash;
};

void addRecords(FieldHash& hash, const Plan& plan)
{
    std::set<uint32_t> used;
    for (const PlannedTensor& planned : plan.tensors) {
        used.insert(plan.source.tensors[planned.source].record);
    }
    bool allHaveCrc = true;
    for (const uint32_t number : used) {
        const tensor::Record& record = plan.source.records[number];
        allHaveCrc = allHaveCrc && record.crc32.has_value();
        hash.add(number);
        hash.add(record.file);
        hash.add(record.name);
        hash.add(record.offset);
        hash.add(record.bytes);
        hash.add(record.bigEndian ? "big" : "little");
        hash.add(record.crc32 ? std::to_string(*record.crc32) : "none");
        if (record.unread) {
            hash.add("unread");
        }
    }
    if (!allHaveCrc) {
        for (const tensor::SourceFile& file : plan.source.files) {
            hash.add(file.bytes);
            hash.add(file.modifiedNs);
            if (!file.validator.empty()) {
                hash.add("validator");
                hash.add(file.validator);
            }
        }
    }
}

void addTensors(FieldHash& hash, const Plan& plan)
{
    for (const PlannedTensor& planned : plan.tensors) {
        const tensor::TensorInfo& info = plan.source.tensors[planned.source];
        hash.add(info.key);
        hash.add(tensor::dtypeName(info.dtype));
        hash.add(info.shape);
        hash.add(info.strides);
        hash.add(info.record);
        hash.add(info.storageOffset);
        hash.add(planned.destination);
        hash.add(tensor::dtypeName(planned.dtype));
    }
}

}  // namespace

std::string fingerprintOf(const Plan& plan)
{
    FieldHash hash;
    hash.add("weightbridge plan");
    hash.add(layoutVersion);
    hash.add(tensor::containerName(plan.source.container));
    hash.add(plan.options.dtype ? tensor::dtypeName(*plan.options.dtype) : "keep");
    hash.add(plan.options.shardBytes);
    hash.add(formatName(plan.options.format));
    hash.add(plan.tensors.size());
    addRecords(hash, plan);
    addTensors(hash, plan);
    for (const mapping::KeyMapRow& row : plan.map.rows) {
        hash.add(mapping::statusName(row.status));
        hash.add(row.source ? *row.source : "");
        hash.add(row.destination ? *row.destination : "");
    }
    for (const mapping::TextFile& file : plan.textFiles) {
        hash.add(file.name);
        hash.add(file.text);
    }
    return hash.finish();
}

}  // namespace wb::plan
