#pragma once

#include "core/base/job_context.h"
#include "core/checkpoint/tensor_reader.h"
#include "core/mapping/family.h"
#include "core/tensor/tensor_index.h"

#include <optional>
#include <string>
#include <vector>

namespace wb::verify {

struct Check {
    std::string name;  // "layout", "config", "keys", "shapes", "tensor-hashes", "file-hashes", "record-crcs", "index", "against-source", "processor",
                       // "report", "finished"
    bool ok = false;
    std::string detail;  // facts, not a sentence: "626 of 626", "model.safetensors: sha256 differs"
    std::string part;    // the first tensor or file that failed
};

struct Report {
    bool ok = false;
    uint64_t tensors = 0;       // compared
    std::vector<Check> checks;  // in the order they were made; all are made even when one fails
};

// Re-reads a model folder (DIR, or DIR.pth when DIR holds no weights; both when both are there) and proves: layout, config.json against shapes, every
// key of the model once, and every tensor's XXH3-128 and file's SHA-256 against conversion-report.json where there is one. Constant memory. Throws
// NotFound, NotAFolder and reader errors only for things that stop all checks; a damaged file is a failed check.
Report verifyFolder(const mapping::Family& family, const std::string& folder, JobContext& job);

// Reads folder and source and compares SHA-256 of every tensor's values; config.json, keys and shapes are checked as verifyFolder does. The map is
// the folder's own report where there is one, else the family's rules with `edits`. A folder of another dtype is compared with the source's values
// converted the same way, and says so. For any folder, also of other programs. `openSource`: opens the source's files; empty: by their paths.
Report verifyAgainst(const mapping::Family& family, const std::string& folder, const tensor::TensorIndex& source,
                     const std::vector<mapping::KeyEdit>& edits, JobContext& job, const checkpoint::SourceOpener& openSource = {});

}  // namespace wb::verify
