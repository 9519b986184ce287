#pragma once

#include "tests/support/http/fault.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wb::test {

struct FaultServerOptions {
    bool tls = false;
    std::string certificateFile;  // PEM; see certificates.h
    std::string keyFile;
    uint16_t port = 0;  // 0: any free one

    std::chrono::milliseconds latency{0};  // before each answer
    uint64_t bytesPerSecond = 0;           // of each answer's body; 0: as fast as it goes
    bool supportsRange = true;             // false: 200 with everything, no Accept-Ranges
    bool obeysIfRange = true;              // false: 206 although it differs
    uint32_t mostConnections = 0;          // more requests at once than this: 503 with Retry-After: 1; 0: no limit
};

// An HTTP/1.1 server on 127.0.0.1, one thread a connection, that answers rightly unless it is told what to do wrong. GET and HEAD of the
// paths served, ranges, If-Range, keep-alive; 404 for other paths, 405 for other methods. Everything may be called from any thread.
class FaultServer {
public:
    using Options = FaultServerOptions;
    // Decides about each request before it is answered; empty: no fault. Called on connection threads, one call at a time and in the order of
    // the numbers; it may call the server, goDown() too but not onRequest(), and must not wait for another request. Not asked about requests over
    // mostConnections.
    using Script = std::function<std::optional<Fault>(const Request&, uint64_t number)>;

    explicit FaultServer(Options options = {});  // std::system_error or std::runtime_error when it cannot listen or read the certificate
    ~FaultServer();
    FaultServer(const FaultServer&) = delete;
    FaultServer& operator=(const FaultServer&) = delete;

    std::string url(std::string_view path) const;  // "http://127.0.0.1:PORT/path"; "https://localhost:PORT/path" with TLS
    uint16_t port() const;

    // Paths begin with '/'. One with a query answers that very target; one without, every query.
    // headers go with every answer that gives the content.
    void serve(const std::string& path, Content content, Headers headers = {});
    void redirect(const std::string& path, const std::string& location, int status = 302, Headers headers = {});

    void onRequest(Script script);
    void faultOnce(const std::string& path, Fault fault);  // the next request of that path takes it, instead of asking the script

    std::vector<Request> requests() const;  // in order of arrival
    uint64_t bytesSent() const;             // of bodies
    uint64_t connections() const;           // accepted so far
    uint32_t mostConnectionsSeen() const;   // open at once, as far as the server has seen their ends
    uint32_t mostRequestsSeen() const;      // being answered at once

    void goDown();    // closes the listener and all connections
    void comeBack();  // listens again on the same port

private:
    class State;
    std::unique_ptr<State> m_state;
};

}  // namespace wb::test
