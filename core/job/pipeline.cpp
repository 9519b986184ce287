#include "core/job/pipeline.h"

#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/plan/planner.h"
#include "core/regnet/regnet_family.h"

#include <fmt/format.h>

#include <chrono>

namespace wb::job {

namespace {

// Until the folder's config says otherwise there is one family, and its checks say when a folder is of another.
const mapping::Family& familyOfFolders()
{
    return *families().front();
}

}  // namespace

const std::vector<const mapping::Family*>& families()
{
    static const std::vector<const mapping::Family*> known{&regnet::family()};
    return known;
}

const mapping::Family& familyOf(const mapping::Architecture& architecture)
{
    for (const mapping::Family* family : families()) {
        if (family->name() == architecture.family) {
            return *family;
        }
    }
    throw Error(ErrorCode::Internal).with("name", architecture.family);
}

std::vector<std::string> variantNames()
{
    std::vector<std::string> names;
    for (const mapping::Family* family : families()) {
        for (const mapping::Variant& variant : family->variants()) {
            names.push_back(variant.name);
        }
    }
    return names;
}

const mapping::Variant* variantNamed(const std::string& name)
{
    for (const mapping::Family* family : families()) {
        for (const mapping::Variant& variant : family->variants()) {
            if (variant.name == name) {
                return &variant;
            }
        }
    }
    return nullptr;
}

const mapping::Variant& findVariant(const std::string& name)
{
    if (const mapping::Variant* variant = variantNamed(name)) {
        return *variant;
    }
    throw Error(ErrorCode::VariantUnknown).with("name", name).with("expected", fmt::format("{}", fmt::join(nearNames(name, variantNames()), ", ")));
}

Identified identify(const tensor::TensorIndex& index, const std::string& variant)
{
    if (!variant.empty()) {
        findVariant(variant);
    }
    for (const mapping::Family* family : families()) {
        if (auto detection = family->detect(index, variant)) {
            return {family, std::move(*detection)};
        }
    }
    Error error(ErrorCode::NotThisFamily);
    if (!index.files.empty()) {
        error.with("file", index.files.front().path);
    }
    throw error.with("found", fmt::format("{} tensors", index.tensors.size()));
}

plan::Plan makePlan(tensor::TensorIndex index, const plan::Options& options, JobContext& job)
{
    const mapping::Family& family = *identify(index, options.variant).family;
    return plan::makePlan(family, std::move(index), options, job);
}

void requireVerified(const verify::Report& report, const std::string& folder)
{
    for (const verify::Check& check : report.checks) {
        if (!check.ok) {
            throw Error(ErrorCode::VerificationFailed).file(folder).part(check.part).with("name", check.name).with("reason", check.detail);
        }
    }
    if (!report.ok) {
        throw Error(ErrorCode::VerificationFailed).file(folder);
    }
}

Outcome run(const plan::Plan& plan, const convert::ConvertOptions& options, bool verify, JobContext& job)
{
    const auto start = std::chrono::steady_clock::now();
    Outcome outcome;
    outcome.converted = convert::convert(plan, options, job);
    if (verify) {
        outcome.verified = verifyFolder(outcome.converted.folder, job);
        requireVerified(*outcome.verified, outcome.converted.folder);
        if (!outcome.converted.resumed && !outcome.converted.alreadyDone) {
            outcome.pace = paceOf(plan, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        }
    }
    return outcome;
}

verify::Report verifyFolder(const std::string& folder, JobContext& job)
{
    return verify::verifyFolder(familyOfFolders(), folder, job);
}

verify::Report verifyAgainst(const std::string& folder, const tensor::TensorIndex& source, const std::vector<mapping::KeyEdit>& edits,
                             JobContext& job)
{
    return verify::verifyAgainst(*identify(source, {}).family, folder, source, edits, job);
}

}  // namespace wb::job
