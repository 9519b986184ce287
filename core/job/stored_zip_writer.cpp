#include "core/job/stored_zip_writer.h"

#include "core/base/hash.h"

#include <span>

namespace wb::job {

plan::StoredMember StoredZipWriter::begin(std::string_view name, uint64_t bytes)
{
    plan::StoredMember member;
    member.name = m_folder + "/" + std::string(name);
    member.headerOffset = m_file.position();
    member.bytes = bytes;
    m_file.write(plan::zipLocalHeader(member));
    return member;
}

void StoredZipWriter::end(plan::StoredMember member)
{
    m_file.write(plan::zipDescriptor(member));
    m_members.push_back(std::move(member));
}

void StoredZipWriter::text(std::string_view name, std::string_view bytes)
{
    plan::StoredMember member = begin(name, bytes.size());
    m_file.write(bytes);
    member.crc32 = crc32(0, std::as_bytes(std::span(bytes)));
    end(std::move(member));
}

void StoredZipWriter::tensor(std::string_view name, const DemoTensor& tensor)
{
    plan::StoredMember member = begin(name, tensor.bytes);
    member.crc32 = m_file.tensor(tensor);
    end(std::move(member));
}

void StoredZipWriter::finish()
{
    const uint64_t directory = m_file.position();
    for (const plan::StoredMember& member : m_members) {
        m_file.write(plan::zipDirectoryEntry(member));
    }
    m_file.write(plan::zipEnd(m_members.size(), directory, m_file.position() - directory));
    m_file.finish();
}

}  // namespace wb::job
