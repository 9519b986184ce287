#include "core/net/stream_source.h"

#include "core/base/error.h"
#include "core/net/net_errors.h"
#include "core/net/range_source.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace wb::net {

namespace {

using std::chrono::milliseconds;

constexpr uint64_t pieceBytes = 2 << 20;
constexpr uint64_t mostGap = 64 << 10;
constexpr milliseconds cancelInterval{100};

// Runs with little between them are one: a request costs more than a few bytes.
std::vector<ByteRange> cut(std::vector<ByteRange> wanted)
{
    std::erase_if(wanted, [](const ByteRange& run) { return run.size() == 0; });
    std::vector<ByteRange> pieces;
    for (const ByteRange& run : io::joined(std::move(wanted), mostGap + 1)) {
        for (uint64_t begin = run.begin; begin < run.end; begin += pieceBytes) {
            pieces.push_back({begin, std::min(run.end, begin + pieceBytes)});
        }
    }
    return pieces;
}

// Number of the range, of ascending ones, that holds this byte; their number when none does.
size_t holding(const std::vector<ByteRange>& ranges, uint64_t offset)
{
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), offset, [](uint64_t at, const ByteRange& range) { return at < range.begin; });
    const bool holds = after != ranges.begin() && offset < std::prev(after)->end;
    return holds ? static_cast<size_t>(std::prev(after) - ranges.begin()) : ranges.size();
}

}  // namespace

// The pieces that are held: filled by the fetching thread, taken by the reader's.
class StreamSource::Ring final : public FetchTarget {
public:
    // `ahead`: pieces on their way at most, besides that at hand. One a connection: what a kill loses.
    Ring(std::vector<ByteRange> pieces, uint64_t behind, size_t ahead) : m_pieces(std::move(pieces)), m_behind(behind), m_ahead(ahead) {}

    // Number of the piece that holds this byte; the number of pieces when none does.
    size_t pieceOf(uint64_t offset) const { return holding(m_pieces, offset); }
    // Where a read aside, from this byte on, comes to the end of its piece or to the begin of the next.
    uint64_t endOfGap(uint64_t offset) const
    {
        const auto next =
            std::upper_bound(m_pieces.begin(), m_pieces.end(), offset, [](uint64_t at, const ByteRange& piece) { return at < piece.end; });
        return next == m_pieces.end() ? UINT64_MAX : next->begin <= offset ? next->end : next->begin;
    }
    bool isPiece(size_t number) const { return number < m_pieces.size(); }
    const ByteRange& piece(size_t number) const { return m_pieces[number]; }
    void startAt(size_t piece) { m_first = m_next = m_reading = piece; }

    // Lets go what lies too far behind the reader, who is at this piece now. False when this is among it, or was passed by.
    bool comeTo(size_t number)
    {
        const std::scoped_lock lock(m_mutex);
        if (number < m_first || (number < m_next && m_held.count(number) == 0)) {
            return false;
        }
        letGo(number);
        return true;
    }
    void waitFor(size_t number, JobContext& job)
    {
        std::unique_lock lock(m_mutex);
        while (!isThere(number)) {
            if (m_failure) {
                std::rethrow_exception(m_failure);
            }
            job.cancel.throwIfCancelled();
            m_filled.wait_for(lock, cancelInterval);
        }
    }
    bool isHeld(size_t number) const
    {
        const std::scoped_lock lock(m_mutex);
        return isThere(number);
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
        if (m_next == m_pieces.size() || m_next > m_reading + m_ahead) {
            return std::nullopt;
        }
        Held& held = m_held[m_next];
        if (!m_spare.empty()) {
            held.bytes = std::move(m_spare.back());
            m_spare.pop_back();
        }
        held.bytes.resize(static_cast<size_t>(m_pieces[m_next].size()));
        ++m_onTheWay;
        return m_pieces[m_next++];
    }
    uint64_t untaken() const override { return 0; }
    bool isDone() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_next == m_pieces.size() && m_onTheWay == 0;
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
            --m_onTheWay;
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
        m_next = std::max(m_next, m_first);  // what the reader has jumped over is not asked for
    }

    std::vector<ByteRange> m_pieces;
    uint64_t m_behind;
    size_t m_ahead;
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::map<size_t, Held> m_held;
    std::vector<std::vector<std::byte>> m_spare;
    std::map<size_t, uint64_t> m_filledOf;  // bytes of pieces on their way
    size_t m_first = 0;                     // that may still be read
    size_t m_reading = 0;
    size_t m_next = 0;  // to be asked for
    size_t m_onTheWay = 0;
    std::exception_ptr m_failure;
};

StreamSource::StreamSource(std::unique_ptr<RemoteReader> reader, std::vector<ByteRange> wanted, Window window, const Settings& settings,
                           JobContext& job)
    : RemoteBytes(reader->file()), m_job(job), m_settings(settings), m_apart(std::move(window.apart)), m_reader(std::move(reader))
{
    m_ring = std::make_unique<Ring>(cut(std::move(wanted)), window.behind, settings.connections);
    m_fetcher = std::make_unique<RangeFetcher>(*m_reader, settings, RangeFetcher::RequestBytes{pieceBytes, pieceBytes}, m_job);
}

StreamSource::~StreamSource()
{
    if (m_fetcher) {
        m_fetcher->stop();
    }
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void StreamSource::fetchAll() const
{
    try {
        m_fetcher->run(*m_ring);
    } catch (const IgnoresRanges&) {
        m_ring->fail(std::make_exception_ptr(noRange(file())));
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

// The same file over a connection of its own.
const io::ByteSource& StreamSource::aside() const
{
    if (!m_aside) {
        auto reader = std::make_unique<RemoteReader>(file().asked, m_settings, RemoteReader::Patience{m_settings.giveUp, m_settings.giveUp}, m_job);
        requireSameState(reader->open(RangeSource::headBytes), file());
        m_aside = std::make_unique<RangeSource>(std::move(reader));
    }
    return *m_aside;
}

bool StreamSource::isApart(uint64_t offset) const
{
    return holding(m_apart, offset) < m_apart.size();
}

size_t StreamSource::readHeld(size_t piece, uint64_t offset, std::span<std::byte> into) const
{
    if (!m_ring->isHeld(piece)) {
        m_fetcher->wake();  // there may be room for it now
        m_ring->waitFor(piece, m_job);
    }
    const size_t count = std::min<size_t>(into.size(), static_cast<size_t>(m_ring->piece(piece).end - offset));
    m_ring->copy(piece, offset, into.first(count));
    return count;
}

void StreamSource::readAt(uint64_t offset, std::span<std::byte> into) const
{
    requireInside(offset, into.size());
    while (!into.empty()) {
        m_job.cancel.throwIfCancelled();
        const size_t piece = m_ring->pieceOf(offset);
        const bool isOnTheWay = m_ring->isPiece(piece) && !isApart(offset);
        if (isOnTheWay) {
            begin(piece);
        }
        size_t count = 0;
        if (isOnTheWay && m_ring->comeTo(piece)) {
            count = readHeld(piece, offset, into);
        } else {
            count = std::min<size_t>(into.size(), static_cast<size_t>(m_ring->endOfGap(offset) - offset));
            aside().readAt(offset, into.first(count));
        }
        into = into.subspan(count);
        offset += count;
    }
}

}  // namespace wb::net
