#include "ui/edits/candidate_model.h"

#include "ui/edits/edit_text.h"

#include "ui/format.h"

namespace wb::ui {

CandidateModel::CandidateModel(const mapping::KeyMap& map, size_t row, QObject* parent)
    : QAbstractTableModel(parent), m_source(map.rows.at(row)), m_candidates(mapping::candidatesFor(map, row))
{}

int CandidateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_candidates.size());
}

int CandidateModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CandidateModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const mapping::Candidate& candidate = m_candidates[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return index.column() == DestinationColumn ? shown(candidate.place.destination) : candidateText(m_source, candidate);
    case Qt::AccessibleTextRole:
        return QString(shown(candidate.place.destination) + QStringLiteral(", ") + candidateText(m_source, candidate));
    default:
        return {};
    }
}

}  // namespace wb::ui
