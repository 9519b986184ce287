#pragma once

#include "core/plan/plan.h"

#include <cstdint>
#include <memory>
#include <string>

namespace wb::convert {

// What an output format puts around the tensors of one file: header, gaps and tail. Knows no disk; the same calls give the same bytes, so
// that a resumed run can hold what lies on disk against them. Called for tensors in order, numbers counting from 0 inside the file.
// A new output format is one frame and one line in makeFrame.
class Frame {
public:
    virtual ~Frame() = default;

    // The bytes between the end of the tensor before (or the start of the file) and this tensor.
    virtual std::string before(uint32_t tensor) = 0;
    // The bytes after the last tensor; once, at the end.
    virtual std::string after() = 0;
    // Whether tensorDone wants the CRC-32 of the bytes that went out (else it gets 0).
    virtual bool needsCrc() const noexcept = 0;
    virtual void tensorDone(uint32_t tensor, uint32_t crc) = 0;
};

// The plan must outlive the frame.
std::unique_ptr<Frame> makeFrame(const plan::Plan& plan, const plan::PlannedFile& file);

}  // namespace wb::convert
