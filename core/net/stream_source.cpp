#include "core/net/stream_source.h"

#include "core/base/checked.h"
#include "core/base/error.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace wb::net {

namespace {

using std::chrono::milliseconds;

constexpr uint64_t pieceBytes = 2 << 20;
constexpr size_t piecesAhead = 16;
constexpr milliseconds cancelInterval{100};

std::vector<ByteRange> cut(const std::vector<ByteRange>& wanted)
{
    std::vector<ByteRange> pieces;
    for (const ByteRange& run : wanted) {
        for (uint64_t begin = run.begin; begin < run.end; begin += pieceBytes) {
            pieces.push_back({begin, std::min(run.end, begin + pieceBytes)});
        }
    }
    return pieces;
}

}  // namespace

// The pieces that are held: filled by the fetching thread, taken by the reader's.
class StreamSource::Ring final : public FetchTarget {
public:
    Ring(std::vector<ByteRange> pieces, uint64_t behind) : m_pieces(std::move(pieces)), m_behind(behind) {}

    // Number of the piece that holds this byte; the number of pieces when none does.
    size_t pieceOf(uint64_t offset) const
    {
        const auto after =
            std::upper_bound(m_pieces.begin(), m_pieces.end(), offset, [](uint64_t at, const ByteRange& piece) { return at < piece.begin; });
        const bool holds = after != m_pieces.begin() && offset < std::prev(after)->end;
        return holds ? static_cast<size_t>(std::prev(after) - m_pieces.begin()) : m_pieces.size();
    }
    bool isPiece(size_t number) const { return number < m_pieces.size(); }
    const ByteRange& piece(size_t number) const { return m_pieces[number]; }
    void startAt(size_t piece) { m_first = m_next = m_written = piece; }

    // Waits for the piece; false when it was let go already.
    bool waitFor(size_t number, JobContext& job)
    {
        std::unique_lock lock(m_mutex);
        if (number < m_first) {
            return false;
        }
        letGo(number);
        while (!isThere(number)) {
            if (m_failure) {
                std::rethrow_exception(m_failure);
            }
            job.cancel.throwIfCancelled();
            m_filled.wait_for(lock, cancelInterval);
        }
        return true;
    }

    // Of a piece that was waited for: whole, and let go by the reader's thread alone.
    void copy(size_t number, uint64_t offset, std::span<std::byte> into)
    {
        std::unique_lock lock(m_mutex);
        const std::byte* const bytes = m_held.at(number).bytes.data() + (offset - m_pieces[number].begin);
        lock.unlock();
        std::memcpy(into.data(), bytes, into.size());
    }

    std::optional<ByteRange> take(uint64_t) override
    {
        const std::scoped_lock lock(m_mutex);
        if (m_next == m_pieces.size() || m_next >= m_reading + piecesAhead) {
            return std::nullopt;
        }
        Held& held = m_held[m_next];
        if (!m_spare.empty()) {
            held.bytes = std::move(m_spare.back());
            m_spare.pop_back();
        }
        held.bytes.resize(static_cast<size_t>(m_pieces[m_next].size()));
        return m_pieces[m_next++];
    }
    uint64_t untaken() const override { return 0; }
    bool isDone() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_written == m_pieces.size();
    }
    void write(uint64_t offset, std::span<const std::byte> bytes) override
    {
        const std::scoped_lock lock(m_mutex);
        const size_t number = pieceOf(offset);
        const auto found = m_held.find(number);
        if (found != m_held.end()) {  // else the reader has passed it by
            std::memcpy(found->second.bytes.data() + (offset - m_pieces[number].begin), bytes.data(), bytes.size());
            found->second.filled += bytes.size();
        }
        m_filledOf[number] += bytes.size();
        if (m_filledOf[number] == m_pieces[number].size()) {
            m_filledOf.erase(number);
            ++m_written;
            m_filled.notify_one();
        }
    }
    void fail(std::exception_ptr failure)
    {
        const std::scoped_lock lock(m_mutex);
        m_failure = std::move(failure);
        m_filled.notify_one();
    }

private:
    struct Held {
        std::vector<std::byte> bytes;
        uint64_t filled = 0;
    };

    bool isThere(size_t number) const
    {
        const auto found = m_held.find(number);
        return found != m_held.end() && found->second.filled == m_pieces[number].size();
    }

    // Pieces that the reader will not come back to from here.
    void letGo(size_t number)
    {
        m_reading = std::max(m_reading, number);
        const uint64_t keepFrom = m_pieces[m_reading].begin - std::min(m_behind, m_pieces[m_reading].begin);
        while (m_first < m_reading && m_pieces[m_first].end <= keepFrom) {
            const auto found = m_held.find(m_first);
            if (found != m_held.end()) {
                m_spare.push_back(std::move(found->second.bytes));
                m_held.erase(found);
            }
            ++m_first;
        }
    }

    std::vector<ByteRange> m_pieces;
    uint64_t m_behind;
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::map<size_t, Held> m_held;
    std::vector<std::vector<std::byte>> m_spare;
    std::map<size_t, uint64_t> m_filledOf;  // bytes of pieces on their way
    size_t m_first = 0;                     // that may still be read
    size_t m_reading = 0;
    size_t m_next = 0;     // to be asked for
    size_t m_written = 0;  // pieces that are there, or were
    std::exception_ptr m_failure;
};

StreamSource::StreamSource(std::unique_ptr<RemoteReader> reader, std::vector<ByteRange> wanted, Window window, const Settings& settings,
                           JobContext& job)
    : m_job(job), m_reader(std::move(reader))
{
    const RemoteFile& file = m_reader->file();
    m_name = file.asked.shown();
    if (!file.ranges || !file.bytes) {
        throw Error(ErrorCode::NoRange).file(m_name).with("host", file.place.host()).with("problem", "no-range");
    }
    m_bytes = *file.bytes;
    m_ring = std::make_unique<Ring>(cut(wanted), window.behind);
    m_fetcher = std::make_unique<RangeFetcher>(*m_reader, settings, RangeFetcher::RequestBytes{pieceBytes, pieceBytes}, m_job);
}

StreamSource::~StreamSource()
{
    m_fetcher->stop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

io::SourceIdentity StreamSource::identity() const noexcept
{
    io::SourceIdentity identity;
    identity.bytes = m_bytes;
    const RemoteFile& file = m_reader->file();
    identity.validator = file.etag.empty() ? file.lastModified : file.etag;
    return identity;
}

void StreamSource::fetchAll() const
{
    try {
        m_fetcher->run(*m_ring);
    } catch (const IgnoresRanges&) {
        const Url& place = m_reader->file().place;
        m_ring->fail(std::make_exception_ptr(Error(ErrorCode::NoRange).file(m_name).with("host", place.host()).with("problem", "no-range")));
    } catch (...) {
        m_ring->fail(std::current_exception());
    }
}

// The first read tells where an earlier run has come to.
void StreamSource::begin(size_t piece) const
{
    if (!m_thread.joinable()) {
        m_ring->startAt(piece);
        m_thread = std::thread([this] { fetchAll(); });
    }
}

void StreamSource::readAt(uint64_t offset, std::span<std::byte> into) const
{
    if (!fitsInside(offset, into.size(), m_bytes)) {
        throw Error(ErrorCode::SourceTruncated).file(m_name).offset(offset).with("expected", m_bytes);
    }
    while (!into.empty()) {
        const size_t number = m_ring->pieceOf(offset);
        if (m_ring->isPiece(number)) {
            begin(number);
        }
        if (!m_ring->isPiece(number) || !m_ring->waitFor(number, m_job)) {
            throw Error(ErrorCode::Internal).file(m_name).offset(offset).with("problem", "backward-read");
        }
        const size_t count = std::min<size_t>(into.size(), static_cast<size_t>(m_ring->piece(number).end - offset));
        m_ring->copy(number, offset, into.first(count));
        if (number != m_lastPiece) {
            m_lastPiece = number;
            m_fetcher->wake();  // there is room for another
        }
        into = into.subspan(count);
        offset += count;
    }
}

}  // namespace wb::net
