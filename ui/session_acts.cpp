// What may be done in each state.
#include "ui/session.h"

namespace wb::ui {

Session::BlockedBy Session::blockedBy() const
{
    if (m_state != State::Blocked || !m_error || !m_plan) {
        return BlockedBy::Nothing;
    }
    switch (m_error->code()) {
    case ErrorCode::MapIncomplete:
        return BlockedBy::Map;
    case ErrorCode::NotEnoughSpace:
    case ErrorCode::NotEnoughMemory:
        return BlockedBy::Room;
    default:
        return BlockedBy::Refused;
    }
}

bool Session::isRunning() const
{
    return m_state == State::Downloading || m_state == State::Converting || m_state == State::Verifying || m_state == State::Comparing ||
           m_state == State::Publishing;
}

bool Session::canPause() const
{
    const bool goesOnLater = m_state == State::Publishing ? m_publishing.act == Publishing::Act::Sending : m_state != State::Comparing;
    return isRunning() && goesOnLater && !m_stopping;
}

Session::NextAct Session::nextAct() const
{
    switch (m_state) {
    case State::Empty:
        return NextAct::Open;
    case State::Planned:
    case State::Cancelled:
        if (isRemote()) {
            return m_published->way == job::Way::Keep ? NextAct::Download : NextAct::ConvertStreamed;
        }
        return NextAct::Convert;
    case State::Paused:
        return NextAct::Resume;
    case State::Done:
        if (canCompare() && !m_parity) {
            return NextAct::Compare;
        }
        return canPublish() && !m_publishing.publication ? NextAct::Publish : NextAct::OpenFolder;
    case State::Failed:
        if (isWholeOnly()) {
            return NextAct::Download;
        }
        return hasSource() ? NextAct::TryAgain : NextAct::Open;
    case State::Blocked:
        return blockedBy() == BlockedBy::Room ? NextAct::TryAgain : NextAct::Nothing;
    case State::Inspecting:
    case State::Downloading:
    case State::Converting:
    case State::Verifying:
    case State::Comparing:
    case State::Publishing:
        break;
    }
    return NextAct::Nothing;
}

bool Session::canCompare() const
{
    return m_state == State::Done && m_outcome && !m_sourcePath.isEmpty() && !m_shuttingDown && !helperProblem();
}

bool Session::canLookAgain() const
{
    return hasSource() && isEditable() && !m_outcome && !isPublishing() && m_state != State::Inspecting && m_state != State::Paused;
}

bool Session::canChooseWay() const
{
    return isRemote() && isEditable() && m_state != State::Done && (m_published->choice || isWholeOnly());
}

}  // namespace wb::ui
