#pragma once

#include "ui/models/key_map_index.h"
#include "ui/models/key_map_query.h"

#include "core/mapping/key_map.h"

#include <QAbstractProxyModel>
#include <QTimer>

#include <optional>
#include <vector>

namespace wb::ui {

class KeyMapModel;

// Rows that the status chip and the filter box let through, sorted; equal rows keep the map's order. Its source is a KeyMapModel, which resets or
// changes data and nothing else. Rows are numbers in a vector: one pass over the prepared map a change, one signal, selections kept.
// A pass that takes longer than a moment (a regular expression) goes on from the event loop, until when the rows stay as they were.
class KeyMapFilter : public QAbstractProxyModel {
    Q_OBJECT

public:
    explicit KeyMapFilter(QObject* parent = nullptr);

    // An invalid query leaves the rows as they are and gives the reason.
    std::optional<QueryError> setQuery(const QString& text);
    void setStatus(std::optional<mapping::Status> status);  // empty: all
    std::optional<mapping::Status> status() const { return m_status; }
    bool isFiltering() const { return m_pass.isActive(); }
    uint64_t bytes() const { return m_bytes; }  // of the rows let through
    int sourceRow(int row) const { return m_rows[static_cast<size_t>(row)]; }
    const KeyMapModel* keyMap() const { return m_model; }

    void setSourceModel(QAbstractItemModel* model) override;
    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QModelIndex mapToSource(const QModelIndex& index) const override;
    QModelIndex mapFromSource(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    // Other rows are let through, or the same in another order.
    void rowsChanged();
    // A regular expression was given up; the rows stay as they are.
    void gaveUp(const QString& reason);

private:
    void rebuild();
    void changeData(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles);
    void beginPass();
    void startPass();
    void continuePass();
    bool runSlice();
    bool endPass();
    void orderRows();
    void takeRows();
    void publishRows();

    KeyMapModel* m_model = nullptr;
    KeyMapIndex m_index;
    KeyMapQuery m_query;
    KeyMapQuery m_lastQuery;  // what the rows are by
    std::optional<mapping::Status> m_status;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<int> m_order;      // all source rows, sorted
    std::vector<char> m_accepted;  // by source row
    std::vector<int> m_rows;       // source rows let through
    std::vector<int> m_positions;  // by source row: its row here, or -1
    uint64_t m_bytes = 0;
    QTimer m_orderAgain;  // for numbers that come one after another
    QTimer m_pass;
    std::vector<char> m_passAccepted;
    size_t m_passRow = 0;
    int m_passUndecided = 0;
};

}  // namespace wb::ui
