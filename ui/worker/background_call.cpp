#include "ui/worker/background_call.h"

#include <atomic>
#include <thread>
#include <utility>

namespace wb::ui {

namespace {

constexpr int pollMilliseconds = 30;

}  // namespace

struct BackgroundCall::State {
    CancelToken cancel;
    Progress progress;
    Log log;
    Answer answer;
    std::atomic<bool> isDone = false;
};

BackgroundCall::BackgroundCall(QObject* parent) : QObject(parent)
{
    m_poll.setInterval(pollMilliseconds);
    connect(&m_poll, &QTimer::timeout, this, &BackgroundCall::take);
}

BackgroundCall::~BackgroundCall()
{
    cancel();
}

void BackgroundCall::ask(Question question)
{
    cancel();
    m_state = std::make_shared<State>();
    std::thread([state = m_state, question = std::move(question)] {
        JobContext job{state->cancel, state->progress, state->log};
        try {
            state->answer = question(job);
        } catch (const Cancelled&) {
            state->answer = {};
        }
        state->isDone = true;
    }).detach();
    m_poll.start();
}

void BackgroundCall::cancel()
{
    m_poll.stop();
    if (m_state) {
        m_state->cancel.cancel();
        m_state.reset();
    }
}

void BackgroundCall::take()
{
    if (m_state && m_state->isDone) {
        m_poll.stop();
        const Answer answer = std::exchange(m_state, nullptr)->answer;
        if (answer) {
            answer();
        }
    }
}

}  // namespace wb::ui
