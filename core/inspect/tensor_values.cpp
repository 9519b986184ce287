#include "core/inspect/tensor_values.h"

#include "core/base/error.h"
#include "core/tensor/cast.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

namespace wb::inspect {

namespace {

using tensor::DType;

template <typename Number> void decodeNumbers(std::span<const std::byte> bytes, std::vector<double>& into) noexcept
{
    for (size_t i = 0; i < into.size(); ++i) {
        Number number{};
        std::memcpy(&number, bytes.data() + i * sizeof number, sizeof number);
        into[i] = static_cast<double>(number);
    }
}

// float8_e4m3fn: no infinities, one NaN of each sign. Source: "FP8 Formats for Deep Learning" (arXiv 2209.05433), table 1.
double fromE4M3(uint8_t bits) noexcept
{
    constexpr int bias = 7;
    const int exponent = (bits >> 3) & 0x0F;
    const int fraction = bits & 0x07;
    double value = exponent == 0 ? std::ldexp(fraction, 1 - bias - 3) : std::ldexp(fraction + 8, exponent - bias - 3);
    if ((bits & 0x7F) == 0x7F) {
        value = std::numeric_limits<double>::quiet_NaN();
    }
    return (bits & 0x80) != 0 ? -value : value;
}

void decodeE4M3(std::span<const std::byte> bytes, std::vector<double>& into) noexcept
{
    for (size_t i = 0; i < into.size(); ++i) {
        into[i] = fromE4M3(std::to_integer<uint8_t>(bytes[i]));
    }
}

void decodeFloating(DType dtype, std::span<const std::byte> bytes, std::vector<double>& into)
{
    tensor::castFloating(dtype, bytes, DType::F64, std::as_writable_bytes(std::span(into)));
}

// float8_e5m2 is the upper half of a float16.
void decodeE5M2(std::span<const std::byte> bytes, std::vector<double>& into)
{
    std::vector<std::byte> halves(bytes.size() * 2);
    for (size_t i = 0; i < bytes.size(); ++i) {
        halves[2 * i + 1] = bytes[i];
    }
    decodeFloating(DType::F16, halves, into);
}

}  // namespace

bool hasNumbers(DType dtype) noexcept
{
    return dtype != DType::C64 && dtype != DType::C128;
}

void decodeValues(DType dtype, std::span<const std::byte> bytes, std::vector<double>& into)
{
    into.resize(bytes.size() / tensor::itemSize(dtype));
    switch (dtype) {
    case DType::F64:
    case DType::F32:
    case DType::F16:
    case DType::BF16:
        return decodeFloating(dtype, bytes, into);
    case DType::F8_E4M3:
        return decodeE4M3(bytes, into);
    case DType::F8_E5M2:
        return decodeE5M2(bytes, into);
    case DType::I64:
        return decodeNumbers<int64_t>(bytes, into);
    case DType::I32:
        return decodeNumbers<int32_t>(bytes, into);
    case DType::I16:
        return decodeNumbers<int16_t>(bytes, into);
    case DType::I8:
        return decodeNumbers<int8_t>(bytes, into);
    case DType::U64:
        return decodeNumbers<uint64_t>(bytes, into);
    case DType::U32:
        return decodeNumbers<uint32_t>(bytes, into);
    case DType::U16:
        return decodeNumbers<uint16_t>(bytes, into);
    case DType::U8:
    case DType::BOOL:
        return decodeNumbers<uint8_t>(bytes, into);
    case DType::C64:
    case DType::C128:
        break;
    }
    throw Error(ErrorCode::TensorDType).with("found", tensor::dtypeName(dtype)).with("problem", "values");
}

}  // namespace wb::inspect
