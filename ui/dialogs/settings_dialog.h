#pragma once

#include "ui/settings/effective_settings.h"

#include <QDialog>

#include <initializer_list>

class QTabWidget;

namespace wb::ui {

class Session;
class TokenPane;

// Every setting with where it comes from. What is changed counts at once, for the next act; the dialog stays open beside the work.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    // Both outlive it.
    SettingsDialog(Session& session, EffectiveSettings& settings, QWidget* parent = nullptr);

    // With the cursor where a token is pasted.
    void goToToken();

private:
    QWidget* makePage(std::initializer_list<Setting> settings, QWidget* below = nullptr);
    QWidget* makeTokenPage();
    QWidget* makeButtons();

    Session& m_session;
    EffectiveSettings& m_settings;
    QTabWidget* m_pages;
    TokenPane* m_token = nullptr;
};

}  // namespace wb::ui
