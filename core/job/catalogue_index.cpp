#include "core/job/catalogue_index.h"

namespace wb::job {

tensor::TensorIndex catalogueIndex(const mapping::Family& family, const mapping::Variant& variant)
{
    tensor::TensorIndex index;
    index.container = variant.sourceFile.ends_with(".safetensors") ? tensor::Container::Safetensors : tensor::Container::TorchZip;
    uint64_t offset = 0;
    for (const mapping::Parameter& parameter : family.sourceParameters(variant.architecture)) {
        tensor::TensorInfo tensor;
        tensor.key = parameter.key;
        tensor.dtype = parameter.floating ? tensor::DType::F32 : tensor::DType::I64;
        tensor.shape = parameter.shape;
        tensor.strides = tensor::contiguousStrides(parameter.shape);
        tensor.record = static_cast<uint32_t>(index.records.size());
        tensor::Record record;
        record.name = parameter.key;
        record.offset = offset;
        record.bytes = tensor.bytes();
        offset += record.bytes;
        index.records.push_back(std::move(record));
        index.tensors.push_back(std::move(tensor));
    }
    index.files.push_back({variant.sourceFile, offset, 0});
    return index;
}

}  // namespace wb::job
