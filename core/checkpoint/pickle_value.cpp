#include "core/checkpoint/pickle_value.h"

namespace wb::checkpoint {

ValueId PickleTree::get(ValueId dict, std::string_view key) const noexcept
{
    if (dict >= values.size() || values[dict].kind != ValueKind::Dict) {
        return noValue;
    }
    const auto& items = values[dict].items;
    for (size_t i = 0; i + 1 < items.size(); i += 2) {
        const PickleValue& name = values[items[i]];
        if (name.kind == ValueKind::String && name.text == key) {
            return items[i + 1];
        }
    }
    return noValue;
}

}  // namespace wb::checkpoint
