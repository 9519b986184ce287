#include "ui/dialogs/settings_dialog.h"

#include "ui/pages/token_pane.h"
#include "ui/session.h"
#include "ui/settings/connection_pane.h"
#include "ui/settings/setting_row.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

SettingsDialog::SettingsDialog(Session& session, EffectiveSettings& settings, QWidget* parent)
    : QDialog(parent), m_session(session), m_settings(settings), m_pages(new QTabWidget(this))
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    m_pages->setObjectName(u"settingsPages"_s);
    m_pages->setAccessibleName(tr("Groups of settings"));
    m_pages->addTab(makePage({Setting::SourceFolder, Setting::ResultFolder, Setting::CacheFolder}), tr("&Folders"));
    m_pages->addTab(makePage({Setting::Endpoint, Setting::Proxy, Setting::NoProxy, Setting::CaFile, Setting::Connections, Setting::SpeedLimit},
                             new ConnectionPane(session, this)),
                    tr("&Network"));
    m_pages->addTab(makePage({Setting::DType, Setting::ShardSize}), tr("&Conversion"));
    m_pages->addTab(makePage({Setting::Language, Setting::Notifications}), tr("&Window"));
    m_pages->addTab(makeTokenPage(), tr("T&oken"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_pages, 1);
    column->addWidget(makeButtons());
    resize(fontMetrics().averageCharWidth() * 96, sizeHint().height());
}

QWidget* SettingsDialog::makePage(std::initializer_list<Setting> settings, QWidget* below)
{
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const Setting setting : settings) {
        auto* row = new SettingRow(m_settings, setting, page);
        auto* label = new QLabel(SettingRow::label(setting), page);
        label->setBuddy(row->editor());
        form->addRow(label, row);
    }
    if (below != nullptr) {
        form->addRow(below);
    }
    return page;
}

QWidget* SettingsDialog::makeTokenPage()
{
    auto* page = new QWidget(this);
    auto* text =
        new QLabel(tr("The token of the Hub is only needed to publish, and for files that not everybody may read. It is kept in the keychain of this "
                      "desktop and is never shown."),
                   page);
    text->setWordWrap(true);
    m_token = new TokenPane(m_session, page);
    m_token->takeAlways();
    auto* forget = new QPushButton(tr("&Log out"), page);
    forget->setObjectName(u"forgetTokenButton"_s);
    forget->setAccessibleName(tr("Log out: remove the token from the keychain"));
    forget->setAutoDefault(false);
    connect(forget, &QPushButton::clicked, &m_session, &Session::forgetToken);
    const auto showState = [this, forget] {
        const auto& token = m_session.token();
        forget->setEnabled(m_session.canAskToken() && token && token->source == job::TokenStatus::Source::Keychain);
    };
    connect(&m_session, &Session::stateChanged, forget, showState);
    showState();
    auto* column = new QVBoxLayout(page);
    column->addWidget(text);
    column->addWidget(m_token);
    column->addWidget(forget, 0, Qt::AlignLeft);
    column->addStretch(1);
    // Asking costs a request: only where it is looked at.
    connect(m_pages, &QTabWidget::currentChanged, page, [this, page] {
        if (m_pages->currentWidget() == page) {
            m_session.askToken();
        }
    });
    return page;
}

QWidget* SettingsDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close | QDialogButtonBox::RestoreDefaults, this);
    QPushButton* restore = buttons->button(QDialogButtonBox::RestoreDefaults);
    restore->setText(tr("&Restore defaults"));
    restore->setObjectName(u"restoreDefaultsButton"_s);
    for (QAbstractButton* button : buttons->buttons()) {
        static_cast<QPushButton*>(button)->setAutoDefault(false);
    }
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeSettingsButton"_s);
    connect(restore, &QPushButton::clicked, &m_settings, &EffectiveSettings::restoreDefaults);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void SettingsDialog::goToToken()
{
    m_pages->setCurrentIndex(m_pages->count() - 1);
    if (auto* edit = m_token->findChild<QLineEdit*>(u"tokenEdit"_s)) {
        edit->setFocus(Qt::OtherFocusReason);
    }
}

}  // namespace wb::ui
