#pragma once

#include "core/base/cancel.h"
#include "core/base/limits.h"
#include "core/base/log.h"
#include "core/base/progress.h"

namespace wb {

// What every blocking core function gets from its caller. References outlive the call; the functions run on the caller's thread.
struct JobContext {
    const CancelToken& cancel;
    Progress& progress;
    Log& log;
    Limits limits = {};
    TryNow* tryNow = nullptr;
};

}  // namespace wb
