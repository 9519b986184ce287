#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace wb {

enum class Stage { Idle, Inspect, Map, Plan, Resume, Convert, Verify, Compare, Trace, Parity };

std::string_view stageName(Stage stage) noexcept;     // "convert"
Stage stageFromName(std::string_view name) noexcept;  // Idle for a word that is none

// What a job has done so far. Written by working threads, sampled by a front end (10 Hz); every call is thread-safe.
class Progress {
public:
    struct Snapshot {
        Stage stage = Stage::Idle;
        uint64_t bytesDone = 0;     // of this stage
        uint64_t bytesTotal = 0;    // 0: not known
        uint64_t bytesResumed = 0;  // part of bytesDone that an earlier run had done
        std::string item;           // tensor or file at hand
        std::string file;           // output file at hand
    };

    void begin(Stage stage, uint64_t bytesTotal);
    // Where a job in another process stands.
    void show(const Snapshot& snapshot);
    void advance(uint64_t bytes);
    void resumed(uint64_t bytes);  // counts as done, not as speed
    void item(std::string_view name);
    void file(std::string_view name);
    Snapshot snapshot() const;

private:
    mutable std::mutex m_mutex;
    Snapshot m_state;
};

}  // namespace wb
