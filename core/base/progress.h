#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace wb {

enum class Stage { Idle, Inspect, Map, Plan, Resume, Convert, Verify, Compare, Trace, Parity, Download, Check, Send, Commit };

std::string_view stageName(Stage stage) noexcept;     // "convert"
Stage stageFromName(std::string_view name) noexcept;  // Idle for a word that is none

// How a transfer over the network stands, beside its bytes.
struct Transfer {
    enum Piece : uint8_t { Missing, OnTheWay, There };

    uint32_t connections = 0;  // open now
    uint32_t mostConnections = 0;
    uint64_t bytesTwice = 0;      // fetched again, for whatever reason
    std::string waiting;          // stable token of why nothing moves ("connect", "reset", "stall", "busy", "status" …), empty while it does
    uint64_t retryInSeconds = 0;  // until the next try, while waiting
    std::vector<Piece> pieces;    // the file in at most 400 parts of equal size
};

// How sending a result stands while it is still being made.
struct Sending {
    uint64_t bytesDone = 0;
    uint64_t bytesTotal = 0;  // 0: nothing is sent beside the stage
    uint32_t connections = 0;
    std::string waiting;  // as in Transfer
    uint64_t retryInSeconds = 0;
};

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
        Transfer transfer;          // of Download, Send, and of a conversion that streams
        Sending sending;            // of a conversion whose result is not kept
    };

    void begin(Stage stage, uint64_t bytesTotal);
    // Where a job in another process stands.
    void show(const Snapshot& snapshot);
    void advance(uint64_t bytes);
    void resumed(uint64_t bytes);  // counts as done, not as speed
    void item(std::string_view name);
    void file(std::string_view name);
    void transfer(Transfer transfer);
    // Shows beside every stage from now on how another progress, of sending, stands; null: no more. Not owned.
    void beside(const Progress* sending);
    Snapshot snapshot() const;

private:
    mutable std::mutex m_mutex;
    Snapshot m_state;
    const Progress* m_beside = nullptr;
};

}  // namespace wb
