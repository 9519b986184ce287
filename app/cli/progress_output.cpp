#include "app/cli/progress_output.h"

#include "app/cli/json_output.h"
#include "app/cli/word_table.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace wb::cli {

namespace {

using namespace std::chrono_literals;

constexpr auto sampleInterval = 100ms;  // at most ten lines a second
constexpr auto speedWindow = 5s;

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

constexpr std::array waitingTable{
    Words{"busy", "the server is busy"},
    Words{"connect", "no connection can be made"},
    Words{"cut", "the connection ended too early"},
    Words{"disk", "the disk is full"},
    Words{"dns", "the name of the server is not found"},
    Words{"network", "the network cannot be reached"},
    Words{"proxy", "the proxy does not answer"},
    Words{"range", "the server sends another part than was asked for"},
    Words{"rate", "the server takes fewer requests"},
    Words{"reset", "the connection was broken off"},
    Words{"response", "the server sends something else"},
    Words{"server", "the server has an error"},
    Words{"stall", "no bytes come"},
    Words{"status", "the server answers with an error"},
    Words{"timeout", "the server takes too long"},
    Words{"tls", "no safe connection can be made"},
};

bool isTransfer(const Progress::Snapshot& snapshot)
{
    return snapshot.stage == Stage::Download || snapshot.transfer.mostConnections > 0 || !snapshot.transfer.waiting.empty();
}

void addTransfer(Json& line, const Progress::Snapshot& snapshot)
{
    const Transfer& transfer = snapshot.transfer;
    const bool isWaiting = !transfer.waiting.empty();
    line["connections"] = transfer.connections;
    line["most_connections"] = transfer.mostConnections;
    line["bytes_twice"] = transfer.bytesTwice;
    line["bytes_resumed"] = snapshot.bytesResumed;
    line["waiting"] = textOrNull(transfer.waiting);
    line["retry_in_seconds"] = isWaiting ? Json(transfer.retryInSeconds) : Json();
}

Json sendingObject(const Sending& sending)
{
    const bool isWaiting = !sending.waiting.empty();
    return {{"bytes_done", sending.bytesDone},
            {"bytes_total", sending.bytesTotal},
            {"connections", sending.connections},
            {"waiting", textOrNull(sending.waiting)},
            {"retry_in_seconds", isWaiting ? Json(sending.retryInSeconds) : Json()}};
}

// What stands where the speed does while nothing moves.
std::string waitingText(const std::string& waiting, uint64_t retryInSeconds)
{
    return fmt::format("  waiting: {}, next try in {}", waitingWords(waiting), duration(retryInSeconds));
}

std::string sendingText(const Sending& sending)
{
    if (sending.bytesTotal == 0) {
        return {};
    }
    const std::string text = fmt::format("  sent {} of {}", formatByteSize(sending.bytesDone), formatByteSize(sending.bytesTotal));
    return sending.waiting.empty() ? text : text + waitingText(sending.waiting, sending.retryInSeconds);
}

}  // namespace

std::string waitingWords(std::string_view token)
{
    const auto row = std::find_if(waitingTable.begin(), waitingTable.end(), [token](const Words& words) { return words.first == token; });
    return row == waitingTable.end() ? printable(token) : std::string(row->second);
}

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
    Json line = {{"stage", stageName(snapshot.stage)},
                 {"bytes_done", snapshot.bytesDone},
                 {"bytes_total", snapshot.bytesTotal},
                 {"item", snapshot.item},
                 {"file", snapshot.file},
                 {"bytes_per_second", bytesPerSecond ? Json(std::llround(*bytesPerSecond)) : Json()},
                 {"seconds_left", left ? Json(*left) : Json()}};
    if (isTransfer(snapshot)) {
        addTransfer(line, snapshot);
    }
    if (snapshot.sending.bytesTotal > 0) {
        line["sending"] = sendingObject(snapshot.sending);
    }
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
    if (!snapshot.transfer.waiting.empty()) {
        return bar + waitingText(snapshot.transfer.waiting, snapshot.transfer.retryInSeconds) + sendingText(snapshot.sending);
    }
    if (bytesPerSecond && *bytesPerSecond >= 1.0) {
        bar += fmt::format("  {}/s", formatByteSize(static_cast<uint64_t>(*bytesPerSecond)));
    }
    if (const auto left = secondsLeft(snapshot, bytesPerSecond)) {
        bar += fmt::format("  {} left", duration(*left));
    }
    if (snapshot.transfer.connections > 0) {
        bar += fmt::format("  {} connection{}", snapshot.transfer.connections, snapshot.transfer.connections == 1 ? "" : "s");
    }
    return bar + sendingText(snapshot.sending);
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
