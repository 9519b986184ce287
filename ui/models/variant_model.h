#pragma once

#include "core/mapping/family.h"

#include <QAbstractTableModel>

#include <vector>

namespace wb::ui {

// The catalogue: one row a variant.
class VariantModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, SizeColumn, LicenceColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole, NameRole };

    explicit VariantModel(std::vector<mapping::Variant> variants, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<mapping::Variant> m_variants;
};

// "apache-2.0", or the name of a licence of its own.
QString licenceText(const mapping::Variant& variant);

}  // namespace wb::ui
