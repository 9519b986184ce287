#pragma once

#include "core/base/progress.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace wb::cli {

enum class ProgressMode { Bar, Lines, None };

// Takes the bar away, for what is written in its place.
inline constexpr const char* clearLine = "\r\x1b[K";

// Bytes a second over the last few seconds; what an earlier run had done counts for nothing.
class SpeedMeter {
public:
    using Clock = std::chrono::steady_clock;

    void add(const Progress::Snapshot& snapshot, Clock::time_point now);
    std::optional<double> bytesPerSecond() const;

private:
    Stage m_stage = Stage::Idle;
    std::deque<std::pair<Clock::time_point, uint64_t>> m_samples;
};

// {stage, bytes_done, bytes_total, item, file, bytes_per_second, seconds_left}; of a transfer also {connections, most_connections, bytes_twice,
// bytes_resumed, waiting, retry_in_seconds}, the last two null while bytes come.
std::string progressLine(const Progress::Snapshot& snapshot, std::optional<double> bytesPerSecond);
// "convert  45%  1.80 GB of 4.00 GB  612 MB/s  4 s left"; of a transfer "…  6 connections" or "…  waiting: the server is busy, next try in 12 s"
std::string progressBar(const Progress::Snapshot& snapshot, std::optional<double> bytesPerSecond);

// Why a transfer waits, in words: "busy" -> "the server is busy". A token without words is shown as it is.
std::string waitingWords(std::string_view token);

// Shows a job's progress on stderr, sampled by a thread of its own, until it is destroyed.
class ProgressOutput {
public:
    ProgressOutput(const Progress& progress, ProgressMode mode);
    ~ProgressOutput();
    ProgressOutput(const ProgressOutput&) = delete;
    ProgressOutput& operator=(const ProgressOutput&) = delete;

private:
    void sampleUntilStopped();
    void show();

    const Progress& m_progress;
    ProgressMode m_mode;
    SpeedMeter m_speed;
    std::string m_last;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopped = false;
    std::thread m_thread;
};

}  // namespace wb::cli
