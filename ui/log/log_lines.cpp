#include "ui/log/log_lines.h"

#include <chrono>
#include <iterator>
#include <utility>

namespace wb::ui {

void LogLines::add(LogLine line)
{
    const std::lock_guard lock(m_mutex);
    m_lines.push_back(std::move(line));
    if (m_lines.size() > mostLines) {
        m_lines.pop_front();
    }
}

std::vector<LogLine> LogLines::take()
{
    const std::lock_guard lock(m_mutex);
    std::vector<LogLine> lines(std::make_move_iterator(m_lines.begin()), std::make_move_iterator(m_lines.end()));
    m_lines.clear();
    return lines;
}

std::shared_ptr<LogLines> watch(Log& log)
{
    auto lines = std::make_shared<LogLines>();
    log.observe([lines](Log::Level level, std::string_view job, std::string_view text) {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        lines->add({std::chrono::duration_cast<std::chrono::milliseconds>(now).count(), level, std::string(job), std::string(text)});
    });
    return lines;
}

}  // namespace wb::ui
