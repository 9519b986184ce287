#pragma once

#include "app/torch/commands.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"
#include "core/job/demo_checkpoint.h"
#include "core/job/pipeline.h"
#include "core/safetensors/layout.h"
#include "core/safetensors/reader.h"
#include "core/verify/parity_report.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wb::test {

// A checkpoint, the folder made from it, and comparisons of both as the program makes them.
class ConvertedPair {
public:
    // Outcome of one comparison.
    struct Compared {
        std::optional<verify::ParityReport> report;
        std::optional<Error> error;
    };

    static std::string data(const std::string& name) { return std::string(WB_TEST_DATA) + "/checkpoints/" + name; }

    void useFile(const std::string& checkpoint, const std::function<void(plan::Options&)>& change = {})
    {
        m_checkpoint = checkpoint;
        convert(change);
    }
    void makeDemo(const std::string& variant, double scale, uint64_t seed, const std::function<void(plan::Options&)>& change = {},
                  job::DemoContainer container = job::DemoContainer::Zip)
    {
        job::DemoOptions options;
        options.path = m_root.filePath("demo.torch").toStdString();
        options.variant = variant;
        options.scale = scale;
        options.seed = seed;
        options.container = container;
        options.overwrite = true;
        job::makeDemo(options, m_job);
        useFile(options.path, change);
    }

    const std::string& checkpoint() const { return m_checkpoint; }
    std::string folder() const { return m_root.filePath("model").toStdString(); }
    std::string path(const char* name) const { return m_root.filePath(QString::fromUtf8(name)).toStdString(); }
    JobContext& job() { return m_job; }
    CancelToken& cancel() { return m_cancel; }

    Compared compare(const std::function<void(helper::CommandLine&)>& change = {})
    {
        m_line = {};
        m_line.verb = helper::Verb::Parity;
        m_line.common.json = true;
        m_line.common.quiet = true;
        m_line.common.source = m_checkpoint;
        m_line.folder = folder();
        if (change) {
            change(m_line);
        }
        m_session = std::make_unique<cli::Session>(m_line.common, m_cancel);
        m_running = &m_session->job().progress;
        Compared compared;
        try {
            cli::CommandResult result = helper::parityCommand(m_line, *m_session);
            compared.report = verify::parityFromJson(result.output);
            compared.error = std::move(result.error);
        } catch (const Error& error) {
            compared.error = error;
        }
        return compared;
    }
    // Where the comparison that runs stands; for another thread, until the next begins.
    Progress::Snapshot progress() const
    {
        const Progress* running = m_running;
        return running != nullptr ? running->snapshot() : Progress::Snapshot();
    }
    // True when the comparison was cancelled.
    bool isCancelled(const std::function<void(helper::CommandLine&)>& change)
    {
        try {
            compare(change);
        } catch (const Cancelled&) {
            return true;
        }
        return false;
    }

    // The folder's weights, one file.
    tensor::TensorIndex index() { return safetensors::readSafetensors(*io::openFile(weightFile()), m_job); }
    std::string weightFile() const { return io::join(folder(), "model.safetensors"); }

    // Values of a tensor of the folder, as they lie there.
    std::string bytesOf(const std::string& key)
    {
        const Place place = placeOf(key);
        QFile file(QString::fromStdString(weightFile()));
        file.open(QIODevice::ReadOnly);
        file.seek(place.offset);
        return file.read(place.bytes).toStdString();
    }
    void setBytes(const std::string& key, const std::string& bytes)
    {
        QFile file(QString::fromStdString(weightFile()));
        file.open(QIODevice::ReadWrite);
        file.seek(placeOf(key).offset);
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }
    void changeFloat(const std::string& key, size_t element, const std::function<float(float)>& change)
    {
        std::string bytes = bytesOf(key);
        float value = 0;
        std::memcpy(&value, bytes.data() + element * sizeof value, sizeof value);
        value = change(value);
        std::memcpy(bytes.data() + element * sizeof value, &value, sizeof value);
        setBytes(key, bytes);
    }
    void swapTensors(const std::string& one, const std::string& other)
    {
        const std::string bytes = bytesOf(one);
        setBytes(one, bytesOf(other));
        setBytes(other, bytes);
    }
    // The folder's tensors in another file, under other keys.
    void writeRenamed(const std::string& path, const std::function<std::string(const std::string&)>& rename)
    {
        const tensor::TensorIndex all = index();
        std::vector<safetensors::OutputTensor> tensors;
        for (const tensor::TensorInfo& info : all.tensors) {
            tensors.push_back({rename(info.key), info.dtype, info.shape, info.bytes()});
        }
        const safetensors::Layout layout = safetensors::layoutFile(tensors);
        std::string file = layout.head;
        const std::string old = io::readSmallFile(weightFile(), 1 << 30);
        for (const size_t number : layout.order) {
            const tensor::Record& record = all.records[all.tensors[number].record];
            file += old.substr(record.offset, record.bytes);
        }
        io::writeFileAtomically(path, file);
    }
    void replaceInFile(const char* name, const QByteArray& before, const QByteArray& after)
    {
        QFile file(QString::fromStdString(io::join(folder(), name)));
        file.open(QIODevice::ReadOnly);
        const QByteArray text = file.readAll();
        file.close();
        file.open(QIODevice::WriteOnly | QIODevice::Truncate);
        file.write(QByteArray(text).replace(before, after));
    }

private:
    struct Place {
        qint64 offset = 0;
        qint64 bytes = 0;
    };

    void convert(const std::function<void(plan::Options&)>& change)
    {
        QDir(QString::fromStdString(folder())).removeRecursively();
        plan::Options options;
        options.outputFolder = folder();
        if (change) {
            change(options);
        }
        job::run(job::makePlan(job::inspect(m_checkpoint, {}, m_job), options, m_job), {}, false, m_job);
    }
    Place placeOf(const std::string& key)
    {
        const tensor::TensorIndex all = index();
        for (const tensor::TensorInfo& info : all.tensors) {
            if (info.key == key) {
                return {static_cast<qint64>(all.records[info.record].offset), static_cast<qint64>(info.bytes())};
            }
        }
        throw Error(ErrorCode::Internal).part(key);
    }

    QTemporaryDir m_root;
    std::string m_checkpoint;
    helper::CommandLine m_line;
    std::unique_ptr<cli::Session> m_session;
    std::atomic<const Progress*> m_running{nullptr};
    CancelToken m_cancel;
    Progress m_progress;
    Log m_log;
    JobContext m_job{m_cancel, m_progress, m_log};
};

}  // namespace wb::test
