#pragma once

#include "ui/window_message.h"

#include "core/base/cancel.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class QTemporaryDir;
class QThread;

namespace wb::ui {

// The checkpoint of the first run, with one key to be mended: made on a thread of its own in a temporary folder that goes with the program, then
// opened.
class Demo : public QObject {
    Q_OBJECT

public:
    // `session` outlives it.
    explicit Demo(Session& session, QObject* parent = nullptr);
    ~Demo() override;

    // Ignored while it is being made, and while the session works.
    void start();
    // What to do next with it; empty where it is not what is open, or where the session has something else to say.
    std::optional<WindowMessage> message() const;

Q_SIGNALS:
    void made(const QString& path);
    // It could not be written, and why.
    void failed(const wb::ui::WindowMessage& message);

private:
    void take(const QString& path, const std::optional<Error>& error);

    Session& m_session;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QThread> m_thread;  // while it is being made
    CancelToken m_cancel;
};

}  // namespace wb::ui
