#include "ui/dialogs/guide_dialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

QString section(const QString& title, const QString& text)
{
    return u"<h3>"_s + title.toHtmlEscaped() + u"</h3><p>"_s + text.toHtmlEscaped() + u"</p>"_s;
}

}  // namespace

GuideDialog::GuideDialog(QWidget* parent) : QDialog(parent)
{
    setObjectName(u"guideDialog"_s);
    setWindowTitle(tr("Weightbridge help"));
    auto* text = new QTextBrowser(this);
    text->setObjectName(u"guideText"_s);
    text->setAccessibleName(tr("Help"));
    text->setHtml(
        section(tr("1 Source"),
                tr("Open a checkpoint, drop it on the window, paste its address, or pick a published model on the left. Only what describes "
                   "the tensors is read, and nothing in the file is executed.")) +
        section(tr("2 Map"),
                tr("Every key of the file and the key of the model that it becomes. The buttons above the table count each status and show "
                   "those rows alone. F8 goes to the next problem: a key without a place, or a place without a key.")) +
        section(tr("3 Convert"),
                tr("Choose the output folder and the format. Conversion copies bytes under new names in constant memory. It can be paused, "
                   "and goes on where it stopped, after a power cut too.")) +
        section(tr("4 Verify"),
                tr("Each byte written is read again and compared. With the helper weightbridge-torch both networks are run on the same "
                   "input as well, and their outputs compared layer by layer.")) +
        section(tr("5 Publish"),
                tr("Name the repository, read the model card, check, then send. Nothing is sent before you say so, and all of it becomes "
                   "visible by one commit.")) +
        section(tr("First time here?"), tr("The demo in this menu makes a small checkpoint with one wrong key, and needs no network.")));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(text, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 32);
}

}  // namespace wb::ui
