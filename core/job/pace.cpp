#include "core/job/pace.h"

namespace wb::job {

namespace {

constexpr uint64_t leastBytes = 64'000'000;  // below it, what opens and closes files takes the time

}  // namespace

Pace paceOf(const plan::Plan& plan, double seconds)
{
    const uint64_t bytes = bytesMoved(plan);
    if (plan.forecast.fileSystem == 0 || bytes < leastBytes || seconds <= 0) {
        return {};
    }
    return {plan.forecast.fileSystem, bytes, seconds};
}

uint64_t bytesMoved(const plan::Plan& plan)
{
    uint64_t bytes = plan.forecast.diskNeeded;
    for (const tensor::SourceFile& file : plan.source.files) {
        bytes += file.bytes;
    }
    return bytes;
}

std::optional<double> secondsFor(uint64_t bytes, uint64_t fileSystem, const Pace& pace)
{
    if (pace.fileSystem == 0 || pace.fileSystem != fileSystem || pace.bytes == 0) {
        return std::nullopt;
    }
    return static_cast<double>(bytes) * pace.seconds / static_cast<double>(pace.bytes);
}

}  // namespace wb::job
