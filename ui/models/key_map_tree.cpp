#include "ui/models/key_map_tree.h"

#include "ui/format.h"
#include "ui/models/key_map_filter.h"
#include "ui/models/key_map_model.h"

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;
using mapping::KeyMapRow;

namespace {

// An index names its parent group by number; a group of its own is found there by row.
int columnInTable(int column)
{
    constexpr std::array columns{KeyMapModel::SourceColumn, KeyMapModel::DestinationColumn, KeyMapModel::StatusColumn, KeyMapModel::ColumnCount,
                                 KeyMapModel::ShapeColumn,  KeyMapModel::DTypeColumn,       KeyMapModel::BytesColumn};
    static_assert(columns.size() == KeyMapTree::ColumnCount);
    return columns[static_cast<size_t>(column)];
}

QString nameOf(const Place& place)
{
    if (place.block >= 0) {
        return KeyMapTree::tr("Block %1").arg(place.block);
    }
    switch (place.part) {
    case Place::Part::Stem:
        return KeyMapTree::tr("Stem");
    case Place::Part::Stage:
        return KeyMapTree::tr("Stage %1").arg(place.stage);
    case Place::Part::Head:
        return KeyMapTree::tr("Head");
    case Place::Part::None:
        break;
    }
    return KeyMapTree::tr("Without a place in the model");
}

}  // namespace

KeyMapTree::KeyMapTree(KeyMapFilter* filter, QObject* parent) : QAbstractItemModel(parent), m_filter(filter), m_groups(1)
{
    for (size_t i = 0; i < m_icons.size(); ++i) {
        m_icons[i] = statusIcon(statusesByUrgency[i]);
    }
    connect(filter, &KeyMapFilter::rowsChanged, this, &KeyMapTree::rebuild);
    connect(filter, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        beginResetModel();
        m_groups.assign(1, {});
        endResetModel();
    });
}

void KeyMapTree::setInUse(bool inUse)
{
    if (inUse != m_inUse) {
        m_inUse = inUse;
        rebuild();
    }
}

void KeyMapTree::rebuild()
{
    if (!m_inUse && m_groups.size() == 1) {
        return;
    }
    beginResetModel();
    m_groups.assign(1, {});
    if (m_inUse) {
        fill();
    }
    endResetModel();
}

// Groups are found by their place; the parts of the network are few, and so are the blocks of each.
size_t KeyMapTree::groupOf(const Place& place, size_t parent)
{
    const auto isIt = [&](size_t group) { return m_groups[group].place.isSamePart(place) && m_groups[group].place.block == place.block; };
    const std::vector<size_t>& siblings = m_groups[parent].groups;
    const auto found = std::find_if(siblings.rbegin(), siblings.rend(), isIt);
    if (found != siblings.rend()) {
        return *found;
    }
    Group group;
    group.place = place;
    group.parent = parent;
    m_groups.push_back(group);
    m_groups[parent].groups.push_back(m_groups.size() - 1);
    return m_groups.size() - 1;
}

void KeyMapTree::fill()
{
    for (int i = 0; i < m_filter->rowCount(); ++i) {
        const int mapRow = m_filter->sourceRow(i);
        const KeyMapRow& row = m_filter->keyMap()->mapRow(mapRow);
        Place place = placeOf(row);
        const int block = std::exchange(place.block, -1);
        size_t group = groupOf(place, 0);
        if (block >= 0) {
            place.block = block;
            group = groupOf(place, group);
        }
        m_groups[group].rows.push_back(mapRow);
        for (; group != 0; group = m_groups[group].parent) {
            m_groups[group].bytes += row.source ? row.bytes : 0;
            ++m_groups[group].tensors;
            m_groups[group].worst = std::min(m_groups[group].worst, urgency(row.status));
        }
    }
    for (Group& group : m_groups) {
        std::sort(group.groups.begin(), group.groups.end(), [this](size_t a, size_t b) {
            const Place& placeA = m_groups[a].place;
            const Place& placeB = m_groups[b].place;
            return std::pair(placeA.order(), placeA.block) < std::pair(placeB.order(), placeB.block);
        });
        for (size_t i = 0; i < group.groups.size(); ++i) {
            m_groups[group.groups[i]].row = static_cast<int>(i);
        }
    }
}

bool KeyMapTree::isGroup(const QModelIndex& index) const
{
    return !index.isValid() || static_cast<size_t>(index.row()) < m_groups[index.internalId()].groups.size();
}

const KeyMapTree::Group& KeyMapTree::groupAt(const QModelIndex& index) const
{
    return index.isValid() ? m_groups[m_groups[index.internalId()].groups[static_cast<size_t>(index.row())]] : m_groups.front();
}

int KeyMapTree::mapRow(const QModelIndex& index) const
{
    if (isGroup(index)) {
        return -1;
    }
    const Group& parent = m_groups[index.internalId()];
    return parent.rows[static_cast<size_t>(index.row()) - parent.groups.size()];
}

QModelIndex KeyMapTree::indexOf(int mapRow) const
{
    for (size_t group = 1; group < m_groups.size(); ++group) {
        const std::vector<int>& rows = m_groups[group].rows;
        const auto found = std::find(rows.begin(), rows.end(), mapRow);
        if (found != rows.end()) {
            return createIndex(static_cast<int>(m_groups[group].groups.size()) + static_cast<int>(found - rows.begin()), NameColumn, group);
        }
    }
    return {};
}

Place KeyMapTree::placeAt(const QModelIndex& index) const
{
    return groupAt(index).place;
}

QModelIndex KeyMapTree::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    const size_t group = parent.isValid() ? m_groups[parent.internalId()].groups[static_cast<size_t>(parent.row())] : 0;
    return createIndex(row, column, group);
}

QModelIndex KeyMapTree::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0) {
        return {};
    }
    const Group& group = m_groups[child.internalId()];
    return createIndex(group.row, NameColumn, group.parent);
}

int KeyMapTree::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0 || !isGroup(parent)) {
        return 0;
    }
    const Group& group = groupAt(parent);
    return static_cast<int>(group.groups.size() + group.rows.size());
}

int KeyMapTree::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant KeyMapTree::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = index.column() == BytesColumn || index.column() == TensorsColumn;
        return isNumber ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    }
    return isGroup(index) ? groupData(groupAt(index), index.column(), role) : tensorData(mapRow(index), index.column(), role);
}

QVariant KeyMapTree::groupData(const Group& group, int column, int role) const
{
    if (role == Qt::DecorationRole && column == StatusColumn) {
        return m_icons[static_cast<size_t>(group.worst)];
    }
    if (role != Qt::DisplayRole && role != KeyMapModel::CopyRole) {
        return {};
    }
    switch (column) {
    case NameColumn:
        return nameOf(group.place);
    case StatusColumn:
        return statusWord(statusesByUrgency[static_cast<size_t>(group.worst)]);
    case TensorsColumn:
        return countText(group.tensors);
    case BytesColumn:
        return bytesText(group.bytes);
    default:
        return {};
    }
}

// As the table has it; a row without a source is named by its destination there.
QVariant KeyMapTree::tensorData(int mapRow, int column, int role) const
{
    const KeyMapModel& table = *m_filter->keyMap();
    return column == TensorsColumn ? QVariant() : table.data(table.index(mapRow, columnInTable(column)), role);
}

QVariant KeyMapTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (section == TensorsColumn) {
        return role == Qt::DisplayRole ? QVariant(tr("Tensors"))
                                       : (role == Qt::ToolTipRole ? QVariant(tr("Tensors in the stage or block")) : QVariant());
    }
    return m_filter->keyMap()->headerData(columnInTable(section), orientation, role);
}

}  // namespace wb::ui
