#include "core/checkpoint/state_dict_flattener.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/checkpoint/value_walk.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

namespace wb::checkpoint {

namespace {

constexpr auto trainingNames = std::to_array<std::string_view>(
    {"amp", "grad_scaler", "loss", "losses", "loss_scaler", "lr_scheduler", "lr_schedulers", "meters", "momentum", "scaler", "scheduler"});

// Takes one dict after another; no container is entered twice.
class Flattener {
public:
    Flattener(const PickleTree& tree, bool sliceList, const Limits& limits) : m_tree(tree), m_sliceList(sliceList), m_limits(limits) {}

    void run(ValueId container, bool withLists);
    FlattenedDict take() { return std::move(m_result); }

private:
    struct Level {
        ValueId container = noValue;
        std::string prefix;
        size_t next = 0;
    };

    bool isNested(const Child& child, bool withLists) const;
    void addWeight(const Child& child, const std::string& prefix);
    Error keyError(const Child& child, std::string_view key, std::string_view problem) const;

    const PickleTree& m_tree;
    bool m_sliceList;
    const Limits& m_limits;
    std::unordered_set<std::string> m_keys;
    uint64_t m_keyBytes = 0;
    FlattenedDict m_result;
};

void Flattener::run(ValueId container, bool withLists)
{
    std::vector<Level> open;
    const auto enter = [&](ValueId value, std::string prefix) {
        const bool inLimits = open.size() <= m_limits.pickleDepth && prefix.size() <= m_limits.keyBytes + 1;
        if (inLimits && m_result.containers.insert(value).second) {
            open.push_back(Level{value, std::move(prefix), 0});
        }
    };
    enter(container, {});
    while (!open.empty()) {
        Level& level = open.back();
        if (level.next == childCount(m_tree, level.container)) {
            open.pop_back();
            continue;
        }
        const Child child = childAt(m_tree, level.container, level.next++);
        if (isNested(child, withLists)) {
            std::string number;
            const auto segment = segmentOf(m_tree, child, number).substr(0, static_cast<size_t>(m_limits.keyBytes) + 1);
            enter(child.value, level.prefix + std::string(segment) + ".");
        } else if (isWeight(m_tree, child.value, m_sliceList)) {
            addWeight(child, level.prefix);
        }
    }
}

bool Flattener::isNested(const Child& child, bool withLists) const
{
    const ValueKind kind = m_tree[child.value].kind;
    const std::string_view name = textKey(m_tree, child);
    return (kind == ValueKind::Dict || (withLists && kind == ValueKind::List)) && !isTrainingState(name) && !isAveragedName(name);
}

void Flattener::addWeight(const Child& child, const std::string& prefix)
{
    const bool named = child.key != noValue && m_tree[child.key].kind == ValueKind::String;
    if (!named) {
        return;
    }
    const std::string_view name = textKey(m_tree, child);
    if (name.empty()) {
        throw keyError(child, prefix, "empty");
    }
    if (prefix.size() + name.size() > m_limits.keyBytes) {
        throw keyError(child, name, "too-long").with("limit", m_limits.keyBytes);
    }
    std::string key = prefix + std::string(name);
    if (!m_keys.insert(key).second) {
        throw keyError(child, key, "duplicate");
    }
    m_keyBytes += key.size();
    if (m_keys.size() > m_limits.tensors || m_keyBytes > m_limits.pickleBytes) {
        throw Error(ErrorCode::LimitExceeded).with("problem", "tensors").with("limit", m_limits.tensors);
    }
    if (m_sliceList) {
        m_result.slices.push_back(FoundSlice{std::move(key), m_tree[child.value].text});
    } else {
        m_result.tensors.push_back(FoundTensor{std::move(key), child.value});
    }
}

Error Flattener::keyError(const Child& child, std::string_view key, std::string_view problem) const
{
    return Error(ErrorCode::TensorKey)
        .with("key", printable(key))
        .with("part", "state dict")
        .with("offset", m_tree[child.key].offset)
        .with("problem", problem);
}

}  // namespace

bool isTrainingState(std::string_view name)
{
    return name.starts_with("optim") || std::find(trainingNames.begin(), trainingNames.end(), name) != trainingNames.end();
}

bool isAveragedName(std::string_view name)
{
    return name == "ema" || name.starts_with("ema_") || name.ends_with("_ema") || name == "teacher" || name == "swa";
}

bool isTrunkPair(const PickleTree& tree, ValueId dict)
{
    const ValueId trunk = tree.get(dict, "trunk");
    return trunk != noValue && tree[trunk].kind == ValueKind::Dict;
}

bool isWeight(const PickleTree& tree, ValueId value, bool sliceList)
{
    return sliceList ? tree[value].kind == ValueKind::String : isTensorLike(tree, value);
}

FlattenedDict flattenStateDict(const PickleTree& tree, ValueId dict, bool sliceList, const Limits& limits)
{
    Flattener flattener(tree, sliceList, limits);
    if (!isTrunkPair(tree, dict)) {
        flattener.run(dict, false);
        return flattener.take();
    }
    flattener.run(tree.get(dict, "trunk"), false);
    const ValueId heads = tree.get(dict, "heads");
    if (heads != noValue) {
        flattener.run(heads, true);
    }
    return flattener.take();
}

}  // namespace wb::checkpoint
