#include "core/verify/parity.h"

#include "core/mapping/key_map_file.h"
#include "core/verify/torch_helper.h"

#include <fmt/format.h>

namespace wb::verify {

namespace {

constexpr uint64_t reportLimit = 8 << 20;  // bytes; a layer takes about 200

using Words = std::vector<std::string>;

void addOption(Words& words, const char* name, const std::string& value)
{
    if (!value.empty()) {
        words.insert(words.end(), {name, value});
    }
}

Words parityWords(const std::string& source, const std::string& folder, const ParityOptions& options)
{
    Words words{"parity"};
    addOption(words, "--image", options.image);
    if (options.image.empty()) {
        addOption(words, "--seed", std::to_string(options.seed));
    }
    addOption(words, "--size", options.size ? std::to_string(*options.size) : std::string());
    addOption(words, "--tolerance", options.tolerance ? fmt::format("{}", *options.tolerance) : std::string());
    addOption(words, "--variant", options.variant);
    addOption(words, "--state-dict", options.stateDict);
    addOption(words, "--keymap", options.keymapFile);
    words.insert(words.end(), {"--", source, folder});
    return words;
}

}  // namespace

ParityOutcome compareOutputs(const std::string& source, const std::string& folder, const ParityOptions& options, JobContext& job)
{
    job.progress.begin(Stage::Parity, 0);
    const HelperAnswer answer = askTorchHelper(parityWords(source, folder, options), reportLimit, job);
    if (answer.error && answer.error->code() != ErrorCode::ParityFailed) {
        throw *answer.error;
    }
    return {parityFromJson(answer.document), answer.error};
}

std::vector<mapping::KeyEdit> traceKeyMap(const std::string& source, const std::string& variant, const std::string& stateDict, JobContext& job)
{
    job.progress.begin(Stage::Trace, 0);
    Words words{"trace"};
    addOption(words, "--variant", variant);
    addOption(words, "--state-dict", stateDict);
    words.insert(words.end(), {"--", source});
    const HelperAnswer answer = askTorchHelper(words, job.limits.jsonBytes, job);
    if (answer.error && answer.error->code() != ErrorCode::MapIncomplete) {
        throw *answer.error;
    }
    return mapping::keyEditsFromJson(answer.document, job.limits);
}

}  // namespace wb::verify
