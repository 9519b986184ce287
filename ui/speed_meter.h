#pragma once

#include <cstdint>
#include <deque>
#include <optional>

namespace wb::ui {

// Speed over the last few seconds, from samples of a growing byte count. Times in milliseconds of any steady clock.
class SpeedMeter {
public:
    void reset() { m_samples.clear(); }
    void add(int64_t milliseconds, uint64_t bytes);
    // Empty until half a second of samples is there.
    std::optional<double> bytesPerSecond() const;
    // Seconds until `bytes` more are done at this speed; empty while it is not known or nothing moves.
    std::optional<double> secondsFor(uint64_t bytes) const;

private:
    struct Sample {
        int64_t milliseconds;
        uint64_t bytes;
    };
    std::deque<Sample> m_samples;
};

}  // namespace wb::ui
