#include "core/net/remote_bytes.h"

#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/net/net_errors.h"

#include <utility>

namespace wb::net {

RemoteBytes::RemoteBytes(RemoteFile file) : m_file(std::move(file))
{
    if (!m_file.ranges || !m_file.bytes) {
        throw noRange(m_file);
    }
}

io::SourceIdentity RemoteBytes::identity() const noexcept
{
    io::SourceIdentity identity;
    identity.bytes = size();
    identity.validator = m_file.state();
    return identity;
}

void RemoteBytes::requireInside(uint64_t offset, uint64_t bytes) const
{
    if (!fitsInside(offset, bytes, size())) {
        throw Error(ErrorCode::SourceTruncated).file(name()).offset(offset).with("expected", size());
    }
}

}  // namespace wb::net
