#include "app/torch/parity/sides.h"

#include "app/torch/regnet/regnet_network.h"
#include "app/torch/trace/traced_family.h"

#include "core/base/error.h"
#include "core/io/folder.h"
#include "core/regnet/rules.h"
#include "core/tensor/cast.h"

#include <algorithm>
#include <functional>

namespace wb::parity {

namespace {

using tensor::DType;

// Number of the tensor that stands for a key of a network; empty where there is none.
using FindTensor = std::function<std::optional<uint32_t>(const std::string& key)>;

void requireFits(const tensor::TensorInfo& info, const network::Leaf::NamedShape& wanted)
{
    if (!std::equal(info.shape.begin(), info.shape.end(), wanted.shape.begin(), wanted.shape.end(),
                    [](uint64_t a, int64_t b) { return a == static_cast<uint64_t>(b); })) {
        throw Error(ErrorCode::Internal)
            .part(info.key)
            .with("problem", "shape")
            .with("expected", tensor::shapeText({wanted.shape.begin(), wanted.shape.end()}))
            .with("found", tensor::shapeText(info.shape));
    }
    if (!tensor::canCast(info.dtype)) {
        throw Error(ErrorCode::TensorDType).with("key", info.key).with("found", tensor::dtypeName(info.dtype));
    }
}

TensorNumbers numbersOf(const network::Network& network, const tensor::TensorIndex& index, const FindTensor& find)
{
    TensorNumbers numbers;
    for (const network::Leaf* leaf : network.leaves()) {
        for (const network::Leaf::NamedShape& wanted : leaf->tensors()) {
            if (!isUsed(wanted)) {
                continue;
            }
            const std::string key = leaf->keyOf(wanted.name);
            const auto number = find(key);
            if (!number) {
                throw Error(ErrorCode::Internal).part(key).with("problem", "missing");
            }
            requireFits(index.tensors.at(*number), wanted);
            numbers.emplace(key, *number);
        }
    }
    return numbers;
}

// The floating type that most values have.
DType commonType(const tensor::TensorIndex& index, const TensorNumbers& numbers)
{
    std::map<DType, uint64_t> values;
    for (const auto& entry : numbers) {
        const tensor::TensorInfo& info = index.tensors[entry.second];
        values[info.dtype] += info.elements();
    }
    const auto most = std::max_element(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == values.end() ? DType::F32 : most->first;
}

// Tensors by the bare keys of the source network.
std::unordered_map<std::string, uint32_t> bySourceNames(const tensor::TensorIndex& index, const mapping::KeyMap& map,
                                                        const std::vector<trace::KeyPair>& pairs)
{
    std::unordered_map<std::string, std::string> sourceOf;  // destination -> bare key
    for (const trace::KeyPair& pair : pairs) {
        sourceOf.emplace(pair.destination, regnet::bareKey(pair.source));
    }
    std::unordered_map<std::string, uint32_t> numbers;
    for (const mapping::KeyMapRow& row : map.rows) {
        if (row.status == mapping::Status::Edited && row.tensor && row.destination) {
            numbers.emplace(sourceOf.at(*row.destination), *row.tensor);
        }
    }
    for (uint32_t number = 0; number < index.tensors.size(); ++number) {
        numbers.emplace(regnet::bareKey(index.tensors[number].key), number);
    }
    return numbers;
}

template <typename Map> FindTensor lookIn(const Map& numbers, std::function<std::string(const std::string&)> nameOf)
{
    return [&numbers, nameOf = std::move(nameOf)](const std::string& key) -> std::optional<uint32_t> {
        const auto found = numbers.find(nameOf(key));
        return found == numbers.end() ? std::nullopt : std::optional(found->second);
    };
}

std::string describe(const mapping::Architecture& architecture)
{
    std::string text = "type " + architecture.layerType + ", depths " + tensor::shapeText(architecture.depths) + ", widths " +
                       tensor::shapeText(architecture.hiddenSizes) + ", stem " + std::to_string(architecture.embeddingSize);
    text += architecture.classes ? ", classes " + std::to_string(*architecture.classes) : std::string(", no classifier");
    return text;
}

}  // namespace

SideOfParity sourceSide(const tensor::TensorIndex& index, const mapping::Architecture& architecture, const mapping::KeyMap& map)
{
    const regnet::FsdpParts parts = regnet::fsdpPartsIn(index);
    SideOfParity side;
    side.index = &index;
    side.network = regnet::sourceNetwork(architecture, parts, regnet::CallOrder::TransformFirst);
    const auto numbers = bySourceNames(index, map, trace::traceArchitecture(architecture, parts));
    side.numbers = numbersOf(side.network, index, lookIn(numbers, [](const std::string& key) { return regnet::bareKey(key); }));
    side.dtype = commonType(index, side.numbers);
    return side;
}

SideOfParity resultSide(const tensor::TensorIndex& index, const mapping::Architecture& architecture, const std::string& declared)
{
    SideOfParity side;
    side.index = &index;
    side.network = regnet::huggingFaceNetwork(architecture);
    std::unordered_map<std::string, uint32_t> numbers;
    for (uint32_t number = 0; number < index.tensors.size(); ++number) {
        numbers.emplace(index.tensors[number].key, number);
    }
    side.numbers = numbersOf(side.network, index, lookIn(numbers, [](const std::string& key) { return key; }));
    const std::optional<DType> named = tensor::dtypeFromTorchName(declared);
    side.dtype = named && tensor::canCast(*named) ? *named : commonType(index, side.numbers);
    return side;
}

void requireSameModel(const mapping::Architecture& source, const mapping::Architecture& result, const std::string& folder)
{
    const std::string expected = describe(source);
    const std::string found = describe(result);
    if (expected != found) {
        throw Error(ErrorCode::ConfigImpossible)
            .file(io::join(folder, "config.json"))
            .with("problem", "other-model")
            .with("expected", expected)
            .with("found", found);
    }
}

}  // namespace wb::parity
