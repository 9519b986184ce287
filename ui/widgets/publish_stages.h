#pragma once

#include "ui/session.h"
#include "ui/widgets/step_strip.h"

#include <QWidget>

#include <array>

class QFrame;
class QLabel;
class QPushButton;

namespace wb::ui {

class ElidedLabel;

// Check, send, commit: how far each of them is, and why nothing moves.
class PublishStages : public QWidget {
    Q_OBJECT

public:
    explicit PublishStages(Session& session, QWidget* parent = nullptr);

private:
    struct Row {
        QLabel* icon = nullptr;
        QLabel* word = nullptr;
        ElidedLabel* text = nullptr;
    };

    QWidget* makeWaiting();
    void showStages();
    StepStrip::Look lookOf(PublishStage stage) const;

    Session& m_session;
    std::array<Row, 3> m_rows;
    QFrame* m_waiting;
    QLabel* m_waitingText;
    QPushButton* m_tryNow;
};

}  // namespace wb::ui
