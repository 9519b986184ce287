#include "ui/recent_menu.h"

#include "ui/models/recent_files.h"

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLetters = 90;

// An ampersand of a name is no key.
QString entryText(const QString& text)
{
    const QString cut = text.size() > mostLetters ? text.left(mostLetters / 2) + u'…' + text.right(mostLetters / 2) : text;
    return QString(cut).replace(u"&"_s, u"&&"_s);
}

}  // namespace

RecentMenu::RecentMenu(RecentFiles& files, QWidget* parent) : QMenu(tr("Open &recent"), parent), m_files(files)
{
    setObjectName(u"recentMenu"_s);
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, &files, &RecentFiles::refresh);
    connect(&files, &RecentFiles::changed, this, &RecentMenu::fill);
    fill();
}

void RecentMenu::fill()
{
    clear();
    for (int row = 0; row < m_files.rowCount(); ++row) {
        addEntry(row);
    }
    menuAction()->setEnabled(m_files.rowCount() > 0);
    addSeparator();
    QAction* forget = addAction(tr("&Clear the list"));
    forget->setObjectName(u"clearRecentAction"_s);
    connect(forget, &QAction::triggered, &m_files, &RecentFiles::clear);
}

void RecentMenu::addEntry(int row)
{
    const QString number = row < 9 ? u"&%1  "_s.arg(row + 1) : QString();
    const QModelIndex index = m_files.index(row);
    QAction* entry = addAction(number + entryText(index.data().toString()));
    entry->setObjectName(u"recentAction%1"_s.arg(row));
    entry->setToolTip(index.data(Qt::ToolTipRole).toString());
    if (m_files.isMissing(row)) {
        entry->setEnabled(false);
        QAction* locate = addAction(tr("      &Locate it…"));
        locate->setObjectName(u"locateAction%1"_s.arg(row));
        connect(locate, &QAction::triggered, this, [this, row] { m_files.ask(row); });
    } else {
        connect(entry, &QAction::triggered, this, [this, row] { m_files.ask(row); });
    }
}

}  // namespace wb::ui
