#pragma once

#include "core/base/job_context.h"
#include "core/io/byte_source.h"
#include "core/net/http_client.h"
#include "core/net/patience.h"
#include "core/net/settings.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace wb::hub {

// Bytes of a file on their way to a signed address.
struct PartPut {
    net::Url url;
    std::shared_ptr<const io::ByteSource> source;
    net::ByteRange range;
    std::vector<std::pair<std::string, std::string>> fields;
    size_t upload = 0;      // parts with the same number belong together
    bool needsTag = false;  // an answer without ETag is none
};

// How the bytes of the stage Send stand: those that the store has, and those on their way. Shown never going back.
class SendProgress {
public:
    SendProgress(uint64_t bytesTotal, JobContext& job);
    void resumed(uint64_t bytes);
    void stored(uint64_t bytes);
    void show(uint64_t onTheWay, uint32_t connections, uint32_t mostConnections);
    uint64_t bytesStored() const noexcept { return m_stored; }

private:
    void showKept();

    JobContext& m_job;
    uint64_t m_stored = 0;  // by this run
    uint64_t m_resumed = 0;
    uint64_t m_shown = 0;
};

// PUTs of large bytes, several at once, each tried again as long as patience lasts. Used by one thread. Throws HubRefused (problem "part"),
// BadResponse (problem "etag"), network errors, what reading a file throws, Cancelled.
class PartSender {
public:
    static constexpr uint32_t mostConnections = 4;

    // `onlyOutside`: refuse addresses inside this machine or network.
    PartSender(const net::Settings& settings, bool onlyOutside, SendProgress& progress, JobContext& job);
    ~PartSender();

    // Calls `stored` with the number of each put and its ETag when the store has it. Returns the uploads whose addresses the store does not take
    // (any more): some of their parts are not sent.
    std::vector<size_t> send(const std::vector<PartPut>& puts, const std::function<void(size_t put, const std::string& etag)>& stored);

private:
    struct Sending;
    class Round;

    net::Settings m_settings;
    bool m_onlyOutside;
    SendProgress& m_progress;
    JobContext& m_job;
    net::HttpClient m_client;
};

}  // namespace wb::hub
