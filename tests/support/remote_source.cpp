#include "tests/support/remote_source.h"

#include <algorithm>
#include <utility>

namespace wb::test {

uint64_t ReadLog::bytes() const noexcept
{
    uint64_t sum = 0;
    for (const Read& read : reads) {
        sum += read.end - read.begin;
    }
    return sum;
}

uint64_t ReadLog::backwardBytes() const noexcept
{
    uint64_t most = 0;
    uint64_t end = 0;
    for (const Read& read : reads) {
        most = std::max(most, end - std::min(end, read.begin));
        end = std::max(end, read.end);
    }
    return most;
}

bool ReadLog::touches(uint64_t begin, uint64_t end) const noexcept
{
    return std::any_of(reads.begin(), reads.end(), [&](const Read& read) { return read.begin < end && begin < read.end; });
}

RemoteSource::RemoteSource(std::string_view bytes, std::string address, std::shared_ptr<ReadLog> log)
    : m_bytes(bytes, std::move(address)), m_log(std::move(log))
{}

io::SourceIdentity RemoteSource::identity() const noexcept
{
    io::SourceIdentity identity;
    identity.bytes = m_bytes.size();
    identity.validator = validator;
    return identity;
}

void RemoteSource::readAt(uint64_t offset, std::span<std::byte> into) const
{
    m_log->reads.push_back({offset, offset + into.size()});
    m_bytes.readAt(offset, into);
}

}  // namespace wb::test
