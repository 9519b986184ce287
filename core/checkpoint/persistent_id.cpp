#include "core/base/checked.h"
#include "core/checkpoint/pickle_objects.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace wb::checkpoint {

namespace {

constexpr size_t maxKeyBytes = 256;
constexpr size_t maxTypeBytes = 128;

// A key names a record beside the pickle: one plain name, never a path.
bool isPlainName(std::string_view key)
{
    const auto bad = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '/' || c == '\\' || c == ':' || c == '\x7f'; };
    return !key.empty() && key.size() <= maxKeyBytes && key.find("..") == std::string_view::npos && key != "." &&
           std::none_of(key.begin(), key.end(), bad);
}

std::string keyText(const PickleValue& key)
{
    if (key.kind == ValueKind::Int && !key.big && key.number >= 0) {
        return std::to_string(key.number);
    }
    return key.kind == ValueKind::String && isPlainName(key.text) ? key.text : std::string();
}

bool isCount(const PickleValue& value)
{
    return value.kind == ValueKind::Int && !value.big && value.number >= 0;
}

}  // namespace

ValueId PickleObjects::persistentId(ValueId id)
{
    const auto fault = [&](std::string_view problem) { return m_site.fault(ErrorCode::PicklePersistentId, problem); };
    const PickleValue& value = m_arena[id];
    const auto& fields = value.items;
    if (value.kind != ValueKind::Tuple || (fields.size() != 5 && fields.size() != 6)) {
        throw fault("fields").with("expected", "5").with("found", uint64_t{fields.size()});
    }
    const PickleValue& tag = m_arena[fields[0]];
    if (tag.kind != ValueKind::String || tag.text != "storage") {
        throw fault("not-a-storage");
    }
    const PickleValue& type = m_arena[fields[1]];
    if ((type.kind != ValueKind::Global && type.kind != ValueKind::String) || type.text.size() > maxTypeBytes) {
        throw fault("type");
    }
    StorageRef storage;
    storage.typeName = type.text;
    storage.key = keyText(m_arena[fields[2]]);
    if (storage.key.empty()) {
        throw fault("key");
    }
    const PickleValue& location = m_arena[fields[3]];
    if (location.kind != ValueKind::String && location.kind != ValueKind::None) {
        throw fault("location");
    }
    if (location.text == "meta") {
        storage.typeName = "meta";  // it has no bytes: no type at all to whoever builds a tensor on it
    }
    const PickleValue& count = m_arena[fields[4]];
    if (!isCount(count)) {
        throw fault("elements");
    }
    storage.elements = static_cast<uint64_t>(count.number);
    if (fields.size() == 6 && m_arena[fields[5]].kind != ValueKind::None) {
        setView(storage, fields[5]);
    }
    return m_arena.addStorage(std::move(storage));
}

// Legacy view metadata: (key of the view, offset, elements) into the root storage that the id itself names.
void PickleObjects::setView(StorageRef& storage, ValueId view) const
{
    const PickleValue& value = m_arena[view];
    if (value.kind != ValueKind::Tuple || value.items.size() != 3 || !isCount(m_arena[value.items[1]]) || !isCount(m_arena[value.items[2]])) {
        throw m_site.fault(ErrorCode::PicklePersistentId, "view");
    }
    const auto offset = static_cast<uint64_t>(m_arena[value.items[1]].number);
    const auto elements = static_cast<uint64_t>(m_arena[value.items[2]].number);
    const std::string key = keyText(m_arena[value.items[0]]);
    if (key.empty() || !fitsInside(offset, elements, storage.elements)) {
        throw m_site.fault(ErrorCode::PicklePersistentId, "view").with("expected", storage.elements).with("found", elements);
    }
    storage.rootKey = std::exchange(storage.key, key);
    storage.viewOffset = offset;
    storage.rootElements = std::exchange(storage.elements, elements);
}

}  // namespace wb::checkpoint
