#include "ui/models/compare_model.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/values_text.h"

#include <QCoreApplication>

namespace wb::ui {

using namespace Qt::StringLiterals;
using inspect::ComparedPair;
using inspect::PairStatus;

QString pairStatusWord(PairStatus status)
{
    switch (status) {
    case PairStatus::Equal:
        return CompareModel::tr("equal");
    case PairStatus::ValuesDiffer:
        return CompareModel::tr("values differ");
    case PairStatus::ShapeDiffers:
        return CompareModel::tr("shape differs");
    case PairStatus::TypeDiffers:
        return CompareModel::tr("type differs");
    case PairStatus::OnlyFirst:
        return CompareModel::tr("only in the first");
    case PairStatus::OnlySecond:
        return CompareModel::tr("only in the second");
    }
    return {};
}

QString pairStatusIcon(PairStatus status)
{
    switch (status) {
    case PairStatus::Equal:
        return u"status-mapped"_s;
    case PairStatus::ValuesDiffer:
        return u"message-error"_s;
    case PairStatus::ShapeDiffers:
        return u"status-mismatched"_s;
    case PairStatus::TypeDiffers:
        return u"status-edited"_s;
    case PairStatus::OnlyFirst:
        return u"status-unmapped"_s;
    case PairStatus::OnlySecond:
        return u"status-missing"_s;
    }
    return {};
}

void CompareModel::setComparison(std::shared_ptr<const job::ComparedModels> models)
{
    beginResetModel();
    m_models = std::move(models);
    endResetModel();
}

int CompareModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_models ? 0 : static_cast<int>(m_models->comparison.pairs.size());
}

int CompareModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CompareModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ComparedPair& pair = pairAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(pair, index.column());
    case Qt::DecorationRole:
        return index.column() == StatusColumn ? QVariant(icon(pairStatusIcon(pair.status))) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() >= ChangedColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return text(pair, index.column()).toHtmlEscaped();
    case SortRole:
        return sortKey(pair, index.column());
    case StatusRole:
        return static_cast<int>(pair.status);
    default:
        return {};
    }
}

QString CompareModel::ofBoth(const ComparedPair& pair, QString (*words)(const tensor::TensorInfo&)) const
{
    QStringList parts;
    if (pair.pair.first) {
        parts.append(words(m_models->first.tensors[*pair.pair.first]));
    }
    if (pair.pair.second) {
        parts.append(words(m_models->second.tensors[*pair.pair.second]));
    }
    parts.removeDuplicates();
    return parts.join(u" → "_s);
}

QString CompareModel::text(const ComparedPair& pair, int column) const
{
    switch (column) {
    case StatusColumn:
        return pairStatusWord(pair.status);
    case FirstColumn:
        return pair.pair.first ? shown(m_models->first.tensors[*pair.pair.first].key) : u"–"_s;
    case SecondColumn:
        return pair.pair.second ? shown(m_models->second.tensors[*pair.pair.second].key) : u"–"_s;
    case ShapeColumn:
        return ofBoth(pair, [](const tensor::TensorInfo& tensor) { return shapeShown(tensor.shape); });
    case DTypeColumn:
        return ofBoth(pair, [](const tensor::TensorInfo& tensor) { return QString::fromUtf8(tensor::dtypeName(tensor.dtype)); });
    case ChangedColumn:
        return pair.difference ? countText(pair.difference->changed) : QString();
    case LargestColumn:
        return pair.difference ? numberText(pair.difference->largest) : QString();
    default:
        return {};
    }
}

QVariant CompareModel::sortKey(const ComparedPair& pair, int column) const
{
    switch (column) {
    case StatusColumn:
        return static_cast<int>(pair.status) == 0 ? static_cast<int>(inspect::pairStatuses.size()) : static_cast<int>(pair.status);
    case ChangedColumn:
        return pair.difference ? QVariant::fromValue(static_cast<qulonglong>(pair.difference->changed)) : QVariant(-1);
    case LargestColumn:
        return pair.difference ? pair.difference->largest : -1.0;
    default:
        return text(pair, column);
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const QString headings[ColumnCount] = {
        tr("Status"), tr("First"), tr("Second"), tr("Shape"), tr("Type"), tr("Values changed"), tr("Largest difference")};
    return section < ColumnCount ? headings[section] : QVariant();
}

CompareFilter::CompareFilter(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(CompareModel::SortRole);
}

void CompareFilter::setStatus(std::optional<PairStatus> status)
{
    m_status = status;
    invalidateFilter();
}

bool CompareFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    return !m_status || sourceModel()->index(row, 0, parent).data(CompareModel::StatusRole).toInt() == static_cast<int>(*m_status);
}

}  // namespace wb::ui
