#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace wb::tensor {

// Element types, named as safetensors names them. Other torch types (quantized, sparse) have no place here and are refused by name.
enum class DType : uint8_t { F64, F32, F16, BF16, F8_E4M3, F8_E5M2, C64, C128, I64, I32, I16, I8, U64, U32, U16, U8, BOOL };

std::string_view dtypeName(DType dtype) noexcept;                    // "F32"
std::optional<DType> dtypeFromName(std::string_view name) noexcept;  // exact, upper case
std::string_view torchName(DType dtype) noexcept;                    // "float32", as in "torch.float32" and config.json
std::optional<DType> dtypeFromTorchName(std::string_view name) noexcept;
uint64_t itemSize(DType dtype) noexcept;  // bytes
// Real floating types: what --dtype converts.
bool isFloating(DType dtype) noexcept;

}  // namespace wb::tensor
