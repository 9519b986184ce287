#include "core/base/csv.h"
#include "core/inspect/compare.h"

#include <fmt/format.h>

namespace wb::inspect {

namespace {

// key, shape, type
std::string sideCells(const tensor::TensorIndex& index, const std::optional<uint32_t>& number)
{
    if (!number) {
        return ",,";
    }
    const tensor::TensorInfo& tensor = index.tensors[*number];
    return fmt::format("{},{},{}", csvCell(tensor.key), csvCell(tensor::shapeText(tensor.shape)), tensor::dtypeName(tensor.dtype));
}

std::string differenceCells(const std::optional<TensorDifference>& difference)
{
    if (!difference) {
        return ",,,,";
    }
    return fmt::format("{},{},{},{},{}", difference->changed, difference->firstChanged ? fmt::format("{}", *difference->firstChanged) : "",
                       difference->largest, difference->overflowed, difference->vanished);
}

}  // namespace

std::string comparisonToCsv(const tensor::TensorIndex& first, const tensor::TensorIndex& second, const Comparison& comparison)
{
    std::string out =
        "status,first_key,first_shape,first_dtype,second_key,second_shape,second_dtype,changed,first_changed,max_abs,overflowed,vanished\r\n";
    for (const ComparedPair& pair : comparison.pairs) {
        out += fmt::format("{},{},{},{}\r\n", pairStatusName(pair.status), sideCells(first, pair.pair.first), sideCells(second, pair.pair.second),
                           differenceCells(pair.difference));
    }
    return out;
}

}  // namespace wb::inspect
