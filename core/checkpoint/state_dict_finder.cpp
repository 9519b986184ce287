#include "core/checkpoint/state_dict_finder.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/checkpoint/state_dict_flattener.h"
#include "core/checkpoint/value_walk.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace wb::checkpoint {

namespace {

constexpr size_t maxIgnored = 1000;

// A dict that may be the state dict. More tensors win; then the lower rank; then the earlier one.
struct Candidate {
    uint32_t node = noNode;
    uint64_t tensors = 0;
    int rank = 0;
};

// Order of preference between dicts of one size: a VISSL pair, the root, the usual names, any other name, averaged weights.
constexpr int rankPair = 0;
constexpr int rankRoot = 1;
constexpr int rankUsual = 2;
constexpr int rankOther = 100;
constexpr int rankAveraged = 200;
constexpr auto usualNames = std::to_array<std::string_view>(
    {"state_dict", "model_state_dict", "model_state", "model", "module", "net", "network", "weights", "params", "backbone", "trunk"});

class Finder {
public:
    Finder(const PickleTree& tree, const Limits& limits);

    FoundStateDict search() const;
    FoundStateDict follow(const std::string& wanted) const;
    void refuseShards() const;

private:
    // What is known of a node of the walk.
    struct Note {
        bool training = false;  // inside optimizer state and the like
        bool averaged = false;
        uint64_t direct = 0;  // weights in the dict itself
        uint64_t below = 0;   // and in what it holds
        uint64_t pair = 0;    // in its trunk and heads
    };

    std::string_view rootType() const;
    std::string_view rootKind() const;
    void annotate();
    int rankOf(uint32_t node) const;
    std::optional<Candidate> candidate(uint32_t node) const;
    FoundStateDict take(ValueId dict, std::string path) const;
    void listIgnored(FoundStateDict& found, const std::set<ValueId>& taken) const;

    const PickleTree& m_tree;
    const Limits& m_limits;
    std::vector<WalkNode> m_walk;
    std::vector<Note> m_notes;
    bool m_sliceList;
};

Finder::Finder(const PickleTree& tree, const Limits& limits)
    : m_tree(tree), m_limits(limits), m_walk(walkContainers(tree, tree.root, limits)), m_notes(m_walk.size()), m_sliceList(rootType() == "slice_list")
{
    annotate();
}

std::string_view Finder::rootType() const
{
    const ValueId type = m_tree.get(m_tree.root, "type");
    return type != noValue && m_tree[type].kind == ValueKind::String ? std::string_view(m_tree[type].text) : std::string_view();
}

// What the file holds instead of weights.
std::string_view Finder::rootKind() const
{
    if (isTensorLike(m_tree, m_tree.root)) {
        return "bare-tensor";
    }
    switch (m_tree[m_tree.root].kind) {
    case ValueKind::Dict:
        return "dict";
    case ValueKind::Tuple:
    case ValueKind::List:
    case ValueKind::Set:
        return "list";
    default:
        return "value";
    }
}

void Finder::refuseShards() const
{
    const std::string_view type = rootType();
    if (type == "shard_list" || type == "shard") {
        throw Error(ErrorCode::ShardList).with("part", "type").with("offset", m_tree[m_tree.root].offset).with("found", type);
    }
}

void Finder::annotate()
{
    for (uint32_t node = 0; node < m_walk.size(); ++node) {
        const WalkNode& at = m_walk[node];
        Note& note = m_notes[node];
        if (at.parent != noNode) {
            const std::string_view name = textKey(m_tree, at.at);
            note.training = m_notes[at.parent].training || isTrainingState(name);
            note.averaged = m_notes[at.parent].averaged || isAveragedName(name);
        }
        for (size_t i = 0; i < childCount(m_tree, at.at.value) && !note.training; ++i) {
            const Child child = childAt(m_tree, at.at.value, i);
            const bool weight = !textKey(m_tree, child).empty() && isWeight(m_tree, child.value, m_sliceList);
            note.direct += weight ? 1U : 0U;
        }
        if (m_sliceList && at.parent == noNode) {
            note.direct = 0;  // "type" is text too
        }
        note.below = note.direct;
    }
    for (auto node = static_cast<uint32_t>(m_walk.size()); node-- > 1;) {
        Note& parent = m_notes[m_walk[node].parent];
        const std::string_view name = textKey(m_tree, m_walk[node].at);
        parent.below += m_notes[node].below;
        parent.pair += name == "trunk" || name == "heads" ? m_notes[node].below : 0;
    }
}

int Finder::rankOf(uint32_t node) const
{
    if (m_notes[node].averaged) {
        return rankAveraged;
    }
    if (isTrunkPair(m_tree, m_walk[node].at.value)) {
        return rankPair;
    }
    if (m_walk[node].parent == noNode) {
        return rankRoot;
    }
    const auto usual = std::find(usualNames.begin(), usualNames.end(), textKey(m_tree, m_walk[node].at));
    return usual == usualNames.end() ? rankOther : rankUsual + static_cast<int>(usual - usualNames.begin());
}

std::optional<Candidate> Finder::candidate(uint32_t node) const
{
    const ValueId dict = m_walk[node].at.value;
    const Note& note = m_notes[node];
    const uint64_t tensors = isTrunkPair(m_tree, dict) ? note.pair : note.direct;
    if (note.training || m_tree[dict].kind != ValueKind::Dict || tensors == 0) {
        return std::nullopt;
    }
    return Candidate{node, tensors, rankOf(node)};
}

FoundStateDict Finder::search() const
{
    std::optional<Candidate> best;
    std::optional<Candidate> rival;  // as good as the best
    for (uint32_t node = 0; node < m_walk.size(); ++node) {
        const auto next = candidate(node);
        if (!next) {
            continue;
        }
        if (!best || next->tensors > best->tensors || (next->tensors == best->tensors && next->rank < best->rank)) {
            best = next;
            rival.reset();
        } else if (next->tensors == best->tensors && next->rank == best->rank && next->rank == rankOther) {
            rival = next;
        }
    }
    if (!best) {
        throw Error(ErrorCode::NoStateDict).with("kind", rootKind());
    }
    const std::string path = pathOf(m_tree, m_walk, best->node, m_limits);
    if (rival) {
        throw Error(ErrorCode::StateDictAmbiguous).with("found", printable(path + ", " + pathOf(m_tree, m_walk, rival->node, m_limits)));
    }
    return take(m_walk[best->node].at.value, path);
}

// Keys may hold dots themselves, so every key that the rest of the path begins with is tried, each place once.
FoundStateDict Finder::follow(const std::string& wanted) const
{
    std::vector<std::pair<ValueId, size_t>> waiting{{m_tree.root, 0}};
    std::set<std::pair<ValueId, size_t>> met;
    while (!waiting.empty()) {
        const std::pair<ValueId, size_t> at = waiting.back();
        waiting.pop_back();
        const std::string_view rest = std::string_view(wanted).substr(at.second);
        for (size_t i = 0; i < childCount(m_tree, at.first); ++i) {
            const Child child = childAt(m_tree, at.first, i);
            std::string number;
            const std::string_view segment = segmentOf(m_tree, child, number);
            if (rest == segment && m_tree[child.value].kind == ValueKind::Dict) {
                return take(child.value, wanted);
            }
            const bool inside = rest.size() > segment.size() && rest.starts_with(segment) && rest[segment.size()] == '.';
            if (inside && met.emplace(child.value, at.second + segment.size() + 1).second) {
                waiting.emplace_back(child.value, at.second + segment.size() + 1);
            }
        }
    }
    throw Error(ErrorCode::StateDictPath).with("name", printable(wanted));
}

FoundStateDict Finder::take(ValueId dict, std::string path) const
{
    FlattenedDict flat = flattenStateDict(m_tree, dict, m_sliceList, m_limits);
    if (flat.tensors.empty() && flat.slices.empty()) {
        throw Error(ErrorCode::NoStateDict).with("name", printable(path));
    }
    FoundStateDict found;
    found.path = std::move(path);
    found.tensors = std::move(flat.tensors);
    found.slices = std::move(flat.slices);
    listIgnored(found, flat.containers);
    return found;
}

void Finder::listIgnored(FoundStateDict& found, const std::set<ValueId>& taken) const
{
    for (uint32_t node = 0; node < m_walk.size(); ++node) {
        const ValueId container = m_walk[node].at.value;
        const bool inside = taken.contains(container);
        for (size_t i = 0; i < childCount(m_tree, container); ++i) {
            const Child child = childAt(m_tree, container, i);
            const bool chosen = inside && !textKey(m_tree, child).empty();
            if (isTensorLike(m_tree, child.value) && !chosen) {
                found.ignored.push_back(pathOf(m_tree, m_walk, node, child, m_limits));
            }
            if (found.ignored.size() == maxIgnored) {
                return;
            }
        }
    }
}

}  // namespace

FoundStateDict findStateDict(const PickleTree& tree, const std::string& wanted, const Limits& limits)
{
    const Finder finder(tree, limits);
    finder.refuseShards();
    return wanted.empty() ? finder.search() : finder.follow(wanted);
}

}  // namespace wb::checkpoint
