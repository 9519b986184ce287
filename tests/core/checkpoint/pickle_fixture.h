#pragma once

#include "core/base/error.h"
#include "core/base/job_context.h"
#include "core/checkpoint/pickle_machine.h"
#include "core/checkpoint/pickle_value.h"
#include "core/io/buffered_reader.h"
#include "tests/support/memory_source.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

// Pickles written opcode by opcode, and what the machine makes of them.
namespace wb::test {

struct PickleRun {
    CancelToken cancel;
    Progress progress;
    Log log;
    uint64_t position = 0;  // where the reader stood afterwards

    checkpoint::PickleTree read(const std::string& bytes, const Limits& limits = {})
    {
        const MemorySource source(bytes, "weights.pth");
        JobContext job{cancel, progress, log, limits};
        io::BufferedReader reader(source, 0, bytes.size());
        auto tree = checkpoint::readPickle(reader, "archive/data.pkl", job);
        position = reader.position();
        return tree;
    }
};

inline checkpoint::PickleTree readTree(const std::string& bytes, const Limits& limits = {})
{
    return PickleRun().read(bytes, limits);
}

// The error that a call ends with; empty when it ends well.
template <typename Call> std::optional<Error> errorOf(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

inline std::optional<Error> pickleError(const std::string& bytes, const Limits& limits = {})
{
    return errorOf([&] { readTree(bytes, limits); });
}

inline std::string little(uint64_t value, unsigned bytes)
{
    std::string out;
    for (unsigned i = 0; i < bytes; ++i) {
        out.push_back(static_cast<char>((value >> (8U * i)) & 0xffU));
    }
    return out;
}

// A string literal as the pickle has it: with its NUL bytes.
template <size_t N> std::string raw(const char (&literal)[N])
{
    return std::string(literal, N - 1);
}

inline std::string text(const std::string& value)
{
    return "X" + little(value.size(), 4) + value;
}

inline std::string integer(int64_t value)
{
    return raw("\x8a\x08") + little(static_cast<uint64_t>(value), 8);
}

inline std::string global(const std::string& module, const std::string& name)
{
    return "c" + module + "\n" + name + "\n";
}

inline std::string integers(const std::vector<int64_t>& values)
{
    std::string out = "(";
    for (const int64_t value : values) {
        out += integer(value);
    }
    return out + "t";
}

inline std::string storage(int64_t elements, const std::string& key = "0", const std::string& type = "FloatStorage")
{
    return "(" + text("storage") + global("torch", type) + text(key) + text("cpu") + integer(elements) + "tQ";
}

inline std::string tensorOn(const std::string& storageId, int64_t offset, const std::string& size, const std::string& stride)
{
    return global("torch._utils", "_rebuild_tensor_v2") + "(" + storageId + integer(offset) + size + stride + "\x89" +
           global("collections", "OrderedDict") + ")RtR";
}

inline std::string floats(const std::string& key = "0")
{
    return tensorOn(storage(4, key), 0, integers({4}), integers({1}));
}

// `items`: key, value, key, value … already as opcodes.
inline std::string dict(const std::vector<std::string>& items)
{
    std::string out = "}(";
    for (const std::string& item : items) {
        out += item;
    }
    return out + "u";
}

inline bool holds(const std::vector<std::string>& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace wb::test
