#pragma once

#include "core/base/limits.h"
#include "core/checkpoint/pickle_value.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wb::checkpoint {

// What a dict, list or tuple holds at one place: the value, and the key (of a dict) or index (of the others) that it stands at.
struct Child {
    ValueId value = noValue;
    ValueId key = noValue;
    uint64_t index = 0;
};

// 0 for values that hold nothing.
size_t childCount(const PickleTree& tree, ValueId container);
Child childAt(const PickleTree& tree, ValueId container, size_t place);

// A key that is text; empty for any other and for places in lists.
std::string_view textKey(const PickleTree& tree, const Child& child);
// A child's piece of a dotted path: text as it is, whole numbers in decimal, others empty. `number` holds the digits.
std::string_view segmentOf(const PickleTree& tree, const Child& child, std::string& number);

inline constexpr uint32_t noNode = UINT32_MAX;

// A dict, list or tuple that was met on a walk, and how it was reached.
struct WalkNode {
    Child at;
    uint32_t parent = noNode;  // index into the walk; noNode: where the walk began
};

// Every container that can be reached from `root` through dicts, lists and tuples, each value once, parents before children and in the
// file's order; shared values and cycles cost nothing. Below limits.pickleDepth nothing is visited.
std::vector<WalkNode> walkContainers(const PickleTree& tree, ValueId root, const Limits& limits);

// Dotted path of a node, and of one of its children; cut at limits.keyBytes.
std::string pathOf(const PickleTree& tree, const std::vector<WalkNode>& walk, uint32_t node, const Limits& limits);
std::string pathOf(const PickleTree& tree, const std::vector<WalkNode>& walk, uint32_t node, const Child& child, const Limits& limits);

// A tensor, or an object in the place of one that cannot be converted.
bool isTensorLike(const PickleTree& tree, ValueId value);

}  // namespace wb::checkpoint
