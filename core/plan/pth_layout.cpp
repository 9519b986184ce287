#include "core/plan/pth_layout.h"

#include "core/base/hash.h"
#include "core/plan/little_endian.h"
#include "core/plan/pth_pickle.h"
#include "core/plan/zip_pieces.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace wb::plan {

namespace {

constexpr std::string_view prefix = "archive/";

struct SmallRecord {
    std::string name;
    std::string text;
};

std::vector<SmallRecord> frontRecords(const std::string& pickle)
{
    return {{"data.pkl", pickle}, {".format_version", "1"}, {".storage_alignment", "64"}, {"byteorder", "little"}};
}

uint32_t crcOf(std::string_view text)
{
    return crc32(0, std::as_bytes(std::span(text)));
}

// 40 digits that the contents alone decide.
std::string serializationId(const std::string& pickle, std::span<const uint32_t> crcs)
{
    std::string all;
    for (const uint32_t crc : crcs) {
        appendLittle(all, crc);
    }
    return fmt::format("{:020}{:020}", crcOf(pickle), crcOf(all));
}

std::vector<SmallRecord> backRecords(const std::string& pickle, std::span<const uint32_t> crcs)
{
    return {{"version", "3\n"}, {".data/serialization_id", serializationId(pickle, crcs)}};
}

StoredMember smallMember(const SmallRecord& record, uint64_t headerOffset)
{
    return {std::string(prefix) + record.name, headerOffset, record.text.size(), crcOf(record.text)};
}

StoredMember tensorMember(size_t number, uint64_t bytes, uint64_t headerOffset, uint32_t crc)
{
    return {fmt::format("{}data/{}", prefix, number), headerOffset, bytes, crc};
}

uint64_t endOf(const StoredMember& member)
{
    return zipDataOffset(member) + member.bytes + zipDescriptorBytes(member);
}

// Small records one after another, and their entries for the central directory.
struct Records {
    std::string bytes;
    std::string directory;
};

Records layRecords(const std::vector<SmallRecord>& records, uint64_t offset)
{
    Records out;
    for (const SmallRecord& record : records) {
        const StoredMember member = smallMember(record, offset + out.bytes.size());
        out.bytes += zipLocalHeader(member);
        out.bytes += record.text;
        out.bytes += zipDescriptor(member);
        out.directory += zipDirectoryEntry(member);
    }
    return out;
}

}  // namespace

PlannedFile layoutPth(const std::string& name, const std::vector<PlannedTensor>& tensors)
{
    PlannedFile file;
    file.format = Format::Pth;
    file.name = name;
    file.head = pickleStateDict(tensors);
    file.tensorCount = static_cast<uint32_t>(tensors.size());
    uint64_t at = layRecords(frontRecords(file.head), 0).bytes.size();
    for (size_t i = 0; i < tensors.size(); ++i) {
        const StoredMember member = tensorMember(i, tensors[i].bytes, at, 0);
        file.headerOffsets.push_back(at);
        file.offsets.push_back(zipDataOffset(member));
        at = endOf(member);
    }
    const uint64_t dataEnd = tensors.empty() ? 0 : file.offsets.back() + tensors.back().bytes;
    file.bytes = dataEnd + pthAfter(file, tensors, std::vector<uint32_t>(tensors.size())).size();
    return file;
}

std::string pthBefore(const PlannedFile& file, std::span<const PlannedTensor> tensors, uint32_t tensor, uint32_t crcBefore)
{
    std::string out = tensor == 0 ? layRecords(frontRecords(file.head), 0).bytes
                                  : zipDescriptor(tensorMember(tensor - 1, tensors[tensor - 1].bytes, file.headerOffsets[tensor - 1], crcBefore));
    return out + zipLocalHeader(tensorMember(tensor, tensors[tensor].bytes, file.headerOffsets[tensor], 0));
}

std::string pthAfter(const PlannedFile& file, std::span<const PlannedTensor> tensors, std::span<const uint32_t> crcs)
{
    const std::vector<SmallRecord> front = frontRecords(file.head);
    Records laid = layRecords(front, 0);
    std::string out = tensors.empty() ? std::move(laid.bytes) : std::string();
    std::string directory = std::move(laid.directory);
    uint64_t at = out.size();
    for (size_t i = 0; i < tensors.size(); ++i) {
        const StoredMember member = tensorMember(i, tensors[i].bytes, file.headerOffsets[i], crcs[i]);
        directory += zipDirectoryEntry(member);
        if (i + 1 == tensors.size()) {
            out = zipDescriptor(member);
            at = endOf(member);
        }
    }
    const std::vector<SmallRecord> back = backRecords(file.head, crcs);
    laid = layRecords(back, at);
    directory += laid.directory;
    const uint64_t directoryOffset = at + laid.bytes.size();
    return out + laid.bytes + directory + zipEnd(front.size() + tensors.size() + back.size(), directoryOffset, directory.size());
}

}  // namespace wb::plan
