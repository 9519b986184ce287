#pragma once

#include "ui/worker/background_call.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace wb::ui {

class Session;

// The environment for a report of a problem, to be copied.
class EnvironmentDialog : public QDialog {
    Q_OBJECT

public:
    // The session outlives it.
    explicit EnvironmentDialog(Session& session, QWidget* parent = nullptr);

private:
    QPlainTextEdit* m_text;
    QPushButton* m_copy;
    BackgroundCall m_call;
};

// Over the window, and gone once closed.
void openEnvironmentReport(Session& session, QWidget* window);

// What only the window knows: Qt, its platform, style and screens, one fact a line.
QString windowDiagnosis();

}  // namespace wb::ui
