#include "app/cli/terminal.h"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdio>

namespace wb::cli {

namespace {

constexpr size_t longestLine = 64 << 10;
constexpr int lookAtCancel = 100;  // ms

// Nothing typed is shown while this lives.
class NoEcho {
public:
    NoEcho()
    {
        m_isChanged = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_isChanged) {
            termios hidden = m_before;
            hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
        }
    }
    ~NoEcho()
    {
        if (m_isChanged) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        }
        std::fputs("\n", stderr);
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;

private:
    termios m_before{};
    bool m_isChanged = false;
};

// False at the end of stdin.
bool readByte(char& byte, const CancelToken& cancel)
{
    for (;;) {
        cancel.throwIfCancelled();
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (::poll(&input, 1, lookAtCancel) > 0) {
            return ::read(STDIN_FILENO, &byte, 1) == 1;
        }
    }
}

}  // namespace

bool canAsk() noexcept
{
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1;
}

bool askYesNo(const std::string& question, const CancelToken& cancel)
{
    ::tcflush(STDIN_FILENO, TCIFLUSH);  // what was typed before the question is no answer to it
    std::fputs((question + " [y/N] ").c_str(), stderr);
    std::string answer = readLine(cancel);
    std::transform(answer.begin(), answer.end(), answer.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return answer == "y" || answer == "yes";
}

std::string askHidden(const std::string& prompt, const CancelToken& cancel)
{
    const NoEcho noEcho;
    std::fputs(prompt.c_str(), stderr);
    return readLine(cancel);
}

std::string readLine(const CancelToken& cancel)
{
    std::string line;
    char byte = 0;
    while (line.size() < longestLine && readByte(byte, cancel) && byte != '\n') {
        line += byte;
    }
    return line;
}

}  // namespace wb::cli
