#include "core/checkpoint/pickle_arena.h"

#include <algorithm>
#include <utility>

namespace wb::checkpoint {

namespace {

constexpr uint64_t itemsPerNode = 2;  // what an honest tree of that many values never reaches

}  // namespace

PickleArena::PickleArena(PickleTree& tree, const PickleSite& site, const Limits& limits) : m_tree(tree), m_site(site), m_limits(limits) {}

ValueId PickleArena::add(PickleValue value)
{
    if (m_tree.values.size() >= m_limits.pickleNodes || m_tree.values.size() >= noValue) {
        throw m_site.overLimit("values", m_limits.pickleNodes);
    }
    chargeText(value.text.size());
    value.offset = m_site.offset;
    const auto id = static_cast<ValueId>(m_tree.values.size());
    std::vector<ValueId> items = std::exchange(value.items, {});
    m_tree.values.push_back(std::move(value));
    m_notes.emplace_back();
    deepen(id, items);
    m_tree.values[id].items = std::move(items);
    return id;
}

ValueId PickleArena::addText(ValueKind kind, std::string text)
{
    PickleValue value;
    value.kind = kind;
    value.text = std::move(text);
    return add(std::move(value));
}

ValueId PickleArena::addNumber(ValueKind kind, int64_t number)
{
    PickleValue value;
    value.kind = kind;
    value.number = number;
    return add(std::move(value));
}

ValueId PickleArena::addItems(ValueKind kind, std::vector<ValueId> items)
{
    PickleValue value;
    value.kind = kind;
    value.items = std::move(items);
    return add(std::move(value));
}

ValueId PickleArena::addNamed(ValueKind kind, std::string fullName, NameKind name, std::vector<ValueId> items)
{
    PickleValue value;
    value.kind = kind;
    value.text = std::move(fullName);
    value.items = std::move(items);
    const ValueId id = add(std::move(value));
    m_notes[id].name = name;
    return id;
}

ValueId PickleArena::addStorage(StorageRef storage)
{
    if (m_tree.storages.size() >= m_limits.tensors) {
        throw m_site.overLimit("storages", m_limits.tensors);
    }
    chargeText(storage.typeName.size() + storage.key.size() + storage.rootKey.size());
    PickleValue value;
    value.kind = ValueKind::Storage;
    value.storage = static_cast<uint32_t>(m_tree.storages.size());
    m_tree.storages.push_back(std::move(storage));
    return add(std::move(value));
}

void PickleArena::extend(ValueId target, const std::vector<ValueId>& items)
{
    deepen(target, items);
    auto& held = m_tree.values[target].items;
    held.insert(held.end(), items.begin(), items.end());
}

void PickleArena::chargeText(uint64_t bytes)
{
    m_textBytes += bytes;
    if (m_textBytes > m_limits.pickleBytes) {
        throw m_site.overLimit("text-bytes", m_limits.pickleBytes);
    }
}

// A container counts as deep as its items were when it took them: exact for what a pickler writes, which finishes items first.
void PickleArena::deepen(ValueId target, const std::vector<ValueId>& items)
{
    m_items += items.size();
    if (m_items > m_limits.pickleNodes * itemsPerNode) {
        throw m_site.overLimit("items", m_limits.pickleNodes * itemsPerNode);
    }
    uint32_t& depth = m_notes[target].depth;
    for (const ValueId item : items) {
        if (item != target) {
            depth = std::max(depth, m_notes[item].depth + 1);
        }
    }
    if (depth > m_limits.pickleDepth) {
        throw m_site.overLimit("nesting", m_limits.pickleDepth);
    }
}

}  // namespace wb::checkpoint
