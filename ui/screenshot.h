#pragma once

#include "ui/session.h"

#include <QObject>
#include <QString>

class QWidget;

namespace wb::ui {

// Saves a picture of the window once the session has come to rest (at once when no file was asked for).
class Screenshot : public QObject {
    Q_OBJECT

public:
    Screenshot(const Session& session, QWidget& window, QString file, bool waits);

Q_SIGNALS:
    // The program's exit code: that of the error which is shown, or 1 when the picture could not be saved.
    void taken(int exitCode);

private:
    void takeAtRest();
    void take();

    const Session& m_session;
    QWidget& m_window;
    QString m_file;
    bool m_isTaken = false;
};

}  // namespace wb::ui
