#include "ui/models/variant_model.h"

#include "ui/format.h"

#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

QString licenceText(const mapping::Variant& variant)
{
    return shown(variant.licence == "other" && !variant.licenceName.empty() ? variant.licenceName : variant.licence);
}

VariantModel::VariantModel(std::vector<mapping::Variant> variants, QObject* parent) : QAbstractTableModel(parent), m_variants(std::move(variants)) {}

int VariantModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_variants.size());
}

int VariantModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VariantModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const mapping::Variant& variant = m_variants[static_cast<size_t>(index.row())];
    switch (role) {
    case NameRole:
        return shown(variant.name);
    case SortRole:
        if (index.column() == SizeColumn) {
            return static_cast<qulonglong>(variant.bytes);
        }
        [[fallthrough]];
    case Qt::DisplayRole:
        switch (index.column()) {
        case NameColumn:
            return shown(variant.name);
        case SizeColumn:
            return bytesText(variant.bytes);
        default:
            return licenceText(variant);
        }
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return tr("%1\n%2 parameters in %3 tensors, %4\nLicence: %5")
            .arg(shown(variant.name), countText(variant.parameters), countText(variant.tensors), bytesText(variant.bytes), licenceText(variant));
    default:
        return {};
    }
}

QVariant VariantModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NameColumn:
        return tr("Model");
    case SizeColumn:
        return tr("Size");
    case LicenceColumn:
        return tr("Licence");
    default:
        return {};
    }
}

}  // namespace wb::ui
