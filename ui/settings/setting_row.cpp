#include "ui/settings/setting_row.h"

#include "ui/languages.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;
using Origin = EffectiveSetting::Origin;

namespace {

QString nameOf(Setting setting)
{
    static const QStringList names{u"sourceFolder"_s, u"resultFolder"_s, u"cacheFolder"_s,  u"endpoint"_s,   u"proxy"_s,
                                   u"noProxy"_s,      u"caFile"_s,       u"connections"_s,  u"speedLimit"_s, u"dtype"_s,
                                   u"shardSize"_s,    u"language"_s,     u"notifications"_s};
    return names.at(static_cast<qsizetype>(setting));
}

QString placeholder(Setting setting)
{
    switch (setting) {
    case Setting::ResultFolder:
        return SettingRow::tr("beside the checkpoint");
    case Setting::Proxy:
        return SettingRow::tr("none; http://host:port");
    case Setting::NoProxy:
        return SettingRow::tr("none");
    case Setting::CaFile:
        return SettingRow::tr("those of the system");
    case Setting::SpeedLimit:
        return SettingRow::tr("no limit; 5MB, 500KiB …");
    default:
        return {};
    }
}

bool isFolder(Setting setting)
{
    return setting == Setting::SourceFolder || setting == Setting::ResultFolder;
}

}  // namespace

QString originText(const EffectiveSetting& setting)
{
    switch (setting.origin) {
    case Origin::Option:
        return SettingRow::tr("given by %1 for this run").arg(setting.variable);
    case Origin::Environment:
        return SettingRow::tr("set by the environment variable %1").arg(setting.variable);
    case Origin::File:
        return SettingRow::tr("from the settings");
    case Origin::Default:
        break;
    }
    return setting.isEditable ? SettingRow::tr("the default") : SettingRow::tr("the default; set by the environment only");
}

QString SettingRow::label(Setting setting)
{
    switch (setting) {
    case Setting::SourceFolder:
        return tr("Fetched sources");
    case Setting::ResultFolder:
        return tr("Model folders");
    case Setting::CacheFolder:
        return tr("Cache of the Hub");
    case Setting::Endpoint:
        return tr("Address of the Hub");
    case Setting::Proxy:
        return tr("Proxy");
    case Setting::NoProxy:
        return tr("Without proxy");
    case Setting::CaFile:
        return tr("Certificates");
    case Setting::Connections:
        return tr("Connections at once");
    case Setting::SpeedLimit:
        return tr("Most bytes a second");
    case Setting::DType:
        return tr("Type of the weights");
    case Setting::ShardSize:
        return tr("Most bytes in a file");
    case Setting::Language:
        return tr("Language");
    case Setting::Notifications:
        break;
    }
    return tr("Notifications");
}

SettingRow::SettingRow(EffectiveSettings& settings, Setting setting, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_setting(setting), m_note(new QLabel(this))
{
    m_note->setObjectName(u"origin-"_s + nameOf(setting));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto* row = new QHBoxLayout;
    makeEditor();
    row->addWidget(editor(), 1);
    if (m_browse != nullptr) {
        row->addWidget(m_browse);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, fontMetrics().height() / 2);
    column->setSpacing(fontMetrics().height() / 6);
    column->addLayout(row);
    column->addWidget(m_note);
    connect(&settings, &EffectiveSettings::changed, this, &SettingRow::showNow);
    showNow();
}

QWidget* SettingRow::editor() const
{
    if (m_box != nullptr) {
        return m_box;
    }
    return m_choice != nullptr ? static_cast<QWidget*>(m_choice) : m_line;
}

void SettingRow::makeEditor()
{
    if (m_setting == Setting::Notifications) {
        m_box = new QCheckBox(tr("When a long job ends or needs you"), this);
        connect(m_box, &QCheckBox::clicked, this, [this](bool on) { take(on ? u"true"_s : u"false"_s); });
    } else if (m_setting == Setting::DType || m_setting == Setting::Language) {
        makeChoice();
    } else {
        makeLine();
    }
    editor()->setObjectName(u"setting-"_s + nameOf(m_setting));
    editor()->setAccessibleName(label(m_setting));
}

QWidget* SettingRow::makeChoice()
{
    m_choice = new QComboBox(this);
    if (m_setting == Setting::DType) {
        m_choice->addItem(tr("as in the file"), u"keep"_s);
        for (const char* type : {"f32", "f16", "bf16"}) {
            m_choice->addItem(QString::fromLatin1(type).toUpper(), QString::fromLatin1(type));
        }
    } else {
        m_choice->addItem(tr("of the system"), QString::fromLatin1(systemLanguage));
        for (const Language& language : languages()) {
            m_choice->addItem(language.name, language.code);
        }
    }
    connect(m_choice, &QComboBox::activated, this, [this] { take(m_choice->currentData().toString()); });
    return m_choice;
}

void SettingRow::makeLine()
{
    m_line = new QLineEdit(this);
    m_line->setPlaceholderText(placeholder(m_setting));
    connect(m_line, &QLineEdit::editingFinished, this, [this] { take(m_line->text()); });
    if (isFolder(m_setting) || m_setting == Setting::CaFile) {
        m_browse = new QPushButton(tr("Browse…"), this);
        m_browse->setObjectName(u"browse-"_s + nameOf(m_setting));
        m_browse->setAccessibleName(tr("Choose: %1").arg(label(m_setting)));
        m_browse->setAutoDefault(false);
        connect(m_browse, &QPushButton::clicked, this, &SettingRow::askForPlace);
    }
}

void SettingRow::take(const QString& text)
{
    const QString value = text.trimmed();
    if (value == m_settings.at(m_setting).value) {
        showNow();
        return;
    }
    if (const QString problem = EffectiveSettings::problem(m_setting, value); !problem.isEmpty()) {
        m_note->setText(u"⚠ "_s + problem);
        editor()->setAccessibleDescription(problem);
        return;
    }
    m_settings.set(m_setting, value);
    showNow();
}

void SettingRow::askForPlace()
{
    auto* dialog = new QFileDialog(this, label(m_setting), m_line->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder(m_setting) ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SettingRow::take);
    dialog->open();
}

void SettingRow::showNow()
{
    const EffectiveSetting now = m_settings.at(m_setting);
    if (m_box != nullptr) {
        m_box->setChecked(now.value == u"true"_s);
        m_box->setEnabled(now.isEditable);
    } else if (m_choice != nullptr) {
        m_choice->setCurrentIndex(std::max(0, m_choice->findData(now.value)));
        m_choice->setEnabled(now.isEditable);
    } else {
        m_line->setText(now.value);
        m_line->setCursorPosition(0);
        m_line->setReadOnly(!now.isEditable);
    }
    if (m_browse != nullptr) {
        m_browse->setEnabled(now.isEditable);
    }
    const QString later = m_setting == Setting::Language && now.isEditable ? tr("; counts from the next start") : QString();
    m_note->setText(originText(now) + later);
    editor()->setAccessibleDescription(m_note->text());
}

}  // namespace wb::ui
