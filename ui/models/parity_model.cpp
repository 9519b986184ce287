#include "ui/models/parity_model.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/parity_text.h"

#include <QLocale>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

// The module inside its layer: "layer.1.convolution".
QString moduleText(const verify::LayerParity& layer)
{
    const std::string prefix = layer.name + ".";
    return shown(layer.module.starts_with(prefix) ? layer.module.substr(prefix.size()) : layer.module);
}

}  // namespace

void ParityModel::setReport(const verify::ParityReport& report)
{
    beginResetModel();
    m_layers = report.layers;
    m_tolerance = report.tolerance;
    endResetModel();
}

int ParityModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_layers.size());
}

int ParityModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ParityModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const verify::LayerParity& layer = m_layers[static_cast<size_t>(index.row())];
    const bool isNumber = index.column() == RelativeColumn || index.column() == AbsoluteColumn || index.column() == CosineColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(layer, index.column());
    case Qt::DecorationRole:
        return index.column() == VerdictColumn ? icon(verify::isOver(layer, m_tolerance) ? u"message-error"_s : u"status-mapped"_s) : QVariant();
    case Qt::TextAlignmentRole:
        return isNumber ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return shown(layer.name).toHtmlEscaped();
    default:
        return {};
    }
}

QString ParityModel::text(const verify::LayerParity& layer, int column) const
{
    switch (column) {
    case LayerColumn:
        return shown(layer.name);
    case VerdictColumn:
        return layerVerdict(layer, m_tolerance);
    case RelativeColumn:
        return errorText(layer.distance.maxRel);
    case AbsoluteColumn:
        return errorText(layer.distance.maxAbs);
    case CosineColumn:
        return layer.distance.cosine ? QLocale().toString(*layer.distance.cosine, 'f', 6) : errorText(std::nullopt);
    case ModuleColumn:
        return layer.distance.maxRel == 0.0 ? QString() : moduleText(layer);
    default:
        return {};
    }
}

QVariant ParityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case LayerColumn:
        return tr("Layer");
    case VerdictColumn:
        return tr("Result");
    case RelativeColumn:
        return tr("Relative error");
    case AbsoluteColumn:
        return tr("Absolute error");
    case CosineColumn:
        return tr("Cosine");
    case ModuleColumn:
        return tr("Module");
    default:
        return {};
    }
}

}  // namespace wb::ui
