#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wb::job {

// Writes one pickle of protocol 2 from the inside out, in the order in which torch.save's opcodes come. No memo: every value is written where it
// stands.
class PickleWriter {
public:
    PickleWriter();

    void mark();   // begins the items of a tuple, dict or list
    void tuple();  // ends at the mark
    void emptyDict();
    void orderedDict();  // an empty collections.OrderedDict
    void emptyList();
    void setItems();     // key, value, … since the mark into the dict before it
    void appendItems();  // values since the mark into the list before it
    void none();
    void boolean(bool value);
    void number(uint64_t value);
    void bigNumber(std::string_view littleEndian);  // LONG1: two's complement
    void text(std::string_view value);
    void global(std::string_view module, std::string_view name);
    void reduce();
    void persistentId();

    // torch._utils._rebuild_tensor_v2 of a contiguous tensor that fills its storage. `isLegacy`: the id has its sixth field.
    void tensor(std::string_view storageType, std::string_view storageKey, const std::vector<uint64_t>& shape, bool isLegacy);

    std::string finish();

private:
    void littleEndian(uint64_t value, int bytes);

    std::string m_bytes;
};

}  // namespace wb::job
