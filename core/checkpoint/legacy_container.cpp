#include "core/checkpoint/legacy_container.h"

#include "core/base/byte_cursor.h"
#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/checkpoint/pickle_machine.h"
#include "core/checkpoint/tensor_builder.h"
#include "core/io/buffered_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace wb::checkpoint {

namespace {

// 0x1950a86a20f9469cfc6c as a pickle writes it: LONG1, 10 bytes, little-endian.
constexpr std::string_view magicNumber = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";
constexpr std::string_view magicOpcode = "\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";
constexpr int64_t protocolVersion = 1001;
constexpr size_t storagesBetweenCancelChecks = 1024;

const std::string& rootKeyOf(const StorageRef& storage)
{
    return storage.rootKey.empty() ? storage.key : storage.rootKey;
}

uint64_t itemBytesOf(StorageRef storage)
{
    storage.elements = 1;
    return storageBytes(storage);
}

class LegacyContainer final : public TorchContainer {
public:
    LegacyContainer(const io::ByteSource& source, JobContext& job) : m_source(source), m_reader(source, 0, source.size())
    {
        requireMagic(job);
        requireProtocol(job);
        requireLittleEndian(job);
        m_tree = readPickle(m_reader, "object", job);
        noteStorageTypes();
        findStorages(job);
    }

    tensor::Container kind() const noexcept override { return tensor::Container::TorchLegacy; }
    const PickleTree& tree() const noexcept override { return m_tree; }

    tensor::Record locate(const StorageRef& storage) const override
    {
        const auto found = m_records.find(rootKeyOf(storage));
        if (found == m_records.end()) {
            throw Error(ErrorCode::RecordMissing).file(m_source.name()).part(partOf(rootKeyOf(storage)));
        }
        return found->second;
    }

private:
    static std::string partOf(const std::string& key) { return "storage " + printable(key); }
    Error fault(std::string_view part, uint64_t offset, std::string_view problem) const
    {
        return Error(ErrorCode::LegacyContainer).file(m_source.name()).part(part).offset(offset).with("problem", problem);
    }
    Error storageError(const std::string& key, std::string_view problem) const
    {
        return Error(ErrorCode::LegacyStorage).file(m_source.name()).part(partOf(key)).offset(m_reader.position()).with("problem", problem);
    }
    void requireMagic(JobContext& job);
    void requireProtocol(JobContext& job);
    void requireLittleEndian(JobContext& job);
    void noteStorageTypes();
    void findStorages(JobContext& job);
    std::vector<std::string> readKeys(JobContext& job);
    uint64_t countOf(const std::string& key, const StorageRef& storage);
    tensor::Record nextStorage(const std::string& key);

    const io::ByteSource& m_source;
    io::BufferedReader m_reader;
    PickleTree m_tree;
    std::unordered_map<std::string, uint32_t> m_types;  // root key to one of m_tree.storages
    std::unordered_map<std::string, tensor::Record> m_records;
};

void LegacyContainer::requireMagic(JobContext& job)
{
    const PickleTree tree = readPickle(m_reader, "magic number", job);
    const PickleValue& value = tree[tree.root];
    if (value.kind != ValueKind::Int || !value.big || value.text != magicNumber) {
        throw fault("magic number", value.offset, "magic");
    }
}

void LegacyContainer::requireProtocol(JobContext& job)
{
    const PickleTree tree = readPickle(m_reader, "protocol version", job);
    const PickleValue& value = tree[tree.root];
    if (value.kind != ValueKind::Int || value.number != protocolVersion) {
        throw fault("protocol version", value.offset, "protocol")
            .with("expected", std::to_string(protocolVersion))
            .with("found", std::to_string(value.number));
    }
}

void LegacyContainer::requireLittleEndian(JobContext& job)
{
    constexpr std::string_view part = "system";
    const PickleTree tree = readPickle(m_reader, std::string(part), job);
    const ValueId id = tree.get(tree.root, "little_endian");
    if (id == noValue || tree[id].kind != ValueKind::Bool) {
        throw fault(part, tree[tree.root].offset, "little_endian");
    }
    if (tree[id].number == 0) {
        throw Error(ErrorCode::BigEndian).file(m_source.name()).part(part).offset(tree[id].offset);
    }
}

// The first mention of a storage says its type; TensorAssembly holds every other mention against the bytes that follow from it.
void LegacyContainer::noteStorageTypes()
{
    for (uint32_t i = 0; i < m_tree.storages.size(); ++i) {
        m_types.emplace(rootKeyOf(m_tree.storages[i]), i);
    }
}

std::vector<std::string> LegacyContainer::readKeys(JobContext& job)
{
    constexpr std::string_view part = "storage keys";
    const PickleTree tree = readPickle(m_reader, std::string(part), job);
    const PickleValue& list = tree[tree.root];
    if (list.kind != ValueKind::List) {
        throw fault(part, list.offset, "not-a-list");
    }
    std::vector<std::string> keys;
    keys.reserve(list.items.size());
    for (const ValueId id : list.items) {
        const PickleValue& key = tree[id];
        if (key.kind != ValueKind::String) {
            throw fault(part, key.offset, "not-text");
        }
        keys.push_back(key.text);
    }
    return keys;
}

// Reads the element count before a storage; of a remote file steps over it, for the pickle says what it must be.
uint64_t LegacyContainer::countOf(const std::string& key, const StorageRef& storage)
{
    std::array<std::byte, legacyCountBytes> raw{};
    if (m_source.isRemote() ? !m_reader.skip(raw.size()) : !m_reader.read(raw)) {
        throw storageError(key, "past-end").with("expected", legacyCountBytes).with("found", m_reader.remaining());
    }
    if (m_source.isRemote()) {
        return storage.rootKey.empty() ? storage.elements : storage.rootElements;
    }
    const uint64_t elements = ByteCursor(raw).u64().value_or(0);
    if (storage.rootKey.empty() && elements != storage.elements) {
        throw storageError(key, "size").with("expected", storage.elements).with("found", elements);
    }
    return elements;
}

// Steps over a storage.
tensor::Record LegacyContainer::nextStorage(const std::string& key)
{
    const auto type = m_types.find(key);
    if (type == m_types.end()) {
        throw storageError(key, "unknown");
    }
    const StorageRef& storage = m_tree.storages[type->second];
    const uint64_t begin = m_reader.position();
    const uint64_t elements = countOf(key, storage);
    const auto bytes = checkedMul(elements, itemBytesOf(storage));
    tensor::Record out;
    out.name = partOf(key);
    out.offset = m_reader.position();
    out.bytes = bytes.value_or(0);
    if (!bytes || !m_reader.skip(*bytes)) {
        throw storageError(key, "past-end").with("expected", elements).with("found", m_reader.remaining());
    }
    if (m_source.isRemote()) {
        out.offset = begin;
        out.unread = tensor::UnreadHeader{m_reader.position(), {}, elements};
    }
    return out;
}

void LegacyContainer::findStorages(JobContext& job)
{
    const std::vector<std::string> keys = readKeys(job);
    for (size_t i = 0; i < keys.size(); ++i) {
        if (i % storagesBetweenCancelChecks == 0) {
            job.cancel.throwIfCancelled();
        }
        if (!m_records.emplace(keys[i], nextStorage(keys[i])).second) {
            throw storageError(keys[i], "duplicate");
        }
    }
    if (m_reader.remaining() != 0) {
        throw fault("end", m_reader.position(), "trailing").with("found", m_reader.remaining());
    }
}

}  // namespace

std::unique_ptr<TorchContainer> openLegacyContainer(const io::ByteSource& source, JobContext& job)
{
    return std::make_unique<LegacyContainer>(source, job);
}

bool beginsAsLegacy(std::span<const std::byte> head)
{
    constexpr size_t mostBytesBefore = 16;  // protocol and, from protocol 4 on, a frame
    const std::string_view text(reinterpret_cast<const char*>(head.data()), std::min(head.size(), mostBytesBefore + magicOpcode.size()));
    return text.find(magicOpcode) != std::string_view::npos;
}

}  // namespace wb::checkpoint
