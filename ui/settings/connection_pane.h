#pragma once

#include "ui/worker/background_call.h"

#include "core/job/check_connection.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace wb::ui {

class Session;

// Asks the Hub once, beside whatever runs, and tells what came of it.
class ConnectionPane : public QWidget {
    Q_OBJECT

public:
    // The session outlives it.
    explicit ConnectionPane(Session& session, QWidget* parent = nullptr);

private:
    void ask();
    void stop();
    void say(const QString& text);

    Session& m_session;
    QPushButton* m_test;
    QPushButton* m_cancel;
    QLabel* m_result;
    BackgroundCall m_call;
};

QString connectionText(const job::Connection& connection);

}  // namespace wb::ui
