#include "ui/models/key_map_filter.h"

#include "ui/models/key_map_model.h"

namespace wb::ui {

KeyMapFilter::KeyMapFilter(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(KeyMapModel::SortRole);
    setDynamicSortFilter(true);
}

QString KeyMapFilter::setQuery(const QString& text)
{
    KeyMapQuery query(text);
    if (query.isValid()) {
        m_query = query;
        invalidateFilter();
    }
    return query.error();
}

void KeyMapFilter::setStatus(std::optional<mapping::Status> status)
{
    m_status = status;
    invalidateFilter();
}

bool KeyMapFilter::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    const auto cell = [&](int column, int role) { return sourceModel()->data(sourceModel()->index(sourceRow, column, sourceParent), role); };
    if (m_status && cell(KeyMapModel::StatusColumn, KeyMapModel::StatusRole).toInt() != static_cast<int>(*m_status)) {
        return false;
    }
    QStringList cells;
    for (int column = 0; column < sourceModel()->columnCount(sourceParent); ++column) {
        cells.append(cell(column, Qt::DisplayRole).toString());
    }
    return m_query.matches(cells);
}

bool KeyMapFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (a == b) {
        return sortOrder() == Qt::AscendingOrder ? left.row() < right.row() : left.row() > right.row();
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

}  // namespace wb::ui
