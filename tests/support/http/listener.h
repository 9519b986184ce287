#pragma once

#include "core/io/posix_file.h"
#include "tests/support/http/channel.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace wb::test {

// A socket bound to that port of 127.0.0.1 (0: any free one) that does not listen: it keeps the port for a Listener, over its absences too.
io::Descriptor reservePort(uint16_t port);
uint16_t portOf(const io::Descriptor& socket);

// Listens on a port of 127.0.0.1 and runs `serve` for each connection on a thread of its own, with SIGPIPE blocked.
class Listener {
public:
    using Serve = std::function<void(Channel& channel)>;

    Listener(uint16_t port, Serve serve);
    ~Listener();  // stop(), and waits for the connections' threads: not on one of them
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    uint16_t port() const { return m_port; }
    void stop();  // no more is accepted, and every connection's waits end; on any thread

private:
    struct Connection {
        std::thread thread;
        std::atomic<bool> isOver = false;
    };

    void accept();
    void start(io::Descriptor socket);
    void joinFinished();

    const Serve m_serve;
    StopSignal m_stop;
    io::Descriptor m_socket;
    const uint16_t m_port;
    std::mutex m_stopping;
    std::list<Connection> m_connections;  // of the acceptor's thread, until that has ended
    std::thread m_acceptor;
};

}  // namespace wb::test
