#include "core/plan/planned_weights.h"

#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/folder.h"
#include "core/plan/pth_layout.h"
#include "core/safetensors/layout.h"
#include "core/tensor/cast.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace wb::plan {

namespace {

constexpr uint64_t beyondAnyDisk = 1ULL << 60;
constexpr uint64_t harmlessExpansion = 64ULL << 20;  // a file may ask for so much more than it holds
constexpr uint64_t mostTimesTheFile = 4;

bool isPlaced(const mapping::KeyMapRow& row) noexcept
{
    const bool status = row.status == mapping::Status::Mapped || row.status == mapping::Status::Edited;
    return status && row.tensor && row.destination;
}

PlannedTensor plannedTensor(const Plan& plan, const mapping::KeyMapRow& row)
{
    const tensor::TensorInfo& info = plan.source.tensors[*row.tensor];
    PlannedTensor planned;
    planned.destination = *row.destination;
    planned.source = *row.tensor;
    planned.dtype = plan.options.dtype && tensor::canCast(info.dtype) ? *plan.options.dtype : info.dtype;
    planned.shape = info.shape;
    const auto bytes = checkedMul(info.elements(), tensor::itemSize(planned.dtype));
    if (!bytes || *bytes > beyondAnyDisk) {
        throw Error(ErrorCode::TensorExpanded)
            .with("key", printable(info.key))
            .with("problem", "overflow")
            .with("found", tensor::shapeText(info.shape));
    }
    planned.bytes = *bytes;
    return planned;
}

uint64_t requireTotal(const std::vector<PlannedTensor>& tensors)
{
    uint64_t total = 0;
    for (const PlannedTensor& planned : tensors) {
        total += planned.bytes;  // neither is above beyondAnyDisk
        if (total > beyondAnyDisk) {
            throw Error(ErrorCode::TensorExpanded).with("key", printable(planned.destination)).with("problem", "overflow").with("found", total);
        }
    }
    return total;
}

std::vector<PlannedTensor> inSourceOrder(const Plan& plan)
{
    std::vector<PlannedTensor> tensors;
    for (const mapping::KeyMapRow& row : plan.map.rows) {
        if (isPlaced(row)) {
            tensors.push_back(plannedTensor(plan, row));
        }
    }
    const auto place = [&](const PlannedTensor& planned) {
        const tensor::TensorInfo& info = plan.source.tensors[planned.source];
        const tensor::Record& record = plan.source.records[info.record];
        return std::tuple(record.file, record.offset, info.storageOffset, planned.source);
    };
    std::sort(tensors.begin(), tensors.end(), [&](const PlannedTensor& a, const PlannedTensor& b) { return place(a) < place(b); });
    return tensors;
}

std::vector<safetensors::OutputTensor> outputTensors(const std::vector<PlannedTensor>& tensors)
{
    std::vector<safetensors::OutputTensor> out;
    out.reserve(tensors.size());
    for (const PlannedTensor& planned : tensors) {
        out.push_back({planned.destination, planned.dtype, planned.shape, planned.bytes});
    }
    return out;
}

PlannedFile shardOf(safetensors::Layout& layout, std::string name, size_t first)
{
    PlannedFile file;
    file.format = Format::Safetensors;
    file.name = std::move(name);
    file.bytes = layout.fileBytes;
    file.head = std::move(layout.head);
    file.firstTensor = static_cast<uint32_t>(first);
    file.tensorCount = static_cast<uint32_t>(layout.order.size());
    file.offsets = std::move(layout.offsets);
    return file;
}

// Cuts `inOrder` into shards and puts the tensors into the plan in their order inside them.
std::vector<PlannedFile> planShards(const std::vector<PlannedTensor>& inOrder, Plan& plan)
{
    const std::vector<safetensors::OutputTensor> outputs = outputTensors(inOrder);
    const std::vector<size_t> counts = safetensors::cutShards(outputs, plan.options.shardBytes);
    std::vector<PlannedFile> files;
    auto begin = outputs.begin();
    for (size_t shard = 0; shard < counts.size(); ++shard) {
        const auto end = begin + static_cast<std::ptrdiff_t>(counts[shard]);
        safetensors::Layout layout = safetensors::layoutFile(std::vector<safetensors::OutputTensor>(begin, end));
        const size_t first = plan.tensors.size();
        for (const size_t at : layout.order) {
            plan.tensors.push_back(inOrder[first + at]);
        }
        files.push_back(shardOf(layout, safetensors::shardName(shard, counts.size()), first));
        begin = end;
    }
    return files;
}

uint64_t saturatedSum(uint64_t a, uint64_t b) noexcept
{
    return checkedAdd(a, b).value_or(std::numeric_limits<uint64_t>::max());
}

}  // namespace

void planWeights(Plan& plan)
{
    const std::vector<PlannedTensor> inOrder = inSourceOrder(plan);
    plan.totalBytes = requireTotal(inOrder);
    std::vector<PlannedFile> shards = planShards(inOrder, plan);
    requireNotExpanded(plan);
    if (plan.options.format != Format::Pth) {
        plan.weightFiles = std::move(shards);
    }
    if (plan.options.format != Format::Safetensors) {
        plan.weightFiles.push_back(layoutPth(io::fileName(io::absolutePath(plan.options.outputFolder)) + ".pth", plan.tensors));
    }
}

void requireNotExpanded(const Plan& plan)
{
    uint64_t held = 0;
    for (const tensor::SourceFile& file : plan.source.files) {
        held = saturatedSum(held, file.bytes);
    }
    const uint64_t bound = checkedMul(held, mostTimesTheFile).value_or(std::numeric_limits<uint64_t>::max());
    uint64_t total = 0;
    for (const PlannedTensor& planned : plan.tensors) {
        const tensor::TensorInfo& info = plan.source.tensors[planned.source];
        const uint64_t recordBytes = plan.source.records[info.record].bytes;
        if (info.bytes() > recordBytes && info.bytes() > harmlessExpansion) {
            throw Error(ErrorCode::TensorExpanded).with("key", printable(info.key)).with("expected", recordBytes).with("found", info.bytes());
        }
        total = saturatedSum(total, info.bytes());
    }
    if (total > bound && total > harmlessExpansion) {
        throw Error(ErrorCode::TensorExpanded).with("problem", "total").with("expected", held).with("found", total);
    }
}

}  // namespace wb::plan
