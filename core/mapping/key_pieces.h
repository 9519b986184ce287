#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wb::mapping {

// A key taken apart: what stands between its numbers, the numbers, and the last piece where that is a name ("weight").
struct KeyPieces {
    std::vector<std::string> texts;  // one more than numbers; the last ends before `leaf`
    std::vector<int64_t> numbers;
    std::string leaf;

    // The key again, with these numbers and this leaf.
    std::string join(const std::vector<int64_t>& otherNumbers, std::string_view otherLeaf) const;
};

KeyPieces takeApart(std::string_view key);

// A key without the pieces that wrap one module in another: module., _fsdp_wrapped_module., blockN-partM. …
std::string withoutWrappers(std::string_view key);

}  // namespace wb::mapping
