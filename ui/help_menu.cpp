#include "ui/help_menu.h"

#include "ui/dialogs/guide_dialog.h"
#include "ui/dialogs/keys_dialog.h"
#include "ui/format.h"
#include "ui/window_actions.h"

#include "core/base/version.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::HelpMenu)
};

// One of each kind; a second call brings it to the front.
template <typename Make> void showWhen(const QAction* action, Make make)
{
    QObject::connect(action, &QAction::triggered, action, [make, dialog = QPointer<QDialog>()]() mutable {
        if (!dialog) {
            dialog = make();
            dialog->setAttribute(Qt::WA_DeleteOnClose);
        }
        dialog->show();
        dialog->raise();
        dialog->activateWindow();
    });
}

QDialog* makeAbout(QWidget* parent)
{
    auto* box = new QMessageBox(parent);
    box->setObjectName(u"aboutDialog"_s);
    box->setWindowTitle(Words::tr("About Weightbridge"));
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(parent->windowIcon().pixmap(QSize(64, 64), parent->devicePixelRatioF()));
    box->setText(Words::tr("Weightbridge %1 carries RegNet checkpoints across to Hugging Face model folders.").arg(shown(version())));
    box->setInformativeText(Words::tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty."));
    box->setModal(false);
    return box;
}

}  // namespace

void connectHelp(QMainWindow& window, const WindowActions& actions)
{
    showWhen(actions.guide, [&window] { return new GuideDialog(&window); });
    showWhen(actions.keys, [&window] { return new KeysDialog(*window.menuBar(), &window); });
    showWhen(actions.about, [&window] { return makeAbout(&window); });
}

}  // namespace wb::ui
