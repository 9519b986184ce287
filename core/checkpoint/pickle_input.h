#pragma once

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/io/buffered_reader.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace wb::checkpoint {

// Where the machine stands: what every error of a pickle names.
struct PickleSite {
    std::string file;
    std::string part;
    uint64_t offset = 0;  // of the opcode at hand, from the start of the file

    Error fault(ErrorCode code, std::string_view problem) const;
    Error overLimit(std::string_view problem, uint64_t limit) const;
};

// The bytes of one pickle stream, opcode by opcode. Every read throws PickleTruncated at the end and holds lengths against Limits.
class PickleInput {
public:
    PickleInput(io::BufferedReader& reader, PickleSite& site, const Limits& limits);

    uint8_t opcode();                 // moves site.offset
    uint64_t number(unsigned bytes);  // little-endian, 1 to 8 bytes
    double bigEndianDouble();
    std::string bytes(uint64_t length);
    std::string line(uint64_t maxBytes);  // without its '\n'
    void beginFrame(uint64_t length);
    void end();  // at STOP: no frame may be open

private:
    io::BufferedReader& m_reader;
    PickleSite& m_site;
    const Limits& m_limits;
    uint64_t m_begin;
    uint64_t m_frameEnd = 0;
};

}  // namespace wb::checkpoint
