#include "tests/support/memory_source.h"

#include "core/base/checked.h"
#include "core/base/error.h"

#include <algorithm>

namespace wb::test {

MemorySource::MemorySource(std::vector<std::byte> bytes, std::string name) : m_bytes(std::move(bytes)), m_name(std::move(name)) {}

MemorySource::MemorySource(std::string_view bytes, std::string name) : m_bytes(bytes.size()), m_name(std::move(name))
{
    std::transform(bytes.begin(), bytes.end(), m_bytes.begin(), [](char c) { return static_cast<std::byte>(c); });
}

io::SourceIdentity MemorySource::identity() const noexcept
{
    io::SourceIdentity identity;
    identity.bytes = m_bytes.size();
    return identity;
}

void MemorySource::readAt(uint64_t offset, std::span<std::byte> into) const
{
    if (!fitsInside(offset, into.size(), m_bytes.size())) {
        throw Error(ErrorCode::SourceTruncated).file(m_name).offset(offset).with("expected", m_bytes.size());
    }
    std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(offset), into.size(), into.begin());
}

}  // namespace wb::test
