#include "ui/settings/settings_window.h"

#include "ui/dialogs/settings_dialog.h"
#include "ui/session.h"

namespace wb::ui {

SettingsWindow::SettingsWindow(Session& session, QSettings& settings, QWidget& window)
    : QObject(&window), m_session(session), m_window(window), m_settings(settings, net::processEnvironment())
{
    const auto give = [this] { m_session.usePreferences(m_settings.preferences()); };
    connect(&m_settings, &EffectiveSettings::changed, this, give);
    give();
}

void SettingsWindow::open()
{
    if (!m_dialog) {
        m_dialog = new SettingsDialog(m_session, m_settings, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void SettingsWindow::openAtToken()
{
    open();
    m_dialog->goToToken();
}

}  // namespace wb::ui
