#pragma once

#include "core/io/byte_source.h"
#include "core/net/remote_file.h"

#include <string>

namespace wb::net {

// What all sources of a remote file's bytes have in common: the file as it was found when they were made.
class RemoteBytes : public io::ByteSource {
public:
    const std::string& name() const noexcept override { return m_file.asked.shown(); }
    uint64_t size() const noexcept override { return *m_file.bytes; }
    io::SourceIdentity identity() const noexcept override;
    void forget(uint64_t, uint64_t) const noexcept override {}
    void willRead(uint64_t, uint64_t) const noexcept override {}
    // Every answer is held against the file's validators when it comes.
    void requireUnchanged() const override {}
    bool isRemote() const noexcept override { return true; }

protected:
    // Throws NoRange when parts cannot be had.
    explicit RemoteBytes(RemoteFile file);

    const RemoteFile& file() const noexcept { return m_file; }
    // Throws SourceTruncated.
    void requireInside(uint64_t offset, uint64_t bytes) const;

private:
    RemoteFile m_file;
};

}  // namespace wb::net
