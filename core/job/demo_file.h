#pragma once

#include "core/base/job_context.h"
#include "core/io/output_file.h"
#include "core/job/demo_model.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wb::job {

// The file that a made-up checkpoint is written to, front to back: text as given, tensors as values or, when sparse, as holes that read as zeros.
class DemoFile {
public:
    DemoFile(const std::string& workingPath, uint64_t seed, bool sparse, JobContext& job);

    uint64_t position() const noexcept { return m_file.position(); }
    void write(std::string_view bytes);
    void zeros(uint64_t bytes);
    // Returns the CRC-32 of the values. Throws Cancelled.
    uint32_t tensor(const DemoTensor& tensor);
    void finish();

private:
    io::OutputFile m_file;
    uint64_t m_seed;
    bool m_sparse;
    JobContext& m_job;
    std::vector<std::byte> m_buffer;
};

}  // namespace wb::job
