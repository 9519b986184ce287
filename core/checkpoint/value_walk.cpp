#include "core/checkpoint/value_walk.h"

#include "core/checkpoint/pickle_names.h"

namespace wb::checkpoint {

namespace {

bool isContainer(const PickleTree& tree, ValueId value)
{
    const ValueKind kind = tree[value].kind;
    return kind == ValueKind::Dict || kind == ValueKind::List || kind == ValueKind::Tuple;
}

void cutAt(std::string& text, uint64_t bytes)
{
    if (text.size() <= bytes) {
        return;
    }
    auto end = static_cast<size_t>(bytes);
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) {
        --end;
    }
    text.resize(end);
}

void appendSegment(const PickleTree& tree, const Child& child, std::string& path, const Limits& limits)
{
    std::string number;
    if (!path.empty()) {
        path += '.';
    }
    path += segmentOf(tree, child, number).substr(0, static_cast<size_t>(limits.keyBytes) + 1);
}

}  // namespace

size_t childCount(const PickleTree& tree, ValueId container)
{
    const size_t items = tree[container].items.size();
    return !isContainer(tree, container) ? 0 : tree[container].kind == ValueKind::Dict ? items / 2 : items;
}

Child childAt(const PickleTree& tree, ValueId container, size_t place)
{
    const PickleValue& value = tree[container];
    if (value.kind == ValueKind::Dict) {
        return Child{value.items[2 * place + 1], value.items[2 * place], 0};
    }
    return Child{value.items[place], noValue, place};
}

std::string_view textKey(const PickleTree& tree, const Child& child)
{
    const bool text = child.key != noValue && tree[child.key].kind == ValueKind::String;
    return text ? std::string_view(tree[child.key].text) : std::string_view();
}

std::string_view segmentOf(const PickleTree& tree, const Child& child, std::string& number)
{
    if (child.key == noValue) {
        number = std::to_string(child.index);
        return number;
    }
    const PickleValue& key = tree[child.key];
    if (key.kind == ValueKind::Int && !key.big) {
        number = std::to_string(key.number);
        return number;
    }
    return textKey(tree, child);
}

std::vector<WalkNode> walkContainers(const PickleTree& tree, ValueId root, const Limits& limits)
{
    struct Cursor {
        uint32_t node = 0;
        size_t next = 0;
    };
    std::vector<WalkNode> walk;
    if (root >= tree.values.size() || !isContainer(tree, root)) {
        return walk;
    }
    std::vector<bool> met(tree.values.size(), false);
    met[root] = true;
    walk.push_back(WalkNode{Child{root, noValue, 0}, noNode});
    std::vector<Cursor> open{Cursor{}};
    while (!open.empty()) {
        Cursor& cursor = open.back();
        const ValueId container = walk[cursor.node].at.value;
        if (cursor.next == childCount(tree, container) || open.size() > limits.pickleDepth) {
            open.pop_back();
            continue;
        }
        const Child child = childAt(tree, container, cursor.next++);
        if (isContainer(tree, child.value) && !met[child.value]) {
            met[child.value] = true;
            walk.push_back(WalkNode{child, cursor.node});
            open.push_back(Cursor{static_cast<uint32_t>(walk.size() - 1), 0});
        }
    }
    return walk;
}

std::string pathOf(const PickleTree& tree, const std::vector<WalkNode>& walk, uint32_t node, const Limits& limits)
{
    std::vector<uint32_t> chain;
    for (uint32_t at = node; walk[at].parent != noNode; at = walk[at].parent) {
        chain.push_back(at);
    }
    std::string path;
    for (auto at = chain.rbegin(); at != chain.rend() && path.size() <= limits.keyBytes; ++at) {
        appendSegment(tree, walk[*at].at, path, limits);
    }
    cutAt(path, limits.keyBytes);
    return path;
}

std::string pathOf(const PickleTree& tree, const std::vector<WalkNode>& walk, uint32_t node, const Child& child, const Limits& limits)
{
    std::string path = pathOf(tree, walk, node, limits);
    appendSegment(tree, child, path, limits);
    cutAt(path, limits.keyBytes);
    return path;
}

bool isTensorLike(const PickleTree& tree, ValueId value)
{
    const PickleValue& at = tree[value];
    return at.kind == ValueKind::Tensor || (at.kind == ValueKind::Opaque && isOddTensorName(at.text));
}

}  // namespace wb::checkpoint
