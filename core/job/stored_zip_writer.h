#pragma once

#include "core/job/demo_file.h"
#include "core/plan/zip_pieces.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wb::job {

// Torch zip archive (plan/zip_pieces.h) of members under one top folder, written in one pass.
class StoredZipWriter {
public:
    StoredZipWriter(DemoFile& file, std::string folder) : m_file(file), m_folder(std::move(folder)) {}

    void text(std::string_view name, std::string_view bytes);
    void tensor(std::string_view name, const DemoTensor& tensor);
    // Central directory and end records; finishes the file.
    void finish();

private:
    plan::StoredMember begin(std::string_view name, uint64_t bytes);
    void end(plan::StoredMember member);

    DemoFile& m_file;
    std::string m_folder;
    std::vector<plan::StoredMember> m_members;
};

}  // namespace wb::job
