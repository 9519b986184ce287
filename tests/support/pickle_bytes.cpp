#include "tests/support/pickle_bytes.h"

namespace wb::test {

PickleBytes::PickleBytes() : m_bytes("\x80\x02") {}

PickleBytes& PickleBytes::raw(std::string_view opcodes)
{
    m_bytes += opcodes;
    return *this;
}

PickleBytes& PickleBytes::dict()
{
    return raw("}(");
}

PickleBytes& PickleBytes::setItems()
{
    return raw("u");
}

PickleBytes& PickleBytes::list()
{
    return raw("](");
}

PickleBytes& PickleBytes::appendItems()
{
    return raw("e");
}

PickleBytes& PickleBytes::text(std::string_view value)
{
    return raw("X").raw(littleEndian(value.size(), 4)).raw(value);
}

PickleBytes& PickleBytes::integer(int64_t value)
{
    return raw("\x8a\x08").raw(littleEndian(static_cast<uint64_t>(value), 8));
}

PickleBytes& PickleBytes::boolean(bool value)
{
    return raw(value ? "\x88" : "\x89");
}

PickleBytes& PickleBytes::none()
{
    return raw("N");
}

PickleBytes& PickleBytes::global(std::string_view module, std::string_view name)
{
    return raw("c").raw(module).raw("\n").raw(name).raw("\n");
}

PickleBytes& PickleBytes::integers(const std::vector<int64_t>& values)
{
    raw("(");
    for (const int64_t value : values) {
        integer(value);
    }
    return raw("t");
}

PickleBytes& PickleBytes::tensor(const PickledTensor& tensor)
{
    global("torch._utils", "_rebuild_tensor_v2").raw("(");
    raw("(").text("storage").global("torch", tensor.type).text(tensor.storage).text("cpu").integer(tensor.elements);
    if (!tensor.view.empty()) {
        raw("(").text(tensor.view).integer(tensor.viewOffset).integer(tensor.viewElements).raw("t");
    } else if (tensor.legacy) {
        none();
    }
    raw("tQ").integer(tensor.offset).integers(tensor.size).integers(tensor.stride).boolean(false);
    return global("collections", "OrderedDict").raw(")RtR");
}

std::string PickleBytes::finish() const
{
    return m_bytes + ".";
}

std::string pickledTensors(const std::vector<PickledTensor>& tensors)
{
    PickleBytes pickle;
    pickle.dict();
    for (size_t i = 0; i < tensors.size(); ++i) {
        pickle.text(std::string(1, static_cast<char>('a' + i))).tensor(tensors[i]);
    }
    return pickle.setItems().finish();
}

std::string littleEndian(uint64_t value, unsigned bytes)
{
    std::string out;
    for (unsigned i = 0; i < bytes; ++i) {
        out.push_back(static_cast<char>((value >> (8U * i)) & 0xFFU));
    }
    return out;
}

}  // namespace wb::test
