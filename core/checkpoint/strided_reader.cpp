#include "core/checkpoint/strided_reader.h"

#include <algorithm>
#include <cstring>

namespace wb::checkpoint {

namespace {

constexpr uint64_t boxBytes = 1 << 20;
constexpr uint64_t windowBytes = 1 << 20;
constexpr uint64_t widestGapBytes = 4096;  // elements farther apart are read one by one

std::vector<StridedDimension> joined(const std::vector<uint64_t>& shape, const std::vector<uint64_t>& strides)
{
    std::vector<StridedDimension> out;
    for (size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] == 1) {
            continue;
        }
        const uint64_t inner = shape[i] * strides[i];
        if (!out.empty() && out.back().stride == inner) {
            out.back().size *= shape[i];
            out.back().stride = strides[i];
        } else {
            out.push_back(StridedDimension{shape[i], strides[i], 0});
        }
    }
    uint64_t step = 1;
    for (size_t i = out.size(); i-- > 0;) {
        out[i].step = step;
        step *= out[i].size;
    }
    return out;
}

// Moves indices to the next position, the last dimension first; false after the last position.
bool advance(std::vector<uint64_t>& at, std::span<const StridedDimension> dimensions) noexcept
{
    for (size_t i = dimensions.size(); i-- > 0;) {
        if (++at[i] < dimensions[i].size) {
            return true;
        }
        at[i] = 0;
    }
    return false;
}

// Copies what one run holds to its places in the box.
class Scatter {
public:
    Scatter(std::span<const StridedDimension> run, uint64_t itemBytes)
        : m_dimensions(run.begin(), run.end()), m_itemBytes(itemBytes), m_at(run.size() - 1, 0)
    {}

    // Indices of the first dimension, from now on.
    void setRows(uint64_t rows) noexcept { m_dimensions.front().size = rows; }
    // Elements from the first to the last of the run.
    uint64_t extent() const noexcept
    {
        uint64_t out = 1;
        for (const StridedDimension& dimension : m_dimensions) {
            out += (dimension.size - 1) * dimension.stride;
        }
        return out;
    }

    void copy(const std::byte* run, std::byte* box)
    {
        const auto outer = std::span<const StridedDimension>(m_dimensions).first(m_at.size());
        do {
            uint64_t from = 0;
            uint64_t to = 0;
            for (size_t i = 0; i < outer.size(); ++i) {
                from += m_at[i] * outer[i].stride;
                to += m_at[i] * outer[i].step;
            }
            copyInner(run + from * m_itemBytes, box + to * m_itemBytes);
        } while (advance(m_at, outer));
    }

private:
    template <size_t ItemBytes> void copyItems(const std::byte* from, std::byte* to) const
    {
        const StridedDimension& inner = m_dimensions.back();
        for (uint64_t i = 0; i < inner.size; ++i) {
            std::memcpy(to + i * inner.step * ItemBytes, from + i * inner.stride * ItemBytes, ItemBytes);
        }
    }

    void copyInner(const std::byte* from, std::byte* to) const
    {
        const StridedDimension& inner = m_dimensions.back();
        if (inner.stride == 1 && inner.step == 1) {
            std::memcpy(to, from, static_cast<size_t>(inner.size * m_itemBytes));
            return;
        }
        switch (m_itemBytes) {
        case 1:
            return copyItems<1>(from, to);
        case 2:
            return copyItems<2>(from, to);
        case 4:
            return copyItems<4>(from, to);
        case 8:
            return copyItems<8>(from, to);
        default:
            return copyItems<16>(from, to);
        }
    }

    std::vector<StridedDimension> m_dimensions;
    uint64_t m_itemBytes;
    std::vector<uint64_t> m_at;  // of all but the last dimension
};

// What is read at once: some indices of one dimension, with all of the dimensions after it.
struct Run {
    size_t split = 0;
    uint64_t rows = 1;
};

// `box`: the widest stride first. A run takes in the gaps between its elements, as long as they are narrow.
Run chooseRun(const std::vector<StridedDimension>& box, uint64_t itemBytes) noexcept
{
    const uint64_t windowElements = windowBytes / itemBytes;
    uint64_t extent = 1;
    for (size_t i = box.size(); i-- > 0;) {
        const StridedDimension& dimension = box[i];
        const uint64_t gap = dimension.stride - std::min(extent, dimension.stride);
        if (gap * itemBytes > widestGapBytes) {
            return Run{i, 1};
        }
        const uint64_t wider = (dimension.size - 1) * dimension.stride;
        if (wider > windowElements - extent) {
            return Run{i, (windowElements - extent) / dimension.stride + 1};
        }
        extent += wider;
    }
    return Run{0, box.front().size};
}

}  // namespace

StridedReader::StridedReader(const io::ByteSource& source, uint64_t begin, uint64_t itemBytes, const std::vector<uint64_t>& shape,
                             const std::vector<uint64_t>& strides)
    : m_source(source), m_begin(begin), m_itemBytes(itemBytes), m_dimensions(joined(shape, strides))
{
    if (m_dimensions.empty()) {
        m_dimensions.push_back(StridedDimension{1, 1, 1});
    }
    const uint64_t boxElements = boxBytes / itemBytes;
    m_split = m_dimensions.size() - 1;
    while (m_split > 0 && m_dimensions[m_split].size * m_dimensions[m_split].step <= boxElements) {
        --m_split;
    }
    m_rowElements = m_dimensions[m_split].step;
    m_boxRows = std::max<uint64_t>(1, boxElements / m_rowElements);
    m_at.assign(m_split + 1, 0);
}

void StridedReader::read(std::span<std::byte> into)
{
    while (!into.empty()) {
        if (m_left.empty()) {
            nextBox();
        }
        const size_t count = std::min(into.size(), m_left.size());
        std::memcpy(into.data(), m_left.data(), count);
        m_left = m_left.subspan(count);
        into = into.subspan(count);
    }
}

void StridedReader::nextBox()
{
    uint64_t from = 0;
    for (size_t i = 0; i <= m_split; ++i) {
        from += m_at[i] * m_dimensions[i].stride;
    }
    std::vector<StridedDimension> box(m_dimensions.begin() + static_cast<std::ptrdiff_t>(m_split), m_dimensions.end());
    box.front().size = std::min(m_boxRows, box.front().size - m_at[m_split]);
    const uint64_t rows = box.front().size;
    m_box.resize(static_cast<size_t>(rows * m_rowElements * m_itemBytes));
    m_left = m_box;
    std::sort(box.begin(), box.end(), [](const StridedDimension& a, const StridedDimension& b) { return a.stride > b.stride; });
    gather(box, from);

    m_at[m_split] += rows;
    if (m_at[m_split] == m_dimensions[m_split].size) {
        m_at[m_split] = 0;
        const auto outer = std::span<const StridedDimension>(m_dimensions).first(m_split);
        advance(m_at, outer);
    }
}

// `box`: the widest stride first, so that going through its dimensions in order goes forwards through the source.
void StridedReader::gather(const std::vector<StridedDimension>& box, uint64_t from)
{
    const Run run = chooseRun(box, m_itemBytes);
    const StridedDimension& split = box[run.split];
    const auto outer = std::span<const StridedDimension>(box).first(run.split);
    Scatter scatter(std::span<const StridedDimension>(box).subspan(run.split), m_itemBytes);
    std::vector<uint64_t> at(run.split, 0);
    do {
        uint64_t source = from;
        uint64_t target = 0;
        for (size_t i = 0; i < outer.size(); ++i) {
            source += at[i] * outer[i].stride;
            target += at[i] * outer[i].step;
        }
        for (uint64_t row = 0; row < split.size; row += run.rows) {
            scatter.setRows(std::min(run.rows, split.size - row));
            m_window.resize(static_cast<size_t>(scatter.extent() * m_itemBytes));
            m_source.readAt(m_begin + (source + row * split.stride) * m_itemBytes, m_window);
            scatter.copy(m_window.data(), m_box.data() + (target + row * split.step) * m_itemBytes);
        }
    } while (advance(at, outer));
}

}  // namespace wb::checkpoint
