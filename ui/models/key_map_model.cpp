#include "ui/models/key_map_model.h"

#include "ui/format.h"
#include "ui/row_text.h"

#include "core/base/text.h"

#include <QMimeData>
#include <QStringList>

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
    endResetModel();
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
        return index.column() == BytesColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
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
        return {};
    }
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
                                                     {tr("Rule"), tr("Name of the rule that decided")}}};
    const Heading& heading = headings[static_cast<size_t>(section)];
    return role == Qt::DisplayRole ? QVariant(heading.text) : (role == Qt::ToolTipRole ? QVariant(heading.toolTip) : QVariant());
}

}  // namespace wb::ui
