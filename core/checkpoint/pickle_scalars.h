#pragma once

#include "core/checkpoint/pickle_arena.h"
#include "core/checkpoint/pickle_input.h"
#include "core/checkpoint/pickle_opcodes.h"

#include <cstdint>
#include <string>

namespace wb::checkpoint {

// Opcodes that carry one value of their own: None, booleans, numbers, text and bytes. Throws PickleTruncated, PickleValue, LimitExceeded.
class PickleScalars {
public:
    PickleScalars(PickleInput& input, PickleArena& arena, const PickleSite& site, const Limits& limits);

    // noValue when the opcode is none of these.
    ValueId read(Op op);

private:
    ValueId number(Op op);
    ValueId text(Op op);
    ValueId real(Op op);
    ValueId textInteger(std::string line, bool mayBeBool);
    ValueId longInteger(uint64_t length);
    ValueId quoted();
    ValueId rawUnicode();
    ValueId utf8(std::string text);
    ValueId stringOrBytes(std::string text);
    ValueId bytes(uint64_t length) { return m_arena.addText(ValueKind::Bytes, m_input.bytes(length)); }

    PickleInput& m_input;
    PickleArena& m_arena;
    const PickleSite& m_site;
    const Limits& m_limits;
};

}  // namespace wb::checkpoint
