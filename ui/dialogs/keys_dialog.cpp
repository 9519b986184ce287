#include "ui/dialogs/keys_dialog.h"

#include "ui/format.h"

#include "core/base/version.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

KeysDialog::KeysDialog(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent)
{
    setObjectName(u"keysDialog"_s);
    setWindowTitle(tr("About Weightbridge and its keys"));
    auto* about = new QLabel(tr("Weightbridge %1 carries RegNet checkpoints across to Hugging Face model folders.\n"
                                "Free software under the GNU General Public License, version 3 or later.")
                                 .arg(shown(wb::version())),
                             this);
    about->setTextFormat(Qt::PlainText);
    auto* grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const QAction* action : actions) {
        if (action->shortcut().isEmpty()) {
            continue;
        }
        auto* keys = new QLabel(action->shortcut().toString(QKeySequence::NativeText), this);
        QFont strong = keys->font();
        strong.setBold(true);
        keys->setFont(strong);
        grid->addWidget(keys, row, 0);
        grid->addWidget(new QLabel(action->toolTip(), this), row, 1);
        ++row;
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(about);
    column->addSpacing(fontMetrics().height() / 2);
    column->addLayout(grid);
    column->addStretch();
    column->addWidget(buttons);
}

}  // namespace wb::ui
