#pragma once

#include "core/convert/frame.h"

namespace wb::convert {

// Length, JSON header, then the tensors without gaps.
class SafetensorsFrame final : public Frame {
public:
    explicit SafetensorsFrame(const plan::PlannedFile& file) : m_file(file) {}

    std::string before(uint32_t tensor) override { return tensor == 0 ? m_file.head : std::string(); }
    std::string after() override { return m_file.tensorCount == 0 ? m_file.head : std::string(); }
    bool needsCrc() const noexcept override { return false; }
    void tensorDone(uint32_t, uint32_t) override {}

private:
    const plan::PlannedFile& m_file;
};

}  // namespace wb::convert
