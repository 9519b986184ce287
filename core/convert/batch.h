#pragma once

#include "core/convert/journal.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace wb::convert {

// One thing that is done to an output file, in the order of the steps.
struct Step {
    enum class Kind {
        Begin,       // `file` begins, or goes on at `offset`
        Text,        // `text` is appended: what the format puts around tensors
        Values,      // [offset, offset + bytes) of the batch is appended
        TensorDone,  // `tensor` is in every file that it belongs to; `record` tells its hash
        End          // `file` is complete; `text` is its SHA-256 once it is hashed
    };
    Kind kind = Kind::Text;
    uint32_t track = 0;
    uint32_t file = 0;  // number in Plan::weightFiles
    uint32_t tensor = 0;
    uint64_t offset = 0;
    size_t bytes = 0;
    std::string text;
    TensorRecord record;
};

// What goes from thread to thread: a piece of memory with values of one or many tensors, and what to do with it.
struct Batch {
    static constexpr size_t capacity = 4 << 20;
    static constexpr size_t mostSteps = 4096;

    std::unique_ptr<std::byte[]> memory{new std::byte[capacity]};
    size_t used = 0;
    std::vector<Step> steps;

    std::span<std::byte> room() noexcept { return std::span(memory.get() + used, capacity - used); }
    std::span<const std::byte> values(const Step& step) const noexcept { return std::span(memory.get() + step.offset, step.bytes); }
    void clear() noexcept
    {
        used = 0;
        steps.clear();
    }
};

}  // namespace wb::convert
