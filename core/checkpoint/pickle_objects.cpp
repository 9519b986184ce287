#include "core/checkpoint/pickle_objects.h"

#include "core/base/text.h"

#include <algorithm>
#include <utility>

namespace wb::checkpoint {

namespace {

constexpr size_t maxNameBytes = 1024;

// No empty part, no space, no control character: what Python can import.
bool isImportable(std::string_view name)
{
    const auto bad = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f' || c == '/' || c == '\\'; };
    return !name.empty() && name.size() <= maxNameBytes && isUtf8(name) && name.front() != '.' && name.back() != '.' &&
           name.find("..") == std::string_view::npos && std::none_of(name.begin(), name.end(), bad);
}

// UTF-8 of code points up to U+00FF as those bytes; empty when there is a higher one.
std::optional<std::string> latin1(const std::string& text)
{
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            out.push_back(text[i]);
        } else if ((byte == 0xc2 || byte == 0xc3) && i + 1 < text.size()) {
            const auto next = static_cast<unsigned char>(text[++i]);
            out.push_back(static_cast<char>(((byte & 0x03U) << 6U) | (next & 0x3fU)));
        } else {
            return std::nullopt;
        }
    }
    return out;
}

bool isListed(NameKind kind)
{
    return kind == NameKind::StandardValue || kind == NameKind::Object || kind == NameKind::Forbidden;
}

bool isSequence(ValueKind kind)
{
    return kind == ValueKind::List || kind == ValueKind::Tuple || kind == ValueKind::Set;
}

}  // namespace

PickleObjects::PickleObjects(PickleArena& arena, const PickleSite& site, const Limits& limits) : m_arena(arena), m_site(site), m_limits(limits) {}

ValueId PickleObjects::global(const std::string& module, const std::string& name)
{
    if (!isImportable(module) || !isImportable(name)) {
        throw m_site.fault(ErrorCode::PickleValue, "name").with("found", printable(module + "." + name));
    }
    const NameKind kind = classifyName(module, name);
    std::string fullName = module + "." + name;
    if (isListed(kind)) {
        m_opaque.insert(fullName);
    }
    return m_arena.addNamed(ValueKind::Global, std::move(fullName), kind);
}

ValueId PickleObjects::call(ValueId callee, ValueId args)
{
    const Call resolved = resolve({callee, args});
    const PickleValue& target = m_arena[resolved.callee];
    const NameKind kind = m_arena.nameKind(resolved.callee);
    if (target.kind == ValueKind::Opaque) {
        // What a call gave is called in its turn: of the standard library's (functools.partial …) that is a call of anything.
        if (kind == NameKind::StandardValue || kind == NameKind::Forbidden) {
            m_calls.insert(target.text);
        }
        return makeOpaque(resolved);
    }
    return make(kind, resolved);
}

const std::vector<ValueId>& PickleObjects::argsOf(ValueId args) const
{
    if (m_arena[args].kind != ValueKind::Tuple) {
        throw m_site.fault(ErrorCode::PickleTarget, "arguments");
    }
    return m_arena[args].items;
}

// Follows functions that only call another with arguments of its own.
PickleObjects::Call PickleObjects::resolve(Call call) const
{
    for (uint32_t step = 0; step <= m_limits.pickleDepth; ++step) {
        const ValueKind valueKind = m_arena[call.callee].kind;
        if (valueKind != ValueKind::Global && valueKind != ValueKind::Opaque) {
            throw m_site.fault(ErrorCode::PickleTarget, "not-callable");
        }
        const auto& args = argsOf(call.args);
        if (valueKind == ValueKind::Opaque || m_arena.nameKind(call.callee) != NameKind::FromType) {
            return call;
        }
        if (args.size() < 3) {
            throw m_site.fault(ErrorCode::PickleTarget, "arguments").with("name", m_arena[call.callee].text);
        }
        call = {args[0], args[2]};
    }
    throw m_site.overLimit("nesting", m_limits.pickleDepth);
}

ValueId PickleObjects::make(NameKind kind, const Call& call)
{
    switch (kind) {
    case NameKind::Tensor:
    case NameKind::TensorOfDType:
        return makeTensor(kind, call);
    case NameKind::Parameter: {
        const auto& args = argsOf(call.args);
        return !args.empty() && m_arena[args[0]].kind == ValueKind::Tensor ? args[0] : makeOpaque(call);
    }
    case NameKind::Dict:
        return makeDict(call, 0);
    case NameKind::DefaultDict:
        return makeDict(call, 1);
    case NameKind::List:
        return makeSequence(ValueKind::List, call);
    case NameKind::Tuple:
        return makeSequence(ValueKind::Tuple, call);
    case NameKind::Set:
        return makeSequence(ValueKind::Set, call);
    case NameKind::Bytes:
        return makeBytes(call);
    case NameKind::Scalar:
        return makeScalar(call);
    case NameKind::NewObject:
    case NameKind::Reconstructor:
        return makeInstance(kind, call);
    case NameKind::FromType:
    case NameKind::Value:
    case NameKind::StandardValue:
    case NameKind::Object:
    case NameKind::OddTensor:
        break;
    case NameKind::Forbidden:
        m_calls.insert(m_arena[call.callee].text);
        break;
    }
    return makeOpaque(call);
}

// copyreg.__newobj__ (class, arguments …) and copyreg._reconstructor (class, base, state): the instance of the class that they name.
ValueId PickleObjects::makeInstance(NameKind kind, const Call& call)
{
    const auto args = argsOf(call.args);
    if (args.empty() || m_arena[args[0]].kind != ValueKind::Global) {
        throw m_site.fault(ErrorCode::PickleTarget, "arguments").with("name", m_arena[call.callee].text);
    }
    const NameKind made = m_arena.nameKind(args[0]);
    if (made == NameKind::NewObject || made == NameKind::Reconstructor || made == NameKind::FromType) {
        throw m_site.fault(ErrorCode::PickleTarget, "not-a-class").with("name", m_arena[args[0]].text);
    }
    const bool plainState = kind == NameKind::Reconstructor && (args.size() != 3 || m_arena[args[2]].kind != ValueKind::None);
    const bool opaque = isListed(made) || made == NameKind::Value;
    if (plainState && !opaque) {
        throw m_site.fault(ErrorCode::PickleTarget, "state").with("name", m_arena[args[0]].text);
    }
    const bool rest = kind == NameKind::NewObject || opaque;
    const auto given = rest ? std::vector(args.begin() + 1, args.end()) : std::vector<ValueId>();
    return make(made, {args[0], m_arena.addItems(ValueKind::Tuple, given)});
}

ValueId PickleObjects::makeOpaque(const Call& call)
{
    const NameKind kind = m_arena.nameKind(call.callee);
    std::string name = m_arena[call.callee].text;
    if (kind != NameKind::Value) {
        m_opaque.insert(name);
    }
    return m_arena.addNamed(ValueKind::Opaque, std::move(name), kind, {call.args});
}

// (storage, offset, size, stride, requires grad, hooks[, dtype][, metadata]). Metadata says that values are to be conjugated or negated.
ValueId PickleObjects::makeTensor(NameKind kind, const Call& call)
{
    const auto& args = argsOf(call.args);
    const size_t plain = kind == NameKind::TensorOfDType ? 7 : 6;
    const bool enough = args.size() >= (kind == NameKind::TensorOfDType ? 7 : 4);
    if (!enough || args.size() > plain + 1 || m_arena[args[0]].kind != ValueKind::Storage) {
        throw m_site.fault(ErrorCode::PickleTarget, "arguments").with("name", m_arena[call.callee].text);
    }
    if (args.size() > plain) {
        const PickleValue& metadata = m_arena[args[plain]];
        if (metadata.kind != ValueKind::None && (metadata.kind != ValueKind::Dict || !metadata.items.empty())) {
            return makeOpaque(call);
        }
    }
    std::vector<ValueId> items(args.begin(), args.begin() + 4);
    if (kind == NameKind::TensorOfDType) {
        items.push_back(args[6]);
    }
    return m_arena.addNamed(ValueKind::Tensor, m_arena[call.callee].text, kind, std::move(items));
}

ValueId PickleObjects::newDict(std::vector<ValueId> items)
{
    if (items.size() % 2 != 0) {
        throw m_site.fault(ErrorCode::PickleStack, "odd");
    }
    return m_arena.addItems(ValueKind::Dict, std::move(items));
}

// Key, value, key, value … of a Dict or of a list of pairs.
std::optional<std::vector<ValueId>> PickleObjects::pairsOf(ValueId source) const
{
    const PickleValue& value = m_arena[source];
    if (value.kind == ValueKind::Dict) {
        return value.items;
    }
    if (value.kind != ValueKind::List && value.kind != ValueKind::Tuple) {
        return std::nullopt;
    }
    std::vector<ValueId> items;
    for (const ValueId id : value.items) {
        const PickleValue& pair = m_arena[id];
        if ((pair.kind != ValueKind::Tuple && pair.kind != ValueKind::List) || pair.items.size() != 2) {
            return std::nullopt;
        }
        items.insert(items.end(), pair.items.begin(), pair.items.end());
    }
    return items;
}

// `first`: where among the arguments the content is, when there is any.
ValueId PickleObjects::makeDict(const Call& call, size_t first)
{
    const auto& args = argsOf(call.args);
    std::vector<ValueId> items;
    if (args.size() > first) {
        auto pairs = pairsOf(args[first]);
        if (!pairs || args.size() > first + 1) {
            throw m_site.fault(ErrorCode::PickleTarget, "arguments").with("name", m_arena[call.callee].text);
        }
        items = std::move(*pairs);
    }
    const ValueId dict = m_arena.addItems(ValueKind::Dict, std::move(items));
    m_arena.setTakesState(dict);
    return dict;
}

ValueId PickleObjects::makeSequence(ValueKind kind, const Call& call)
{
    const auto& args = argsOf(call.args);
    if (!args.empty() && !isSequence(m_arena[args[0]].kind)) {
        throw m_site.fault(ErrorCode::PickleTarget, "arguments").with("name", m_arena[call.callee].text);
    }
    return m_arena.addItems(kind, args.empty() ? std::vector<ValueId>() : m_arena[args[0]].items);
}

ValueId PickleObjects::makeBytes(const Call& call)
{
    const auto& args = argsOf(call.args);
    if (args.empty()) {
        return m_arena.addText(ValueKind::Bytes, {});
    }
    const PickleValue& content = m_arena[args[0]];
    if (content.kind == ValueKind::Bytes) {
        return m_arena.addText(ValueKind::Bytes, content.text);
    }
    const auto bytes = content.kind == ValueKind::String ? latin1(content.text) : std::nullopt;
    return bytes ? m_arena.addText(ValueKind::Bytes, *bytes) : makeOpaque(call);
}

ValueId PickleObjects::makeScalar(const Call& call)
{
    const auto& args = argsOf(call.args);
    if (args.size() == 1) {
        const ValueKind kind = m_arena[args[0]].kind;
        if (kind == ValueKind::Int || kind == ValueKind::Float || kind == ValueKind::Bool || kind == ValueKind::String) {
            return args[0];
        }
    }
    return makeOpaque(call);
}

void PickleObjects::build(ValueId target, ValueId state)
{
    const ValueKind kind = m_arena[target].kind;
    const ValueKind stateKind = m_arena[state].kind;
    if (kind == ValueKind::Opaque) {
        m_arena.extend(target, {state});
        return;
    }
    // The attributes of an OrderedDict (torch's _metadata) say nothing about its items.
    const bool attributes = stateKind == ValueKind::Dict || stateKind == ValueKind::Tuple;
    const bool ignored = kind == ValueKind::Dict && (stateKind == ValueKind::None || (attributes && m_arena.takesState(target)));
    if (!ignored) {
        throw m_site.fault(ErrorCode::PickleTarget, "takes-no-state");
    }
}

}  // namespace wb::checkpoint
