#include "tests/support/http/proxy_server.h"

#include "tests/support/http/answer.h"
#include "tests/support/http/dial.h"
#include "tests/support/http/listener.h"
#include "tests/support/http/request_reader.h"

#include <openssl/evp.h>

#include <algorithm>
#include <mutex>

namespace wb::test {

namespace {

constexpr std::string_view scheme = "http://";

std::string base64(const std::string& text)
{
    std::string out((text.size() + 2) / 3 * 4 + 1, '\0');  // and a NUL
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(text.data()),
                                       static_cast<int>(text.size()));
    out.resize(static_cast<size_t>(length));
    return out;
}

bool answerText(Channel& channel, const Request& request, int status, std::string text, Headers headers = {})
{
    const Answer answer = makeTextAnswer(request, status, std::move(text), std::move(headers));
    return channel.write(answer.head + textOf(answer.content, 0, answer.bytes)) && answer.keepsConnection;
}

// "http://host:1/path" as {"host:1", "/path"}; the port is 80 unless named. Empty host: no absolute target.
std::pair<std::string, std::string> splitTarget(const std::string& target)
{
    if (!target.starts_with(scheme)) {
        return {};
    }
    const size_t slash = std::min(target.find('/', scheme.size()), target.size());
    std::string host = target.substr(scheme.size(), slash - scheme.size());
    if (host.find(':') == std::string::npos) {
        host += ":80";
    }
    return {host, slash == target.size() ? "/" : target.substr(slash)};
}

// The request as its host wants it; the connection ends with the answer.
std::string passedOn(const Request& request, const std::string& path)
{
    std::string text = request.method + ' ' + path + " HTTP/1.1\r\n";
    for (const auto& [name, value] : request.headers) {
        if (!isSameName(name, "Connection") && !isSameName(name.substr(0, 6), "Proxy-")) {
            text += name + ": " + value + "\r\n";
        }
    }
    return text + "Connection: close\r\n\r\n" + request.body;
}

}  // namespace

class ProxyServer::State {
public:
    explicit State(Options options)
        : m_options(std::move(options)), m_listener(m_options.port, [this](Channel& channel) { serveConnection(channel); })
    {}

    uint16_t port() const { return m_listener.port(); }

    std::vector<Request> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    uint64_t tunnels() const
    {
        const std::lock_guard lock(m_mutex);
        return m_tunnels;
    }

private:
    void serveConnection(Channel& channel);
    bool serveRequest(Channel& channel, const RequestReader& reader, const Request& request);
    bool tunnel(Channel& channel, const RequestReader& reader, const Request& request);
    bool passOn(Channel& channel, const Request& request);
    std::string routeOf(const std::string& host) const;

    const Options m_options;
    mutable std::mutex m_mutex;
    std::vector<Request> m_requests;
    uint64_t m_connections = 0;
    uint64_t m_tunnels = 0;
    Listener m_listener;  // last: its threads use the rest
};

void ProxyServer::State::serveConnection(Channel& channel)
{
    uint64_t connection = 0;
    {
        const std::lock_guard lock(m_mutex);
        connection = m_connections++;
    }
    RequestReader reader(channel);
    bool goesOn = true;
    while (goesOn) {
        std::optional<Request> request = reader.next();
        if (request) {
            request->connection = connection;
            const std::lock_guard lock(m_mutex);
            m_requests.push_back(*request);
        }
        goesOn = request && serveRequest(channel, reader, *request);
    }
}

bool ProxyServer::State::serveRequest(Channel& channel, const RequestReader& reader, const Request& request)
{
    if (m_options.captivePage) {
        answerText(channel, request, m_options.captiveStatus, *m_options.captivePage, {{"Content-Type", "text/html"}});
        return false;
    }
    if (!m_options.user.empty() && request.header("Proxy-Authorization") != "Basic " + base64(m_options.user + ':' + m_options.password)) {
        return answerText(channel, request, 407, "The proxy wants a password.\n", {{"Proxy-Authenticate", "Basic realm=\"proxy\""}});
    }
    return request.method == "CONNECT" ? tunnel(channel, reader, request) : passOn(channel, request);
}

std::string ProxyServer::State::routeOf(const std::string& host) const
{
    const auto found = m_options.routes.find(host);
    return found == m_options.routes.end() ? host : found->second;
}

bool ProxyServer::State::tunnel(Channel& channel, const RequestReader& reader, const Request& request)
{
    Channel host(dial(routeOf(request.target), channel.stopSignal()), channel.stopSignal());
    if (!host.isOpen()) {
        return answerText(channel, request, 502, "No connection to the host.\n");
    }
    {
        const std::lock_guard lock(m_mutex);
        ++m_tunnels;
    }
    if (channel.write("HTTP/1.1 200 Connection established\r\n\r\n") && host.write(reader.unread())) {
        relay(channel, host);
    }
    return false;
}

bool ProxyServer::State::passOn(Channel& channel, const Request& request)
{
    const auto [name, path] = splitTarget(request.target);
    if (name.empty()) {
        return answerText(channel, request, 400, "A proxy wants an absolute target.\n");
    }
    Channel host(dial(routeOf(name), channel.stopSignal()), channel.stopSignal());
    if (!host.isOpen()) {
        return answerText(channel, request, 502, "No connection to the host.\n");
    }
    if (host.write(passedOn(request, path))) {
        relay(channel, host);
    }
    return false;
}

ProxyServer::ProxyServer(Options options) : m_state(std::make_unique<State>(std::move(options))) {}
ProxyServer::~ProxyServer() = default;

std::string ProxyServer::url() const
{
    return "http://127.0.0.1:" + std::to_string(port());
}

uint16_t ProxyServer::port() const
{
    return m_state->port();
}

std::vector<Request> ProxyServer::requests() const
{
    return m_state->requests();
}

std::vector<std::string> ProxyServer::authorizations() const
{
    std::vector<std::string> authorizations;
    for (const Request& request : m_state->requests()) {
        authorizations.push_back(request.header("Proxy-Authorization"));
    }
    return authorizations;
}

uint64_t ProxyServer::connects() const
{
    const std::vector<Request> requests = m_state->requests();
    return static_cast<uint64_t>(std::count_if(requests.begin(), requests.end(), [](const Request& request) { return request.method == "CONNECT"; }));
}

uint64_t ProxyServer::tunnels() const
{
    return m_state->tunnels();
}

}  // namespace wb::test
