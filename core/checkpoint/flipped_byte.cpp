#include "core/checkpoint/flipped_byte.h"

#include <algorithm>
#include <array>

namespace wb::checkpoint {

namespace {

// Takes the last byte, a zero, out of a CRC-32 without inversions: (crc << 8) ^ table[crc >> 24] is what it was before that byte.
constexpr std::array<uint32_t, 256> makeBackTable()
{
    constexpr uint32_t polynomial = 0xEDB88320;
    std::array<uint32_t, 256> out{};
    for (uint32_t byte = 0; byte < out.size(); ++byte) {
        uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? polynomial : 0);
        }
        out[crc >> 24U] = (crc << 8U) ^ byte;  // the top bytes of the forward table are all different
    }
    return out;
}

constexpr std::array<uint32_t, 256> backTable = makeBackTable();

}  // namespace

// CRC-32 is linear: what two texts of one length that differ in one byte have for a difference is that byte's difference, 1 to 255, carried over
// as many bytes as there are from it to the end. Undone byte by byte, it comes back to such a small number where the changed byte may be.
std::vector<uint64_t> flippedByteCandidates(uint32_t expected, uint32_t found, uint64_t bytes, const CancelToken& cancel)
{
    constexpr uint64_t bytesBetweenCancelChecks = 4 << 20;
    std::vector<uint64_t> out;
    uint32_t difference = expected ^ found;
    if (difference == 0) {
        return out;
    }
    for (uint64_t end = bytes; end > 0;) {
        cancel.throwIfCancelled();
        const uint64_t begin = end - std::min(end, bytesBetweenCancelChecks);
        for (; end > begin; --end) {
            difference = (difference << 8U) ^ backTable[difference >> 24U];
            if (difference <= UINT8_MAX) {
                out.push_back(end - 1);
            }
        }
    }
    std::reverse(out.begin(), out.end());
    return out;
}

}  // namespace wb::checkpoint
