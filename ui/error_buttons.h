#pragma once

#include "ui/error_acts.h"

#include <QObject>

namespace wb::ui {

class Banner;
class Session;

// The buttons beside an error: puts those that help into the banner, and carries out what the session can do; what another page or a dialog does is
// asked for by a signal.
class ErrorButtons : public QObject {
    Q_OBJECT

public:
    // Both outlive it.
    ErrorButtons(Session& session, Banner& banner, QObject* parent = nullptr);

    // For the error that the banner shows now, with its text; no error: no buttons.
    void show(const std::optional<Error>& error);

Q_SIGNALS:
    void fileWanted();
    void folderWanted();
    void modelWanted();
    void mapWanted();
    void settingsWanted();
    void publishingWanted();
    void publishCheckWanted();
    void tokenWanted();
    void verificationWanted();

private:
    void carryOut(ErrorAct act);
    void carryOutInSession(ErrorAct act);
    void openOutside(ErrorAct act);
    void copyDetails();
    void keepOldBytes();

    Session& m_session;
    Banner& m_banner;
    std::optional<Error> m_error;
};

}  // namespace wb::ui
