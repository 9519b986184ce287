#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wb::checkpoint {

// A value that a pickle describes. Values live in one PickleTree and name each other by index, so that trees of any depth, shared values
// and cycles cost nothing to destroy.
using ValueId = uint32_t;
inline constexpr ValueId noValue = UINT32_MAX;

enum class ValueKind : uint8_t {
    None,
    Bool,     // number
    Int,      // number; an integer beyond 64 bits has `big` set and number 0, and as text its little-endian two's complement when binary
    Float,    // real
    String,   // text (UTF-8; lone surrogates refused)
    Bytes,    // text holds the bytes
    Tuple,    // items
    List,     // items
    Set,      // items
    Dict,     // items: key, value, key, value … in order of insertion; a later equal key does not replace
    Global,   // text: "module.name". Never resolved, never called
    Storage,  // storage: a persistent id of torch
    Tensor,   // items: storage, offset, size, stride as pickled[, dtype]; text: the rebuild function
    Opaque,   // text: "module.name" that was called or instantiated; items: its arguments and state, kept out of the way
};

// Persistent id ('storage', type, key, location, numel[, view metadata]).
struct StorageRef {
    std::string typeName;  // "torch.FloatStorage", or the dtype of an untyped storage
    std::string key;       // record or legacy key
    uint64_t elements = 0;
    uint64_t viewOffset = 0;    // legacy view metadata: elements into the root storage
    std::string rootKey;        // legacy: key of the root storage when this is a view, else empty
    uint64_t rootElements = 0;  // legacy: of that root storage
};

struct PickleValue {
    ValueKind kind = ValueKind::None;
    bool big = false;
    int64_t number = 0;
    double real = 0.0;
    uint32_t storage = 0;  // index into PickleTree::storages
    std::string text;
    std::vector<ValueId> items;
    uint64_t offset = 0;  // of the opcode that made it, from the start of the file: for errors
};

// Result of one pickle stream.
struct PickleTree {
    std::vector<PickleValue> values;
    std::vector<StorageRef> storages;
    ValueId root = noValue;
    std::vector<std::string> opaque;  // names called, built or only named that are no weights, sorted, once each
    std::vector<std::string> calls;   // those of `opaque` that are called and belong to Python, torch or numpy and are not harmless

    const PickleValue& operator[](ValueId id) const { return values[id]; }
    // Value of a string key in a dict (first of that name), noValue when absent or not a dict.
    ValueId get(ValueId dict, std::string_view key) const noexcept;
};

}  // namespace wb::checkpoint
