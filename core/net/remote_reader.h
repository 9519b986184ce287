#pragma once

#include "core/base/error.h"
#include "core/base/job_context.h"
#include "core/net/http_client.h"
#include "core/net/remote_file.h"
#include "core/net/retry.h"
#include "core/net/settings.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace wb::net {

// One file on a server, read part by part over one connection, patiently: a part that is cut is gone on with, a busy server is waited for, a signed
// address that has expired is asked for anew. Used by one thread at a time. Throws the errors of net_errors.h, RedirectRefused, Offline, Cancelled.
class RemoteReader {
public:
    // How long nothing may come before it fails: as long as the host was never reached (a name may be mistyped), and later.
    struct Patience {
        std::chrono::milliseconds firstContact{10'000};
        std::chrono::milliseconds later{900'000};
    };

    // The job must outlive it. Throws UrlRefused.
    RemoteReader(Url url, const Settings& settings, Patience patience, JobContext& job);

    // Follows the redirects and asks for the first bytes: what the file is, and these. A server without ranges sends no more than these either.
    // To be called first. Throws EmptyFile, NotAuthorised, BadResponse (html, lfs-pointer, other-total) …
    const RemoteFile& open(uint64_t firstBytes);
    const RemoteFile& file() const noexcept { return m_file; }
    const std::vector<std::byte>& firstBytes() const noexcept { return m_first; }

    // All bytes of a range that lies inside the file. Throws RemoteChanged, NoRange.
    std::vector<std::byte> read(ByteRange range);
    // Follows the redirects anew, for the place where the bytes are now. Throws RemoteChanged when it is another file.
    void lookAgain();
    // Ends what it does, or is about to do, as if it were cancelled. From any thread.
    void stop() noexcept;
    void allow() noexcept { m_stop.reset(); }  // after a stop

    uint64_t requests() const noexcept { return m_requests; }
    uint64_t bytesRead() const noexcept { return m_bytesRead; }

private:
    struct Reply;
    class Collector;
    struct Trouble;

    Reply ask(const Request& request, uint64_t mostBytes);
    Reply follow(ByteRange first, RemoteFile& found);
    RemoteFile look(ByteRange first, std::vector<std::byte>& bytes);
    void noteFields(const Head& head, const Url& at, RemoteFile& found) const;
    void takeFirst(Reply& reply, RemoteFile& found, ByteRange first) const;
    static std::optional<Trouble> troubleOf(const Reply& reply, const Answer& answer, const RemoteFile& file, uint64_t wanted, bool tokenSent);
    void lookOnceMore();
    void throwIfStopped() const;
    // Waits before the next try, or throws when patience is at its end.
    void endure(const Trouble& trouble);

    Url m_url;
    Settings m_settings;
    Patience m_patience;
    JobContext& m_job;
    HttpClient m_client;
    Backoff m_backoff;
    RemoteFile m_file;
    std::vector<std::byte> m_first;
    Clock::time_point m_lastByte;  // or the begin of the wait for it
    uint32_t m_failures = 0;       // since then
    uint32_t m_refusals = 0;       // answers in a row that time alone does not mend
    uint32_t m_looks = 0;          // addresses in a row that had expired
    CancelToken m_stop;
    bool m_wasReached = false;
    uint64_t m_requests = 0;
    uint64_t m_bytesRead = 0;
};

// A small text file, such as a list of sums. Empty when there is none, it is larger, or it cannot be had; throws Cancelled only.
std::string readSmallText(const Url& url, uint64_t mostBytes, const Settings& settings, JobContext& job);

}  // namespace wb::net
