#pragma once

#include "core/base/hash.h"
#include "core/base/job_context.h"
#include "core/convert/convert.h"
#include "core/convert/output_paths.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/plan/plan.h"
#include "core/plan/pth_layout.h"
#include "core/tensor/cast.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstring>
#include <map>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace wb::test {

// A small conversion made by hand: a raw source file of records with CRC-32s, and the plan that carries it out. Holds one large tensor, many tiny
// ones, a scalar, an empty one, a transposed view, and two views of one record.
class SampleConversion {
public:
    struct Wish {
        plan::Format format = plan::Format::Safetensors;
        uint32_t shards = 1;
        uint64_t largeValues = 300'000;
        bool halves = false;  // write floating tensors as F16
    };

    SampleConversion(const std::string& folder, const Wish& wish) : m_wish(wish)
    {
        plan.options.outputFolder = io::join(folder, "out/model");
        plan.options.format = wish.format;
        plan.source.container = tensor::Container::TorchZip;
        makeTensors();
        writeSource(io::join(folder, "source.bin"));
        planFiles();
        addText("config.json", "{}\n");
        addText("README.md", "# A model\n");
        plan.fingerprint = Sha256::of("sample " + std::to_string(static_cast<int>(wish.format)) + ' ' + std::to_string(wish.shards) +
                                      (wish.halves ? " halves" : ""));
    }

    convert::Result run(bool overwrite = false)
    {
        convert::ConvertOptions options;
        options.overwrite = overwrite;
        return convert::convert(plan, options, job);
    }

    std::string outputFolder() const { return plan.options.outputFolder; }
    std::string workFolder() const { return io::join(outputFolder(), convert::OutputPaths::workName); }
    std::string sourcePath() const { return plan.source.files.front().path; }
    std::string pthPath() const { return outputFolder() + ".pth"; }

    // Every file below the folder that holds the output, by relative path, without the report (its hashes are of the others).
    std::map<std::string, QByteArray> outputs() const
    {
        std::map<std::string, QByteArray> found;
        collect(QString::fromStdString(io::parentFolder(outputFolder())), {}, found);
        found.erase("model/conversion-report.json");
        return found;
    }

    // What outputs() must give for safetensors files, worked out from the values and not from the source file.
    std::map<std::string, QByteArray> expectedSafetensors() const
    {
        std::map<std::string, QByteArray> expected;
        for (const plan::PlannedFile& file : plan.weightFiles) {
            if (file.format == plan::Format::Safetensors) {
                QByteArray bytes = QByteArray::fromStdString(file.head);
                for (uint32_t i = 0; i < file.tensorCount; ++i) {
                    bytes += m_values[file.firstTensor + i];
                }
                expected["model/" + file.name] = bytes;
            }
        }
        for (const mapping::TextFile& file : plan.textFiles) {
            expected["model/" + file.name] = QByteArray::fromStdString(file.text);
        }
        return expected;
    }

    CancelToken cancel;
    Progress progress;
    Log log;
    JobContext job{cancel, progress, log};
    plan::Plan plan;

private:
    static void collect(const QString& folder, const QString& prefix, std::map<std::string, QByteArray>& found)
    {
        const QDir dir(folder);
        for (const QFileInfo& info : dir.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
            const QString name = prefix + info.fileName();
            if (info.isDir() && !info.isSymLink()) {
                collect(info.filePath(), name + '/', found);
                continue;
            }
            QFile file(info.filePath());
            found[name.toStdString()] = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
        }
    }

    QByteArray randomFloats(uint64_t count)
    {
        std::vector<float> values(count);
        for (float& value : values) {
            value = static_cast<float>(m_random() % 20'000) / 100.0F - 100.0F;
        }
        return QByteArray(reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size() * sizeof(float)));
    }

    uint32_t addRecord(const QByteArray& bytes)
    {
        tensor::Record record;
        record.name = "archive/data/" + std::to_string(plan.source.records.size());
        record.offset = static_cast<uint64_t>(m_source.size());
        record.bytes = static_cast<uint64_t>(bytes.size());
        record.crc32 = crc32(0, std::as_bytes(std::span(bytes.data(), static_cast<size_t>(bytes.size()))));
        plan.source.records.push_back(record);
        m_source += bytes;
        return static_cast<uint32_t>(plan.source.records.size() - 1);
    }

    // `values`: what the tensor holds, row by row.
    void addTensor(const std::string& key, tensor::DType dtype, std::vector<uint64_t> shape, uint32_t record, const QByteArray& values,
                   std::vector<uint64_t> strides = {}, uint64_t offset = 0)
    {
        tensor::TensorInfo info;
        info.key = "source." + key;
        info.dtype = dtype;
        info.shape = shape;
        info.strides = strides.empty() ? tensor::contiguousStrides(shape) : strides;
        info.record = record;
        info.storageOffset = offset;
        plan::PlannedTensor planned;
        planned.destination = key;
        planned.source = static_cast<uint32_t>(plan.source.tensors.size());
        planned.dtype = m_wish.halves && tensor::isFloating(dtype) ? tensor::DType::F16 : dtype;
        planned.shape = shape;
        planned.bytes = info.elements() * tensor::itemSize(planned.dtype);
        QByteArray out(static_cast<qsizetype>(planned.bytes), '\0');
        if (planned.dtype == dtype) {
            out = values;
        } else {
            tensor::castFloating(dtype, std::as_bytes(std::span(values.data(), static_cast<size_t>(values.size()))), planned.dtype,
                                 std::as_writable_bytes(std::span(out.data(), static_cast<size_t>(out.size()))));
        }
        m_values.push_back(out);
        plan.source.tensors.push_back(info);
        plan.tensors.push_back(planned);
        plan.totalBytes += planned.bytes;
        mapping::KeyMapRow row;
        row.source = info.key;
        row.destination = key;
        row.status = mapping::Status::Mapped;
        row.dtype = dtype;
        row.shape = row.sourceShape = shape;
        row.tensor = planned.source;
        plan.map.rows.push_back(row);
    }

    void addWhole(const std::string& key, const std::vector<uint64_t>& shape, uint64_t count)
    {
        const QByteArray values = randomFloats(count);
        addTensor(key, tensor::DType::F32, shape, addRecord(values), values);
    }

    void makeTensors()
    {
        addTensor("steps", tensor::DType::I64, {}, addRecord(QByteArray(8, '\7')), QByteArray(8, '\7'));
        addWhole("large.weight", {m_wish.largeValues / 10, 10}, m_wish.largeValues / 10 * 10);
        for (int i = 0; i < 60; ++i) {
            addWhole("tiny." + std::to_string(i), {12}, 12);
        }
        addTensor("empty", tensor::DType::F32, {0, 4}, addRecord({}), {});
        const QByteArray block = randomFloats(6);
        const uint32_t record = addRecord(block);
        QByteArray transposed;
        for (const int from : {0, 3, 1, 4, 2, 5}) {
            transposed += block.mid(from * 4, 4);
        }
        addTensor("transposed", tensor::DType::F32, {3, 2}, record, transposed, {1, 3});
        addTensor("slice", tensor::DType::F32, {2}, record, block.mid(12, 8), {1}, 3);
        addWhole("middle.weight", {64, 1024}, 65'536);
        addWhole("last.bias", {1000}, 1000);
    }

    void writeSource(const std::string& path)
    {
        QFile file(QString::fromStdString(path));
        if (!file.open(QIODevice::WriteOnly) || file.write(m_source) != m_source.size()) {
            qFatal("no room for the sample");
        }
        file.close();
        tensor::SourceFile source;
        source.path = path;
        source.bytes = static_cast<uint64_t>(m_source.size());
        source.modifiedNs = io::openFile(path)->identity().modifiedNs;
        plan.source.files.push_back(source);
    }

    void planFiles()
    {
        const auto count = static_cast<uint32_t>(plan.tensors.size());
        for (uint32_t shard = 0; shard < m_wish.shards && m_wish.format != plan::Format::Pth; ++shard) {
            plan::PlannedFile file;
            file.name = "model-" + std::to_string(shard) + ".safetensors";
            file.firstTensor = count * shard / m_wish.shards;
            file.tensorCount = count * (shard + 1) / m_wish.shards - file.firstTensor;
            file.head = "head of " + file.name;
            file.bytes = file.head.size();
            for (uint32_t i = 0; i < file.tensorCount; ++i) {
                file.offsets.push_back(file.bytes);
                file.bytes += plan.tensors[file.firstTensor + i].bytes;
            }
            plan.weightFiles.push_back(file);
        }
        if (m_wish.format != plan::Format::Safetensors) {
            plan.weightFiles.push_back(plan::layoutPth("model.pth", plan.tensors));
        }
    }

    void addText(const std::string& name, const std::string& text)
    {
        mapping::TextFile file;
        file.name = name;
        file.text = text;
        plan.textFiles.push_back(file);
    }

    Wish m_wish;
    std::mt19937 m_random{20};
    QByteArray m_source;
    std::vector<QByteArray> m_values;
};

}  // namespace wb::test
