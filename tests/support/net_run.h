#pragma once

#include "core/base/job_context.h"
#include "core/net/settings.h"

#include <mutex>
#include <string>

namespace wb::test {

// With these, failures and waits pass in milliseconds.
inline net::Settings quickSettings()
{
    using std::chrono::milliseconds;
    net::Settings settings;
    settings.endpoint = "http://127.0.0.1:1";
    settings.connectTimeout = milliseconds(2000);
    settings.stallTimeout = milliseconds(1500);
    settings.stallAlone = milliseconds(1000);
    settings.firstBackoff = milliseconds(1);
    settings.longestBackoff = milliseconds(20);
    settings.giveUp = milliseconds(10'000);
    return settings;
}

// What a job gets from its caller; keeps the lines of its log.
struct NetRun {
    CancelToken cancel;
    Progress progress;
    TryNow tryNow;
    std::mutex mutex;
    std::string lines;
    Log log{[this](Log::Level, std::string_view line) {
                const std::scoped_lock lock(mutex);
                lines += std::string(line) + '\n';
            },
            Log::Level::Debug};
    JobContext job{cancel, progress, log, {}, &tryNow};
};

}  // namespace wb::test
