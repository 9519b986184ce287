#pragma once

#include "core/job/demo_file.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wb::job {

// Zip archive of stored members under one top folder, written in one pass: sizes and CRC-32 come in data descriptors and in the central
// directory. Data at 64-byte alignment by an extra field "FB", as torch has it; zip64 where a number needs it (PKWARE APPNOTE 6.3).
class StoredZipWriter {
public:
    StoredZipWriter(DemoFile& file, std::string folder) : m_file(file), m_folder(std::move(folder)) {}

    void text(std::string_view name, std::string_view bytes);
    void tensor(std::string_view name, const DemoTensor& tensor);
    // Central directory and end records; finishes the file.
    void finish();

private:
    struct Member {
        std::string name;
        uint64_t localHeader = 0;
        uint64_t bytes = 0;
        uint32_t crc = 0;
    };

    Member begin(std::string_view name, uint64_t bytes);
    void end(Member member);

    DemoFile& m_file;
    std::string m_folder;
    std::vector<Member> m_members;
};

}  // namespace wb::job
