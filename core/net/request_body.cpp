#include "core/net/request_body.h"

#include <algorithm>
#include <utility>

namespace wb::net {

namespace {

class TextBody final : public RequestBody {
public:
    explicit TextBody(std::string text) : m_text(std::move(text)) {}
    uint64_t size() const noexcept override { return m_text.size(); }
    void read(uint64_t offset, std::span<std::byte> into) const override
    {
        const auto bytes = std::as_bytes(std::span(m_text)).subspan(static_cast<size_t>(offset), into.size());
        std::copy(bytes.begin(), bytes.end(), into.begin());
    }

private:
    std::string m_text;
};

class FileBody final : public RequestBody {
public:
    FileBody(std::shared_ptr<const io::ByteSource> source, ByteRange range) : m_source(std::move(source)), m_range(range) {}
    uint64_t size() const noexcept override { return m_range.size(); }
    void read(uint64_t offset, std::span<std::byte> into) const override { m_source->readAt(m_range.begin + offset, into); }

private:
    std::shared_ptr<const io::ByteSource> m_source;
    ByteRange m_range;
};

}  // namespace

std::shared_ptr<const RequestBody> bodyOf(std::string text)
{
    return std::make_shared<TextBody>(std::move(text));
}

std::shared_ptr<const RequestBody> bodyOf(std::shared_ptr<const io::ByteSource> source, ByteRange range)
{
    return std::make_shared<FileBody>(std::move(source), range);
}

}  // namespace wb::net
