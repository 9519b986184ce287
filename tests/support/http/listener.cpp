#include "tests/support/http/listener.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <csignal>
#include <system_error>

namespace wb::test {

namespace {

void require(bool works, const char* what)
{
    if (!works) {
        throw std::system_error(errno, std::generic_category(), what);
    }
}

void blockSigpipe()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

}  // namespace

io::Descriptor reservePort(uint16_t port)
{
    io::Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const int on = 1;
    require(socket && ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0, "socket");
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    require(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0, "bind");
    return socket;
}

uint16_t portOf(const io::Descriptor& socket)
{
    sockaddr_in address{};
    socklen_t length = sizeof address;
    require(::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&address), &length) == 0, "getsockname");
    return ntohs(address.sin_port);
}

Listener::Listener(uint16_t port, Serve serve) : m_serve(std::move(serve)), m_socket(reservePort(port)), m_port(portOf(m_socket))
{
    require(::listen(m_socket.get(), SOMAXCONN) == 0, "listen");
    m_acceptor = std::thread([this] { accept(); });
}

Listener::~Listener()
{
    stop();
    for (Connection& connection : m_connections) {
        connection.thread.join();
    }
}

void Listener::stop()
{
    const std::lock_guard lock(m_stopping);
    m_stop.raise();
    if (m_acceptor.joinable()) {
        m_acceptor.join();
    }
    m_socket = io::Descriptor();
}

void Listener::accept()
{
    std::array fds{pollfd{m_socket.get(), POLLIN, 0}, pollfd{m_stop.descriptor(), POLLIN, 0}};
    while (!m_stop.isRaised()) {
        io::retryInterrupted([&] { return ::poll(fds.data(), fds.size(), -1); });
        io::Descriptor socket(::accept4(m_socket.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (socket && !m_stop.isRaised()) {
            joinFinished();
            start(std::move(socket));
        }
    }
}

void Listener::start(io::Descriptor socket)
{
    const int on = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    Connection& connection = m_connections.emplace_back();
    connection.thread = std::thread([this, &connection, owned = std::move(socket)]() mutable {
        blockSigpipe();
        Channel channel(std::move(owned), m_stop);
        m_serve(channel);
        channel.close();
        connection.isOver = true;
    });
}

void Listener::joinFinished()
{
    for (auto connection = m_connections.begin(); connection != m_connections.end();) {
        if (connection->isOver) {
            connection->thread.join();
            connection = m_connections.erase(connection);
        } else {
            ++connection;
        }
    }
}

}  // namespace wb::test
