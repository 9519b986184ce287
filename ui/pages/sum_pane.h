#pragma once

#include "ui/worker/background_task.h"

#include "core/job/check_sums.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace wb::ui {

// Holds files against a list of SHA-256 sums, read in the background, and says how it ended. Hidden until there is a list; Escape stops or closes it.
class SumPane : public QFrame {
    Q_OBJECT

public:
    explicit SumPane(QWidget* parent = nullptr);

    // By its name: *.sha256, *.sha256sum, SHA256SUMS.
    static bool isList(const QString& path);
    // `openFile`: that the window shows; may be empty. What was being checked is given up.
    void check(const QString& list, const QString& openFile);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void take(const std::optional<Error>& error, const job::CheckedSums& checked);
    void showEnd(const job::CheckedSums& checked);
    void say(const QString& iconName, const QString& sentence, const QString& hint = {});
    void stopOrClose();

    BackgroundTask m_task;
    QString m_list;
    QLabel* m_icon;
    QLabel* m_sentence;
    QLabel* m_hint;
    QProgressBar* m_progress;
    QPushButton* m_button;
};

}  // namespace wb::ui
