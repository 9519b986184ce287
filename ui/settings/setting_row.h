#pragma once

#include "ui/settings/effective_settings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace wb::ui {

// One setting: its value to be changed, or only shown where something else decides, and below it where it comes from or what is wrong with what was
// typed.
class SettingRow : public QWidget {
    Q_OBJECT

public:
    // The settings outlive it.
    SettingRow(EffectiveSettings& settings, Setting setting, QWidget* parent = nullptr);

    // What takes the focus: the buddy of the label.
    QWidget* editor() const;
    static QString label(Setting setting);

private:
    void makeEditor();
    QWidget* makeChoice();
    void makeLine();
    void take(const QString& text);
    void askForPlace();
    void showNow();

    EffectiveSettings& m_settings;
    Setting m_setting;
    QLineEdit* m_line = nullptr;
    QComboBox* m_choice = nullptr;
    QCheckBox* m_box = nullptr;
    QPushButton* m_browse = nullptr;
    QLabel* m_note;
};

// "from the settings", "set by HF_ENDPOINT": where it comes from.
QString originText(const EffectiveSetting& setting);

}  // namespace wb::ui
