#include "core/checkpoint/pickle_scalars.h"

#include "core/base/text.h"
#include "core/checkpoint/pickle_text.h"

#include <utility>

namespace wb::checkpoint {

namespace {

constexpr uint64_t maxNumberBytes = 5000;   // of a number in text
constexpr uint64_t maxIntegerBytes = 4096;  // of a binary integer

}  // namespace

PickleScalars::PickleScalars(PickleInput& input, PickleArena& arena, const PickleSite& site, const Limits& limits)
    : m_input(input), m_arena(arena), m_site(site), m_limits(limits)
{}

ValueId PickleScalars::read(Op op)
{
    const ValueId value = number(op);
    return value == noValue ? text(op) : value;
}

ValueId PickleScalars::number(Op op)
{
    ValueId value = noValue;
    switch (op) {
    case Op::None:
        value = m_arena.addNumber(ValueKind::None, 0);
        break;
    case Op::NewTrue:
    case Op::NewFalse:
        value = m_arena.addNumber(ValueKind::Bool, op == Op::NewTrue ? 1 : 0);
        break;
    case Op::Int:
        value = textInteger(m_input.line(maxNumberBytes), true);
        break;
    case Op::Long:
        value = textInteger(m_input.line(maxNumberBytes), false);
        break;
    case Op::BinInt:
        value = m_arena.addNumber(ValueKind::Int, static_cast<int32_t>(static_cast<uint32_t>(m_input.number(4))));
        break;
    case Op::BinInt1:
    case Op::BinInt2:
        value = m_arena.addNumber(ValueKind::Int, static_cast<int64_t>(m_input.number(op == Op::BinInt1 ? 1 : 2)));
        break;
    case Op::Long1:
        value = longInteger(m_input.number(1));
        break;
    case Op::Long4:
        value = longInteger(m_input.number(4));
        break;
    case Op::Float:
    case Op::BinFloat:
        value = real(op);
        break;
    default:
        break;
    }
    return value;
}

ValueId PickleScalars::real(Op op)
{
    const auto parsed = op == Op::BinFloat ? m_input.bigEndianDouble() : parseReal(m_input.line(maxNumberBytes));
    if (!parsed) {
        throw m_site.fault(ErrorCode::PickleValue, "number");
    }
    PickleValue value;
    value.kind = ValueKind::Float;
    value.real = *parsed;
    return m_arena.add(std::move(value));
}

ValueId PickleScalars::textInteger(std::string line, bool mayBeBool)
{
    if (mayBeBool && (line == "00" || line == "01")) {
        return m_arena.addNumber(ValueKind::Bool, line == "01" ? 1 : 0);
    }
    if (!mayBeBool && line.ends_with('L')) {
        line.pop_back();
    }
    const auto parsed = parseInteger(line);
    if (!parsed) {
        throw m_site.fault(ErrorCode::PickleValue, "number").with("found", printable(line));
    }
    PickleValue value;
    value.kind = ValueKind::Int;
    value.number = parsed->number;
    value.big = parsed->big;
    return m_arena.add(std::move(value));
}

// Little-endian two's complement of any length. A negative length of LONG4 is one beyond 2^31 here.
ValueId PickleScalars::longInteger(uint64_t length)
{
    if (length > maxIntegerBytes) {
        throw m_site.fault(ErrorCode::PickleValue, "length").with("found", length).with("limit", maxIntegerBytes);
    }
    std::string raw = m_input.bytes(length);
    PickleValue value;
    value.kind = ValueKind::Int;
    const bool negative = !raw.empty() && (static_cast<unsigned char>(raw.back()) & 0x80U) != 0;
    if (raw.size() > 8) {
        value.big = true;
        value.text = std::move(raw);
        return m_arena.add(std::move(value));
    }
    uint64_t bits = negative ? UINT64_MAX : 0;
    for (size_t i = raw.size(); i-- > 0;) {
        bits = (bits << 8U) | static_cast<unsigned char>(raw[i]);
    }
    value.number = static_cast<int64_t>(bits);
    return m_arena.add(std::move(value));
}

ValueId PickleScalars::text(Op op)
{
    ValueId value = noValue;
    switch (op) {
    case Op::String:
        value = quoted();
        break;
    case Op::Unicode:
        value = rawUnicode();
        break;
    case Op::BinString:
        value = stringOrBytes(m_input.bytes(m_input.number(4)));
        break;
    case Op::ShortBinString:
        value = stringOrBytes(m_input.bytes(m_input.number(1)));
        break;
    case Op::ShortBinUnicode:
        value = utf8(m_input.bytes(m_input.number(1)));
        break;
    case Op::BinUnicode:
        value = utf8(m_input.bytes(m_input.number(4)));
        break;
    case Op::BinUnicode8:
        value = utf8(m_input.bytes(m_input.number(8)));
        break;
    case Op::ShortBinBytes:
        value = bytes(m_input.number(1));
        break;
    case Op::BinBytes:
        value = bytes(m_input.number(4));
        break;
    case Op::BinBytes8:
    case Op::ByteArray8:
        value = bytes(m_input.number(8));
        break;
    default:
        break;
    }
    return value;
}

ValueId PickleScalars::quoted()
{
    auto parsed = parseQuoted(m_input.line(m_limits.pickleStringBytes));
    if (!parsed) {
        throw m_site.fault(ErrorCode::PickleValue, "literal");
    }
    return stringOrBytes(std::move(*parsed));
}

ValueId PickleScalars::rawUnicode()
{
    auto parsed = parseRawUnicode(m_input.line(m_limits.pickleStringBytes));
    if (!parsed) {
        throw m_site.fault(ErrorCode::PickleValue, "utf-8");
    }
    return m_arena.addText(ValueKind::String, std::move(*parsed));
}

ValueId PickleScalars::utf8(std::string text)
{
    if (!isUtf8(text)) {
        throw m_site.fault(ErrorCode::PickleValue, "utf-8");
    }
    return m_arena.addText(ValueKind::String, std::move(text));
}

// Strings of Python 2: text when they can be, else bytes.
ValueId PickleScalars::stringOrBytes(std::string text)
{
    const ValueKind kind = isUtf8(text) ? ValueKind::String : ValueKind::Bytes;
    return m_arena.addText(kind, std::move(text));
}

}  // namespace wb::checkpoint
