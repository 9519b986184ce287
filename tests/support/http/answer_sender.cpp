#include "tests/support/http/answer_sender.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <vector>

namespace wb::test {

namespace {

constexpr uint64_t blockBytes = 256 << 10;
constexpr uint64_t blocksPerSecond = 20;  // of an answer with a limited rate

// Tells when so many bytes may have gone out. A rate of 0 is none.
class Pace {
public:
    explicit Pace(uint64_t bytesPerSecond) : m_bytesPerSecond(bytesPerSecond), m_begin(Clock::now()) {}

    uint64_t blockBytesAtMost() const
    {
        return m_bytesPerSecond == 0 ? blockBytes : std::clamp<uint64_t>(m_bytesPerSecond / blocksPerSecond, 1, blockBytes);
    }
    std::chrono::nanoseconds timeUntil(uint64_t bytes) const
    {
        if (m_bytesPerSecond == 0) {
            return {};
        }
        const std::chrono::duration<double> due(static_cast<double>(bytes) / static_cast<double>(m_bytesPerSecond));
        return std::chrono::duration_cast<std::chrono::nanoseconds>(due) - (Clock::now() - m_begin);
    }

private:
    using Clock = std::chrono::steady_clock;
    uint64_t m_bytesPerSecond;
    Clock::time_point m_begin;
};

std::string chunkSize(size_t bytes)
{
    std::array<char, 24> text{};
    const int length = std::snprintf(text.data(), text.size(), "%zx\r\n", bytes);
    return {text.data(), static_cast<size_t>(length)};
}

void flip(const std::vector<uint64_t>& flips, uint64_t offset, std::span<std::byte> block)
{
    for (const uint64_t place : flips) {
        if (place >= offset && place - offset < block.size()) {
            block[static_cast<size_t>(place - offset)] ^= std::byte{0x20};
        }
    }
}

}  // namespace

AnswerSender::AnswerSender(Channel& channel, const Fault& fault, uint64_t bytesPerSecond, SendObserver& observer)
    : m_channel(channel), m_fault(fault), m_bytesPerSecond(fault.bytesPerSecond.value_or(bytesPerSecond)), m_observer(observer)
{}

AnswerSender::Cut AnswerSender::cutBeforeAnswer() const
{
    if (m_fault.resetBeforeAnswer) {
        return Cut::Reset;
    }
    if (m_fault.stallBeforeAnswer) {
        return Cut::Stall;
    }
    return m_fault.closeBeforeAnswer ? Cut::Close : Cut::None;
}

std::pair<uint64_t, AnswerSender::Cut> AnswerSender::cutWithin(uint64_t bodyBytes) const
{
    std::pair first(bodyBytes, Cut::None);
    for (const auto& [after, kind] :
         {std::pair(m_fault.closeAfter, Cut::Close), std::pair(m_fault.resetAfter, Cut::Reset), std::pair(m_fault.stallAfter, Cut::Stall)}) {
        if (after && (*after < first.first || (*after == first.first && first.second == Cut::None))) {
            first = {*after, kind};
        }
    }
    return first;
}

bool AnswerSender::send(const Answer& answer)
{
    if (const Cut early = cutBeforeAnswer(); early != Cut::None) {
        return end(early, false);
    }
    const auto [bytes, cut] = cutWithin(answer.bytes);
    const bool isEnd = cut != Cut::Stall;
    if (bytes == 0 && isEnd) {
        m_observer.isEnding();
    }
    const bool isWhole = sendHead(answer) && sendBody(answer, bytes, isEnd);
    if (isWhole && cut == Cut::None && answer.isChunked) {
        m_channel.write("0\r\n\r\n");
    }
    return end(cut, isWhole && answer.keepsConnection);
}

bool AnswerSender::sendHead(const Answer& answer)
{
    std::string head;
    for (int i = 0; i < m_fault.continues; ++i) {
        head += "HTTP/1.1 100 Continue\r\n\r\n";
    }
    head += answer.head;
    const Pace pace(m_fault.headBytesPerSecond.value_or(0));
    uint64_t sent = 0;
    while (sent < head.size()) {
        const std::string_view block = std::string_view(head).substr(static_cast<size_t>(sent), static_cast<size_t>(pace.blockBytesAtMost()));
        sent += block.size();
        if (!m_channel.write(block) || !m_channel.wait(pace.timeUntil(sent))) {
            return false;
        }
    }
    return true;
}

bool AnswerSender::sendBody(const Answer& answer, uint64_t bytes, bool isEnd)
{
    const Pace pace(m_bytesPerSecond);
    std::vector<std::byte> buffer(static_cast<size_t>(std::min(bytes, pace.blockBytesAtMost())));
    for (uint64_t sent = 0; sent < bytes;) {
        const auto block = std::span(buffer).first(static_cast<size_t>(std::min<uint64_t>(buffer.size(), bytes - sent)));
        const uint64_t offset = answer.begin + sent;
        sent += block.size();
        if (!m_channel.wait(pace.timeUntil(sent))) {
            return false;
        }
        if (sent == bytes && isEnd) {
            m_observer.isEnding();
        }
        if (!sendBlock(answer, offset, block)) {
            return false;
        }
    }
    return true;
}

bool AnswerSender::sendBlock(const Answer& answer, uint64_t offset, std::span<std::byte> block)
{
    answer.content.read(offset, block);
    flip(m_fault.flips, offset, block);
    if (answer.isChunked && !m_channel.write(chunkSize(block.size()))) {
        return false;
    }
    m_observer.willSend(block.size());
    const size_t sent = m_channel.write(block);
    m_observer.notSent(block.size() - sent);
    return sent == block.size() && (!answer.isChunked || m_channel.write("\r\n"));
}

bool AnswerSender::end(Cut cut, bool keepsConnection)
{
    if (cut == Cut::Stall) {
        m_channel.waitUntilPeerCloses();
    }
    m_observer.isEnding();
    if (cut == Cut::Reset) {
        m_channel.reset();
        return false;
    }
    if (cut == Cut::None && keepsConnection && !m_fault.tlsCloseWithoutNotify) {
        return true;
    }
    m_channel.close(!m_fault.tlsCloseWithoutNotify);
    return false;
}

}  // namespace wb::test
