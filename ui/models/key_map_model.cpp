#include "ui/models/key_map_model.h"

#include "ui/format.h"
#include "ui/row_text.h"

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

// The text of a tool tip is rich text if it looks like some; escaped, foreign text stays text.
QString plainToolTip(const QString& text)
{
    return u"<p style='white-space:pre'>"_s + text.toHtmlEscaped() + u"</p>"_s;
}

}  // namespace

QString stageOf(const KeyMapRow& row)
{
    if (!row.destination) {
        return {};
    }
    static const std::string stages = "encoder.stages.";
    const std::string& key = *row.destination;
    const size_t at = key.find(stages);
    if (at != std::string::npos) {
        const size_t digit = at + stages.size();
        const size_t end = key.find('.', digit);
        bool ok = false;
        const int stage = QString::fromStdString(key.substr(digit, end - digit)).toInt(&ok);
        return ok ? QString::number(stage + 1) : QString();
    }
    if (key.find("embedder.") != std::string::npos) {
        return KeyMapModel::tr("stem");
    }
    return key.rfind("classifier.", 0) == 0 ? KeyMapModel::tr("head") : QString();
}

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
    case SortRole:
        return sortKey(row, index.column());
    case StatusRole:
        return static_cast<int>(row.status);
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
        return keyOr(row.source);
    case DestinationColumn:
        return keyOr(row.destination);
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
    default:
        return {};
    }
}

QVariant KeyMapModel::sortKey(const KeyMapRow& row, int column) const
{
    switch (column) {
    case StatusColumn:
        return urgency(row.status);
    case BytesColumn:
        return static_cast<qulonglong>(row.bytes);
    case ShapeColumn: {
        double elements = 1;
        for (const uint64_t size : row.source ? row.sourceShape : row.shape) {
            elements *= static_cast<double>(size);
        }
        return elements;
    }
    default:
        return text(row, column);
    }
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
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case StatusColumn:
        return tr("Status");
    case SourceColumn:
        return tr("Key in the file");
    case DestinationColumn:
        return tr("Key in the model folder");
    case ShapeColumn:
        return tr("Shape");
    case DTypeColumn:
        return tr("Type");
    case BytesColumn:
        return tr("Size");
    case StageColumn:
        return tr("Stage");
    case ReasonColumn:
        return tr("Why");
    default:
        return {};
    }
}

}  // namespace wb::ui
