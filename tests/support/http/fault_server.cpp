#include "tests/support/http/fault_server.h"

#include "tests/support/http/answer_sender.h"
#include "tests/support/http/listener.h"
#include "tests/support/http/request_reader.h"
#include "tests/support/http/server_books.h"

#include <list>
#include <mutex>
#include <utility>

namespace wb::test {

namespace {

// One answer in the books.
class Posting final : public SendObserver {
public:
    Posting(ServerBooks& books, uint64_t number) : m_books(books), m_number(number) {}
    ~Posting() override { Posting::isEnding(); }
    Posting(const Posting&) = delete;
    Posting& operator=(const Posting&) = delete;

    void willSend(uint64_t bodyBytes) override { m_books.addSent(m_number, bodyBytes); }
    void notSent(uint64_t bodyBytes) override { m_books.takeBackSent(m_number, bodyBytes); }
    void isEnding() override
    {
        if (!std::exchange(m_hasLeft, true)) {
            m_books.leave();
        }
    }

private:
    ServerBooks& m_books;
    const uint64_t m_number;
    bool m_hasLeft = false;
};

}  // namespace

class FaultServer::State {
public:
    explicit State(Options options)
        : m_options(std::move(options)), m_tls(m_options.tls ? makeServerTls(m_options.certificateFile, m_options.keyFile) : nullptr),
          m_port(reservePort(m_options.port)), m_books(m_options.mostConnections)
    {
        comeBack();
    }
    ~State() { goDown(); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    const Options& options() const noexcept { return m_options; }
    uint16_t port() const { return portOf(m_port); }
    ServerBooks& books() noexcept { return m_books; }

    void goDown();
    void comeBack();

private:
    void serveConnection(Channel& channel);
    bool serveRequest(Channel& channel, Request request);

    static thread_local const State* t_served;  // whose connection this thread serves

    const Options m_options;
    const TlsContext m_tls;
    const io::Descriptor m_port;
    ServerBooks m_books;
    std::mutex m_mutex;
    std::list<std::unique_ptr<Listener>> m_stopped;  // by one of their own threads, which cannot wait for itself
    std::unique_ptr<Listener> m_listener;
};

thread_local const FaultServer::State* FaultServer::State::t_served = nullptr;

void FaultServer::State::comeBack()
{
    const std::lock_guard lock(m_mutex);
    if (!m_listener) {
        m_listener = std::make_unique<Listener>(port(), [this](Channel& channel) { serveConnection(channel); });
    }
}

void FaultServer::State::goDown()
{
    std::unique_ptr<Listener> listener;
    {
        const std::lock_guard lock(m_mutex);
        listener = std::move(m_listener);
    }
    if (listener) {
        listener->stop();
    }
    if (listener && t_served == this) {
        const std::lock_guard lock(m_mutex);
        m_stopped.push_back(std::move(listener));
    }
}

void FaultServer::State::serveConnection(Channel& channel)
{
    t_served = this;
    const uint64_t connection = m_books.addConnection();
    if (!m_tls || channel.startTls(m_tls)) {
        RequestReader reader(channel);
        bool goesOn = true;
        while (goesOn) {
            std::optional<Request> request = reader.next();
            if (request) {
                request->connection = connection;
            }
            goesOn = request && serveRequest(channel, std::move(*request));
        }
    }
    channel.close();
    m_books.removeConnection();
}

bool FaultServer::State::serveRequest(Channel& channel, Request request)
{
    const ServerBooks::Arrival arrival = m_books.arrive(request);
    Posting posting(m_books, arrival.number);
    if (!channel.wait(m_options.latency + arrival.fault.latency)) {
        return false;
    }
    const Answer answer = makeAnswer(request, arrival.resource.get(), m_options, arrival.fault);
    return AnswerSender(channel, arrival.fault, m_options.bytesPerSecond, posting).send(answer);
}

FaultServer::FaultServer(Options options) : m_state(std::make_unique<State>(std::move(options))) {}
FaultServer::~FaultServer() = default;

std::string FaultServer::url(std::string_view path) const
{
    const std::string host = m_state->options().tls ? "https://localhost:" : "http://127.0.0.1:";
    return host + std::to_string(port()) + (path.starts_with('/') ? "" : "/") + std::string(path);
}

uint16_t FaultServer::port() const
{
    return m_state->port();
}

void FaultServer::serve(const std::string& path, Content content, Headers headers)
{
    m_state->books().serve(path, {std::move(content), 200, std::move(headers)});
}

void FaultServer::redirect(const std::string& path, const std::string& location, int status, Headers headers)
{
    headers.emplace_back("Location", location);
    m_state->books().serve(path, {{}, status, std::move(headers)});
}

void FaultServer::onRequest(Script script)
{
    m_state->books().setScript(std::move(script));
}

void FaultServer::faultOnce(const std::string& path, Fault fault)
{
    m_state->books().faultOnce(path, std::move(fault));
}

std::vector<Request> FaultServer::requests() const
{
    return m_state->books().requests();
}

uint64_t FaultServer::bytesSent() const
{
    return m_state->books().bytesSent();
}

uint64_t FaultServer::connections() const
{
    return m_state->books().connections();
}

uint32_t FaultServer::mostConnectionsSeen() const
{
    return m_state->books().mostConnectionsSeen();
}

uint32_t FaultServer::mostRequestsSeen() const
{
    return m_state->books().mostRequestsSeen();
}

void FaultServer::goDown()
{
    m_state->goDown();
}

void FaultServer::comeBack()
{
    m_state->comeBack();
}

}  // namespace wb::test
