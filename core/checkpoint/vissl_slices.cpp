#include "core/checkpoint/vissl_slices.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/checkpoint/tensor_assembly.h"
#include "core/checkpoint/torch_container.h"
#include "core/io/folder.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace wb::checkpoint {

namespace {

// "folder/model.torch" -> "folder/model_layers"
std::string sliceFolder(const std::string& listPath)
{
    const std::string name = io::fileName(listPath);
    const size_t dot = name.rfind('.');
    const std::string stem = dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
    return io::join(io::parentFolder(listPath), stem + "_layers");
}

// What follows the last separator of either system.
std::string lastName(const std::string& path)
{
    return path.substr(path.find_last_of("/\\") + 1);
}

class SliceFolder {
public:
    SliceFolder(const io::ByteSource& list, tensor::TensorIndex& index, JobContext& job)
        : m_list(list), m_folder(sliceFolder(list.name())), m_index(index), m_job(job), m_assembly(index, job.limits)
    {}

    void add(const FoundSlice& slice);
    void finish();

private:
    Error fault(const FoundSlice& slice, std::string_view problem) const
    {
        return Error(ErrorCode::SliceFile)
            .file(m_list.name())
            .part(printable(lastName(slice.path)))
            .with("key", printable(slice.key))
            .with("problem", problem);
    }
    std::unique_ptr<io::ByteSource> open(const FoundSlice& slice) const;
    void read(const FoundSlice& slice, const io::ByteSource& source);

    const io::ByteSource& m_list;
    std::string m_folder;
    tensor::TensorIndex& m_index;
    JobContext& m_job;
    TensorAssembly m_assembly;
    std::map<std::string, size_t> m_known;  // slice to the first tensor read from it
};

std::unique_ptr<io::ByteSource> SliceFolder::open(const FoundSlice& slice) const
{
    const std::string name = lastName(slice.path);
    if (name.empty() || name == "." || name == ".." || name.find('\0') != std::string::npos) {
        throw fault(slice, "name");
    }
    try {
        return io::openInside(m_folder, name);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::NotFound) {
            throw fault(slice, "missing").with("path", io::join(m_folder, printable(name)));
        }
        throw;
    }
}

void SliceFolder::read(const FoundSlice& slice, const io::ByteSource& source)
{
    const auto container = openTorchContainer(source, m_job);
    const PickleTree& tree = container->tree();
    const ValueId type = tree.get(tree.root, "type");
    const ValueId weight = tree.get(tree.root, "weight");
    if (type == noValue || tree[type].kind != ValueKind::String || tree[type].text != "slice" || weight == noValue) {
        throw fault(slice, "not-a-slice");
    }
    const auto file = static_cast<uint32_t>(m_index.files.size());
    m_index.files.push_back({source.name(), source.size(), source.identity().modifiedNs, source.identity().validator});
    m_assembly.add(*container, file, FoundTensor{slice.key, weight});
    m_index.opaque.insert(m_index.opaque.end(), tree.opaque.begin(), tree.opaque.end());
    m_index.calls.insert(m_index.calls.end(), tree.calls.begin(), tree.calls.end());
}

void SliceFolder::add(const FoundSlice& slice)
{
    m_job.cancel.throwIfCancelled();
    const auto known = m_known.find(lastName(slice.path));
    if (known != m_known.end()) {
        tensor::TensorInfo again = m_index.tensors[known->second];
        again.key = slice.key;
        m_index.tensors.push_back(std::move(again));
        return;
    }
    const auto source = open(slice);
    try {
        read(slice, *source);
    } catch (Error& error) {
        error.withDefault("file", source->name());
        error.withDefault("key", printable(slice.key));
        throw;
    }
    m_known.emplace(lastName(slice.path), m_index.tensors.size() - 1);
}

void sortOnceEach(std::vector<std::string>& names)
{
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

void SliceFolder::finish()
{
    m_assembly.warnOfSharing();
    sortOnceEach(m_index.opaque);
    sortOnceEach(m_index.calls);
}

}  // namespace

void addSlices(const io::ByteSource& list, const FoundStateDict& found, tensor::TensorIndex& index, JobContext& job)
{
    if (list.isRemote()) {
        throw Error(ErrorCode::NotAvailable).file(list.name()).with("name", "vissl-slices over the network");
    }
    SliceFolder folder(list, index, job);
    for (const FoundSlice& slice : found.slices) {
        folder.add(slice);
    }
    folder.finish();
    index.container = tensor::Container::VisslSlices;
}

}  // namespace wb::checkpoint
