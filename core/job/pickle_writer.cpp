#include "core/job/pickle_writer.h"

#include "core/tensor/tensor_index.h"

#include <utility>

namespace wb::job {

PickleWriter::PickleWriter() : m_bytes("\x80\x02", 2) {}

void PickleWriter::littleEndian(uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) {
        m_bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
    }
}

void PickleWriter::mark()
{
    m_bytes.push_back('(');
}

void PickleWriter::tuple()
{
    m_bytes.push_back('t');
}

void PickleWriter::emptyDict()
{
    m_bytes.push_back('}');
}

void PickleWriter::orderedDict()
{
    global("collections", "OrderedDict");
    m_bytes.push_back(')');
    reduce();
}

void PickleWriter::emptyList()
{
    m_bytes.push_back(']');
}

void PickleWriter::setItems()
{
    m_bytes.push_back('u');
}

void PickleWriter::appendItems()
{
    m_bytes.push_back('e');
}

void PickleWriter::none()
{
    m_bytes.push_back('N');
}

void PickleWriter::boolean(bool value)
{
    m_bytes.push_back(value ? '\x88' : '\x89');
}

void PickleWriter::number(uint64_t value)
{
    if (value < 0x100) {
        m_bytes.push_back('K');
        littleEndian(value, 1);
    } else if (value < 0x80000000ULL) {
        m_bytes.push_back('J');
        littleEndian(value, 4);
    } else {
        m_bytes.push_back('\x8a');
        m_bytes.push_back(9);
        littleEndian(value, 8);
        m_bytes.push_back(0);  // the sign
    }
}

void PickleWriter::bigNumber(std::string_view littleEndianBytes)
{
    m_bytes.push_back('\x8a');
    m_bytes.push_back(static_cast<char>(littleEndianBytes.size()));
    m_bytes += littleEndianBytes;
}

void PickleWriter::text(std::string_view value)
{
    m_bytes.push_back('X');
    littleEndian(value.size(), 4);
    m_bytes += value;
}

void PickleWriter::global(std::string_view module, std::string_view name)
{
    m_bytes.push_back('c');
    m_bytes.append(module).push_back('\n');
    m_bytes.append(name).push_back('\n');
}

void PickleWriter::reduce()
{
    m_bytes.push_back('R');
}

void PickleWriter::persistentId()
{
    m_bytes.push_back('Q');
}

void PickleWriter::tensor(std::string_view storageType, std::string_view storageKey, const std::vector<uint64_t>& shape, bool isLegacy)
{
    uint64_t elements = 1;
    for (const uint64_t size : shape) {
        elements *= size;
    }
    global("torch._utils", "_rebuild_tensor_v2");
    mark();
    mark();
    text("storage");
    global("torch", storageType);
    text(storageKey);
    text("cpu");
    number(elements);
    if (isLegacy) {
        none();
    }
    tuple();
    persistentId();
    number(0);
    for (const std::vector<uint64_t>& sizes : {shape, tensor::contiguousStrides(shape)}) {
        mark();
        for (const uint64_t size : sizes) {
            number(size);
        }
        tuple();
    }
    boolean(false);
    orderedDict();
    tuple();
    reduce();
}

std::string PickleWriter::finish()
{
    m_bytes.push_back('.');
    return std::exchange(m_bytes, std::string());
}

}  // namespace wb::job
