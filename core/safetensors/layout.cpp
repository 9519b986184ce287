#include "core/safetensors/layout.h"

#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/base/limits.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>

namespace wb::safetensors {

namespace {

constexpr uint64_t dataAlignment = 8;  // the data begins at a multiple of it

std::string jsonText(const std::string& text, bool asciiOnly)
{
    return nlohmann::json(text).dump(-1, ' ', asciiOnly, nlohmann::json::error_handler_t::replace);
}

uint64_t alignmentOf(const OutputTensor& tensor) noexcept
{
    return std::min(tensor::itemSize(tensor.dtype), dataAlignment);
}

uint64_t requireSum(uint64_t a, uint64_t b)
{
    const auto sum = checkedAdd(a, b);
    if (!sum) {
        throw Error(ErrorCode::LimitExceeded).with("problem", "file-bytes");
    }
    return *sum;
}

// The order of the tensors in one file: as given, but for those that wait for an aligned place. Offsets are from the start of the data.
class Arrangement {
public:
    explicit Arrangement(const std::vector<OutputTensor>& tensors) : m_tensors(tensors)
    {
        m_order.reserve(tensors.size());
        m_begins.reserve(tensors.size());
        for (size_t i = 0; i < tensors.size(); ++i) {
            if (isAligned(m_end, alignmentOf(tensors[i]))) {
                place(i);
                placeWaiting();
            } else {
                queueOf(alignmentOf(tensors[i])).push_back(i);
            }
        }
        for (const uint64_t alignment : {uint64_t{8}, uint64_t{4}, uint64_t{2}}) {
            insertWaiting(alignment);
        }
    }

    const std::vector<size_t>& order() const noexcept { return m_order; }
    const std::vector<uint64_t>& begins() const noexcept { return m_begins; }
    uint64_t bytes() const noexcept { return m_end; }

private:
    static bool isAligned(uint64_t offset, uint64_t alignment) noexcept { return offset % alignment == 0; }

    std::deque<size_t>& queueOf(uint64_t alignment) { return m_waiting[alignment == 8 ? 2 : alignment == 4 ? 1 : 0]; }

    void place(size_t tensor)
    {
        m_order.push_back(tensor);
        m_begins.push_back(m_end);
        m_end = requireSum(m_end, m_tensors[tensor].bytes);
    }

    // Of those that may begin here, the one that waits longest; again at the next place.
    void placeWaiting()
    {
        while (true) {
            std::deque<size_t>* next = nullptr;
            for (std::deque<size_t>& queue : m_waiting) {
                const bool fits = !queue.empty() && isAligned(m_end, alignmentOf(m_tensors[queue.front()]));
                if (fits && (next == nullptr || queue.front() < next->front())) {
                    next = &queue;
                }
            }
            if (next == nullptr) {
                return;
            }
            place(next->front());
            next->pop_front();
        }
    }

    // Those that still wait go, together, to the last place aligned for them; there is one, for the data begins aligned. Whatever begins after it
    // has a smaller item size, so a shift by a multiple of `alignment` leaves it aligned.
    void insertWaiting(uint64_t alignment)
    {
        const std::deque<size_t>& queue = queueOf(alignment);
        if (queue.empty()) {
            return;
        }
        size_t at = m_order.size() - 1;
        while (!isAligned(m_begins[at], alignment)) {
            --at;
        }
        const auto position = static_cast<std::ptrdiff_t>(at);
        m_order.insert(m_order.begin() + position, queue.begin(), queue.end());
        m_begins.resize(m_order.size());
        m_end = m_begins[at];
        for (size_t i = at; i < m_order.size(); ++i) {
            m_begins[i] = m_end;
            m_end = requireSum(m_end, m_tensors[m_order[i]].bytes);
        }
    }

    const std::vector<OutputTensor>& m_tensors;
    std::vector<size_t> m_order;
    std::vector<uint64_t> m_begins;
    uint64_t m_end = 0;
    std::array<std::deque<size_t>, 3> m_waiting;  // for item sizes 2, 4, and 8 or more
};

std::string lengthField(uint64_t length)
{
    std::string out;
    for (int shift = 0; shift < 64; shift += 8) {
        out.push_back(static_cast<char>((length >> shift) & 0xFF));
    }
    return out;
}

std::string headOf(const std::vector<OutputTensor>& tensors, const Arrangement& arrangement)
{
    std::string json = R"({"__metadata__":{"format":"pt"})";
    for (size_t i = 0; i < arrangement.order().size(); ++i) {
        const OutputTensor& tensor = tensors[arrangement.order()[i]];
        const uint64_t begin = arrangement.begins()[i];
        fmt::format_to(std::back_inserter(json), R"(,{}:{{"dtype":"{}","shape":[{}],"data_offsets":[{},{}]}})", jsonText(tensor.key, false),
                       tensor::dtypeName(tensor.dtype), fmt::join(tensor.shape, ","), begin, begin + tensor.bytes);
    }
    json += '}';
    json.append((dataAlignment - json.size() % dataAlignment) % dataAlignment, ' ');
    if (const uint64_t limit = Limits{}.safetensorsHeaderBytes; json.size() > limit) {
        throw Error(ErrorCode::LimitExceeded).with("problem", "header").with("found", json.size()).with("limit", limit);
    }
    return lengthField(json.size()) + json;
}

}  // namespace

Layout layoutFile(const std::vector<OutputTensor>& tensors)
{
    const Arrangement arrangement(tensors);
    Layout layout;
    layout.head = headOf(tensors, arrangement);
    layout.order = arrangement.order();
    layout.offsets = arrangement.begins();
    layout.fileBytes = requireSum(layout.head.size(), arrangement.bytes());
    for (uint64_t& offset : layout.offsets) {
        offset += layout.head.size();
    }
    return layout;
}

std::vector<size_t> cutShards(const std::vector<OutputTensor>& tensors, uint64_t shardBytes)
{
    std::vector<size_t> counts{0};
    uint64_t bytes = 0;
    for (const OutputTensor& tensor : tensors) {
        const bool fits = bytes <= shardBytes && tensor.bytes <= shardBytes - bytes;
        if (shardBytes != 0 && !fits && counts.back() != 0) {
            counts.push_back(0);
            bytes = 0;
        }
        ++counts.back();
        bytes = requireSum(bytes, tensor.bytes);
    }
    return counts;
}

std::string shardName(size_t shard, size_t count)
{
    return count <= 1 ? "model.safetensors" : fmt::format("model-{:05}-of-{:05}.safetensors", shard + 1, count);
}

std::string indexJson(const std::map<std::string, std::string>& weightMap, uint64_t totalParameters, uint64_t totalBytes)
{
    std::string out = fmt::format("{{\n  \"metadata\": {{\n    \"total_parameters\": {},\n    \"total_size\": {}\n  }},\n  \"weight_map\": {{",
                                  totalParameters, totalBytes);
    std::string_view separator = "\n";
    for (const auto& [key, shard] : weightMap) {
        fmt::format_to(std::back_inserter(out), "{}    {}: {}", separator, jsonText(key, true), jsonText(shard, true));
        separator = ",\n";
    }
    out += weightMap.empty() ? "}\n}\n" : "\n  }\n}\n";
    return out;
}

}  // namespace wb::safetensors
