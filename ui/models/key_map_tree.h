#pragma once

#include "ui/models/key_map_place.h"
#include "ui/models/status_look.h"

#include <QAbstractItemModel>
#include <QIcon>

#include <array>
#include <vector>

namespace wb::ui {

class KeyMapFilter;

// The rows that a filter lets through, by stage and block: each with the number and bytes of its tensors and its worst status. Made when it is
// first looked at, and again when the filter changes; tensors stand in the filter's order.
class KeyMapTree : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { NameColumn, DestinationColumn, StatusColumn, TensorsColumn, ShapeColumn, DTypeColumn, BytesColumn, ColumnCount };

    // The filter outlives the tree.
    explicit KeyMapTree(KeyMapFilter* filter, QObject* parent = nullptr);

    // While it is not in use it has no rows and costs nothing.
    void setInUse(bool inUse);
    // Row of the map, or -1 for a stage or block.
    int mapRow(const QModelIndex& index) const;
    QModelIndex indexOf(int mapRow) const;
    // What a stage or block is, for keeping it open over a reset.
    Place placeAt(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    // A stage or block. Its children are blocks first, then tensors.
    struct Group {
        Place place;
        size_t parent = 0;
        int row = 0;  // in the parent
        std::vector<size_t> groups;
        std::vector<int> rows;  // of the map
        uint64_t bytes = 0;
        uint64_t tensors = 0;
        int worst = static_cast<int>(statusesByUrgency.size()) - 1;  // by urgency
    };

    void rebuild();
    void fill();
    size_t groupOf(const Place& place, size_t parent);
    const Group& groupAt(const QModelIndex& index) const;
    bool isGroup(const QModelIndex& index) const;
    QVariant groupData(const Group& group, int column, int role) const;
    QVariant tensorData(int mapRow, int column, int role) const;

    KeyMapFilter* m_filter;
    bool m_inUse = false;
    std::vector<Group> m_groups;  // the first is the root
    std::array<QIcon, statusesByUrgency.size()> m_icons;
};

}  // namespace wb::ui
