#include "core/verify/content_checks.h"

#include "core/base/error.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/verify/file_hashes.h"
#include "core/verify/tally.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace wb::verify {

namespace {

using Recorded = std::unordered_map<std::string_view, const plan::ReportedTensor*>;

// A tensor that is one run of bytes in its file.
struct TensorSpan {
    const tensor::TensorInfo* info = nullptr;
    Span span;
};

uint64_t firstByte(const tensor::TensorIndex& index, const tensor::TensorInfo& info)
{
    return index.records[info.record].offset + info.storageOffset * tensor::itemSize(info.dtype);
}

class ContentChecker {
public:
    ContentChecker(const ModelFolder& model, JobContext& job) : m_model(model), m_job(job)
    {
        if (model.report) {
            for (const plan::ReportedTensor& tensor : model.report->tensors) {
                m_recorded.emplace(tensor.destination, &tensor);
            }
        }
    }

    std::vector<Check> run()
    {
        for (const WeightSet& set : m_model.weights) {
            for (uint32_t file = 0; file < set.index.files.size(); ++file) {
                checkWeightFile(set, file);
            }
            checkOtherRecords(set);
            requireAllRecorded(set);
        }
        std::vector<Check> checks;
        if (m_model.weights.empty()) {
            m_tensors.fail("weights", "not usable");
        }
        if (m_model.report) {
            compareFiles(*m_model.report);
            checks = {m_tensors.check(), m_files.check()};
        }
        if (m_hasCrcs) {
            checks.push_back(m_crcs.check());
        }
        return checks;
    }

private:
    bool isWanted(const WeightSet& set) const { return m_model.report || set.format == plan::Format::Pth; }

    void checkWeightFile(const WeightSet& set, uint32_t file)
    {
        if (!isWanted(set)) {
            return;
        }
        const std::string name = io::fileName(set.index.files[file].path);
        try {
            const std::vector<TensorSpan> tensors = spansOf(set.index, file);
            std::vector<Span> spans;
            for (const TensorSpan& tensor : tensors) {
                spans.push_back(tensor.span);
            }
            const FileHashes hashes = hashFile(*io::openFile(set.index.files[file].path), spans, m_job);
            for (size_t i = 0; i < tensors.size(); ++i) {
                compareTensor(*tensors[i].info, hashes.spans[i]);
                compareCrc(set.index, tensors[i], hashes.spans[i].crc32);
            }
            m_hashed.insert_or_assign(name, hashes);
        } catch (const Error& error) {
            m_hasCrcs = m_hasCrcs || !m_model.report;
            (m_model.report ? m_files : m_crcs).fail(name, problemOf(error));
        }
    }

    // In byte order. Tensors that share bytes or are scattered were not written so by a conversion: they fail when there is a report.
    std::vector<TensorSpan> spansOf(const tensor::TensorIndex& index, uint32_t file)
    {
        std::vector<TensorSpan> all;
        for (const tensor::TensorInfo& info : index.tensors) {
            const tensor::Record& record = index.records[info.record];
            if (record.file != file) {
                continue;
            }
            if (!info.isContiguous() || record.bigEndian) {
                m_tensors.fail(info.key, "not stored as written");
                continue;
            }
            all.push_back({&info, {firstByte(index, info), info.bytes()}});
        }
        std::stable_sort(all.begin(), all.end(), [](const TensorSpan& a, const TensorSpan& b) { return a.span.offset < b.span.offset; });
        std::vector<TensorSpan> apart;
        uint64_t end = 0;
        for (const TensorSpan& tensor : all) {
            if (tensor.span.bytes > 0 && tensor.span.offset < end) {
                m_tensors.fail(tensor.info->key, "shares bytes with another");
                continue;
            }
            end = std::max(end, tensor.span.offset + tensor.span.bytes);
            apart.push_back(tensor);
        }
        return apart;
    }

    void compareTensor(const tensor::TensorInfo& info, const SpanHash& hash)
    {
        const auto at = m_recorded.find(info.key);
        if (at == m_recorded.end()) {
            m_tensors.fail(info.key, "not recorded");
        } else if (at->second->dtype != tensor::dtypeName(info.dtype)) {
            m_tensors.fail(info.key, fmt::format("{} where {} is recorded", tensor::dtypeName(info.dtype), at->second->dtype));
        } else if (at->second->xxh3 != hash.xxh3) {
            m_tensors.fail(info.key, "values differ from what was copied");
        } else {
            m_tensors.pass();
        }
    }

    void compareCrc(const tensor::TensorIndex& index, const TensorSpan& tensor, uint32_t crc)
    {
        const tensor::Record& record = index.records[tensor.info->record];
        if (!record.crc32 || tensor.span.offset != record.offset || tensor.span.bytes != record.bytes) {
            return;
        }
        m_hasCrcs = true;
        m_checkedRecords.insert(&record);
        if (*record.crc32 == crc) {
            m_crcs.pass();
        } else {
            m_crcs.fail(tensor.info->key, fmt::format("CRC-32 {:08x} where {:08x} is recorded", crc, *record.crc32));
        }
    }

    // Records that several tensors share, or that hold more than one tensor's bytes.
    void checkOtherRecords(const WeightSet& set)
    {
        const checkpoint::SourceFiles files(set.index);
        for (const tensor::TensorInfo& info : set.index.tensors) {
            const tensor::Record& record = set.index.records[info.record];
            if (!record.crc32 || !m_checkedRecords.insert(&record).second) {
                continue;
            }
            m_hasCrcs = true;
            try {
                checkpoint::requireCrc(files, set.index, record, m_job.cancel);
                m_crcs.pass();
            } catch (const Error& error) {
                m_crcs.fail(info.key, problemOf(error));
            }
        }
    }

    void requireAllRecorded(const WeightSet& set)
    {
        std::unordered_set<std::string_view> keys;
        for (const tensor::TensorInfo& info : set.index.tensors) {
            keys.insert(info.key);
        }
        for (const auto& entry : m_recorded) {
            if (!keys.contains(entry.first)) {
                m_tensors.fail(std::string(entry.first), "missing");
            }
        }
    }

    void compareFiles(const plan::ConversionReport& report)
    {
        std::unordered_set<std::string> names;
        for (const plan::WrittenFile& file : report.files) {
            const std::string name = file.name == report.pthName ? pthNameOf(m_model) : file.name;
            names.insert(name);
            try {
                compareFile(name, file, hashesOf(name));
            } catch (const Error& error) {
                m_files.fail(name, problemOf(error));
            }
        }
        for (const auto& entry : m_hashed) {
            if (!names.contains(entry.first)) {
                m_files.fail(entry.first, "not recorded");
            }
        }
    }

    const FileHashes& hashesOf(const std::string& name)
    {
        const auto at = m_hashed.find(name);
        if (at != m_hashed.end()) {
            return at->second;
        }
        const bool beside = !m_model.report->pthName.empty() && name == pthNameOf(m_model);
        const auto file = beside ? io::openNoLink(io::join(io::parentFolder(m_model.path), name)) : io::openInside(m_model.path, name);
        return m_hashed.emplace(name, hashFile(*file, {}, m_job)).first->second;
    }

    void compareFile(const std::string& name, const plan::WrittenFile& file, const FileHashes& hashes)
    {
        if (hashes.bytes != file.bytes) {
            m_files.fail(name, fmt::format("{} bytes where {} are recorded", hashes.bytes, file.bytes));
        } else if (hashes.sha256 != file.sha256) {
            m_files.fail(name, "sha256 differs");
        } else {
            m_files.pass();
        }
    }

    const ModelFolder& m_model;
    JobContext& m_job;
    Recorded m_recorded;
    std::map<std::string, FileHashes> m_hashed;
    std::unordered_set<const tensor::Record*> m_checkedRecords;
    Tally m_tensors{"tensor-hashes"};
    Tally m_files{"file-hashes"};
    Tally m_crcs{"record-crcs"};
    bool m_hasCrcs = false;
};

}  // namespace

std::vector<Check> checkContent(const ModelFolder& model, JobContext& job)
{
    return ContentChecker(model, job).run();
}

uint64_t contentBytes(const ModelFolder& model)
{
    uint64_t bytes = 0;
    for (const WeightSet& set : model.weights) {
        for (const tensor::SourceFile& file : set.index.files) {
            bytes += model.report || set.format == plan::Format::Pth ? file.bytes : 0;
        }
    }
    return bytes;
}

}  // namespace wb::verify
