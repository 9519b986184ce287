#include "ui/models/variant_model.h"

#include "ui/format.h"
#include "ui/icons.h"

#include <QLocale>

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

void VariantModel::setHere(const QSet<QString>& names)
{
    m_here = names;
    if (!m_variants.empty()) {
        Q_EMIT dataChanged(index(0, NameColumn), index(rowCount() - 1, NameColumn));
    }
}

bool VariantModel::isHere(const mapping::Variant& variant) const
{
    return m_here.contains(QString::fromStdString(variant.name));
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
    case LayerTypeRole:
        return shown(variant.architecture.layerType);
    case HereRole:
        return isHere(variant);
    case NeededRole:
        return static_cast<qulonglong>(2 * variant.bytes);
    case SearchRole:
    case Qt::ToolTipRole:
        return described(variant);
    case SortRole:
        return sortKey(variant, index.column());
    case Qt::DisplayRole:
        return display(variant, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn && isHere(variant) ? QVariant(tr("%1, on this machine").arg(shown(variant.name))) : QVariant();
    case Qt::DecorationRole:
        return index.column() == NameColumn && isHere(variant) ? QVariant(icon(u"on-this-machine"_s)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == NameColumn || index.column() == LicenceColumn ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant VariantModel::display(const mapping::Variant& variant, int column) const
{
    switch (column) {
    case NameColumn:
        return shown(variant.name);
    case SizeColumn:
        return bytesText(variant.bytes);
    case LicenceColumn:
        return licenceText(variant);
    case ParametersColumn:
        return tr("%1 M").arg(QLocale().toString(static_cast<double>(variant.parameters) / 1e6, 'f', 1));
    default:
        return tr("%1 px").arg(QLocale().toString(static_cast<qulonglong>(variant.imageSize)));
    }
}

QVariant VariantModel::sortKey(const mapping::Variant& variant, int column) const
{
    switch (column) {
    case SizeColumn:
        return static_cast<qulonglong>(variant.bytes);
    case ParametersColumn:
        return static_cast<qulonglong>(variant.parameters);
    case InputColumn:
        return static_cast<qulonglong>(variant.imageSize);
    default:
        return display(variant, column);
    }
}

QString VariantModel::described(const mapping::Variant& variant) const
{
    QString text =
        tr("%1\n%2 parameters in %3 tensors, %4\nLicence: %5")
            .arg(shown(variant.name), countText(variant.parameters), countText(variant.tensors), bytesText(variant.bytes), licenceText(variant));
    text += u'\n' + tr("Pictures of %n pixels", nullptr, static_cast<int>(variant.imageSize));
    text += u'\n' + tr("Address: %1").arg(shown(variant.source));
    return isHere(variant) ? text + u'\n' + tr("On this machine") : text;
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
    case ParametersColumn:
        return tr("Parameters");
    case InputColumn:
        return tr("Pictures");
    default:
        return {};
    }
}

}  // namespace wb::ui
