#pragma once

#include "core/io/byte_range.h"
#include "core/io/byte_source.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace wb::net {

using io::ByteRange;

// What a request carries; read as it is sent, and again from the begin when it must be sent anew.
class RequestBody {
public:
    virtual ~RequestBody() = default;
    virtual uint64_t size() const noexcept = 0;
    // Fills `into` whole. What it throws ends the transfer and is told by its End.
    virtual void read(uint64_t offset, std::span<std::byte> into) const = 0;
};
std::shared_ptr<const RequestBody> bodyOf(std::string text);
// Bytes of a file that stays open as long as the body is used.
std::shared_ptr<const RequestBody> bodyOf(std::shared_ptr<const io::ByteSource> source, ByteRange range);

}  // namespace wb::net
