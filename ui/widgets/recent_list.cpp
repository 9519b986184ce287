#include "ui/widgets/recent_list.h"

#include "ui/models/recent_files.h"
#include "ui/widgets/roomy_delegate.h"

#include <QKeyEvent>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRowsShown = 5;

// Missing files are grey; their text says why.
class GreyMissing : public RoomyDelegate {
public:
    using RoomyDelegate::RoomyDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        RoomyDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
        if (index.data(RecentFiles::MissingRole).toBool()) {
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::Disabled, QPalette::Text));
        }
    }
};

}  // namespace

RecentList::RecentList(RecentFiles& files, QWidget* parent) : QListView(parent), m_files(files)
{
    setObjectName(u"recentList"_s);
    setAccessibleName(tr("Files opened last"));
    setModel(&files);
    setItemDelegate(new GreyMissing(this));
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setEditTriggers(NoEditTriggers);
    // Activated by a double click, or one click where the desktop has it so, and by Return (keyPressEvent).
    connect(this, &QListView::activated, this, [this](const QModelIndex& index) { m_files.ask(index.row()); });
    connect(&files, &RecentFiles::changed, this, &RecentList::fit);
    fit();
}

QSize RecentList::sizeHint() const
{
    const int rows = std::clamp(m_files.rowCount(), 1, mostRowsShown);
    const int row = std::max(sizeHintForRow(0), fontMetrics().height());
    return {fontMetrics().averageCharWidth() * 90, rows * row + 2 * frameWidth()};
}

void RecentList::fit()
{
    setVisible(m_files.rowCount() > 0);
    updateGeometry();
}

void RecentList::showEvent(QShowEvent* event)
{
    QListView::showEvent(event);
    m_files.refresh();
}

void RecentList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete) {
        m_files.remove(currentIndex().row());
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_files.ask(currentIndex().row());
        return;
    }
    QListView::keyPressEvent(event);
}

}  // namespace wb::ui
