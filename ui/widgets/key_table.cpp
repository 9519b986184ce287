#include "ui/widgets/key_table.h"

#include "ui/models/key_map_filter.h"
#include "ui/models/key_map_model.h"
#include "ui/widgets/key_delegate.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

#include <array>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

// Begins a state: one of other columns, from another version, is not taken.
QByteArray stateMark()
{
    return "columns " + QByteArray::number(KeyMapModel::ColumnCount) + ';';
}

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
    setItemDelegateForColumn(KeyMapModel::ShapeColumn, new ShapeDelegate(this));
    setItemDelegateForColumn(KeyMapModel::ModelShapeColumn, new ShapeDelegate(this));
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
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &KeyTable::showHeaderMenu);
    makeColumnActions();
    resetColumns();
}

void KeyTable::makeColumnActions()
{
    for (int column = 0; column < KeyMapModel::ColumnCount; ++column) {
        auto* action = new QAction(model()->headerData(column, Qt::Horizontal).toString(), this);
        action->setObjectName(u"column%1Action"_s.arg(column));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, column](bool isShown) {
            showColumn(column, isShown);
            showColumnChoice();
        });
        m_columnActions.append(action);
    }
}

void KeyTable::showColumn(int column, bool isShown)
{
    setColumnHidden(column, !isShown);
    if (isShown && columnWidth(column) < fontMetrics().averageCharWidth()) {
        setColumnWidth(column, fontMetrics().averageCharWidth() * 18);
    }
}

void KeyTable::showValues()
{
    for (int column = KeyMapModel::MinColumn; column < KeyMapModel::ColumnCount; ++column) {
        showColumn(column, true);
    }
    showColumnChoice();
    updateGeometries();  // there is more to scroll to now
    scrollTo(currentIndex().isValid() ? currentIndex().siblingAtColumn(KeyMapModel::InfiniteColumn) : model()->index(0, KeyMapModel::InfiniteColumn));
}

void KeyTable::resetColumns()
{
    QHeaderView* header = horizontalHeader();
    const int letter = fontMetrics().averageCharWidth();
    const std::array<int, KeyMapModel::ColumnCount> letters{18, 36, 46, 23, 6, 11, 7, 40, 23, 24, 13, 13, 13, 13, 11, 8, 8};
    for (int column = 0; column < KeyMapModel::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->setSectionHidden(column, column >= KeyMapModel::ModelShapeColumn);
        header->resizeSection(column, letters[static_cast<size_t>(column)] * letter);
    }
    showColumnChoice();
}

void KeyTable::showColumnChoice()
{
    const int shownColumns = horizontalHeader()->count() - horizontalHeader()->hiddenSectionCount();
    for (int column = 0; column < m_columnActions.size(); ++column) {
        const bool isShown = !isColumnHidden(column);
        m_columnActions[column]->setChecked(isShown);
        m_columnActions[column]->setEnabled(!isShown || shownColumns > 1);
    }
    Q_EMIT columnsChosen();
}

bool KeyTable::showsValues() const
{
    for (int column = KeyMapModel::MinColumn; column < KeyMapModel::ColumnCount; ++column) {
        if (!isColumnHidden(column)) {
            return true;
        }
    }
    return false;
}

void KeyTable::showHeaderMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"headerMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_columnActions);
    menu->addSeparator();
    connect(menu->addAction(tr("&Reset columns")), &QAction::triggered, this, &KeyTable::resetColumns);
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(position));
}

QByteArray KeyTable::columnState() const
{
    return stateMark() + horizontalHeader()->saveState();
}

void KeyTable::restoreColumnState(const QByteArray& state)
{
    if (!state.startsWith(stateMark()) || !horizontalHeader()->restoreState(state.mid(stateMark().size()))) {
        resetColumns();
    }
    sortByColumn(KeyMapModel::StatusColumn, Qt::AscendingOrder);
    showColumnChoice();
}

}  // namespace wb::ui
