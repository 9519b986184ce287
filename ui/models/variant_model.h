#pragma once

#include "core/mapping/family.h"

#include <QAbstractTableModel>
#include <QSet>

#include <vector>

namespace wb::ui {

// The catalogue: one row a variant.
class VariantModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, SizeColumn, LicenceColumn, ParametersColumn, InputColumn, ColumnCount };
    // SearchRole: all that is told of the variant, as one text. NeededRole: bytes of source and result.
    enum Role { SortRole = Qt::UserRole, NameRole, SearchRole, LayerTypeRole, HereRole, NeededRole };

    explicit VariantModel(std::vector<mapping::Variant> variants, QObject* parent = nullptr);

    // Names of the variants whose file is on this machine.
    void setHere(const QSet<QString>& names);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant display(const mapping::Variant& variant, int column) const;
    QVariant sortKey(const mapping::Variant& variant, int column) const;
    QString described(const mapping::Variant& variant) const;
    bool isHere(const mapping::Variant& variant) const;

    std::vector<mapping::Variant> m_variants;
    QSet<QString> m_here;
};

// "apache-2.0", or the name of a licence of its own.
QString licenceText(const mapping::Variant& variant);

}  // namespace wb::ui
