#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace wb {

// CRC-32 as zip has it (IEEE 802.3), by libdeflate. Start with 0 and feed the last value back in.
uint32_t crc32(uint32_t crc, std::span<const std::byte> bytes) noexcept;

// XXH3-128, streaming: hash of one tensor's values. Move-only.
class TensorHash {
public:
    TensorHash();
    ~TensorHash();
    TensorHash(TensorHash&&) noexcept;
    TensorHash& operator=(TensorHash&&) noexcept;

    void reset();
    void update(std::span<const std::byte> bytes);
    std::string hex() const;  // 32 lower-case hex digits, canonical (big-endian) order

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// SHA-256 by OpenSSL EVP, streaming. Move-only.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void reset();
    void update(std::span<const std::byte> bytes);
    std::string finishHex();  // 64 lower-case hex digits; reset() before more
    static std::string of(std::string_view text);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// SHA-1 by which Git names a file of these bytes. 40 lower-case hex digits.
std::string gitBlobName(std::string_view bytes);

}  // namespace wb
