#include "core/tensor/dtype.h"

#include <array>

namespace wb::tensor {

namespace {

struct DTypeInfo {
    std::string_view name;
    uint64_t itemSize;
    bool floating;
};

constexpr std::array table{
    DTypeInfo{"F64", 8, true},     DTypeInfo{"F32", 4, true},     DTypeInfo{"F16", 2, true},  DTypeInfo{"BF16", 2, true},
    DTypeInfo{"F8_E4M3", 1, true}, DTypeInfo{"F8_E5M2", 1, true}, DTypeInfo{"C64", 8, false}, DTypeInfo{"C128", 16, false},
    DTypeInfo{"I64", 8, false},    DTypeInfo{"I32", 4, false},    DTypeInfo{"I16", 2, false}, DTypeInfo{"I8", 1, false},
    DTypeInfo{"U64", 8, false},    DTypeInfo{"U32", 4, false},    DTypeInfo{"U16", 2, false}, DTypeInfo{"U8", 1, false},
    DTypeInfo{"BOOL", 1, false},
};
static_assert(table.size() == static_cast<size_t>(DType::BOOL) + 1);

const DTypeInfo& infoOf(DType dtype) noexcept
{
    return table[static_cast<size_t>(dtype)];
}

}  // namespace

std::string_view dtypeName(DType dtype) noexcept
{
    return infoOf(dtype).name;
}

std::optional<DType> dtypeFromName(std::string_view name) noexcept
{
    for (size_t i = 0; i < table.size(); ++i) {
        if (table[i].name == name) {
            return static_cast<DType>(i);
        }
    }
    return std::nullopt;
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
