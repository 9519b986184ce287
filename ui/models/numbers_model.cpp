#include "ui/models/numbers_model.h"

namespace wb::ui {

using namespace Qt::StringLiterals;

void NumbersModel::setTable(const QStringList& headings, const QList<QStringList>& rows)
{
    if (headings == m_headings && rows.size() == m_rows.size()) {
        m_rows = rows;  // the same table with other numbers: the view stays where it is
        if (!rows.isEmpty()) {
            Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(rows.size()) - 1, static_cast<int>(headings.size()) - 1));
        }
        return;
    }
    beginResetModel();
    m_headings = headings;
    m_rows = rows;
    endResetModel();
}

QString NumbersModel::spoken() const
{
    QStringList lines;
    for (const QStringList& row : m_rows) {
        lines.append(row.value(0) + u": "_s + QStringList(row.mid(1)).join(u", "_s));
    }
    return lines.join(u"; "_s);
}

QString NumbersModel::tabbed() const
{
    QStringList lines{m_headings.join(u'\t')};
    for (const QStringList& row : m_rows) {
        lines.append(row.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

int NumbersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NumbersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant NumbersModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return m_rows[index.row()].value(index.column());
    }
    if (role == Qt::TextAlignmentRole && index.column() > 0) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

QVariant NumbersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return section > 0 ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole ? m_headings.value(section) : QVariant();
}

}  // namespace wb::ui
