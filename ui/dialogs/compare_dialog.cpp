#include "ui/dialogs/compare_dialog.h"

#include "ui/dialogs/ask_dialogs.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

CompareDialog::CompareDialog(const QStringList& recent, const QString& startFolder, QWidget* parent) : QDialog(parent), m_other(new QComboBox(this))
{
    setObjectName(u"compareDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare with"));
    m_other->setObjectName(u"compareOther"_s);
    m_other->setEditable(true);
    m_other->setInsertPolicy(QComboBox::NoInsert);
    m_other->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_other->setMinimumContentsLength(60);
    m_other->addItems(recent);
    m_other->setCompleter(nullptr);  // Return takes what is typed
    m_other->setCurrentIndex(-1);
    m_other->lineEdit()->setPlaceholderText(tr("Path, https://…, hf://owner/name/file or the name of a model"));
    auto* label = new QLabel(tr("&The other checkpoint or model folder:"), this);
    label->setBuddy(m_other);
    auto* file = new QPushButton(tr("&File…"), this);
    file->setObjectName(u"compareFile"_s);
    auto* folder = new QPushButton(tr("F&older…"), this);
    folder->setObjectName(u"compareFolder"_s);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton* compare = buttons->button(QDialogButtonBox::Ok);
    compare->setObjectName(u"compareStart"_s);
    compare->setText(tr("Compare"));
    compare->setEnabled(false);
    for (QPushButton* button : {file, folder}) {
        button->setAutoDefault(false);
    }
    auto* row = new QHBoxLayout;
    row->addWidget(m_other, 1);
    row->addWidget(file);
    row->addWidget(folder);
    auto* column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(buttons);
    const auto take = [this](const QString& path) { m_other->setEditText(path); };
    connect(file, &QPushButton::clicked, this, [this, startFolder, take] { askForOther(this, startFolder, take); });
    connect(folder, &QPushButton::clicked, this, [this, startFolder, take] { askForFolder(this, tr("Compare with a folder"), startFolder, take); });
    connect(m_other, &QComboBox::editTextChanged, compare, [this, compare] { compare->setEnabled(!other().isEmpty()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(other());
        accept();
    });
    m_other->setFocus();
}

QString CompareDialog::other() const
{
    return m_other->currentText().trimmed();
}

}  // namespace wb::ui
