#pragma once

#include "ui/models/key_map_place.h"
#include "ui/models/status_look.h"

#include "core/mapping/key_map.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <array>
#include <memory>

namespace wb::ui {

// The rows of a key map, in the map's own order. Keys are foreign text: shown as plain text, made printable.
class KeyMapModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        StatusColumn,
        SourceColumn,
        DestinationColumn,
        ShapeColumn,
        DTypeColumn,
        BytesColumn,
        StageColumn,
        ReasonColumn,
        ModelShapeColumn,  // this and the next are hidden unless asked for
        RuleColumn,
        ColumnCount
    };
    enum Role { StatusRole = Qt::UserRole + 1, CopyRole };  // CopyRole: the text of the cell, keys in full

    explicit KeyMapModel(QObject* parent = nullptr);

    void setKeyMap(std::shared_ptr<const mapping::KeyMap> map);
    const mapping::KeyMap* keyMap() const { return m_map.get(); }
    const mapping::KeyMapRow& mapRow(int row) const { return m_map->rows[static_cast<size_t>(row)]; }
    QString cellText(int row, int column) const { return text(mapRow(row), column); }
    // Reason and suggestions of a row in full, several lines.
    QString details(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const mapping::KeyMapRow& row, int column) const;
    QString copyText(const mapping::KeyMapRow& row, int column) const;
    QString reasonText(const mapping::KeyMapRow& row) const;

    std::shared_ptr<const mapping::KeyMap> m_map;
    std::array<QIcon, statusesByUrgency.size()> m_icons;  // by urgency
};

}  // namespace wb::ui
