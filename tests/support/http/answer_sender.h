#pragma once

#include "tests/support/http/answer.h"
#include "tests/support/http/channel.h"

#include <cstdint>
#include <utility>

namespace wb::test {

// Is told what an answer does to the server's books.
class SendObserver {
public:
    virtual ~SendObserver() = default;
    virtual void willSend(uint64_t bodyBytes) = 0;  // before the socket has them
    virtual void notSent(uint64_t bodyBytes) = 0;   // those of the last that did not go out
    // Before the last bytes, as the client may ask anew as soon as it has them, or before the connection is closed. May come twice.
    virtual void isEnding() = 0;
};

// Sends one answer, and does with it what the fault wants.
class AnswerSender {
public:
    AnswerSender(Channel& channel, const Fault& fault, uint64_t bytesPerSecond, SendObserver& observer);

    // False when the connection is at its end; it is closed then, unless the stop signal ends it.
    bool send(const Answer& answer);

private:
    enum class Cut { None, Close, Reset, Stall };

    Cut cutBeforeAnswer() const;
    std::pair<uint64_t, Cut> cutWithin(uint64_t bodyBytes) const;  // after so many body bytes; all of them without a cut
    bool sendHead(const Answer& answer);
    bool sendBody(const Answer& answer, uint64_t bytes, bool isEnd);
    bool sendBlock(const Answer& answer, uint64_t offset, std::span<std::byte> block);
    bool end(Cut cut, bool keepsConnection);

    Channel& m_channel;
    const Fault& m_fault;
    const uint64_t m_bytesPerSecond;
    SendObserver& m_observer;
};

}  // namespace wb::test
