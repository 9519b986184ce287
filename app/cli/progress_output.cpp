#include "app/cli/progress_output.h"

#include "app/cli/json_output.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace wb::cli {

namespace {

using namespace std::chrono_literals;

constexpr auto sampleInterval = 100ms;  // at most ten lines a second
constexpr auto speedWindow = 5s;
constexpr const char* clearLine = "\r\x1b[K";

std::optional<uint64_t> secondsLeft(const Progress::Snapshot& snapshot, std::optional<double> bytesPerSecond)
{
    if (snapshot.bytesTotal == 0 || snapshot.bytesDone > snapshot.bytesTotal || !bytesPerSecond || *bytesPerSecond < 1.0) {
        return std::nullopt;
    }
    return static_cast<uint64_t>(std::ceil(static_cast<double>(snapshot.bytesTotal - snapshot.bytesDone) / *bytesPerSecond));
}

std::string duration(uint64_t seconds)
{
    if (seconds < 60) {
        return fmt::format("{} s", seconds);
    }
    if (seconds < 3600) {
        return fmt::format("{} min {:02} s", seconds / 60, seconds % 60);
    }
    return fmt::format("{} h {:02} min", seconds / 3600, seconds / 60 % 60);
}

}  // namespace

void SpeedMeter::add(const Progress::Snapshot& snapshot, Clock::time_point now)
{
    const uint64_t moved = snapshot.bytesDone - snapshot.bytesResumed;
    if (snapshot.stage != m_stage || (!m_samples.empty() && moved < m_samples.back().second)) {
        m_samples.clear();
        m_stage = snapshot.stage;
    }
    m_samples.emplace_back(now, moved);
    while (m_samples.size() > 2 && now - m_samples.front().first > speedWindow) {
        m_samples.pop_front();
    }
}

std::optional<double> SpeedMeter::bytesPerSecond() const
{
    if (m_samples.size() < 2) {
        return std::nullopt;
    }
    const std::chrono::duration<double> elapsed = m_samples.back().first - m_samples.front().first;
    if (elapsed.count() <= 0.0) {
        return std::nullopt;
    }
    return static_cast<double>(m_samples.back().second - m_samples.front().second) / elapsed.count();
}

std::string progressLine(const Progress::Snapshot& snapshot, std::optional<double> bytesPerSecond)
{
    const auto left = secondsLeft(snapshot, bytesPerSecond);
    const Json line = {{"stage", stageName(snapshot.stage)},
                       {"bytes_done", snapshot.bytesDone},
                       {"bytes_total", snapshot.bytesTotal},
                       {"item", snapshot.item},
                       {"file", snapshot.file},
                       {"bytes_per_second", bytesPerSecond ? Json(std::llround(*bytesPerSecond)) : Json()},
                       {"seconds_left", left ? Json(*left) : Json()}};
    return text(line);
}

std::string progressBar(const Progress::Snapshot& snapshot, std::optional<double> bytesPerSecond)
{
    std::string bar(stageName(snapshot.stage));
    if (snapshot.bytesTotal > 0) {
        const double share = std::min(1.0, static_cast<double>(snapshot.bytesDone) / static_cast<double>(snapshot.bytesTotal));
        bar += fmt::format(" {:3}%  {} of {}", std::floor(share * 100), formatByteSize(snapshot.bytesDone), formatByteSize(snapshot.bytesTotal));
    } else if (snapshot.bytesDone > 0) {
        bar += "  " + formatByteSize(snapshot.bytesDone);
    }
    if (bytesPerSecond && *bytesPerSecond >= 1.0) {
        bar += fmt::format("  {}/s", formatByteSize(static_cast<uint64_t>(*bytesPerSecond)));
    }
    if (const auto left = secondsLeft(snapshot, bytesPerSecond)) {
        bar += fmt::format("  {} left", duration(*left));
    }
    return bar;
}

ProgressOutput::ProgressOutput(const Progress& progress, ProgressMode mode) : m_progress(progress), m_mode(mode)
{
    if (mode != ProgressMode::None) {
        m_thread = std::thread([this] { sampleUntilStopped(); });
    }
}

ProgressOutput::~ProgressOutput()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void ProgressOutput::sampleUntilStopped()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, sampleInterval, [this] { return m_stopped; })) {
        show();
    }
    if (m_mode == ProgressMode::Lines) {
        show();  // where the job stood at its end
    } else if (!m_last.empty()) {
        std::fputs(clearLine, stderr);
    }
}

void ProgressOutput::show()
{
    const Progress::Snapshot snapshot = m_progress.snapshot();
    m_speed.add(snapshot, SpeedMeter::Clock::now());
    const auto speed = m_speed.bytesPerSecond();
    if (m_mode == ProgressMode::Lines) {
        if (snapshot.stage != Stage::Idle) {
            std::fputs((progressLine(snapshot, speed) + "\n").c_str(), stderr);
        }
        return;
    }
    const std::string bar = progressBar(snapshot, speed);
    if (bar != m_last) {
        std::fputs((clearLine + bar).c_str(), stderr);
        m_last = bar;
    }
}

}  // namespace wb::cli
