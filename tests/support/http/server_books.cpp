#include "tests/support/http/server_books.h"

#include "tests/support/http/request_reader.h"

#include <algorithm>

namespace wb::test {

void ServerBooks::serve(const std::string& path, Resource resource)
{
    const std::lock_guard lock(m_mutex);
    m_resources[path] = std::make_shared<const Resource>(std::move(resource));
}

void ServerBooks::faultOnce(const std::string& path, Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_queued[path].push_back(std::move(fault));
}

void ServerBooks::setScript(FaultServer::Script script)
{
    const std::lock_guard lock(m_arriving);
    m_script = std::move(script);
}

std::shared_ptr<const Resource> ServerBooks::find(const Request& request) const
{
    for (const std::string& key : {request.target, request.path()}) {
        if (const auto found = m_resources.find(key); found != m_resources.end()) {
            return found->second;
        }
    }
    return nullptr;
}

std::optional<Fault> ServerBooks::takeQueued(const Request& request)
{
    for (const std::string& key : {request.target, request.path()}) {
        const auto found = m_queued.find(key);
        if (found != m_queued.end() && !found->second.empty()) {
            Fault fault = std::move(found->second.front());
            found->second.pop_front();
            return fault;
        }
    }
    return std::nullopt;
}

std::optional<Fault> ServerBooks::record(const Request& request, Arrival& arrival)
{
    const std::lock_guard lock(m_mutex);
    arrival.number = m_requests.size();
    m_requests.push_back(request);
    arrival.resource = find(request);
    const auto range = resolveRange(request.header("Range"), arrival.resource ? arrival.resource->content.bytes : 0);
    if (range && range->isSatisfiable) {
        m_requests.back().range = std::pair(range->begin, range->end);
    }
    ++m_running;
    m_mostRunning = std::max(m_mostRunning, m_running);
    if (m_mostAllowed != 0 && m_running > m_mostAllowed) {
        Fault tooMany;
        tooMany.status = 503;
        tooMany.headers = {{"Retry-After", "1"}};
        return tooMany;
    }
    return takeQueued(request);
}

ServerBooks::Arrival ServerBooks::arrive(Request request)
{
    const std::lock_guard arriving(m_arriving);
    Arrival arrival;
    std::optional<Fault> fault = record(request, arrival);
    if (!fault && m_script) {
        {
            const std::lock_guard lock(m_mutex);
            request = m_requests[static_cast<size_t>(arrival.number)];
        }
        fault = m_script(request, arrival.number);
    }
    arrival.fault = std::move(fault).value_or(Fault{});
    return arrival;
}

void ServerBooks::addSent(uint64_t number, uint64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_requests[static_cast<size_t>(number)].bodyBytesSent += bytes;
    m_bytesSent += bytes;
}

void ServerBooks::takeBackSent(uint64_t number, uint64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_requests[static_cast<size_t>(number)].bodyBytesSent -= bytes;
    m_bytesSent -= bytes;
}

void ServerBooks::leave()
{
    const std::lock_guard lock(m_mutex);
    --m_running;
}

uint64_t ServerBooks::addConnection()
{
    const std::lock_guard lock(m_mutex);
    ++m_open;
    m_mostOpen = std::max(m_mostOpen, m_open);
    return m_connections++;
}

void ServerBooks::removeConnection()
{
    const std::lock_guard lock(m_mutex);
    --m_open;
}

std::vector<Request> ServerBooks::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

uint64_t ServerBooks::bytesSent() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytesSent;
}

uint64_t ServerBooks::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_connections;
}

uint32_t ServerBooks::mostConnectionsSeen() const
{
    const std::lock_guard lock(m_mutex);
    return m_mostOpen;
}

uint32_t ServerBooks::mostRequestsSeen() const
{
    const std::lock_guard lock(m_mutex);
    return m_mostRunning;
}

}  // namespace wb::test
