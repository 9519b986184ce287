#include "tests/support/http/dial.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <memory>

namespace wb::test {

namespace {

using Addresses = std::unique_ptr<addrinfo, void (*)(addrinfo*)>;

Addresses resolve(const std::string& host, const std::string& port)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const bool works = ::getaddrinfo(host.c_str(), port.c_str(), &hints, &found) == 0;
    return {works ? found : nullptr, ::freeaddrinfo};
}

int errorOf(int socket)
{
    int error = 0;
    socklen_t length = sizeof error;
    ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &length);
    return error;
}

io::Descriptor connectTo(const addrinfo& address, const StopSignal& stop)
{
    io::Descriptor socket(::socket(address.ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const int on = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket.get(), address.ai_addr, address.ai_addrlen) == 0) {
        return socket;
    }
    if (errno != EINPROGRESS) {
        return {};
    }
    std::array fds{pollfd{socket.get(), POLLOUT, 0}, pollfd{stop.descriptor(), POLLIN, 0}};
    io::retryInterrupted([&] { return ::poll(fds.data(), fds.size(), -1); });
    return !stop.isRaised() && errorOf(socket.get()) == 0 ? std::move(socket) : io::Descriptor();
}

}  // namespace

io::Descriptor dial(const std::string& hostAndPort, const StopSignal& stop)
{
    const size_t colon = hostAndPort.rfind(':');
    if (colon == std::string::npos) {
        return {};
    }
    const Addresses addresses = resolve(hostAndPort.substr(0, colon), hostAndPort.substr(colon + 1));
    for (const addrinfo* address = addresses.get(); address != nullptr; address = address->ai_next) {
        if (io::Descriptor socket = connectTo(*address, stop)) {
            return socket;
        }
    }
    return {};
}

void relay(Channel& client, Channel& host)
{
    std::array<char, 64 << 10> block;
    const StopSignal& stop = client.stopSignal();
    std::array fds{pollfd{client.descriptor(), POLLIN, 0}, pollfd{host.descriptor(), POLLIN, 0}, pollfd{stop.descriptor(), POLLIN, 0}};
    while (!stop.isRaised()) {
        io::retryInterrupted([&] { return ::poll(fds.data(), fds.size(), -1); });
        if (fds[1].revents != 0) {
            const bool isReset = (fds[1].revents & POLLERR) != 0;
            const size_t got = host.read(block);
            if (got == 0 && isReset) {
                client.reset();
            }
            if (got == 0 || !client.write(std::string_view(block.data(), got))) {
                return;
            }
        }
        if (fds[0].revents != 0) {
            const size_t got = client.read(block);
            if (got == 0) {
                host.endWriting();
                fds[0].fd = -1;  // poll passes over it
            } else if (!host.write(std::string_view(block.data(), got))) {
                return;
            }
        }
    }
}

}  // namespace wb::test
