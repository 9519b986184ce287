#pragma once

#include "ui/models/key_map_query.h"

#include "core/mapping/key_map.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace wb::ui {

// Rows that the status chip and the filter box let through. Equal rows keep the map's order.
class KeyMapFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit KeyMapFilter(QObject* parent = nullptr);

    // An invalid query leaves the rows as they are and gives the reason.
    QString setQuery(const QString& text);
    void setStatus(std::optional<mapping::Status> status);  // empty: all
    std::optional<mapping::Status> status() const { return m_status; }

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    KeyMapQuery m_query;
    std::optional<mapping::Status> m_status;
};

}  // namespace wb::ui
