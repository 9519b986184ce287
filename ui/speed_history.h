#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

namespace wb::ui {

// Speeds over the last half hour, from two growing byte counts. Times in milliseconds of any steady clock.
class SpeedHistory {
public:
    struct Point {
        double secondsAgo = 0;  // middle of the span
        double read = 0;        // bytes a second
        double written = 0;
    };

    void clear() { m_samples.clear(); }
    bool isEmpty() const { return m_samples.size() < 2; }
    // Taken at most once a second; more are passed over. True: taken.
    bool add(int64_t milliseconds, uint64_t read, uint64_t written);
    // The last so many minutes in at most `most` points, the oldest first. A gap in the samples is a speed of nothing at its ends.
    std::vector<Point> points(int minutes, size_t most) const;

private:
    struct Sample {
        int64_t milliseconds;
        uint64_t read;
        uint64_t written;
    };
    std::deque<Sample> m_samples;
};

}  // namespace wb::ui
