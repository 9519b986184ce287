#pragma once

#include "core/io/posix_file.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct ssl_ctx_st;
struct ssl_st;

namespace wb::test {

// Raised once, and every wait on a channel of it ends.
class StopSignal {
public:
    StopSignal();
    void raise() noexcept;
    bool isRaised() const noexcept { return m_isRaised; }
    int descriptor() const noexcept { return m_event.get(); }

private:
    io::Descriptor m_event;
    std::atomic<bool> m_isRaised = false;
};

using TlsContext = std::shared_ptr<ssl_ctx_st>;

// What a server needs to speak TLS with this certificate; std::runtime_error when the files are not fit.
TlsContext makeServerTls(const std::string& certificateFile, const std::string& keyFile);

// One connection, plain or TLS, on a non-blocking socket. Its calls block until they are done, the peer is gone or the signal is raised;
// of the two latter a short result tells. The thread must have SIGPIPE blocked.
class Channel {
public:
    Channel(io::Descriptor socket, const StopSignal& stop);
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    bool startTls(const TlsContext& context);  // as the server

    size_t read(std::span<char> into);               // at least one byte, or 0 at the end
    size_t write(std::span<const std::byte> bytes);  // how many went out: all, unless the connection ended
    bool write(std::string_view text);

    bool wait(std::chrono::nanoseconds time);  // false when the signal was raised
    void waitUntilPeerCloses();

    void endWriting();                  // FIN; the peer may go on
    void close(bool tlsNotify = true);  // FIN
    void reset();                       // RST, once the peer's kernel has what was written

    bool isOpen() const noexcept { return static_cast<bool>(m_socket); }
    int descriptor() const noexcept { return m_socket.get(); }
    const StopSignal& stopSignal() const noexcept { return m_stop; }

private:
    bool waitFor(short events);
    // Calls, a result over 0 being success, and waits as TLS or the socket wants it; 0 at the end.
    template <typename Call> size_t attempt(short events, Call call);

    io::Descriptor m_socket;
    const StopSignal& m_stop;
    std::unique_ptr<ssl_st, void (*)(ssl_st*)> m_tls;
};

}  // namespace wb::test
