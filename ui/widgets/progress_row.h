#pragma once

#include "core/base/progress.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace wb::ui {

// Says how far something in the background is, with a button to stop it. Hidden while nothing runs.
class ProgressRow : public QWidget {
    Q_OBJECT

public:
    // Its parts are called NAMEText, NAMEBar and NAMEStop.
    explicit ProgressRow(const QString& objectName, QWidget* parent = nullptr);

    // What is done: plain text.
    void begin(const QString& what);
    void showProgress(const Progress::Snapshot& now);  // in bytes

Q_SIGNALS:
    void stopped();

private:
    QString m_what;
    QLabel* m_text;
    QProgressBar* m_bar;
};

}  // namespace wb::ui
