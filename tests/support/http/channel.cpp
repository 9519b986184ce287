#include "tests/support/http/channel.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <linux/sockios.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <stdexcept>
#include <system_error>

namespace wb::test {

namespace {

using namespace std::chrono_literals;

constexpr size_t mostBytesAtOnce = 1 << 20;  // SSL_write counts in int

timespec asTimespec(std::chrono::nanoseconds time)
{
    timespec spec{};
    spec.tv_sec = static_cast<time_t>(time / 1s);
    spec.tv_nsec = static_cast<decltype(spec.tv_nsec)>((time % 1s).count());
    return spec;
}

}  // namespace

StopSignal::StopSignal() : m_event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (!m_event) {
        throw std::system_error(errno, std::generic_category(), "eventfd");
    }
}

void StopSignal::raise() noexcept
{
    m_isRaised = true;
    ::eventfd_write(m_event.get(), 1);
}

TlsContext makeServerTls(const std::string& certificateFile, const std::string& keyFile)
{
    TlsContext context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (SSL_CTX_use_certificate_chain_file(context.get(), certificateFile.c_str()) != 1 ||
        SSL_CTX_use_PrivateKey_file(context.get(), keyFile.c_str(), SSL_FILETYPE_PEM) != 1 || SSL_CTX_check_private_key(context.get()) != 1) {
        throw std::runtime_error("not a certificate and its key: " + certificateFile + ", " + keyFile);
    }
    SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    return context;
}

Channel::Channel(io::Descriptor socket, const StopSignal& stop) : m_socket(std::move(socket)), m_stop(stop), m_tls(nullptr, SSL_free) {}

Channel::~Channel()
{
    close();
}

bool Channel::waitFor(short events)
{
    std::array fds{pollfd{m_socket.get(), events, 0}, pollfd{m_stop.descriptor(), POLLIN, 0}};
    io::retryInterrupted([&] { return ::poll(fds.data(), fds.size(), -1); });
    return !m_stop.isRaised();
}

template <typename Call> size_t Channel::attempt(short events, Call call)
{
    while (isOpen() && !m_stop.isRaised()) {
        if (m_tls) {
            ERR_clear_error();
        }
        errno = 0;
        const ssize_t result = call();
        if (result > 0) {
            return static_cast<size_t>(result);
        }
        short wanted = events;
        if (m_tls) {
            const int error = SSL_get_error(m_tls.get(), static_cast<int>(result));
            if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) {
                return 0;
            }
            wanted = error == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT;
        } else if (result == 0 || (errno != EAGAIN && errno != EINTR)) {
            return 0;
        }
        if (!waitFor(wanted)) {
            return 0;
        }
    }
    return 0;
}

bool Channel::startTls(const TlsContext& context)
{
    m_tls.reset(SSL_new(context.get()));
    SSL_set_fd(m_tls.get(), m_socket.get());
    return attempt(POLLIN, [&] { return static_cast<ssize_t>(SSL_accept(m_tls.get())); }) > 0;
}

size_t Channel::read(std::span<char> into)
{
    const size_t most = std::min(into.size(), mostBytesAtOnce);
    return attempt(POLLIN, [&]() -> ssize_t {
        return m_tls ? SSL_read(m_tls.get(), into.data(), static_cast<int>(most)) : ::recv(m_socket.get(), into.data(), most, 0);
    });
}

size_t Channel::write(std::span<const std::byte> bytes)
{
    size_t sent = 0;
    while (sent < bytes.size()) {
        const auto rest = bytes.subspan(sent, std::min(bytes.size() - sent, mostBytesAtOnce));
        const size_t went = attempt(POLLOUT, [&]() -> ssize_t {
            return m_tls ? SSL_write(m_tls.get(), rest.data(), static_cast<int>(rest.size()))
                         : ::send(m_socket.get(), rest.data(), rest.size(), MSG_NOSIGNAL);
        });
        if (went == 0) {
            break;
        }
        sent += went;
    }
    return sent;
}

bool Channel::write(std::string_view text)
{
    return write(std::as_bytes(std::span(text))) == text.size();
}

bool Channel::wait(std::chrono::nanoseconds time)
{
    if (time > 0ns && !m_stop.isRaised()) {
        pollfd stop{m_stop.descriptor(), POLLIN, 0};
        const timespec spec = asTimespec(time);
        ::ppoll(&stop, 1, &spec, nullptr);
    }
    return !m_stop.isRaised();
}

void Channel::waitUntilPeerCloses()
{
    if (isOpen()) {
        waitFor(POLLRDHUP);
    }
}

void Channel::endWriting()
{
    ::shutdown(m_socket.get(), SHUT_WR);
}

void Channel::close(bool tlsNotify)
{
    if (!isOpen()) {
        return;
    }
    if (m_tls && tlsNotify && SSL_is_init_finished(m_tls.get()) != 0) {
        SSL_shutdown(m_tls.get());
    }
    ERR_clear_error();
    m_tls.reset();
    // Unread bytes would make an RST of the FIN.
    std::array<char, 4096> unread;
    while (::recv(m_socket.get(), unread.data(), unread.size(), MSG_DONTWAIT) > 0) {
    }
    m_socket = io::Descriptor();
}

void Channel::reset()
{
    int unacknowledged = 0;
    while (isOpen() && ::ioctl(m_socket.get(), SIOCOUTQ, &unacknowledged) == 0 && unacknowledged > 0 && wait(1ms)) {
    }
    const linger none{1, 0};
    ::setsockopt(m_socket.get(), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    m_tls.reset();
    m_socket = io::Descriptor();
}

}  // namespace wb::test
