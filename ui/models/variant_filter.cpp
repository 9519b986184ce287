#include "ui/models/variant_filter.h"

#include "ui/models/variant_model.h"

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;

VariantFilter::VariantFilter(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(VariantModel::SortRole);
}

void VariantFilter::setWords(const QString& text)
{
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void VariantFilter::setKind(Kind kind)
{
    m_kind = kind;
    invalidateFilter();
}

void VariantFilter::setFreeBytes(quint64 bytes)
{
    m_freeBytes = bytes;
    if (m_kind == Kind::Fitting) {
        invalidateFilter();
    }
}

bool VariantFilter::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    const QModelIndex variant = sourceModel()->index(sourceRow, VariantModel::NameColumn, sourceParent);
    const QString text = variant.data(VariantModel::SearchRole).toString();
    return isOfKind(variant) &&
           std::all_of(m_words.begin(), m_words.end(), [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool VariantFilter::isOfKind(const QModelIndex& variant) const
{
    const QString name = variant.data(VariantModel::NameRole).toString();
    const bool isSeer = name.contains(u"-seer"_s);
    const bool isFineTuned = name.endsWith(u"-seer-in1k"_s);
    switch (m_kind) {
    case Kind::All:
        return true;
    case Kind::Seer:
        return isSeer && !isFineTuned;
    case Kind::SeerFineTuned:
        return isFineTuned;
    case Kind::ImageNet:
        return !isSeer;
    case Kind::LayersX:
        return variant.data(VariantModel::LayerTypeRole).toString() == u"x"_s;
    case Kind::LayersY:
        return variant.data(VariantModel::LayerTypeRole).toString() == u"y"_s;
    case Kind::Here:
        return variant.data(VariantModel::HereRole).toBool();
    case Kind::Fitting:
        return variant.data(VariantModel::NeededRole).toULongLong() <= m_freeBytes;
    }
    return true;
}

}  // namespace wb::ui
