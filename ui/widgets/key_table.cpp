#include "ui/widgets/key_table.h"

#include "ui/models/key_map_filter.h"
#include "ui/models/key_map_model.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

#include <array>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

// Keys are told apart by their ends, all else is read from its beginning.
class KeyDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideLeft;
    }
};

}  // namespace

KeyTable::KeyTable(KeyMapFilter* filter, QWidget* parent) : QTableView(parent)
{
    setObjectName(u"keyTable"_s);
    setAccessibleName(tr("Key map"));
    setModel(filter);
    setSortingEnabled(true);
    sortByColumn(KeyMapModel::StatusColumn, Qt::AscendingOrder);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setItemDelegateForColumn(KeyMapModel::SourceColumn, new KeyDelegate(this));
    setItemDelegateForColumn(KeyMapModel::DestinationColumn, new KeyDelegate(this));
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    const std::array<int, KeyMapModel::ColumnCount> letters{18, 36, 46, 23, 6, 11, 7, 40};
    for (int column = 0; column < KeyMapModel::ColumnCount; ++column) {
        header->resizeSection(column, letters[static_cast<size_t>(column)] * letter);
    }
}

QByteArray KeyTable::columnState() const
{
    return horizontalHeader()->saveState();
}

void KeyTable::restoreColumnState(const QByteArray& state)
{
    horizontalHeader()->restoreState(state);
    sortByColumn(KeyMapModel::StatusColumn, Qt::AscendingOrder);
}

}  // namespace wb::ui
