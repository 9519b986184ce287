#include "ui/demo.h"

#include "ui/error_sentences.h"
#include "ui/format.h"

#include "core/job/broken_demo.h"

#include <QDir>
#include <QTemporaryDir>
#include <QThread>

namespace wb::ui {

using namespace Qt::StringLiterals;
using State = Session::State;

namespace {

std::optional<Error> write(const QString& path, const CancelToken& cancel)
{
    Progress progress;
    Log log;
    JobContext job{cancel, progress, log};
    try {
        job::makeBrokenDemo(pathBytes(path), job);
    } catch (const Error& error) {
        return error;
    } catch (const Cancelled&) {  // whoever asked for it has gone
    }
    return std::nullopt;
}

}  // namespace

Demo::Demo(Session& session, QObject* parent) : QObject(parent), m_session(session) {}

Demo::~Demo()
{
    m_cancel.cancel();
    if (m_thread) {
        m_thread->wait();  // milliseconds: the file is small
    }
}

void Demo::start()
{
    if (m_thread || !m_session.isEditable()) {
        return;
    }
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/weightbridge-demo-XXXXXX"_s);
    const QString path = m_folder->filePath(u"demo.torch"_s);
    m_thread.reset(QThread::create([this, path] {
        const std::optional<Error> error = write(path, m_cancel);
        QMetaObject::invokeMethod(
            this, [this, path, error] { take(path, error); }, Qt::QueuedConnection);
    }));
    m_thread->start();
}

void Demo::take(const QString& path, const std::optional<Error>& error)
{
    m_thread->wait();
    m_thread.reset();
    if (error) {
        const ErrorText text = describe(*error);
        Q_EMIT failed({Banner::Kind::Error, text.sentence, text.hint, text.details});
    } else {
        Q_EMIT made(path);
    }
}

std::optional<WindowMessage> Demo::message() const
{
    if (!m_folder || m_session.sourcePath() != m_folder->filePath(u"demo.torch"_s) || m_session.isShuttingDown()) {
        return std::nullopt;
    }
    switch (m_session.state()) {
    case State::Blocked:
        if (m_session.blockedBy() != Session::BlockedBy::Map) {
            return std::nullopt;
        }
        return WindowMessage{Banner::Kind::Information,
                             tr("This made-up checkpoint has one key that no rule knows."),
                             tr("Go to it with F8, accept the place that is suggested, then convert."),
                             {},
                             m_session.error()};
    case State::Planned:
        return WindowMessage{Banner::Kind::Information,
                             tr("Every key has a place now."),
                             tr("Convert the checkpoint with the button below, or with Ctrl+Return."),
                             {}};
    case State::Done:
        if (m_session.publishing().error || m_session.error() || m_session.parity()) {
            return std::nullopt;
        }
        return WindowMessage{Banner::Kind::Information,
                             tr("The model folder is written, and every byte of it is proved."),
                             tr("Go on to Verify to compare what both networks compute, or look at Publish: nothing is sent before you say so."),
                             {}};
    default:
        return std::nullopt;
    }
}

}  // namespace wb::ui
