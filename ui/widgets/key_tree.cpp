#include "ui/widgets/key_tree.h"

#include "ui/models/key_map_filter.h"
#include "ui/models/key_map_tree.h"
#include "ui/widgets/key_delegate.h"

#include <QHeaderView>

#include <algorithm>
#include <array>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewRows = 60;  // opened without being asked

template <typename Visit> void forEachGroup(const KeyMapTree& tree, const QModelIndex& parent, const Visit& visit)
{
    for (int row = 0; row < tree.rowCount(parent); ++row) {
        const QModelIndex index = tree.index(row, 0, parent);
        if (tree.mapRow(index) >= 0) {
            return;  // tensors come last
        }
        visit(index);
        forEachGroup(tree, index, visit);
    }
}

}  // namespace

KeyTree::KeyTree(KeyMapFilter* filter, QWidget* parent) : QTreeView(parent), m_filter(filter), m_tree(new KeyMapTree(filter, this))
{
    setObjectName(u"keyTree"_s);
    setAccessibleName(tr("Key map by stage and block"));
    // Before the view hears of it, and after.
    connect(m_tree, &QAbstractItemModel::modelAboutToBeReset, this, &KeyTree::rememberOpen);
    setModel(m_tree);
    connect(m_tree, &QAbstractItemModel::modelReset, this, &KeyTree::reopen);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeyTree::currentMapRowChanged);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setTextElideMode(Qt::ElideRight);
    setItemDelegateForColumn(KeyMapTree::NameColumn, new KeyDelegate(this));
    setItemDelegateForColumn(KeyMapTree::DestinationColumn, new KeyDelegate(this));
    setItemDelegateForColumn(KeyMapTree::ShapeColumn, new ShapeDelegate(this));
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setStretchLastSection(false);
    const int letter = fontMetrics().averageCharWidth();
    const std::array<int, KeyMapTree::ColumnCount> letters{46, 46, 18, 10, 23, 6, 12};
    for (int column = 0; column < KeyMapTree::ColumnCount; ++column) {
        header()->resizeSection(column, letters[static_cast<size_t>(column)] * letter);
    }
}

void KeyTree::rememberOpen()
{
    if (m_tree->rowCount() == 0) {
        return;
    }
    m_current = currentMapRow();
    m_open.clear();
    forEachGroup(*m_tree, {}, [this](const QModelIndex& index) {
        if (isExpanded(index)) {
            m_open.push_back(m_tree->placeAt(index));
        }
    });
}

void KeyTree::reopen()
{
    const bool hasFew = m_filter->rowCount() <= fewRows;
    forEachGroup(*m_tree, {}, [&](const QModelIndex& index) {
        const Place place = m_tree->placeAt(index);
        const bool wasOpen =
            std::any_of(m_open.begin(), m_open.end(), [&](const Place& open) { return open.isSamePart(place) && open.block == place.block; });
        if (hasFew || wasOpen) {
            expand(index);
        }
    });
    selectMapRow(m_current);
}

int KeyTree::currentMapRow() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? m_tree->mapRow(current) : -1;
}

void KeyTree::selectMapRow(int mapRow)
{
    const QModelIndex index = mapRow < 0 ? QModelIndex() : m_tree->indexOf(mapRow);
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
}

}  // namespace wb::ui
