#include "app/torch/run.h"

#include "app/cli/program.h"
#include "app/torch/commands.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/version.h"

#include <c10/util/Exception.h>
#include <fmt/format.h>

#include <string_view>

namespace wb::helper {

namespace {

// LibTorch tells of a failed allocation by its text alone (c10/core/impl/alloc_cpu.cpp).
Error translated(const c10::Error& error)
{
    const std::string_view text = error.what_without_backtrace();
    if (text.find("DefaultCPUAllocator") != std::string_view::npos) {
        return Error(ErrorCode::OutOfMemory);
    }
    return Error(ErrorCode::Internal).with("reason", printable(text, 500));
}

cli::CommandResult runLine(int argc, const char* const* argv, const CancelToken& cancel)
{
    const CommandLine line = parseCommandLine(argc, argv);
    cli::Session session(line.common, cancel);
    try {
        return line.verb == Verb::Trace ? traceCommand(line, session) : parityCommand(line, session);
    } catch (const c10::Error& error) {
        throw translated(error);
    }
}

}  // namespace

std::string versionMember()
{
    return fmt::format("\"version\":\"{}\"", version());
}

int run(int argc, const char* const* argv, const CancelToken& cancel) noexcept
{
    const auto work = [&cancel](int count, const char* const* words) { return runLine(count, words, cancel); };
    return cli::runProgram({"weightbridge-torch", work, versionMember()}, argc, argv);
}

}  // namespace wb::helper
