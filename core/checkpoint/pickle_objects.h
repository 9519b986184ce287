#pragma once

#include "core/checkpoint/pickle_arena.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace wb::checkpoint {

// What the opcodes for names, calls, state and persistent ids mean: values of ours in the place of Python's objects.
// Throws PickleTarget, PickleValue, PicklePersistentId.
class PickleObjects {
public:
    PickleObjects(PickleArena& arena, const PickleSite& site, const Limits& limits);

    ValueId global(const std::string& module, const std::string& name);
    // REDUCE, NEWOBJ, OBJ, INST. args is a Tuple.
    ValueId call(ValueId callee, ValueId args);
    void build(ValueId target, ValueId state);
    ValueId persistentId(ValueId id);
    ValueId newDict(std::vector<ValueId> items);

    std::vector<std::string> opaque() const { return {m_opaque.begin(), m_opaque.end()}; }
    std::vector<std::string> calls() const { return {m_calls.begin(), m_calls.end()}; }

private:
    struct Call {
        ValueId callee = noValue;
        ValueId args = noValue;
    };
    Call resolve(Call call) const;
    const std::vector<ValueId>& argsOf(ValueId args) const;
    ValueId make(NameKind kind, const Call& call);
    ValueId makeInstance(NameKind kind, const Call& call);
    ValueId makeOpaque(const Call& call);
    ValueId makeTensor(NameKind kind, const Call& call);
    ValueId makeDict(const Call& call, size_t first);
    ValueId makeSequence(ValueKind kind, const Call& call);
    ValueId makeBytes(const Call& call);
    ValueId makeScalar(const Call& call);
    std::optional<std::vector<ValueId>> pairsOf(ValueId source) const;
    void setView(StorageRef& storage, ValueId view) const;

    PickleArena& m_arena;
    const PickleSite& m_site;
    const Limits& m_limits;
    std::set<std::string> m_opaque;
    std::set<std::string> m_calls;
};

}  // namespace wb::checkpoint
