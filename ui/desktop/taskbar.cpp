#include "ui/desktop/taskbar.h"

#include <QDBusMessage>
#include <QGuiApplication>
#include <QVariantMap>

#include <algorithm>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

void Taskbar::show(std::optional<double> share)
{
    const int percent = share ? static_cast<int>(*share * 100) : -1;
    if (!m_bus || std::exchange(m_percent, percent) == percent) {
        return;
    }
    QDBusMessage message = QDBusMessage::createSignal(u"/com/weightbridge/launcher"_s, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    message << u"application://%1.desktop"_s.arg(QGuiApplication::desktopFileName())
            << QVariantMap{{u"progress"_s, std::max(percent, 0) / 100.0}, {u"progress-visible"_s, percent >= 0}};
    m_bus->send(message);
}

}  // namespace wb::ui
