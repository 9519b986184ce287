#pragma once

#include "tests/support/http/fault.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wb::test {

struct ProxyServerOptions {
    std::string user;  // empty: no password is asked for
    std::string password;
    uint16_t port = 0;
    std::map<std::string, std::string> routes;  // "host:port" as asked for -> "host:port" to connect to instead

    std::optional<std::string> captivePage;  // every request is answered with this HTML, CONNECT too
    int captiveStatus = 200;
};

// A forward proxy on 127.0.0.1: CONNECT tunnels bytes, "GET http://host/…" is passed on. 407 with Proxy-Authenticate: Basic for who does not
// give the user and password, 502 for a host that cannot be reached.
class ProxyServer {
public:
    using Options = ProxyServerOptions;

    explicit ProxyServer(Options options = {});
    ~ProxyServer();
    ProxyServer(const ProxyServer&) = delete;
    ProxyServer& operator=(const ProxyServer&) = delete;

    std::string url() const;  // "http://127.0.0.1:PORT", without user and password
    uint16_t port() const;

    std::vector<Request> requests() const;            // those meant for the proxy; not what goes through a tunnel
    std::vector<std::string> authorizations() const;  // Proxy-Authorization of each of them; empty where it had none
    uint64_t connects() const;                        // CONNECTs asked for
    uint64_t tunnels() const;                         // CONNECTs granted

private:
    class State;
    std::unique_ptr<State> m_state;
};

}  // namespace wb::test
