#pragma once

#include <QWidget>

#include <array>

class QAction;
class QToolButton;

namespace wb::ui {

// "Source › Map › Convert › Verify › Publish", each with the state that it is in: a button for the act that goes there.
class StepStrip : public QWidget {
    Q_OBJECT

public:
    enum Step { SourceStep, MapStep, ConvertStep, VerifyStep, PublishStep, StepCount };
    enum class Look { Ahead, Current, Done, Problem };

    // One act for each step, in their order.
    explicit StepStrip(const std::array<QAction*, StepCount>& acts, QWidget* parent = nullptr);

    void setLooks(const std::array<Look, StepCount>& looks);

private:
    std::array<QAction*, StepCount> m_acts;
    std::array<QToolButton*, StepCount> m_buttons;
};

}  // namespace wb::ui
