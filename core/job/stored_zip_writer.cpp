#include "core/job/stored_zip_writer.h"

#include "core/base/hash.h"

#include <span>
#include <utility>

namespace wb::job {

namespace {

constexpr uint64_t most32 = 0xFFFFFFFFULL;
constexpr uint64_t alignment = 64;
constexpr uint64_t localHeaderBytes = 30;
constexpr uint64_t versionZip64 = 45;
constexpr uint64_t flags = 0x0808;    // data descriptor, UTF-8 names
constexpr uint64_t dosDate = 0x0021;  // 1980-01-01: the bytes do not depend on the day

// Numbers of a fixed width, little-endian, one after another.
class Fields {
public:
    Fields& number(uint64_t value, int bytes)
    {
        for (int i = 0; i < bytes; ++i) {
            m_bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
        }
        return *this;
    }
    Fields& text(std::string_view value)
    {
        m_bytes += value;
        return *this;
    }
    const std::string& bytes() const noexcept { return m_bytes; }

private:
    std::string m_bytes;
};

uint64_t capped(uint64_t value)
{
    return value < most32 ? value : most32;
}

}  // namespace

StoredZipWriter::Member StoredZipWriter::begin(std::string_view name, uint64_t bytes)
{
    Member member;
    member.name = m_folder + "/" + std::string(name);
    member.localHeader = m_file.position();
    member.bytes = bytes;
    const uint64_t unpadded = member.localHeader + localHeaderBytes + member.name.size() + 4;  // 4: the extra field's own head
    const uint64_t padding = (alignment - unpadded % alignment) % alignment;
    m_file.write(Fields()
                     .number(0x04034b50, 4)
                     .number(versionZip64, 2)
                     .number(flags, 2)
                     .number(0, 2)
                     .number(0, 2)
                     .number(dosDate, 2)
                     .number(0, 4)
                     .number(0, 4)
                     .number(0, 4)
                     .number(member.name.size(), 2)
                     .number(padding + 4, 2)
                     .text(member.name)
                     .text("FB")
                     .number(padding, 2)
                     .text(std::string(padding, 'Z'))
                     .bytes());
    return member;
}

void StoredZipWriter::end(Member member)
{
    const int width = member.bytes >= most32 || member.localHeader >= most32 ? 8 : 4;
    m_file.write(
        Fields().number(0x08074b50, 4).number(member.crc, 4).number(member.bytes, width).number(member.bytes, width).bytes());
    m_members.push_back(std::move(member));
}

void StoredZipWriter::text(std::string_view name, std::string_view bytes)
{
    Member member = begin(name, bytes.size());
    m_file.write(bytes);
    member.crc = crc32(0, std::as_bytes(std::span(bytes)));
    end(std::move(member));
}

void StoredZipWriter::tensor(std::string_view name, const DemoTensor& tensor)
{
    Member member = begin(name, tensor.bytes);
    member.crc = m_file.tensor(tensor);
    end(std::move(member));
}

void StoredZipWriter::finish()
{
    const uint64_t directory = m_file.position();
    for (const Member& member : m_members) {
        Fields wide;
        if (member.bytes >= most32) {
            wide.number(member.bytes, 8).number(member.bytes, 8);
        }
        if (member.localHeader >= most32) {
            wide.number(member.localHeader, 8);
        }
        Fields extra;
        if (!wide.bytes().empty()) {
            extra.number(1, 2).number(wide.bytes().size(), 2).text(wide.bytes());
        }
        m_file.write(Fields()
                         .number(0x02014b50, 4)
                         .number(versionZip64, 2)
                         .number(versionZip64, 2)
                         .number(flags, 2)
                         .number(0, 2)
                         .number(0, 2)
                         .number(dosDate, 2)
                         .number(member.crc, 4)
                         .number(capped(member.bytes), 4)
                         .number(capped(member.bytes), 4)
                         .number(member.name.size(), 2)
                         .number(extra.bytes().size(), 2)
                         .number(0, 2)
                         .number(0, 2)
                         .number(0, 2)
                         .number(0, 4)
                         .number(capped(member.localHeader), 4)
                         .text(member.name)
                         .text(extra.bytes())
                         .bytes());
    }
    const uint64_t end = m_file.position();
    const uint64_t count = m_members.size();
    const uint64_t size = end - directory;
    m_file.write(Fields()
                     .number(0x06064b50, 4)
                     .number(44, 8)
                     .number(versionZip64, 2)
                     .number(versionZip64, 2)
                     .number(0, 4)
                     .number(0, 4)
                     .number(count, 8)
                     .number(count, 8)
                     .number(size, 8)
                     .number(directory, 8)
                     .number(0x07064b50, 4)
                     .number(0, 4)
                     .number(end, 8)
                     .number(1, 4)
                     .number(0x06054b50, 4)
                     .number(0, 2)
                     .number(0, 2)
                     .number(count < 0xFFFF ? count : 0xFFFF, 2)
                     .number(count < 0xFFFF ? count : 0xFFFF, 2)
                     .number(capped(size), 4)
                     .number(capped(directory), 4)
                     .number(0, 2)
                     .bytes());
    m_file.finish();
}

}  // namespace wb::job
