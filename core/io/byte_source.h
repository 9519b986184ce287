#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace wb::io {

// What tells one state of a file from another. Two equal identities: the bytes are taken to be the same.
struct SourceIdentity {
    uint64_t bytes = 0;
    int64_t modifiedNs = 0;  // since the epoch
    uint64_t device = 0;
    uint64_t inode = 0;
    std::string validator;  // of a remote file: its ETag or Last-Modified
    bool operator==(const SourceIdentity&) const = default;
};

// Random-access bytes: a local file, or ranges of a remote one. readAt may be called from several threads at once.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    // Path or address, as errors show it.
    virtual const std::string& name() const noexcept = 0;
    virtual uint64_t size() const noexcept = 0;  // as it was when opened
    // Every read costs a round trip: read little, and in order.
    virtual bool isRemote() const noexcept { return false; }
    virtual SourceIdentity identity() const noexcept = 0;
    // Fills `into` whole. Throws SourceTruncated when the file has become shorter, ReadFailed on EIO.
    virtual void readAt(uint64_t offset, std::span<std::byte> into) const = 0;
    // These bytes will not be wanted again: the page cache may drop them. A hint.
    virtual void forget(uint64_t offset, uint64_t bytes) const noexcept = 0;
    // Will be read soon, in order. A hint.
    virtual void willRead(uint64_t offset, uint64_t bytes) const noexcept = 0;
    // Throws SourceChanged when the file is no longer what was opened (size or time).
    virtual void requireUnchanged() const = 0;
};

// Opens a regular file for reading (follows a link the user named; refuses folders, FIFOs, sockets and devices without blocking).
// Throws NotFound, PermissionDenied, NotARegularFile, ReadFailed.
std::unique_ptr<ByteSource> openFile(const std::string& path);

// Opens `name` inside `folder` without ever leaving it: no separators, no "..", not absolute, and a link is refused.
// Throws UnsafePath, NotFound and what openFile throws. For names that a foreign file gave.
std::unique_ptr<ByteSource> openInside(const std::string& folder, const std::string& name);
// The same for a name that the user or this program gave, which may hold any sign: a link is refused.
std::unique_ptr<ByteSource> openNoLink(const std::string& path);

// Whole small file as text. Throws LimitExceeded when larger than maxBytes, and what openFile throws.
std::string readSmallFile(const std::string& path, uint64_t maxBytes);

}  // namespace wb::io
