#include "app/gui/first_paint.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <cstdio>

namespace wb::gui {

FirstPaint::FirstPaint(QWidget& window) : QObject(&window)
{
    if (qEnvironmentVariableIsSet("WEIGHTBRIDGE_FIRST_PAINT")) {
        window.installEventFilter(this);
    }
}

bool FirstPaint::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // All widgets of the window are painted by the time the event loop goes on.
        QTimer::singleShot(0, this, [] {
            std::printf("%lld\n", static_cast<long long>(std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1)));
            QCoreApplication::quit();
        });
    }
    return false;
}

}  // namespace wb::gui
