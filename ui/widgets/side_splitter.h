#pragma once

#include <QSplitter>

namespace wb::ui {

// Two panes beside each other where there is room for both, else one above the other.
class SideSplitter : public QSplitter {
    Q_OBJECT

public:
    explicit SideSplitter(QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
};

}  // namespace wb::ui
