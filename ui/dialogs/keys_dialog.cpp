#include "ui/dialogs/keys_dialog.h"

#include "ui/widgets/roomy_delegate.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

// "Open file" of "&Open file…".
QString plainText(const QAction& action)
{
    QString text = action.text();
    text.replace(u"&&"_s, QString(QChar::Null)).remove(u'&').replace(QChar::Null, u'&');
    return text;
}

void listActions(const QMenu& menu, const QString& place, QTreeWidget& list)
{
    for (const QAction* action : menu.actions()) {
        if (action->menu() != nullptr) {
            listActions(*action->menu(), place + u" › "_s + plainText(*action), list);
        } else if (!action->shortcut().isEmpty()) {
            const QString keys = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
            new QTreeWidgetItem(&list, {plainText(*action), keys, place});
        }
    }
}

}  // namespace

KeysDialog::KeysDialog(const QMenuBar& menus, QWidget* parent) : QDialog(parent), m_filter(new QLineEdit(this)), m_list(new QTreeWidget(this))
{
    setObjectName(u"keysDialog"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    m_filter->setObjectName(u"keysFilter"_s);
    m_filter->setAccessibleName(tr("Search"));
    m_filter->setPlaceholderText(tr("Search"));
    m_filter->setClearButtonEnabled(true);
    m_list->setObjectName(u"keysList"_s);
    m_list->setAccessibleName(tr("Keyboard shortcuts"));
    m_list->setHeaderLabels({tr("What it does"), tr("Keys"), tr("Menu")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    for (const QAction* action : menus.actions()) {
        if (action->menu() != nullptr) {
            listActions(*action->menu(), plainText(*action), *m_list);
        }
    }
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    connect(m_filter, &QLineEdit::textChanged, this, &KeysDialog::filter);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 36);
}

// Those that have every word, in any column.
void KeysDialog::filter(const QString& words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        const QString text = item->text(0) + u' ' + item->text(1) + u' ' + item->text(2);
        bool hasAll = true;
        for (const QString& word : wanted) {
            hasAll = hasAll && text.contains(word, Qt::CaseInsensitive);
        }
        item->setHidden(!hasAll);
    }
}

}  // namespace wb::ui
