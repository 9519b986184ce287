#include "core/tensor/dtype.h"

#include <array>

namespace wb::tensor {

namespace {

struct DTypeInfo {
    std::string_view name;
    std::string_view torchName;
    uint64_t itemSize;
    bool floating;
};

constexpr std::array table{
    DTypeInfo{"F64", "float64", 8, true},
    DTypeInfo{"F32", "float32", 4, true},
    DTypeInfo{"F16", "float16", 2, true},
    DTypeInfo{"BF16", "bfloat16", 2, true},
    DTypeInfo{"F8_E4M3", "float8_e4m3fn", 1, true},
    DTypeInfo{"F8_E5M2", "float8_e5m2", 1, true},
    DTypeInfo{"C64", "complex64", 8, false},
    DTypeInfo{"C128", "complex128", 16, false},
    DTypeInfo{"I64", "int64", 8, false},
    DTypeInfo{"I32", "int32", 4, false},
    DTypeInfo{"I16", "int16", 2, false},
    DTypeInfo{"I8", "int8", 1, false},
    DTypeInfo{"U64", "uint64", 8, false},
    DTypeInfo{"U32", "uint32", 4, false},
    DTypeInfo{"U16", "uint16", 2, false},
    DTypeInfo{"U8", "uint8", 1, false},
    DTypeInfo{"BOOL", "bool", 1, false},
};
static_assert(table.size() == static_cast<size_t>(DType::BOOL) + 1);

const DTypeInfo& infoOf(DType dtype) noexcept
{
    return table[static_cast<size_t>(dtype)];
}

std::optional<DType> find(std::string_view DTypeInfo::*member, std::string_view name) noexcept
{
    for (size_t i = 0; i < table.size(); ++i) {
        if (table[i].*member == name) {
            return static_cast<DType>(i);
        }
    }
    return std::nullopt;
}

}  // namespace

std::string_view dtypeName(DType dtype) noexcept
{
    return infoOf(dtype).name;
}

std::optional<DType> dtypeFromName(std::string_view name) noexcept
{
    return find(&DTypeInfo::name, name);
}

std::string_view torchName(DType dtype) noexcept
{
    return infoOf(dtype).torchName;
}

std::optional<DType> dtypeFromTorchName(std::string_view name) noexcept
{
    return find(&DTypeInfo::torchName, name);
}

uint64_t itemSize(DType dtype) noexcept
{
    return infoOf(dtype).itemSize;
}

bool isFloating(DType dtype) noexcept
{
    return infoOf(dtype).floating;
}

}  // namespace wb::tensor
