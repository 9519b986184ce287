#pragma once

#include "ui/settings/effective_settings.h"

#include <QObject>
#include <QPointer>

namespace wb::ui {

class Session;
class SettingsDialog;

// The settings of a window: gives them to its session, at once and when they change, and shows their dialog.
class SettingsWindow : public QObject {
    Q_OBJECT

public:
    // All outlive it; it is the window's.
    SettingsWindow(Session& session, QSettings& settings, QWidget& window);

    EffectiveSettings& settings() { return m_settings; }
    void open();
    void openAtToken();

private:
    Session& m_session;
    QWidget& m_window;
    EffectiveSettings m_settings;
    QPointer<SettingsDialog> m_dialog;
};

}  // namespace wb::ui
