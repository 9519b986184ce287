#pragma once

#include "ui/models/key_map_place.h"
#include "ui/models/status_look.h"

#include "core/mapping/key_map.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace wb::ui {

// A source key on its way from one row to another, as its bytes.
inline constexpr char16_t keyMimeType[] = u"application/x-weightbridge-key";

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
        MinColumn,  // this and the next are of the values, where these are known
        MaxColumn,
        MeanColumn,
        DeviationColumn,
        ZerosColumn,
        NanColumn,
        InfiniteColumn,
        ColumnCount
    };
    static bool isOfValues(int column) { return column >= MinColumn && column < ColumnCount; }
    // CopyRole: the text of the cell, keys in full. MapRowRole: index into the map's rows.
    enum Role { StatusRole = Qt::UserRole + 1, CopyRole, MapRowRole };

    explicit KeyMapModel(QObject* parent = nullptr);

    void setKeyMap(std::shared_ptr<const mapping::KeyMap> map);
    const std::shared_ptr<const mapping::KeyMap>& keyMap() const { return m_map; }
    const mapping::KeyMapRow& mapRow(int row) const { return m_map->rows[static_cast<size_t>(row)]; }
    QString cellText(int row, int column) const { return text(mapRow(row), column); }
    // What the values of a tensor (index into TensorIndex::tensors) are, from now on; they stay with another map of the same file.
    void setValues(const std::vector<std::pair<uint32_t, mapping::ValueSummary>>& found);
    void forgetValues();
    std::optional<mapping::ValueSummary> values(int row) const;
    // Number in a column of values; empty where it is not known, or no number.
    std::optional<double> number(int row, int column) const;
    // Keys may be sent elsewhere: destinations are edited in place, source keys are dragged.
    void setEditable(bool editable) { m_isEditable = editable; }
    // Reason and suggestions of a row in full, several lines.
    QString details(int row) const;

    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    // The source key of the first index, as keyMimeType.
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const mapping::KeyMapRow& row, int column) const;
    const mapping::ValueSummary* valuesOf(const mapping::KeyMapRow& row) const;
    QString valuesCell(const mapping::KeyMapRow& row, int column) const;
    void findRows();
    QString copyText(const mapping::KeyMapRow& row, int column) const;
    QString reasonText(const mapping::KeyMapRow& row) const;

    std::shared_ptr<const mapping::KeyMap> m_map;
    std::vector<std::optional<mapping::ValueSummary>> m_values;  // by tensor
    std::vector<int> m_rowOfTensor;                              // of the map; made when values come
    bool m_isEditable = false;
    std::array<QIcon, statusesByUrgency.size()> m_icons;  // by urgency
};

}  // namespace wb::ui
