#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wb::test {

// A tensor as torch pickles it: on a storage named by a persistent id. Counts in elements.
struct PickledTensor {
    std::string storage = "0";
    int64_t elements = 4;  // of the storage; of its root for a view
    std::vector<int64_t> size{4};
    std::vector<int64_t> stride{1};
    int64_t offset = 0;
    std::string type = "FloatStorage";
    bool legacy = false;    // six fields, the last the view
    std::string view = {};  // legacy: key of a view of the storage
    int64_t viewOffset = 0;
    int64_t viewElements = 0;
};

// Writes one pickle of protocol 2, opcode by opcode; what is written is not checked.
//   PickleBytes().dict().text("a").tensor({}).setItems().finish()
class PickleBytes {
public:
    PickleBytes();

    PickleBytes& raw(std::string_view opcodes);
    PickleBytes& dict();  // empty, and a mark: items follow, then setItems()
    PickleBytes& setItems();
    PickleBytes& list();  // empty, and a mark: items follow, then appendItems()
    PickleBytes& appendItems();
    PickleBytes& text(std::string_view value);
    PickleBytes& integer(int64_t value);
    PickleBytes& boolean(bool value);
    PickleBytes& none();
    PickleBytes& global(std::string_view module, std::string_view name);
    PickleBytes& integers(const std::vector<int64_t>& values);  // a tuple
    PickleBytes& tensor(const PickledTensor& tensor);
    std::string finish() const;  // with STOP

private:
    std::string m_bytes;
};

// {"a": tensor, "b": tensor …}, named from "a" on.
std::string pickledTensors(const std::vector<PickledTensor>& tensors);

std::string littleEndian(uint64_t value, unsigned bytes);

}  // namespace wb::test
