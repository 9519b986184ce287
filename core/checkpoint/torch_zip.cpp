#include "core/checkpoint/torch_zip.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/checkpoint/pickle_machine.h"
#include "core/checkpoint/record_crc.h"
#include "core/checkpoint/zip_directory.h"
#include "core/io/buffered_reader.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

namespace wb::checkpoint {

namespace {

constexpr uint64_t maxSmallRecordBytes = 32;  // version, byteorder
constexpr uint64_t maxVersion = 1000;

// torch.save compresses nothing; torch.jit.save does so with the text of its program.
ZipDirectory readDirectory(const io::ByteSource& source, JobContext& job)
{
    try {
        return ZipDirectory::read(source, job);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::ZipCompressed && error.fact("part").find("/code/") != std::string_view::npos) {
            throw Error(ErrorCode::TorchScript).file(source.name()).part(error.fact("part")).with("offset", error.fact("offset"));
        }
        throw;
    }
}

class TorchZip final : public TorchContainer {
public:
    TorchZip(const io::ByteSource& source, JobContext& job) : m_source(source), m_directory(readDirectory(source, job))
    {
        m_folder = topFolder();
        refuseTorchScript();
        requireVersion(job);
        m_bigEndian = readByteOrder(job);
        readObject(job);
    }

    tensor::Container kind() const noexcept override { return tensor::Container::TorchZip; }
    const PickleTree& tree() const noexcept override { return m_tree; }
    tensor::Record locate(const StorageRef& storage) const override;

private:
    Error layoutError(std::string_view part, uint64_t offset, std::string_view problem) const
    {
        return Error(ErrorCode::ZipLayout).file(m_source.name()).part(part).offset(offset).with("problem", problem);
    }
    Error missing(std::string_view name, std::string_view problem) const
    {
        return layoutError(printable(m_folder + "/" + std::string(name)), m_source.size(), problem);
    }
    std::string topFolder() const;
    void refuseTorchScript() const;
    void requireVersion(JobContext& job) const;
    bool readByteOrder(JobContext& job) const;
    void readObject(JobContext& job);
    const ZipEntry* find(std::string_view name) const { return m_directory.find(m_folder + "/" + std::string(name)); }
    tensor::Record recordOf(const ZipEntry& entry) const;
    tensor::Record unreadRecordOf(const ZipEntry& entry) const;
    std::string smallText(const ZipEntry& entry, JobContext& job) const;

    const io::ByteSource& m_source;
    ZipDirectory m_directory;
    std::string m_folder;
    bool m_bigEndian = false;
    PickleTree m_tree;
};

// Entries are sorted by name, so those of one folder stand together.
std::string TorchZip::topFolder() const
{
    const auto& entries = m_directory.entries();
    const auto folderOf = [](const ZipEntry& entry) { return std::string_view(entry.name).substr(0, entry.name.find('/')); };
    if (entries.empty()) {
        throw layoutError("central directory", m_source.size(), "empty");
    }
    const std::string_view folder = folderOf(entries.front());
    for (const ZipEntry& entry : entries) {
        if (entry.name.find('/') == std::string::npos) {
            throw layoutError(printable(entry.name), entry.localHeader, "no-top-folder");
        }
        if (folderOf(entry) != folder) {
            throw layoutError(printable(entry.name), entry.localHeader, "two-top-folders").with("expected", printable(folder));
        }
    }
    return std::string(folder);
}

void TorchZip::refuseTorchScript() const
{
    const std::string code = m_folder + "/code/";
    for (const ZipEntry& entry : m_directory.entries()) {
        if (entry.name.starts_with(code) || entry.name == m_folder + "/constants.pkl") {
            throw Error(ErrorCode::TorchScript).file(m_source.name()).part(printable(entry.name)).offset(entry.localHeader);
        }
    }
}

// The local header is left to whoever reads the record.
tensor::Record TorchZip::unreadRecordOf(const ZipEntry& entry) const
{
    tensor::Record out;
    out.name = printable(entry.name);
    out.offset = entry.localHeader;
    out.bytes = entry.bytes;
    out.crc32 = entry.crc32;
    out.bigEndian = m_bigEndian;
    out.unread = tensor::UnreadHeader{m_directory.endOfRoom(entry), entry.name, 0};
    return out;
}

tensor::Record TorchZip::recordOf(const ZipEntry& entry) const
{
    tensor::Record out = unreadRecordOf(entry);
    out.offset = m_directory.dataOffset(m_source, entry);
    out.unread.reset();
    return out;
}

std::string TorchZip::smallText(const ZipEntry& entry, JobContext& job) const
{
    const tensor::Record record = recordOf(entry);
    if (record.bytes > maxSmallRecordBytes) {
        throw layoutError(record.name, record.offset, "too-long").with("found", record.bytes).with("limit", maxSmallRecordBytes);
    }
    requireRecordCrc(m_source, record, record.offset, job.cancel);
    std::string text(static_cast<size_t>(record.bytes), '\0');
    m_source.readAt(record.offset, std::as_writable_bytes(std::span(text)));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
        text.pop_back();
    }
    return text;
}

void TorchZip::requireVersion(JobContext& job) const
{
    const ZipEntry* inData = find(".data/version");
    const ZipEntry* entry = inData != nullptr ? inData : find("version");
    if (entry == nullptr) {
        throw missing("version", "no-version");
    }
    const std::string text = smallText(*entry, job);
    uint64_t version = 0;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, version);
    if (parsed.ec != std::errc() || parsed.ptr != end || version > maxVersion) {
        throw layoutError(printable(entry->name), entry->localHeader, "version").with("found", printable(text));
    }
}

bool TorchZip::readByteOrder(JobContext& job) const
{
    const ZipEntry* entry = find("byteorder");
    if (entry == nullptr) {
        return false;
    }
    const std::string text = smallText(*entry, job);
    if (text != "little" && text != "big") {
        throw layoutError(printable(entry->name), entry->localHeader, "byteorder").with("found", printable(text));
    }
    return text == "big";
}

void TorchZip::readObject(JobContext& job)
{
    const ZipEntry* entry = find("data.pkl");
    if (entry == nullptr) {
        throw missing("data.pkl", "no-data.pkl");
    }
    const tensor::Record record = recordOf(*entry);
    if (record.bytes > job.limits.pickleBytes) {
        throw Error(ErrorCode::LimitExceeded)
            .file(m_source.name())
            .part(record.name)
            .offset(record.offset)
            .with("problem", "pickle-bytes")
            .with("found", record.bytes)
            .with("limit", job.limits.pickleBytes);
    }
    requireRecordCrc(m_source, record, record.offset, job.cancel);
    io::BufferedReader reader(m_source, record.offset, record.offset + record.bytes);
    m_tree = readPickle(reader, record.name, job);
    if (reader.remaining() != 0) {
        throw Error(ErrorCode::PickleTrailing)
            .file(m_source.name())
            .part(record.name)
            .offset(reader.position())
            .with("problem", "trailing")
            .with("found", reader.remaining());
    }
}

tensor::Record TorchZip::locate(const StorageRef& storage) const
{
    const std::string name = m_folder + "/data/" + storage.key;
    if (!storage.rootKey.empty()) {
        throw Error(ErrorCode::PicklePersistentId).file(m_source.name()).part(printable(name)).with("problem", "view");
    }
    const ZipEntry* entry = m_directory.find(name);
    if (entry == nullptr) {
        throw Error(ErrorCode::RecordMissing).file(m_source.name()).part(printable(name));
    }
    return m_source.isRemote() ? unreadRecordOf(*entry) : recordOf(*entry);
}

}  // namespace

std::unique_ptr<TorchContainer> openTorchZip(const io::ByteSource& source, JobContext& job)
{
    return std::make_unique<TorchZip>(source, job);
}

}  // namespace wb::checkpoint
