#pragma once

#include "core/base/error.h"
#include "core/base/job_context.h"

#include <optional>
#include <string>
#include <vector>

namespace wb::verify {

inline constexpr const char* torchHelperName = "weightbridge-torch";
// What the helper and its callers must have in common; a document of another number is not taken.
inline constexpr uint64_t torchHelperSchema = 1;

// Path of the program that has LibTorch: what WEIGHTBRIDGE_TORCH names (and nothing else, where it is set), else the one beside this program, else
// the first in PATH. Throws HelperMissing.
std::string findTorchHelper();

// What it printed, and its own error where it had one (a result may come with an error: a parity that fails).
struct HelperAnswer {
    std::string document;  // JSON
    std::optional<Error> error;
};

// Runs a verb of the helper (the first of `words`) to its end. Its progress becomes the job's, its errors come back as this program would throw them.
// Throws HelperMissing, HelperVersion (found, expected), HelperFailed (problem: "crashed", "garbage", "output", with signal or exit, and reason: its
// last words), HelperKilled, Cancelled.
HelperAnswer askTorchHelper(const std::vector<std::string>& words, uint64_t documentLimit, JobContext& job);

}  // namespace wb::verify
