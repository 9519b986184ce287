#pragma once

#include "core/io/posix_file.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace wb::test {

// One connection to 127.0.0.1 that says what it is told and tells what came. Nothing waits longer than ten seconds.
class RawClient {
public:
    enum class End { Open, Closed, Reset, Silent };

    explicit RawClient(uint16_t port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        setPatience(10, 0);
        m_isConnected = ::connect(m_socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }

    bool isConnected() const { return m_isConnected; }
    End end() const { return m_end; }
    int descriptor() const { return m_socket.get(); }

    void setPatience(long seconds, long microseconds)
    {
        const timeval time{seconds, microseconds};
        ::setsockopt(m_socket.get(), SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    }

    RawClient& send(std::string_view text)
    {
        const ssize_t sent = ::send(m_socket.get(), text.data(), text.size(), MSG_NOSIGNAL);
        m_isConnected = sent == static_cast<ssize_t>(text.size());
        return *this;
    }
    RawClient& get(const std::string& target, const std::string& headers = {})
    {
        return send("GET " + target + " HTTP/1.1\r\nHost: here\r\n" + headers + "\r\n");
    }

    // Up to the empty line, with it; what there is when the connection ends before.
    std::string head()
    {
        while (m_bytes.find("\r\n\r\n") == std::string::npos && receive()) {
        }
        const size_t end = m_bytes.find("\r\n\r\n");
        return take(end == std::string::npos ? m_bytes.size() : end + 4);
    }
    std::string body(size_t bytes)
    {
        while (m_bytes.size() < bytes && receive()) {
        }
        return take(bytes);
    }
    std::string rest()  // up to the end of the connection
    {
        while (receive()) {
        }
        return take(m_bytes.size());
    }

private:
    bool receive()
    {
        if (m_end == End::Closed || m_end == End::Reset) {
            return false;
        }
        std::array<char, 64 << 10> block;
        const ssize_t got = io::retryInterrupted([&] { return ::recv(m_socket.get(), block.data(), block.size(), 0); });
        if (got > 0) {
            m_bytes.append(block.data(), static_cast<size_t>(got));
        } else {
            m_end = got == 0 ? End::Closed : errno == EAGAIN ? End::Silent : End::Reset;
        }
        return got > 0;
    }
    std::string take(size_t bytes)
    {
        std::string taken = m_bytes.substr(0, bytes);
        m_bytes.erase(0, bytes);
        return taken;
    }

    io::Descriptor m_socket;
    std::string m_bytes;
    bool m_isConnected = false;
    End m_end = End::Open;
};

// A verifying TLS client on a connection of its own.
class TlsClient {
public:
    TlsClient(uint16_t port, const std::string& authorityFile, const char* host)
        : m_connection(port), m_context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free), m_tls(nullptr, SSL_free)
    {
        SSL_CTX_load_verify_file(m_context.get(), authorityFile.c_str());
        SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER, nullptr);
        m_tls.reset(SSL_new(m_context.get()));
        SSL_set1_host(m_tls.get(), host);
        SSL_set_fd(m_tls.get(), m_connection.descriptor());
        m_isTrusted = SSL_connect(m_tls.get()) == 1;
    }

    bool isTrusted() const { return m_isTrusted; }
    long problem() const { return SSL_get_verify_result(m_tls.get()); }
    bool endedWithNotify() const { return m_endedWithNotify; }

    std::string answerTo(const std::string& request)
    {
        SSL_write(m_tls.get(), request.data(), static_cast<int>(request.size()));
        std::string answer;
        std::array<char, 16 << 10> block;
        int got = 0;
        while ((got = SSL_read(m_tls.get(), block.data(), static_cast<int>(block.size()))) > 0) {
            answer.append(block.data(), static_cast<size_t>(got));
        }
        m_endedWithNotify = SSL_get_error(m_tls.get(), got) == SSL_ERROR_ZERO_RETURN;
        return answer;
    }

private:
    RawClient m_connection;
    std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> m_context;
    std::unique_ptr<SSL, void (*)(SSL*)> m_tls;
    bool m_isTrusted = false;
    bool m_endedWithNotify = false;
};

}  // namespace wb::test
