#pragma once

#include "core/base/job_context.h"
#include "core/convert/convert.h"
#include "core/job/pace.h"
#include "core/mapping/family.h"
#include "core/plan/plan.h"
#include "core/tensor/tensor_index.h"
#include "core/verify/verify.h"

#include <optional>
#include <string>
#include <vector>

// The stages in order, as DESIGN 1 draws them: what both front ends call. All block and run on the caller's thread.
namespace wb::job {

// Known model families; the first that detects a file has it.
const std::vector<const mapping::Family*>& families();
// Throws Internal where none has this architecture.
const mapping::Family& familyOf(const mapping::Architecture& architecture);
// Of every variant of the catalogue.
std::vector<std::string> variantNames();
// Entry of the catalogue; null where there is none of the name.
const mapping::Variant* variantNamed(const std::string& name);
// The same, which has to be there. Throws VariantUnknown (name; expected: near names).
const mapping::Variant& findVariant(const std::string& name);

// Opens a checkpoint: a torch zip, legacy or VISSL slice file, a .safetensors file, a model.safetensors.index.json, or a folder that holds one of the
// last two (or exactly one checkpoint).
tensor::TensorIndex inspect(const std::string& path, const std::string& stateDictPath, JobContext& job);

// The one file of a folder that stands for the whole, as inspect() takes it. Throws NotACheckpoint (kind "folder" or "folder-of-several").
std::string checkpointInside(const std::string& folder);

// Which family and model it is. Throws NotThisFamily when none knows it.
struct Identified {
    const mapping::Family* family = nullptr;
    mapping::Detection detection;
};
Identified identify(const tensor::TensorIndex& index, const std::string& variant);

plan::Plan makePlan(tensor::TensorIndex index, const plan::Options& options, JobContext& job);

struct Outcome {
    convert::Result converted;
    std::optional<verify::Report> verified;
    Pace pace;  // of a file on this machine that was converted and verified from its beginning
};
// convert, then verify unless told not to. A failed verification throws VerificationFailed (part, reason).
Outcome run(const plan::Plan& plan, const convert::ConvertOptions& options, bool verify, JobContext& job);

// Throws VerificationFailed for the first check that failed (part, name, reason).
void requireVerified(const verify::Report& report, const std::string& folder);
verify::Report verifyFolder(const std::string& folder, JobContext& job);
verify::Report verifyAgainst(const std::string& folder, const tensor::TensorIndex& source, const std::vector<mapping::KeyEdit>& edits,
                             JobContext& job);

}  // namespace wb::job
