#pragma once

#include <QWidget>

#include <array>

class QLabel;

namespace wb::ui {

// "Source › Map › Convert › Verify › Publish", each with the state that it is in.
class StepStrip : public QWidget {
    Q_OBJECT

public:
    enum Step { SourceStep, MapStep, ConvertStep, VerifyStep, PublishStep, StepCount };
    enum class Look { Ahead, Current, Done, Problem };

    explicit StepStrip(QWidget* parent = nullptr);

    void setLooks(const std::array<Look, StepCount>& looks);

private:
    struct Part {
        QLabel* icon = nullptr;
        QLabel* word = nullptr;
    };
    std::array<Part, StepCount> m_parts;
};

}  // namespace wb::ui
