#pragma once

#include <QObject>

class QWidget;

namespace wb::gui {

// For `./dev bench --ui`: with WEIGHTBRIDGE_FIRST_PAINT set, prints the steady clock's nanoseconds when the window has been painted first, and ends
// the program. Without it, does nothing.
class FirstPaint : public QObject {
public:
    explicit FirstPaint(QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace wb::gui
