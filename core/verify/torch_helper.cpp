#include "core/verify/torch_helper.h"

#include "core/base/text.h"
#include "core/base/version.h"
#include "core/io/child_process.h"
#include "core/io/folder.h"

#include <unistd.h>

#include <nlohmann/json.hpp>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>

namespace wb::verify {

namespace {

using nlohmann::json;

constexpr const char* helperVariable = "WEIGHTBRIDGE_TORCH";

bool isProgram(const std::string& path) noexcept
{
    return io::fileBytes(path).has_value() && ::access(path.c_str(), X_OK) == 0;
}

std::string besideThisProgram()
{
    std::error_code failed;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", failed);
    return failed ? std::string() : io::join(self.parent_path().native(), torchHelperName);
}

std::string inSearchPath()
{
    const char* variable = std::getenv("PATH");
    std::string_view folders = variable != nullptr ? variable : "";
    while (!folders.empty()) {
        const size_t end = std::min(folders.find(':'), folders.size());
        const std::string path = io::join(std::string(folders.substr(0, end)), torchHelperName);
        if (end > 0 && isProgram(path)) {
            return path;
        }
        folders.remove_prefix(std::min(end + 1, folders.size()));
    }
    return {};
}

// A line of `--progress json`; false for any other text.
bool showProgress(std::string_view line, Progress& progress)
{
    const json object = json::parse(line.begin(), line.end(), nullptr, false);
    try {
        const Stage stage = stageFromName(object.at("stage").get<std::string>());
        progress.show({stage,
                       object.at("bytes_done").get<uint64_t>(),
                       object.at("bytes_total").get<uint64_t>(),
                       0,
                       object.at("item").get<std::string>(),
                       object.at("file").get<std::string>(),
                       {},
                       {}});
        return stage != Stage::Idle;
    } catch (const json::exception&) {
        return false;
    }
}

Error helperFailed(std::string_view problem, const std::string& lastWords)
{
    Error error(ErrorCode::HelperFailed);
    error.with("problem", problem);
    if (!lastWords.empty()) {
        error.with("reason", lastWords);
    }
    return error;
}

Error endedBySignal(int signal, const std::string& lastWords)
{
    if (signal == SIGKILL) {
        return Error(ErrorCode::HelperKilled);
    }
    return helperFailed("crashed", lastWords).with("found", ::strsignal(signal));
}

// The fields that every document of the helper has, without its results, which may be long.
json envelopeOf(const std::string& document)
{
    const auto isKept = [](int depth, json::parse_event_t event, const json& value) {
        return depth != 1 || event != json::parse_event_t::key || value == "schema" || value == "version" || value == "error";
    };
    return json::parse(document, isKept, false);
}

// The error as the helper threw it; empty where the envelope tells of none.
std::optional<Error> errorIn(const json& envelope)
{
    const auto described = envelope.find("error");
    if (described == envelope.end()) {
        return std::nullopt;
    }
    const auto code = errorFromId(described->at("id").get<std::string>());
    if (!code) {
        throw helperFailed("garbage", {});
    }
    Error error(*code);
    for (const auto& fact : described->at("facts").items()) {
        error.with(fact.key(), fact.value().is_string() ? fact.value().get<std::string>() : fact.value().dump());
    }
    return error;
}

HelperAnswer answerIn(const io::ChildEnd& end, const std::string& lastWords)
{
    try {
        const json envelope = envelopeOf(end.output);
        const auto found = envelope.at("version").get<std::string>();
        if (envelope.at("schema").get<uint64_t>() != torchHelperSchema || found != version()) {
            throw Error(ErrorCode::HelperVersion).with("found", printable(found)).with("expected", version());
        }
        if (end.exitCode == static_cast<int>(ExitCode::Interrupted)) {
            throw Cancelled{};  // by somebody else than this program
        }
        HelperAnswer answer{end.output, errorIn(envelope)};
        if (end.exitCode != 0 && !answer.error) {
            throw helperFailed("garbage", lastWords);
        }
        return answer;
    } catch (const json::exception&) {
        throw helperFailed("garbage", lastWords);
    }
}

}  // namespace

std::string findTorchHelper()
{
    if (const char* named = std::getenv(helperVariable); named != nullptr && *named != '\0') {
        if (!isProgram(named)) {
            throw Error(ErrorCode::HelperMissing).with("path", named);
        }
        return named;
    }
    const std::string beside = besideThisProgram();
    const std::string path = isProgram(beside) ? beside : inSearchPath();
    if (path.empty()) {
        throw Error(ErrorCode::HelperMissing);
    }
    return path;
}

HelperAnswer askTorchHelper(const std::vector<std::string>& words, uint64_t documentLimit, JobContext& job)
{
    io::ChildCommand command;
    command.program = findTorchHelper();
    command.words = words;
    command.words.insert(command.words.begin() + 1, {"--json", "--progress", "json"});
    command.outputLimit = documentLimit;
    std::string lastWords;
    command.errorLine = [&](std::string_view line) {
        if (!showProgress(line, job.progress)) {
            lastWords = printable(line, 300);
            job.log.info(lastWords);
        }
    };
    const io::ChildEnd end = io::runChild(command, job.cancel);
    if (end.outputOverLimit) {
        throw helperFailed("output", {}).with("limit", documentLimit);
    }
    if (end.signal != 0) {
        throw endedBySignal(end.signal, lastWords);
    }
    return answerIn(end, lastWords);
}

}  // namespace wb::verify
