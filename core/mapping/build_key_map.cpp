#include "core/mapping/build_key_map.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <algorithm>
#include <unordered_map>

namespace wb::mapping {

namespace {

using tensor::DType;
using tensor::TensorIndex;

constexpr size_t unclaimed = static_cast<size_t>(-1);
// Looks at candidates for suggestions, over the whole map: enough for every key of the largest variant, little for a file of strange keys.
constexpr size_t suggestionBudget = 2'000'000;

bool isInteger(DType dtype) noexcept
{
    switch (dtype) {
    case DType::I64:
    case DType::I32:
    case DType::I16:
    case DType::I8:
    case DType::U64:
    case DType::U32:
    case DType::U16:
    case DType::U8:
        return true;
    default:
        return false;
    }
}

// What becomes of one source tensor before it is seen whether its place is free.
struct Wish {
    std::optional<std::string> destination;
    Reason reason;
    bool isDropped = false;
    bool isEdited = false;  // by the user, otherwise than the rules
};

class Builder {
public:
    Builder(const Family& family, const Architecture& architecture, const TensorIndex& index)
        : m_family(family), m_architecture(architecture), m_index(index), m_parameters(family.destinationParameters(architecture)),
          m_holders(m_parameters.size(), unclaimed)
    {
        for (size_t i = 0; i < m_parameters.size(); ++i) {
            m_places.emplace(m_parameters[i].key, i);
        }
    }

    KeyMap build(const std::vector<KeyEdit>& edits)
    {
        wishByRules();
        for (const KeyEdit& edit : edits) {
            apply(edit);
        }
        claim(true);
        claim(false);
        KeyMap map;
        map.variant = m_architecture.variant;
        for (size_t i = 0; i < m_index.tensors.size(); ++i) {
            map.rows.push_back(row(i));
        }
        addMissing(map);
        return map;
    }

private:
    void wishByRules()
    {
        for (size_t i = 0; i < m_index.tensors.size(); ++i) {
            const std::string& key = m_index.tensors[i].key;
            m_tensors.emplace(key, i);
            Wish wish;
            if (auto placement = m_family.place(m_architecture, key)) {
                wish.isDropped = !placement->destination;
                wish.destination = std::move(placement->destination);
                wish.reason = std::move(placement->reason);
            } else {
                wish.reason.rule = "no-rule";
            }
            if (wish.destination) {
                m_byRule.emplace(*wish.destination, i);
            }
            m_wishes.push_back(std::move(wish));
        }
    }

    // The tensor an edit is about: of that key, or of one that wrappers write otherwise, so that the rules send both to one place.
    size_t tensorOf(const KeyEdit& edit, const std::optional<Placement>& placement) const
    {
        const auto exact = m_tensors.find(edit.source);
        if (exact != m_tensors.end()) {
            return exact->second;
        }
        if (placement && placement->destination) {
            const auto same = m_byRule.find(*placement->destination);
            if (same != m_byRule.end()) {
                return same->second;
            }
        }
        return unclaimed;
    }

    void apply(const KeyEdit& edit)
    {
        if (edit.destination && !m_places.contains(*edit.destination)) {
            throw Error(ErrorCode::KeyMapFile).part(printable(*edit.destination)).with("problem", "unknown-destination");
        }
        auto placement = m_family.place(m_architecture, edit.source);
        const bool isTheRule = placement && placement->destination == edit.destination;
        const size_t tensor = tensorOf(edit, placement);
        if (tensor == unclaimed) {
            if (isTheRule) {
                return;  // a map made for the variant, and the file lacks this key: seen as missing
            }
            throw Error(ErrorCode::KeyMapFile).part(printable(edit.source)).with("problem", "unknown-source");
        }
        Wish& wish = m_wishes[tensor];
        wish = Wish();
        wish.isDropped = !edit.destination;
        wish.destination = edit.destination;
        wish.isEdited = !isTheRule;
        wish.reason = isTheRule ? std::move(placement->reason) : Reason{"user", {}, {}};
    }

    // Gives out the places: to the user's edits first, then by the rules, and of several the file's first keeps it.
    void claim(bool edited)
    {
        for (size_t i = 0; i < m_wishes.size(); ++i) {
            const Wish& wish = m_wishes[i];
            if (!wish.destination || wish.isEdited != edited) {
                continue;
            }
            const auto place = m_places.find(*wish.destination);
            if (place != m_places.end() && m_holders[place->second] == unclaimed) {
                m_holders[place->second] = i;
            }
        }
    }

    KeyMapRow row(size_t i)
    {
        const tensor::TensorInfo& tensor = m_index.tensors[i];
        Wish& wish = m_wishes[i];
        KeyMapRow row;
        row.source = tensor.key;
        row.sourceShape = tensor.shape;
        row.shape = tensor.shape;
        row.floating = tensor::isFloating(tensor.dtype);
        row.dtype = tensor.dtype;
        row.bytes = tensor.bytes();
        row.tensor = static_cast<uint32_t>(i);
        row.reason = std::move(wish.reason);
        row.status = wish.isDropped ? Status::Dropped : Status::Unmapped;
        if (wish.destination) {
            row.destination = std::move(wish.destination);
            judge(row, i, wish.isEdited);
        }
        return row;
    }

    // Status of a row that has a destination.
    void judge(KeyMapRow& row, size_t tensor, bool isEdited) const
    {
        const auto place = m_places.find(*row.destination);
        if (place == m_places.end()) {
            row.destination.reset();
            row.reason.rule = "no-rule";
            return;
        }
        const Parameter& parameter = m_parameters[place->second];
        const size_t holder = m_holders[place->second];
        row.shape = parameter.shape;
        row.floating = parameter.floating;
        row.status = Status::Mismatched;
        if (holder != tensor) {
            explain(row.reason, "taken");
            row.reason.captures.emplace_back("by", m_index.tensors[holder].key);
        } else if (row.sourceShape != row.shape) {
            explain(row.reason, "shape");
        } else if (!kindAgrees(*row.dtype, parameter)) {
            explain(row.reason, "kind");
        } else {
            row.status = isEdited ? Status::Edited : Status::Mapped;
        }
    }

    // What is wrong becomes the reason; the rule that chose the place stays beside it.
    static void explain(Reason& reason, std::string_view problem)
    {
        reason.captures.emplace_back("rule", std::move(reason.rule));
        reason.rule = problem;
    }

    void addMissing(KeyMap& map) const
    {
        std::vector<Parameter> free;
        for (size_t i = 0; i < m_parameters.size(); ++i) {
            if (m_holders[i] == unclaimed) {
                free.push_back(m_parameters[i]);
            }
        }
        addSuggestions(map, free);
        for (const Parameter& parameter : free) {
            KeyMapRow row;
            row.destination = parameter.key;
            row.shape = parameter.shape;
            row.floating = parameter.floating;
            row.status = Status::Missing;
            row.reason.rule = "no-source";
            map.rows.push_back(std::move(row));
        }
    }

    static void addSuggestions(KeyMap& map, const std::vector<Parameter>& free)
    {
        size_t budget = free.empty() ? 0 : suggestionBudget / free.size();
        for (size_t i = 0; i < map.rows.size() && budget > 0; ++i) {
            if (map.rows[i].status == Status::Unmapped || map.rows[i].status == Status::Mismatched) {
                map.rows[i].suggestions = suggest(map, i, free);
                --budget;
            }
        }
    }

    const Family& m_family;
    const Architecture& m_architecture;
    const TensorIndex& m_index;
    std::vector<Parameter> m_parameters;
    std::unordered_map<std::string, size_t> m_places;   // destination key -> parameter
    std::vector<size_t> m_holders;                      // of each parameter: the tensor that has it
    std::unordered_map<std::string, size_t> m_tensors;  // source key -> tensor
    std::unordered_map<std::string, size_t> m_byRule;   // destination key -> first tensor that the rules send there
    std::vector<Wish> m_wishes;                         // one a tensor
};

}  // namespace

bool kindAgrees(DType dtype, const Parameter& parameter) noexcept
{
    return parameter.floating ? tensor::isFloating(dtype) : isInteger(dtype);
}

KeyMap buildKeyMap(const Family& family, const Architecture& architecture, const TensorIndex& index, const std::vector<KeyEdit>& edits)
{
    return Builder(family, architecture, index).build(edits);
}

KeyMap catalogueKeyMap(const Family& family, const Variant& variant)
{
    KeyMap map;
    map.variant = variant.name;
    for (const Parameter& parameter : family.sourceParameters(variant.architecture)) {
        auto placement = family.place(variant.architecture, parameter.key);
        if (!placement || !placement->destination) {
            throw Error(ErrorCode::Internal).part(parameter.key);
        }
        KeyMapRow row;
        row.source = parameter.key;
        row.destination = std::move(placement->destination);
        row.sourceShape = parameter.shape;
        row.shape = parameter.shape;
        row.floating = parameter.floating;
        row.dtype = parameter.floating ? DType::F32 : DType::I64;
        row.bytes = tensor::itemSize(*row.dtype);
        for (const uint64_t size : parameter.shape) {
            row.bytes *= size;
        }
        row.status = Status::Mapped;
        row.reason = std::move(placement->reason);
        map.rows.push_back(std::move(row));
    }
    return map;
}

}  // namespace wb::mapping
