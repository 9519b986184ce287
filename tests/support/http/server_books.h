#pragma once

#include "tests/support/http/answer.h"
#include "tests/support/http/fault_server.h"

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace wb::test {

// What the server has and what it has been asked: its books, without any socket. Thread-safe.
class ServerBooks {
public:
    explicit ServerBooks(uint32_t mostRequests) : m_mostAllowed(mostRequests) {}

    void serve(const std::string& path, Resource resource);
    void faultOnce(const std::string& path, Fault fault);
    void setScript(FaultServer::Script script);

    struct Arrival {
        uint64_t number = 0;
        std::shared_ptr<const Resource> resource;  // null: none
        Fault fault;
    };
    // Records the request, with its range resolved, and asks what is to go wrong with its answer.
    Arrival arrive(Request request);

    void addSent(uint64_t number, uint64_t bytes);
    void takeBackSent(uint64_t number, uint64_t bytes);
    void leave();  // an answer is at its end

    uint64_t addConnection();  // its number
    void removeConnection();

    std::vector<Request> requests() const;
    uint64_t bytesSent() const;
    uint64_t connections() const;
    uint32_t mostConnectionsSeen() const;
    uint32_t mostRequestsSeen() const;

private:
    std::shared_ptr<const Resource> find(const Request& request) const;
    std::optional<Fault> takeQueued(const Request& request);
    // The fault of a request over the limit.
    std::optional<Fault> record(const Request& request, Arrival& arrival);

    const uint32_t m_mostAllowed;
    std::mutex m_arriving;         // one arrival at a time; taken before m_mutex, never after
    FaultServer::Script m_script;  // guarded by m_arriving

    mutable std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<const Resource>> m_resources;
    std::map<std::string, std::deque<Fault>> m_queued;
    std::vector<Request> m_requests;
    uint64_t m_bytesSent = 0;
    uint64_t m_connections = 0;
    uint32_t m_open = 0;
    uint32_t m_mostOpen = 0;
    uint32_t m_running = 0;
    uint32_t m_mostRunning = 0;
};

}  // namespace wb::test
