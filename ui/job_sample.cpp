#include "ui/job_sample.h"

#include <utility>

namespace wb::ui {

void takeProgress(Progress::Snapshot now, int64_t milliseconds, SpeedMeter& meter, JobSample& sample)
{
    if (now.stage != sample.progress.stage) {
        meter.reset();
    }
    meter.add(milliseconds, now.bytesDone - now.bytesResumed);
    sample.bytesPerSecond = meter.bytesPerSecond();
    sample.secondsLeft = now.bytesTotal > now.bytesDone ? meter.secondsFor(now.bytesTotal - now.bytesDone) : std::nullopt;
    sample.progress = std::move(now);
}

}  // namespace wb::ui
