#include "core/base/log.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <array>
#include <atomic>
#include <functional>
#include <mutex>
#include <set>
#include <utility>

namespace wb {

namespace {

constexpr std::string_view tokenVariable = "$HF_TOKEN";  // stands for a token in a command line, and is none

bool isTokenChar(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
}

// Replaces what follows each `marker` up to the end of the token by "***".
void hideAfter(std::string& text, std::string_view marker, bool skipSpaces)
{
    for (size_t at = text.find(marker); at != std::string::npos; at = text.find(marker, at)) {
        size_t begin = at + marker.size();
        while (skipSpaces && begin < text.size() && text[begin] == ' ') {
            ++begin;
        }
        if (text.compare(begin, tokenVariable.size(), tokenVariable) == 0) {
            at = begin;
            continue;
        }
        size_t end = begin;
        while (end < text.size() && (isTokenChar(text[end]) || (skipSpaces && text[end] == '.'))) {
            ++end;
        }
        text.replace(begin, end - begin, "***");
        at = begin + 3;
    }
}

// user:password@ in URLs.
void hideUrlCredentials(std::string& text)
{
    for (size_t at = text.find("://"); at != std::string::npos; at = text.find("://", at + 3)) {
        const size_t end = text.find_first_of("/ ?#\"'", at + 3);
        const size_t sign = text.rfind('@', end == std::string::npos ? text.size() : end);
        if (sign != std::string::npos && sign > at + 3) {
            text.replace(at + 3, sign - at - 3, "***");
        }
    }
}

spdlog::level::level_enum spdlogLevel(Log::Level level) noexcept
{
    constexpr std::array levels{spdlog::level::debug, spdlog::level::info, spdlog::level::warn, spdlog::level::err};
    return levels[static_cast<size_t>(level)];
}

}  // namespace

std::string redacted(std::string_view text)
{
    std::string out(text);
    hideAfter(out, "hf_", false);
    for (const std::string_view marker : {"Bearer", "bearer", "Basic"}) {
        hideAfter(out, std::string(marker) + " ", true);
    }
    hideUrlCredentials(out);
    return out;
}

void hideSecret(std::string& text, std::string_view secret)
{
    constexpr size_t shortest = 8;
    constexpr std::string_view mark = "***";
    if (secret.size() < shortest) {
        return;
    }
    for (size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at + mark.size())) {
        text.replace(at, secret.size(), mark);
    }
}

struct Log::Impl {
    std::shared_ptr<spdlog::logger> logger;  // absent: a Sink is set or nothing listens
    Sink sink;
    Observer observer;
    std::atomic<bool> isObserved{false};
    std::mutex sinkMutex;                       // of both
    std::set<std::string, std::less<>> topics;  // warned of
    std::mutex topicsMutex;
    Level lowest = Level::Info;
};

Log::Log() : m_impl(std::make_shared<Impl>()) {}

Log::Log(Sink sink, Level lowest) : m_impl(std::make_shared<Impl>())
{
    m_impl->sink = std::move(sink);
    m_impl->lowest = lowest;
}

Log::~Log() = default;

std::unique_ptr<Log> Log::toFile(const std::string& path, Level lowest)
{
    constexpr size_t rotateBytes = 1 << 20;
    auto log = std::make_unique<Log>();
    try {
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(path, rotateBytes, 2);
        log->m_impl->logger = std::make_shared<spdlog::logger>("weightbridge", std::move(sink));
    } catch (const spdlog::spdlog_ex& error) {
        throw Error(ErrorCode::WriteFailed).file(path).with("reason", error.what());
    }
    log->m_impl->lowest = lowest;
    log->m_impl->logger->set_level(spdlogLevel(lowest));
    log->m_impl->logger->flush_on(spdlog::level::info);
    return log;
}

std::shared_ptr<Log> Log::forJob(std::string_view name) const
{
    auto log = std::make_shared<Log>();
    log->m_impl = m_impl;
    log->m_job = redacted(printable(name));
    return log;
}

void Log::observe(Observer observer)
{
    const std::lock_guard lock(m_impl->sinkMutex);
    m_impl->isObserved = observer != nullptr;
    m_impl->observer = std::move(observer);
}

void Log::write(Level level, std::string_view line)
{
    const bool isKept = level >= m_impl->lowest && (m_impl->sink || m_impl->logger);
    if (!isKept && !m_impl->isObserved) {
        return;
    }
    const std::string clean = redacted(line);
    const std::string named = m_job.empty() ? clean : "[" + m_job + "] " + clean;
    if (isKept && m_impl->logger) {
        m_impl->logger->log(spdlogLevel(level), "{}", named);
    }
    const std::lock_guard lock(m_impl->sinkMutex);
    if (isKept && m_impl->sink) {
        m_impl->sink(level, named);
    }
    if (m_impl->observer) {
        m_impl->observer(level, m_job, clean);
    }
}

void Log::warningOnce(std::string_view topic, std::string_view line)
{
    constexpr size_t mostTopics = 1000;
    {
        const std::lock_guard lock(m_impl->topicsMutex);
        if (m_impl->topics.size() >= mostTopics || !m_impl->topics.emplace(topic).second) {
            return;
        }
    }
    warning(line);
}

}  // namespace wb
