#pragma once

#include <cstdint>

namespace wb::checkpoint {

// Opcodes of pickle protocols 0 to 5. Source: CPython Lib/pickletools.py.
enum class Op : uint8_t {
    Mark = '(',
    Stop = '.',
    Pop = '0',
    PopMark = '1',
    Dup = '2',

    // numbers and constants
    Float = 'F',
    BinFloat = 'G',
    Int = 'I',
    BinInt = 'J',
    BinInt1 = 'K',
    BinInt2 = 'M',
    Long = 'L',
    Long1 = 0x8a,
    Long4 = 0x8b,
    None = 'N',
    NewTrue = 0x88,
    NewFalse = 0x89,

    // text and bytes
    String = 'S',
    BinString = 'T',
    ShortBinString = 'U',
    Unicode = 'V',
    BinUnicode = 'X',
    ShortBinUnicode = 0x8c,
    BinUnicode8 = 0x8d,
    BinBytes = 'B',
    ShortBinBytes = 'C',
    BinBytes8 = 0x8e,
    ByteArray8 = 0x96,

    // containers
    EmptyTuple = ')',
    Tuple = 't',
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    EmptyList = ']',
    List = 'l',
    Append = 'a',
    Appends = 'e',
    EmptyDict = '}',
    Dict = 'd',
    SetItem = 's',
    SetItems = 'u',
    EmptySet = 0x8f,
    AddItems = 0x90,
    FrozenSet = 0x91,

    // memo
    Get = 'g',
    BinGet = 'h',
    LongBinGet = 'j',
    Put = 'p',
    BinPut = 'q',
    LongBinPut = 'r',
    Memoize = 0x94,

    // names and objects
    Global = 'c',
    StackGlobal = 0x93,
    Reduce = 'R',
    Build = 'b',
    Inst = 'i',
    Obj = 'o',
    NewObj = 0x81,
    NewObjEx = 0x92,
    PersId = 'P',
    BinPersId = 'Q',
    Ext1 = 0x82,
    Ext2 = 0x83,
    Ext4 = 0x84,

    // framing
    Proto = 0x80,
    Frame = 0x95,
    NextBuffer = 0x97,
    ReadOnlyBuffer = 0x98,
};

}  // namespace wb::checkpoint
