#include "core/checkpoint/pickle_machine.h"

#include "core/checkpoint/pickle_arena.h"
#include "core/checkpoint/pickle_input.h"
#include "core/checkpoint/pickle_objects.h"
#include "core/checkpoint/pickle_opcodes.h"
#include "core/checkpoint/pickle_scalars.h"
#include "core/checkpoint/pickle_stack.h"
#include "core/checkpoint/pickle_text.h"

#include <fmt/format.h>

#include <utility>

namespace wb::checkpoint {

namespace {

constexpr uint64_t maxLineBytes = 5000;  // of a name or a memo index in text
constexpr uint64_t maxProtocol = 5;
constexpr unsigned opcodesBetweenCancelChecks = 4096;

class Machine {
public:
    Machine(io::BufferedReader& reader, const std::string& part, JobContext& job);
    PickleTree run();

private:
    // Each runs the opcode when it belongs to its group.
    bool framing(Op op);
    bool stackOrMemo(Op op);
    bool scalar(Op op);
    bool newContainer(Op op);
    bool fillContainer(Op op);
    bool object(Op op);

    ValueId tuple(size_t count) { return m_arena.addItems(ValueKind::Tuple, m_stack.pop(count)); }
    ValueId markedTuple() { return m_arena.addItems(ValueKind::Tuple, m_stack.popToMark()); }
    void fill(ValueKind kind, const std::vector<ValueId>& items);
    uint64_t textIndex();
    void stackGlobal();
    void inst();
    void obj();
    void newObjEx();
    ValueId global();

    PickleSite m_site;
    const CancelToken& m_cancel;
    Limits m_limits;
    PickleTree m_tree;
    PickleInput m_input;
    PickleArena m_arena;
    PickleScalars m_scalars;
    PickleObjects m_objects;
    PickleStack m_stack;
};

Machine::Machine(io::BufferedReader& reader, const std::string& part, JobContext& job)
    : m_site{reader.source().name(), part}, m_cancel(job.cancel), m_limits(job.limits), m_input(reader, m_site, m_limits),
      m_arena(m_tree, m_site, m_limits), m_scalars(m_input, m_arena, m_site, m_limits), m_objects(m_arena, m_site, m_limits),
      m_stack(m_site, m_limits)
{}

PickleTree Machine::run()
{
    for (unsigned count = 0;; ++count) {
        if (count % opcodesBetweenCancelChecks == 0) {
            m_cancel.throwIfCancelled();
        }
        const uint8_t byte = m_input.opcode();
        const auto op = static_cast<Op>(byte);
        if (op == Op::Stop) {
            break;
        }
        if (!stackOrMemo(op) && !scalar(op) && !newContainer(op) && !fillContainer(op) && !object(op) && !framing(op)) {
            throw m_site.fault(ErrorCode::PickleOpcode, "unknown").with("found", fmt::format("0x{:02x}", byte));
        }
    }
    m_tree.root = m_stack.pop();
    m_input.end();
    m_tree.opaque = m_objects.opaque();
    m_tree.calls = m_objects.calls();
    return std::move(m_tree);
}

bool Machine::framing(Op op)
{
    switch (op) {
    case Op::Proto: {
        const uint64_t protocol = m_input.number(1);
        if (protocol > maxProtocol) {
            throw m_site.fault(ErrorCode::PickleValue, "protocol").with("found", protocol).with("limit", maxProtocol);
        }
        return true;
    }
    case Op::Frame:
        m_input.beginFrame(m_input.number(8));
        return true;
    case Op::Ext1:
    case Op::Ext2:
    case Op::Ext4:
        throw m_site.fault(ErrorCode::PickleOpcode, "extension-registry");
    case Op::NextBuffer:
    case Op::ReadOnlyBuffer:
        throw m_site.fault(ErrorCode::PickleOpcode, "out-of-band-buffer");
    default:
        return false;
    }
}

bool Machine::stackOrMemo(Op op)
{
    switch (op) {
    case Op::Mark:
        m_stack.mark();
        return true;
    case Op::Pop:
        m_stack.drop();
        return true;
    case Op::PopMark:
        m_stack.popToMark();
        return true;
    case Op::Dup:
        m_stack.push(m_stack.top());
        return true;
    case Op::Get:
        m_stack.push(m_stack.get(textIndex()));
        return true;
    case Op::BinGet:
        m_stack.push(m_stack.get(m_input.number(1)));
        return true;
    case Op::LongBinGet:
        m_stack.push(m_stack.get(m_input.number(4)));
        return true;
    case Op::Put:
        m_stack.put(textIndex());
        return true;
    case Op::BinPut:
        m_stack.put(m_input.number(1));
        return true;
    case Op::LongBinPut:
        m_stack.put(m_input.number(4));
        return true;
    case Op::Memoize:
        m_stack.memoize();
        return true;
    default:
        return false;
    }
}

bool Machine::scalar(Op op)
{
    const ValueId value = m_scalars.read(op);
    if (value == noValue) {
        return false;
    }
    m_stack.push(value);
    return true;
}

uint64_t Machine::textIndex()
{
    const auto parsed = parseInteger(m_input.line(maxLineBytes));
    if (!parsed || parsed->big || parsed->number < 0) {
        throw m_site.fault(ErrorCode::PickleMemo, "index");
    }
    return static_cast<uint64_t>(parsed->number);
}

bool Machine::newContainer(Op op)
{
    ValueId value = noValue;
    switch (op) {
    case Op::EmptyTuple:
        value = tuple(0);
        break;
    case Op::Tuple1:
        value = tuple(1);
        break;
    case Op::Tuple2:
        value = tuple(2);
        break;
    case Op::Tuple3:
        value = tuple(3);
        break;
    case Op::Tuple:
        value = markedTuple();
        break;
    case Op::EmptyList:
        value = m_arena.addItems(ValueKind::List, {});
        break;
    case Op::List:
        value = m_arena.addItems(ValueKind::List, m_stack.popToMark());
        break;
    case Op::EmptyDict:
        value = m_objects.newDict({});
        break;
    case Op::Dict:
        value = m_objects.newDict(m_stack.popToMark());
        break;
    case Op::EmptySet:
        value = m_arena.addItems(ValueKind::Set, {});
        break;
    case Op::FrozenSet:
        value = m_arena.addItems(ValueKind::Set, m_stack.popToMark());
        break;
    default:
        return false;
    }
    m_stack.push(value);
    return true;
}

bool Machine::fillContainer(Op op)
{
    switch (op) {
    case Op::Append:
        fill(ValueKind::List, m_stack.pop(1));
        return true;
    case Op::Appends:
        fill(ValueKind::List, m_stack.popToMark());
        return true;
    case Op::SetItem:
        fill(ValueKind::Dict, m_stack.pop(2));
        return true;
    case Op::SetItems:
        fill(ValueKind::Dict, m_stack.popToMark());
        return true;
    case Op::AddItems:
        fill(ValueKind::Set, m_stack.popToMark());
        return true;
    default:
        return false;
    }
}

// An opaque object keeps whatever it is given: it may be a list or a dict of someone's own.
void Machine::fill(ValueKind kind, const std::vector<ValueId>& items)
{
    const ValueId target = m_stack.top();
    if (kind == ValueKind::Dict && items.size() % 2 != 0) {
        throw m_site.fault(ErrorCode::PickleStack, "odd");
    }
    if (m_arena[target].kind != kind && m_arena[target].kind != ValueKind::Opaque) {
        throw m_site.fault(ErrorCode::PickleTarget, "takes-no-items");
    }
    m_arena.extend(target, items);
}

bool Machine::object(Op op)
{
    switch (op) {
    case Op::Global:
        m_stack.push(global());
        return true;
    case Op::StackGlobal:
        stackGlobal();
        return true;
    case Op::Reduce:
    case Op::NewObj: {
        const auto operands = m_stack.pop(2);
        m_stack.push(m_objects.call(operands[0], operands[1]));
        return true;
    }
    case Op::NewObjEx:
        newObjEx();
        return true;
    case Op::Inst:
        inst();
        return true;
    case Op::Obj:
        obj();
        return true;
    case Op::Build: {
        const ValueId state = m_stack.pop();
        m_objects.build(m_stack.top(), state);
        return true;
    }
    case Op::BinPersId:
        m_stack.push(m_objects.persistentId(m_stack.pop()));
        return true;
    case Op::PersId:
        throw m_site.fault(ErrorCode::PicklePersistentId, "text-form");
    default:
        return false;
    }
}

ValueId Machine::global()
{
    const std::string module = m_input.line(maxLineBytes);
    return m_objects.global(module, m_input.line(maxLineBytes));
}

void Machine::stackGlobal()
{
    const auto operands = m_stack.pop(2);
    const PickleValue& module = m_arena[operands[0]];
    const PickleValue& name = m_arena[operands[1]];
    if (module.kind != ValueKind::String || name.kind != ValueKind::String) {
        throw m_site.fault(ErrorCode::PickleValue, "name");
    }
    m_stack.push(m_objects.global(module.text, name.text));
}

void Machine::inst()
{
    const ValueId type = global();
    m_stack.push(m_objects.call(type, markedTuple()));
}

void Machine::obj()
{
    auto items = m_stack.popToMark();
    if (items.empty()) {
        throw m_site.fault(ErrorCode::PickleStack, "underflow");
    }
    const ValueId type = items.front();
    items.erase(items.begin());
    m_stack.push(m_objects.call(type, m_arena.addItems(ValueKind::Tuple, std::move(items))));
}

void Machine::newObjEx()
{
    const auto operands = m_stack.pop(3);
    const PickleValue& named = m_arena[operands[2]];
    if (named.kind != ValueKind::Dict) {
        throw m_site.fault(ErrorCode::PickleTarget, "arguments");
    }
    const bool hasNamed = !named.items.empty();
    const ValueId made = m_objects.call(operands[0], operands[1]);
    if (hasNamed && m_arena[made].kind != ValueKind::Opaque) {
        throw m_site.fault(ErrorCode::PickleTarget, "named-arguments");
    }
    m_stack.push(made);
}

}  // namespace

PickleTree readPickle(io::BufferedReader& reader, const std::string& part, JobContext& job)
{
    return Machine(reader, part, job).run();
}

}  // namespace wb::checkpoint
