#include "core/io/child_process.h"

#include "core/base/error.h"
#include "core/io/posix_file.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>

extern char** environ;

namespace wb::io {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int lookMilliseconds = 20;  // how often the cancel flag is looked at
constexpr auto graceOfSigterm = 700ms;
constexpr size_t blockBytes = 64 << 10;
constexpr size_t lineBytes = 16 << 10;

struct Pipe {
    Descriptor readEnd;
    Descriptor writeEnd;
};

Pipe makePipe(const std::string& program)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw systemError(errno, program, ErrorCode::ReadFailed);
    }
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

bool isToken(std::string_view variable) noexcept
{
    return variable.starts_with("HF_TOKEN=") || variable.starts_with("HUGGING_FACE_HUB_TOKEN=");
}

// What posix_spawn is to do before the program starts: streams in place, every other descriptor closed, signals as in a fresh shell.
class SpawnSetup {
public:
    SpawnSetup(const Pipe& output, const Pipe& error)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_addopen(&m_actions, 0, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&m_actions, output.writeEnd.get(), 1);
        posix_spawn_file_actions_adddup2(&m_actions, error.writeEnd.get(), 2);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, 3);
        posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        sigset_t ignored;
        sigemptyset(&ignored);
        sigaddset(&ignored, SIGPIPE);
        sigaddset(&ignored, SIGXFSZ);
        posix_spawnattr_setsigdefault(&m_attributes, &ignored);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnSetup()
    {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }
    SpawnSetup(const SpawnSetup&) = delete;
    SpawnSetup& operator=(const SpawnSetup&) = delete;

    const posix_spawn_file_actions_t* actions() const noexcept { return &m_actions; }
    const posix_spawnattr_t* attributes() const noexcept { return &m_attributes; }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

pid_t spawn(const ChildCommand& command, const SpawnSetup& setup)
{
    std::vector<std::string> words{command.program};
    words.insert(words.end(), command.words.begin(), command.words.end());
    std::vector<char*> arguments;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    std::vector<char*> environment;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        if (!isToken(*variable)) {
            environment.push_back(*variable);
        }
    }
    std::string parent = "WEIGHTBRIDGE_PARENT=" + std::to_string(::getpid());
    environment.push_back(parent.data());
    environment.push_back(nullptr);
    pid_t child = 0;
    const int failure = ::posix_spawn(&child, command.program.c_str(), setup.actions(), setup.attributes(), arguments.data(), environment.data());
    if (failure != 0) {
        throw systemError(failure, command.program, ErrorCode::ReadFailed);
    }
    return child;
}

// Cuts a stream into lines.
class Lines {
public:
    explicit Lines(const std::function<void(std::string_view)>& take) : m_take(take) {}

    void add(std::string_view text)
    {
        while (!text.empty()) {
            const size_t end = text.find('\n');
            m_line.append(text.substr(0, std::min({end, text.size(), lineBytes - m_line.size()})));
            if (end == std::string_view::npos) {
                return;
            }
            finish();
            text.remove_prefix(end + 1);
        }
    }
    void finish()
    {
        if (!m_line.empty() && m_take) {
            m_take(m_line);
        }
        m_line.clear();
    }

private:
    const std::function<void(std::string_view)>& m_take;
    std::string m_line;
};

// A running child. Ends and reaps it when destroyed.
class Child {
public:
    explicit Child(pid_t pid) noexcept : m_pid(pid) {}
    ~Child()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            wait();
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void terminate() noexcept
    {
        if (!m_isAsked) {
            m_isAsked = true;
            ::kill(m_pid, SIGTERM);
            m_killAt = Clock::now() + graceOfSigterm;
        } else if (Clock::now() >= m_killAt) {
            ::kill(m_pid, SIGKILL);
        }
    }
    // True when it has ended.
    bool hasEnded() noexcept
    {
        siginfo_t info{};
        return ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == m_pid;
    }
    int wait() noexcept
    {
        int status = 0;
        retryInterrupted([&] { return ::waitpid(m_pid, &status, 0); });
        m_pid = 0;
        return status;
    }

private:
    pid_t m_pid;
    bool m_isAsked = false;  // to end
    Clock::time_point m_killAt;
};

// Reads what there is; false at the end of the stream.
template <typename Take> bool readSome(const Descriptor& from, Take take)
{
    std::array<char, blockBytes> block;
    const ssize_t got = retryInterrupted([&] { return ::read(from.get(), block.data(), block.size()); });
    if (got > 0) {
        take(std::string_view(block.data(), static_cast<size_t>(got)));
    }
    return got > 0;
}

void takeOutput(ChildEnd& end, uint64_t limit, std::string_view text)
{
    const uint64_t room = limit - std::min<uint64_t>(limit, end.output.size());
    end.output.append(text.substr(0, static_cast<size_t>(std::min<uint64_t>(room, text.size()))));
    end.outputOverLimit = end.outputOverLimit || text.size() > room;
}

}  // namespace

ChildEnd runChild(const ChildCommand& command, const CancelToken& cancel)
{
    cancel.throwIfCancelled();
    Pipe output = makePipe(command.program);
    Pipe error = makePipe(command.program);
    Child child(spawn(command, SpawnSetup(output, error)));
    output.writeEnd = Descriptor();
    error.writeEnd = Descriptor();

    ChildEnd end;
    Lines lines(command.errorLine);
    std::array streams{pollfd{output.readEnd.get(), POLLIN, 0}, pollfd{error.readEnd.get(), POLLIN, 0}};
    // It may close its streams and work on, and a grandchild may hold them open longer than it lives. Closed ones (-1) poll passes over.
    while (!child.hasEnded() || ::poll(streams.data(), streams.size(), 0) > 0) {
        if (cancel.isCancelled() || end.outputOverLimit) {
            child.terminate();
        }
        ::poll(streams.data(), streams.size(), lookMilliseconds);
        if (streams[0].revents != 0 && !readSome(output.readEnd, [&](std::string_view text) { takeOutput(end, command.outputLimit, text); })) {
            streams[0].fd = -1;
        }
        if (streams[1].revents != 0 && !readSome(error.readEnd, [&](std::string_view text) { lines.add(text); })) {
            streams[1].fd = -1;
        }
    }
    lines.finish();
    const int status = child.wait();
    cancel.throwIfCancelled();
    end.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    end.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return end;
}

}  // namespace wb::io
