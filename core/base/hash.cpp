#include "core/base/hash.h"

#include "core/base/error.h"

#include <fmt/format.h>
#include <libdeflate.h>
#include <openssl/evp.h>
#include <xxhash.h>

namespace wb {

namespace {

std::string toHex(std::span<const unsigned char> bytes)
{
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        fmt::format_to(std::back_inserter(out), "{:02x}", byte);
    }
    return out;
}

}  // namespace

uint32_t crc32(uint32_t crc, std::span<const std::byte> bytes) noexcept
{
    return libdeflate_crc32(crc, bytes.data(), bytes.size());
}

struct TensorHash::Impl {
    XXH3_state_t* state = XXH3_createState();

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() { XXH3_freeState(state); }
};

TensorHash::TensorHash() : m_impl(std::make_unique<Impl>())
{
    reset();
}
TensorHash::~TensorHash() = default;
TensorHash::TensorHash(TensorHash&&) noexcept = default;
TensorHash& TensorHash::operator=(TensorHash&&) noexcept = default;

void TensorHash::reset()
{
    XXH3_128bits_reset(m_impl->state);
}

void TensorHash::update(std::span<const std::byte> bytes)
{
    XXH3_128bits_update(m_impl->state, bytes.data(), bytes.size());
}

std::string TensorHash::hex() const
{
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(m_impl->state));
    return toHex(canonical.digest);
}

struct Sha256::Impl {
    EVP_MD_CTX* context = EVP_MD_CTX_new();

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : m_impl(std::make_unique<Impl>())
{
    reset();
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::reset()
{
    if (EVP_DigestInit_ex(m_impl->context, EVP_sha256(), nullptr) != 1) {
        throw Error(ErrorCode::Internal).with("reason", "SHA-256 is not available");
    }
}

void Sha256::update(std::span<const std::byte> bytes)
{
    EVP_DigestUpdate(m_impl->context, bytes.data(), bytes.size());
}

std::string Sha256::finishHex()
{
    std::array<unsigned char, 32> digest{};
    EVP_DigestFinal_ex(m_impl->context, digest.data(), nullptr);
    return toHex(digest);
}

std::string Sha256::of(std::string_view text)
{
    Sha256 hash;
    hash.update(std::as_bytes(std::span(text)));
    return hash.finishHex();
}

std::string gitBlobName(std::string_view bytes)
{
    const std::string whole = fmt::format("blob {}", bytes.size()) + '\0' + std::string(bytes);
    std::array<unsigned char, 20> digest{};
    if (EVP_Digest(whole.data(), whole.size(), digest.data(), nullptr, EVP_sha1(), nullptr) != 1) {
        throw Error(ErrorCode::Internal).with("reason", "SHA-1 is not available");
    }
    return toHex(digest);
}

}  // namespace wb
