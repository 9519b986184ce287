#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace wb {

// Removes anything that looks like a Hub token (hf_…), an Authorization value or credentials in a URL.
std::string redacted(std::string_view text);

// Replaces a secret by "***" wherever it stands in a text; one of less than eight characters is none, and stays.
void hideSecret(std::string& text, std::string_view secret);

// Log of one program run. Every line passes redacted() before anyone sees it. Thread-safe.
class Log {
public:
    enum class Level { Debug, Info, Warning, Error };
    using Sink = std::function<void(Level, std::string_view line)>;
    // `job`: as in forJob(), empty for lines of none.
    using Observer = std::function<void(Level, std::string_view job, std::string_view line)>;

    Log();  // discards
    explicit Log(Sink sink, Level lowest = Level::Info);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    // A log that appends to a file, rotated at 1 MiB. Throws Error(WriteFailed).
    static std::unique_ptr<Log> toFile(const std::string& path, Level lowest = Level::Info);

    // The same log for one job of several: its lines are told apart by the name.
    std::shared_ptr<Log> forJob(std::string_view name) const;
    // Shows every line of any level and job from now on, after it was written, on the thread that wrote it; empty: to nobody. Must not write itself.
    void observe(Observer observer);

    void write(Level level, std::string_view line);
    void debug(std::string_view line) { write(Level::Debug, line); }
    void info(std::string_view line) { write(Level::Info, line); }
    void warning(std::string_view line) { write(Level::Warning, line); }
    void error(std::string_view line) { write(Level::Error, line); }
    // The first time only for each topic.
    void warningOnce(std::string_view topic, std::string_view line);

private:
    struct Impl;
    std::shared_ptr<Impl> m_impl;  // shared by the jobs of a run
    std::string m_job;
};

}  // namespace wb
