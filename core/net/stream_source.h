#pragma once

#include "core/net/range_fetcher.h"
#include "core/net/remote_bytes.h"
#include "core/net/remote_reader.h"

#include <condition_variable>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace wb::net {

// A remote file read once, forwards: several connections bring the next pieces while the reader takes the ones before. Holds a few pieces of 2 MiB,
// whatever the file. Any other read, of bytes let go already or not announced, is made by requests of its own. readAt() is for one thread.
class StreamSource final : public RemoteBytes {
public:
    struct Window {
        uint64_t behind = 0;           // bytes before the reader's place that it may come back to
        std::vector<ByteRange> apart;  // ascending, small: read out of order, each by requests of its own
    };

    // `reader`: opened; parts can be had. `wanted`: ascending runs of bytes that will be read. The job must outlive it. Throws NoRange.
    StreamSource(std::unique_ptr<RemoteReader> reader, std::vector<ByteRange> wanted, Window window, const Settings& settings, JobContext& job);
    ~StreamSource() override;

    // Waits for the bytes. Throws what the fetch throws: RemoteChanged, NetworkFailed …, and Cancelled.
    void readAt(uint64_t offset, std::span<std::byte> into) const override;

private:
    class Ring;

    void begin(size_t piece) const;
    void fetchAll() const;
    size_t readHeld(size_t piece, uint64_t offset, std::span<std::byte> into) const;
    const io::ByteSource& aside() const;
    bool isApart(uint64_t offset) const;

    JobContext& m_job;
    Settings m_settings;
    std::vector<ByteRange> m_apart;
    std::unique_ptr<RemoteReader> m_reader;
    std::unique_ptr<Ring> m_ring;
    mutable std::unique_ptr<RangeFetcher> m_fetcher;
    mutable std::thread m_thread;
    mutable std::unique_ptr<io::ByteSource> m_aside;  // for reads off the way
};

}  // namespace wb::net
