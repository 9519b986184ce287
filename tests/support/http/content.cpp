#include "tests/support/http/content.h"

#include "core/base/hash.h"
#include "core/io/posix_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <system_error>

namespace wb::test {

namespace {

// splitmix64
uint64_t mixed(uint64_t value) noexcept
{
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31);
}

void fillPattern(uint64_t seed, uint64_t offset, std::span<std::byte> into)
{
    while (!into.empty()) {
        const uint64_t word = mixed(seed ^ mixed(offset / 8));
        const size_t skip = offset % 8;
        const size_t take = std::min(sizeof word - skip, into.size());
        for (size_t i = 0; i < take; ++i) {
            into[i] = static_cast<std::byte>((word >> ((skip + i) * 8)) & 0xFF);
        }
        into = into.subspan(take);
        offset += take;
    }
}

// A file that has become shorter since gives zeros.
void readFile(const io::Descriptor& file, uint64_t offset, std::span<std::byte> into)
{
    while (!into.empty()) {
        const ssize_t got = io::retryInterrupted([&] { return ::pread(file.get(), into.data(), into.size(), static_cast<off_t>(offset)); });
        if (got <= 0) {
            std::fill(into.begin(), into.end(), std::byte{0});
            return;
        }
        into = into.subspan(static_cast<size_t>(got));
        offset += static_cast<uint64_t>(got);
    }
}

std::string quoted(const std::string& text)
{
    return '"' + text + '"';
}

}  // namespace

Content Content::of(std::string bytes)
{
    Content content;
    content.bytes = bytes.size();
    content.etag = quoted(Sha256::of(bytes));
    content.read = [bytes = std::move(bytes)](uint64_t offset, std::span<std::byte> into) {
        if (!into.empty()) {
            std::memcpy(into.data(), bytes.data() + offset, into.size());
        }
    };
    return content;
}

Content Content::ofFile(const std::string& path)
{
    const auto file = std::make_shared<io::Descriptor>(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat facts = {};
    if (!*file || ::fstat(file->get(), &facts) != 0) {
        throw std::system_error(errno, std::generic_category(), path);
    }
    Content content;
    content.bytes = static_cast<uint64_t>(facts.st_size);
    content.etag = quoted(std::to_string(facts.st_size) + '-' + std::to_string(facts.st_mtim.tv_sec) + '-' + std::to_string(facts.st_mtim.tv_nsec));
    content.read = [file](uint64_t offset, std::span<std::byte> into) { readFile(*file, offset, into); };
    return content;
}

Content Content::pattern(uint64_t bytes, uint64_t seed)
{
    Content content;
    content.bytes = bytes;
    content.etag = quoted("pattern-" + std::to_string(bytes) + '-' + std::to_string(seed));
    content.read = [seed](uint64_t offset, std::span<std::byte> into) { fillPattern(seed, offset, into); };
    return content;
}

std::string textOf(const Content& content, uint64_t begin, uint64_t bytes)
{
    std::string text(static_cast<size_t>(bytes), '\0');
    content.read(begin, std::as_writable_bytes(std::span(text)));
    return text;
}

}  // namespace wb::test
