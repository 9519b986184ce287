#pragma once

#include "core/base/hash.h"
#include "core/base/job_context.h"
#include "core/checkpoint/torch_checkpoint.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"
#include "core/plan/conversion_report.h"
#include "core/plan/planner.h"
#include "core/plan/pth_layout.h"
#include "core/safetensors/layout.h"
#include "core/safetensors/reader.h"
#include "core/tensor/cast.h"
#include "tests/support/tiny_family.h"

#include <QTemporaryDir>

#include <bit>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wb::test {

inline std::span<const std::byte> bytesOf(const std::string& text)
{
    return std::as_bytes(std::span(text));
}

inline plan::PlannedTensor tensorNamed(const std::string& key, tensor::DType dtype, const std::vector<uint64_t>& shape)
{
    plan::PlannedTensor planned;
    planned.destination = key;
    planned.dtype = dtype;
    planned.shape = shape;
    planned.bytes = tensor::itemSize(dtype);
    for (const uint64_t size : shape) {
        planned.bytes *= size;
    }
    return planned;
}

// The bytes of a .pth.
inline std::string pthBytes(const plan::PlannedFile& file, const std::vector<plan::PlannedTensor>& tensors, const std::vector<std::string>& values)
{
    std::string out;
    std::vector<uint32_t> crcs;
    for (uint32_t i = 0; i < tensors.size(); ++i) {
        out += plan::pthBefore(file, tensors, i, crcs.empty() ? 0 : crcs.back()) + values[i];
        crcs.push_back(crc32(0, bytesOf(values[i])));
    }
    return out + plan::pthAfter(file, tensors, crcs);
}

// A checkpoint of the tiny family, the plan of its conversion, and the result on disk with its report, all written here by hand.
class WrittenFolder {
public:
    struct Wish {
        bool torchSource = false;  // a .pth with CRC-32s; else safetensors
        plan::Format format = plan::Format::Safetensors;
        uint64_t shardBytes = 0;
        std::optional<tensor::DType> dtype = std::nullopt;
        bool report = true;
    };

    explicit WrittenFolder(const Wish& wish) : folder(m_temporary.filePath("model").toStdString())
    {
        writeSource(wish.torchSource);
        plan::Options options;
        options.outputFolder = folder;
        options.format = wish.format;
        options.shardBytes = wish.shardBytes;
        options.dtype = wish.dtype;
        plan = plan::makePlan(family, source, options, job);
        io::makeFolders(folder);
        writeResult();
        if (wish.report) {
            rewriteReport();
        }
    }

    void rewriteReport() const { io::writeFileAtomically(inFolder(plan::reportName), plan::reportToJson(report)); }
    std::string inFolder(const std::string& name) const { return io::join(folder, name); }
    std::string read(const std::string& path) const { return io::readSmallFile(path, 1 << 20); }
    void flipByte(const std::string& path, uint64_t offset) const
    {
        std::string bytes = read(path);
        bytes.at(static_cast<size_t>(offset)) = static_cast<char>(bytes[static_cast<size_t>(offset)] ^ 1);
        io::writeFileAtomically(path, bytes);
    }
    // Path of weight file `file`, and the place in it of its tensor `key`.
    std::string weightPath(size_t file = 0) const { return plan.pathOf(plan.weightFiles.at(file)); }
    uint64_t offsetOf(const std::string& key, size_t file = 0) const
    {
        const plan::PlannedFile& planned = plan.weightFiles.at(file);
        for (uint32_t i = 0; i < planned.tensorCount; ++i) {
            if (plan.tensors[planned.firstTensor + i].destination == key) {
                return planned.offsets[i];
            }
        }
        return 0;
    }

    // The source anew, its values changed by one bit when `key` is given.
    tensor::TensorIndex sourceAgain(bool torchSource, const std::string& key = {})
    {
        m_flipped = key;
        writeSource(torchSource);
        return source;
    }

private:
    QTemporaryDir m_temporary;
    std::string m_flipped;
    std::map<std::string, std::string> m_values;  // by source key

public:
    std::string folder;
    TinyFamily family;
    CancelToken cancel;
    Progress progress;
    Log log;
    JobContext job{cancel, progress, log};
    tensor::TensorIndex source;
    std::string sourcePath;
    plan::Plan plan;
    plan::ConversionReport report;

private:
    static std::string valuesOf(const plan::PlannedTensor& tensor)
    {
        std::string out;
        for (uint64_t i = 0; i < tensor.bytes / tensor::itemSize(tensor.dtype); ++i) {
            if (tensor.dtype == tensor::DType::I64) {
                out += std::string(8, '\1');
                continue;
            }
            const auto bits = std::bit_cast<uint32_t>(static_cast<float>(i) * 1.1F + static_cast<float>(tensor.destination.size()));
            for (uint32_t shift = 0; shift < 32; shift += 8) {
                out += static_cast<char>(static_cast<uint8_t>(bits >> shift));
            }
        }
        return out;
    }

    void writeSource(bool torchSource)
    {
        using tensor::DType;
        const std::vector<plan::PlannedTensor> tensors{tensorNamed("src.weight", DType::F32, {4, 3}), tensorNamed("src.bias", DType::F32, {4}),
                                                       tensorNamed("src.running_mean", DType::F32, {4}), tensorNamed("src.count", DType::I64, {}),
                                                       tensorNamed("src.head", DType::F32, {2, 4})};
        std::vector<std::string> values;
        for (const plan::PlannedTensor& tensor : tensors) {
            values.push_back(valuesOf(tensor));
            if (tensor.destination == m_flipped) {
                values.back()[1] = static_cast<char>(values.back()[1] ^ 1);
            }
            m_values[tensor.destination] = values.back();
        }
        sourcePath = m_temporary.filePath(torchSource ? "source.torch" : "source.safetensors").toStdString();
        io::writeFileAtomically(sourcePath,
                                torchSource ? pthBytes(plan::layoutPth("x", tensors), tensors, values) : safetensorsBytes(tensors, values));
        source = torchSource ? checkpoint::readTorchCheckpoint(*io::openFile(sourcePath), {}, job)
                             : safetensors::readSafetensors(*io::openFile(sourcePath), job);
    }

    static std::string safetensorsBytes(const std::vector<plan::PlannedTensor>& tensors, const std::vector<std::string>& values)
    {
        std::vector<safetensors::OutputTensor> outputs;
        for (const plan::PlannedTensor& tensor : tensors) {
            outputs.push_back({tensor.destination, tensor.dtype, tensor.shape, tensor.bytes});
        }
        const safetensors::Layout layout = safetensors::layoutFile(outputs);
        std::string out = layout.head;
        for (const size_t at : layout.order) {
            out += values[at];
        }
        return out;
    }

    std::string convertedValues(const plan::PlannedTensor& planned) const
    {
        const tensor::TensorInfo& info = plan.source.tensors[planned.source];
        const std::string& values = m_values.at(info.key);
        if (info.dtype == planned.dtype) {
            return values;
        }
        std::string out(static_cast<size_t>(planned.bytes), '\0');
        tensor::castFloating(info.dtype, bytesOf(values), planned.dtype, std::as_writable_bytes(std::span(out)));
        return out;
    }

    void writeResult()
    {
        std::vector<std::string> values;
        for (const plan::PlannedTensor& planned : plan.tensors) {
            values.push_back(convertedValues(planned));
            TensorHash hash;
            hash.update(bytesOf(values.back()));
            report.tensors.push_back(
                {planned.destination, plan.source.tensors[planned.source].key, std::string(tensor::dtypeName(planned.dtype)), hash.hex(), 0});
        }
        for (const plan::PlannedFile& file : plan.weightFiles) {
            std::string bytes = file.head;
            for (uint32_t i = 0; i < file.tensorCount; ++i) {
                bytes += values[file.firstTensor + i];
            }
            if (file.format == plan::Format::Pth) {
                bytes = pthBytes(file, plan.tensors, values);
                report.pthName = file.name;
            }
            put(file.name, plan.pathOf(file), bytes);
        }
        for (const mapping::TextFile& file : plan.textFiles) {
            put(file.name, inFolder(file.name), file.text);
        }
        report.format = plan::formatName(plan.options.format);
        report.fingerprint = plan.fingerprint;
    }

    void put(const std::string& name, const std::string& path, const std::string& bytes)
    {
        io::writeFileAtomically(path, bytes);
        report.files.push_back({name, bytes.size(), Sha256::of(bytes)});
    }
};

}  // namespace wb::test
