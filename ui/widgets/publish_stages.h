#pragma once

#include "ui/session.h"
#include "ui/widgets/step_strip.h"

#include <QWidget>

#include <array>

class QLabel;

namespace wb::ui {

class ElidedLabel;
class WaitingRow;

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

    void showStages();
    StepStrip::Look lookOf(PublishStage stage) const;

    Session& m_session;
    std::array<Row, 3> m_rows;
    WaitingRow* m_waiting;
};

}  // namespace wb::ui
