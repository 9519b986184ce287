#include "core/plan/pth_pickle.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/plan/little_endian.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

namespace wb::plan {

namespace {

constexpr char mark = '(';
constexpr char tuple = 't';
constexpr char reduce = 'R';
constexpr char emptyTuple = ')';
constexpr char newFalse = '\x89';
constexpr char binPersistentId = 'Q';

// Opcodes of protocol 2. What comes again and again (globals, short words) goes through the memo.
class PickleText {
public:
    void opcode(char code) { m_text.push_back(code); }

    void global(std::string_view name)  // "module\nname\n"
    {
        if (!recall(name)) {
            opcode('c');
            m_text += name;
            remember(name);
        }
    }

    void text(std::string_view value)
    {
        opcode('X');
        appendLittle(m_text, static_cast<uint32_t>(value.size()));
        m_text += value;
    }

    void word(std::string_view value)
    {
        if (!recall(value)) {
            text(value);
            remember(value);
        }
    }

    void number(uint64_t value)
    {
        if (value <= std::numeric_limits<uint8_t>::max()) {
            opcode('K');
            appendLittle(m_text, static_cast<uint8_t>(value));
        } else if (value <= std::numeric_limits<uint16_t>::max()) {
            opcode('M');
            appendLittle(m_text, static_cast<uint16_t>(value));
        } else if (value <= static_cast<uint64_t>(std::numeric_limits<int32_t>::max())) {
            opcode('J');
            appendLittle(m_text, static_cast<uint32_t>(value));
        } else {
            opcode('\x8a');  // LONG1, signed: a ninth byte keeps the number positive
            opcode('\x09');
            appendLittle(m_text, value);
            opcode('\0');
        }
    }

    void numbers(const std::vector<uint64_t>& values)
    {
        if (values.empty()) {
            opcode(emptyTuple);
            return;
        }
        opcode(mark);
        for (const uint64_t value : values) {
            number(value);
        }
        opcode(tuple);
    }

    std::string take() { return std::move(m_text); }

private:
    bool recall(std::string_view value)
    {
        const auto at = m_memo.find(value);
        if (at == m_memo.end()) {
            return false;
        }
        opcode('h');
        appendLittle(m_text, at->second);
        return true;
    }

    void remember(std::string_view value)
    {
        const auto number = static_cast<uint8_t>(m_memo.size());
        m_memo.emplace(value, number);
        opcode('q');
        appendLittle(m_text, number);
    }

    std::string m_text;
    std::map<std::string, uint8_t, std::less<>> m_memo;  // two words and at most 14 globals
};

std::string_view storageClass(const PlannedTensor& tensor)
{
    using tensor::DType;
    switch (tensor.dtype) {
    case DType::F64:
        return "torch\nDoubleStorage\n";
    case DType::F32:
        return "torch\nFloatStorage\n";
    case DType::F16:
        return "torch\nHalfStorage\n";
    case DType::BF16:
        return "torch\nBFloat16Storage\n";
    case DType::C64:
        return "torch\nComplexFloatStorage\n";
    case DType::C128:
        return "torch\nComplexDoubleStorage\n";
    case DType::I64:
        return "torch\nLongStorage\n";
    case DType::I32:
        return "torch\nIntStorage\n";
    case DType::I16:
        return "torch\nShortStorage\n";
    case DType::I8:
        return "torch\nCharStorage\n";
    case DType::U8:
        return "torch\nByteStorage\n";
    case DType::BOOL:
        return "torch\nBoolStorage\n";
    case DType::F8_E4M3:
    case DType::F8_E5M2:
    case DType::U64:
    case DType::U32:
    case DType::U16:
        break;
    }
    throw Error(ErrorCode::TensorDType)
        .with("key", printable(tensor.destination))
        .with("found", tensor::dtypeName(tensor.dtype))
        .with("problem", "no-storage-class");
}

// As torch has them: a dimension without elements counts as one.
std::vector<uint64_t> torchStrides(std::vector<uint64_t> shape)
{
    for (uint64_t& size : shape) {
        size = std::max<uint64_t>(size, 1);
    }
    return tensor::contiguousStrides(shape);
}

void addTensor(PickleText& pickle, const PlannedTensor& tensor, size_t number)
{
    pickle.text(tensor.destination);
    pickle.global("torch._utils\n_rebuild_tensor_v2\n");
    pickle.opcode(mark);
    pickle.opcode(mark);
    pickle.word("storage");
    pickle.global(storageClass(tensor));
    pickle.text(std::to_string(number));
    pickle.word("cpu");
    pickle.number(tensor.bytes / tensor::itemSize(tensor.dtype));
    pickle.opcode(tuple);
    pickle.opcode(binPersistentId);
    pickle.number(0);  // offset in the storage
    pickle.numbers(tensor.shape);
    pickle.numbers(torchStrides(tensor.shape));
    pickle.opcode(newFalse);                      // requires_grad
    pickle.global("collections\nOrderedDict\n");  // hooks: none
    pickle.opcode(emptyTuple);
    pickle.opcode(reduce);
    pickle.opcode(tuple);
    pickle.opcode(reduce);
}

}  // namespace

std::string pickleStateDict(const std::vector<PlannedTensor>& tensors)
{
    constexpr size_t batch = 1000;  // items of one SETITEMS, as Python's pickle has it
    PickleText pickle;
    pickle.opcode('\x80');
    pickle.opcode('\x02');
    pickle.opcode('}');
    for (size_t begin = 0; begin < tensors.size(); begin += batch) {
        pickle.opcode(mark);
        for (size_t i = begin; i < std::min(begin + batch, tensors.size()); ++i) {
            addTensor(pickle, tensors[i], i);
        }
        pickle.opcode('u');
    }
    pickle.opcode('.');
    return pickle.take();
}

}  // namespace wb::plan
