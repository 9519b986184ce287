#include "ui/models/key_map_model.h"

#include "ui/format.h"
#include "ui/row_text.h"
#include "ui/values_text.h"

#include "core/base/text.h"

#include <QMimeData>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;
using mapping::KeyMapRow;
using mapping::Status;

namespace {

const QString none = u"–"_s;

QString keyOr(const std::optional<std::string>& key)
{
    return key ? shown(*key) : none;
}

// Keys are told apart by their ends: of a long one the end is shown.
QString keyEndOr(const std::optional<std::string>& key)
{
    constexpr size_t longest = 300;
    if (!key || key->size() <= longest) {
        return keyOr(key);
    }
    size_t begin = key->size() - longest;
    while (begin < key->size() && (static_cast<uint8_t>((*key)[begin]) & 0xC0U) == 0x80U) {
        ++begin;  // not in the middle of a character
    }
    return u'…' + shown(std::string_view(*key).substr(begin));
}

// The text of a tool tip is rich text if it looks like some; escaped, foreign text stays text.
QString plainToolTip(const QString& text)
{
    return u"<p style='white-space:pre'>"_s + text.toHtmlEscaped() + u"</p>"_s;
}

std::optional<double> numberOf(const mapping::ValueSummary& values, int column)
{
    switch (column) {
    case KeyMapModel::MinColumn:
        return values.min;
    case KeyMapModel::MaxColumn:
        return values.max;
    case KeyMapModel::MeanColumn:
        return values.mean;
    case KeyMapModel::DeviationColumn:
        return values.deviation;
    case KeyMapModel::ZerosColumn:
        return static_cast<double>(values.zeros);
    case KeyMapModel::NanColumn:
        return static_cast<double>(values.nan);
    case KeyMapModel::InfiniteColumn:
        return static_cast<double>(values.infinite);
    default:
        return std::nullopt;
    }
}

}  // namespace

KeyMapModel::KeyMapModel(QObject* parent) : QAbstractTableModel(parent)
{
    for (size_t i = 0; i < m_icons.size(); ++i) {
        m_icons[i] = statusIcon(statusesByUrgency[i]);
    }
}

void KeyMapModel::setKeyMap(std::shared_ptr<const mapping::KeyMap> map)
{
    beginResetModel();
    m_map = std::move(map);
    m_rowOfTensor.clear();
    endResetModel();
}

void KeyMapModel::findRows()
{
    for (size_t row = 0; row < m_map->rows.size(); ++row) {
        if (const auto tensor = m_map->rows[row].tensor) {
            m_rowOfTensor.resize(std::max<size_t>(m_rowOfTensor.size(), *tensor + 1), -1);
            m_rowOfTensor[*tensor] = static_cast<int>(row);
        }
    }
}

void KeyMapModel::setValues(const std::vector<std::pair<uint32_t, mapping::ValueSummary>>& found)
{
    if (m_map && m_rowOfTensor.empty()) {
        findRows();
    }
    for (const auto& [tensor, summary] : found) {
        m_values.resize(std::max<size_t>(m_values.size(), tensor + 1));
        if (m_values[tensor] == summary) {
            continue;
        }
        m_values[tensor] = summary;
        const int row = tensor < m_rowOfTensor.size() ? m_rowOfTensor[tensor] : -1;
        if (row >= 0) {
            Q_EMIT dataChanged(index(row, MinColumn), index(row, InfiniteColumn));
        }
    }
}

void KeyMapModel::forgetValues()
{
    const bool hadAny = !std::exchange(m_values, {}).empty();
    if (hadAny && rowCount() > 0) {
        Q_EMIT dataChanged(index(0, MinColumn), index(rowCount() - 1, InfiniteColumn));
    }
}

const mapping::ValueSummary* KeyMapModel::valuesOf(const KeyMapRow& row) const
{
    const bool isKnown = row.tensor && *row.tensor < m_values.size() && m_values[*row.tensor];
    return isKnown ? &*m_values[*row.tensor] : nullptr;
}

std::optional<mapping::ValueSummary> KeyMapModel::values(int row) const
{
    const mapping::ValueSummary* values = valuesOf(mapRow(row));
    return values == nullptr ? std::nullopt : std::optional(*values);
}

std::optional<double> KeyMapModel::number(int row, int column) const
{
    const mapping::ValueSummary* values = valuesOf(mapRow(row));
    const std::optional<double> number = values == nullptr ? std::nullopt : numberOf(*values, column);
    return number && std::isnan(*number) ? std::nullopt : number;
}

Qt::ItemFlags KeyMapModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (m_isEditable && index.isValid() && mapRow(index.row()).source) {
        flags.setFlag(Qt::ItemIsEditable, index.column() == DestinationColumn);
        flags.setFlag(Qt::ItemIsDragEnabled, index.column() == SourceColumn);
    }
    return flags;
}

QStringList KeyMapModel::mimeTypes() const
{
    return {QString::fromUtf16(keyMimeType)};
}

QMimeData* KeyMapModel::mimeData(const QModelIndexList& indexes) const
{
    for (const QModelIndex& index : indexes) {
        if (const auto& source = mapRow(index.row()).source) {
            auto* data = new QMimeData;
            data->setData(QString::fromUtf16(keyMimeType), QByteArray::fromStdString(*source));
            return data;
        }
    }
    return nullptr;
}

int KeyMapModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_map ? 0 : static_cast<int>(m_map->rows.size());
}

int KeyMapModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeyMapModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const KeyMapRow& row = mapRow(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::DecorationRole:
        return index.column() == StatusColumn ? QVariant(m_icons[static_cast<size_t>(urgency(row.status))]) : QVariant();
    case Qt::ToolTipRole:
        return plainToolTip(details(index.row()));
    case Qt::TextAlignmentRole:
        return index.column() == BytesColumn || isOfValues(index.column()) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case CopyRole:
        return copyText(row, index.column());
    case StatusRole:
        return static_cast<int>(row.status);
    case MapRowRole:
        return index.row();
    default:
        return {};
    }
}

QString KeyMapModel::text(const KeyMapRow& row, int column) const
{
    switch (column) {
    case StatusColumn:
        return statusWord(row.status);
    case SourceColumn:
        return keyEndOr(row.source);
    case DestinationColumn:
        return keyEndOr(row.destination);
    case ShapeColumn:
        return shapeShown(row.source ? row.sourceShape : row.shape);
    case DTypeColumn:
        return row.dtype ? QString::fromUtf8(tensor::dtypeName(*row.dtype)) : none;
    case BytesColumn:
        return row.source ? bytesText(row.bytes) : none;
    case StageColumn:
        return stageOf(row);
    case ReasonColumn:
        return reasonText(row);
    case ModelShapeColumn:
        return row.destination ? shapeShown(row.shape) : none;
    case RuleColumn:
        return shown(row.reason.rule);
    default:
        return valuesCell(row, column);
    }
}

// Empty where the values have not been looked at.
QString KeyMapModel::valuesCell(const KeyMapRow& row, int column) const
{
    const mapping::ValueSummary* values = valuesOf(row);
    if (values == nullptr) {
        return {};
    }
    const std::optional<double> number = numberOf(*values, column);
    return number ? numberText(*number) : none;
}

QString KeyMapModel::copyText(const KeyMapRow& row, int column) const
{
    const std::optional<std::string>* key = column == SourceColumn ? &row.source : (column == DestinationColumn ? &row.destination : nullptr);
    return key != nullptr && *key ? QString::fromStdString(printable(**key, SIZE_MAX / 2)) : text(row, column);
}

QString KeyMapModel::reasonText(const KeyMapRow& row) const
{
    const QString problem = problemText(row);
    if (!problem.isEmpty()) {
        return problem;
    }
    QString text = row.reason.rule == "user" ? tr("by you") : shown(row.reason.rule);
    QStringList captures;
    for (const auto& capture : row.reason.captures) {
        captures.append(shown(capture.first) + u'=' + shown(capture.second));
    }
    if (!captures.isEmpty()) {
        text += u"  "_s + captures.join(u' ');
    }
    return text;
}

QString KeyMapModel::details(int rowNumber) const
{
    const KeyMapRow& row = mapRow(rowNumber);
    QStringList lines;
    const QString problem = problemText(row);
    lines.append(problem.isEmpty() ? statusWord(row.status) : statusWord(row.status) + u": "_s + problem);
    lines.append(keyOr(row.source) + u"  →  "_s + keyOr(row.destination));
    if (!row.reason.rule.empty() && (problem.isEmpty() || !row.reason.pattern.empty())) {
        QString rule = tr("Rule %1").arg(shown(row.reason.rule));
        if (!row.reason.pattern.empty()) {
            rule += u":  "_s + shown(row.reason.pattern);
        }
        for (const auto& capture : row.reason.captures) {
            rule += u"  "_s + shown(capture.first) + u'=' + shown(capture.second);
        }
        lines.append(rule);
    }
    for (const mapping::Suggestion& suggestion : row.suggestions) {
        lines.append(tr("Perhaps %1 (%2)").arg(shown(suggestion.destination), ui::reasonText(suggestion)));
    }
    return lines.join(u'\n');
}

QVariant KeyMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    struct Heading {
        QString text;
        QString toolTip;
    };
    const std::array<Heading, ColumnCount> headings{{{tr("Status"), tr("What becomes of the key")},
                                                     {tr("Key in the file"), tr("The key as it stands in the checkpoint")},
                                                     {tr("Key in the model folder"), tr("Where its tensor goes")},
                                                     {tr("Shape"), tr("Of the tensor in the file; where there is none, of the place in the model")},
                                                     {tr("Type"), tr("Element type of the tensor in the file")},
                                                     {tr("Size"), tr("Of the tensor in the file")},
                                                     {tr("Stage"), tr("Part of the network, by the key in the model folder")},
                                                     {tr("Why"), tr("What is wrong, or the rule that placed the key and what it captured")},
                                                     {tr("Shape in the model"), tr("What the place in the model asks for")},
                                                     {tr("Rule"), tr("Name of the rule that decided")},
                                                     {tr("Min"), tr("Least of the finite values")},
                                                     {tr("Max"), tr("Largest of the finite values")},
                                                     {tr("Mean"), tr("Of the finite values")},
                                                     {tr("Std"), tr("Standard deviation of the finite values (of the population)")},
                                                     {tr("Zeros"), tr("How many values are zero")},
                                                     {tr("NaN"), tr("How many values are no number")},
                                                     {tr("Inf"), tr("How many values are infinite")}}};
    const Heading& heading = headings[static_cast<size_t>(section)];
    return role == Qt::DisplayRole ? QVariant(heading.text) : (role == Qt::ToolTipRole ? QVariant(heading.toolTip) : QVariant());
}

}  // namespace wb::ui
