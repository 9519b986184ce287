#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace wb::ui {

// Why nothing moves and when the next try is, with a button to try at once. Hidden while nothing waits.
class WaitingRow : public QFrame {
    Q_OBJECT

public:
    struct Names {
        QString row;
        QString text;
        QString button;
    };

    explicit WaitingRow(const Names& objectNames, QWidget* parent = nullptr);

    void showWaiting(const QString& text);
    void showNothing();

Q_SIGNALS:
    void tryNow();

private:
    QLabel* m_text;
    QPushButton* m_tryNow;
};

}  // namespace wb::ui
