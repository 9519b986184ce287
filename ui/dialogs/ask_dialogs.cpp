#include "ui/dialogs/ask_dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>

#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::AskDialogs)
};

QFileDialog* fileDialog(QWidget* parent, const QString& name, const QString& title, const QString& startFolder, TakeText take)
{
    auto* dialog = new QFileDialog(parent, title, startFolder);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(take));
    return dialog;
}

}  // namespace

void askForCheckpoint(QWidget* parent, const QString& startFolder, TakeText take)
{
    QFileDialog* dialog = fileDialog(parent, u"openDialog"_s, Words::tr("Open a checkpoint"), startFolder, std::move(take));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({Words::tr("Checkpoints (*.torch *.pth *.pt *.bin *.safetensors *.index.json)"),
                            Words::tr("SHA-256 sums (*.sha256 *.sha256sum SHA256SUMS)"), Words::tr("All files (*)")});
    dialog->open();
}

void askForPicture(QWidget* parent, const QString& startFolder, TakeText take)
{
    QFileDialog* dialog = fileDialog(parent, u"pictureDialog"_s, Words::tr("Choose a picture"), startFolder, std::move(take));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({Words::tr("Pictures (*.png *.jpg *.jpeg *.webp)"), Words::tr("All files (*)")});
    dialog->open();
}

void askForFolder(QWidget* parent, const QString& title, const QString& startFolder, TakeText take)
{
    QFileDialog* dialog = fileDialog(parent, u"folderDialog"_s, title, startFolder, std::move(take));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->open();
}

void askForSavePath(QWidget* parent, const QString& title, const QString& path, const QString& filter, TakeText take)
{
    QFileDialog* dialog = fileDialog(parent, u"saveDialog"_s, title, {}, std::move(take));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({filter});
    dialog->selectFile(path);
    dialog->open();
}

void askForOther(QWidget* parent, const QString& startFolder, TakeText take)
{
    QFileDialog* dialog = fileDialog(parent, u"compareFileDialog"_s, Words::tr("Compare with"), startFolder, std::move(take));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({Words::tr("Checkpoints (*.torch *.pth *.pt *.bin *.safetensors *.index.json)"), Words::tr("All files (*)")});
    dialog->open();
}

void askForAddress(QWidget* parent, TakeText take)
{
    auto* dialog = new QInputDialog(parent);
    dialog->setObjectName(u"addressDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("Open an address"));
    dialog->setLabelText(Words::tr("https://… or hf://owner/name/file"));
    dialog->setOkButtonText(Words::tr("Check online"));
    dialog->resize(parent->fontMetrics().averageCharWidth() * 80, dialog->sizeHint().height());
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, [take = std::move(take)](const QString& text) { take(text.trimmed()); });
    dialog->open();
}

}  // namespace wb::ui
