#pragma once

#include "core/convert/frame.h"
#include "core/plan/pth_layout.h"

#include <span>
#include <vector>

namespace wb::convert {

// The zip around the tensors of a .pth file, as plan/pth_layout.h lays it out; keeps the CRC-32 of each tensor for the directory at the end.
class PthFrame final : public Frame {
public:
    PthFrame(const plan::Plan& plan, const plan::PlannedFile& file)
        : m_file(file), m_tensors(std::span(plan.tensors).subspan(file.firstTensor, file.tensorCount)), m_crcs(file.tensorCount)
    {}

    std::string before(uint32_t tensor) override { return plan::pthBefore(m_file, m_tensors, tensor, tensor == 0 ? 0 : m_crcs[tensor - 1]); }
    std::string after() override { return plan::pthAfter(m_file, m_tensors, m_crcs); }
    bool needsCrc() const noexcept override { return true; }
    void tensorDone(uint32_t tensor, uint32_t crc) override { m_crcs[tensor] = crc; }

private:
    const plan::PlannedFile& m_file;
    std::span<const plan::PlannedTensor> m_tensors;
    std::vector<uint32_t> m_crcs;
};

}  // namespace wb::convert
