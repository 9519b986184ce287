#pragma once

#include "core/base/log.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace wb::ui {

struct LogLine {
    int64_t milliseconds = 0;  // since 1970, UTC
    Log::Level level = Log::Level::Info;
    std::string job;  // empty: of none
    std::string text;
};

// The last lines of a log, as many as fit. Written by any thread, read by the window's.
class LogLines {
public:
    static constexpr size_t mostLines = 5000;

    void add(LogLine line);
    // Those that came since the last call, oldest first.
    std::vector<LogLine> take();

private:
    std::mutex m_mutex;
    std::deque<LogLine> m_lines;
};

// The lines of a log from now on; the log holds them as long as it is observed.
std::shared_ptr<LogLines> watch(Log& log);

}  // namespace wb::ui
