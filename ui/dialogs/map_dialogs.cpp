#include "ui/dialogs/map_dialogs.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>

#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::MapDialogs)
};

QFileDialog* mapDialog(QWidget* parent, const QString& name, const QString& title, TakeText take)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({Words::tr("Key maps (*.keymap.json)"), Words::tr("All files (*)")});
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(take));
    return dialog;
}

}  // namespace

void askForMap(QWidget* parent, const QString& startFolder, TakeText take)
{
    QFileDialog* dialog = mapDialog(parent, u"loadMapDialog"_s, Words::tr("Load a key map"), std::move(take));
    dialog->setDirectory(startFolder);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->open();
}

void askWhereToSaveMap(QWidget* parent, const QString& proposal, TakeText take)
{
    QFileDialog* dialog = mapDialog(parent, u"saveMapDialog"_s, Words::tr("Save the key map"), std::move(take));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"keymap.json"_s);
    dialog->selectFile(proposal);
    dialog->open();
}

void askAboutUnsavedMap(QWidget* parent, std::function<void(UnsavedAnswer)> take)
{
    auto* box = new QMessageBox(QMessageBox::Question, Words::tr("Unsaved edits"), Words::tr("Save the edits of the key map?"),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent);
    box->setObjectName(u"unsavedDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(Words::tr("Without saving they are lost when the file is closed."));
    box->setDefaultButton(QMessageBox::Save);
    QObject::connect(box, &QMessageBox::finished, parent, [take = std::move(take)](int button) {
        take(button == QMessageBox::Save ? UnsavedAnswer::Save : button == QMessageBox::Discard ? UnsavedAnswer::Discard : UnsavedAnswer::Cancel);
    });
    box->open();
}

}  // namespace wb::ui
