#pragma once

#include "ui/speed_meter.h"

#include "core/base/progress.h"

#include <optional>

namespace wb::ui {

// What a running job has done, as the window shows it ten times a second.
struct JobSample {
    Progress::Snapshot progress;
    std::optional<double> bytesPerSecond;
    std::optional<double> secondsLeft;
};

// The next sample of one job. The meter begins anew with each stage; time as SpeedMeter takes it.
void takeProgress(Progress::Snapshot now, int64_t milliseconds, SpeedMeter& meter, JobSample& sample);

}  // namespace wb::ui
