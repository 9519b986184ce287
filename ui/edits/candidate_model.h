#pragma once

#include "core/mapping/edits.h"

#include <QAbstractTableModel>

#include <vector>

namespace wb::ui {

// The places that one key may be sent to, best first, each with its reason.
class CandidateModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { DestinationColumn, ReasonColumn, ColumnCount };

    CandidateModel(const mapping::KeyMap& map, size_t row, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    mapping::KeyMapRow m_source;
    std::vector<mapping::Candidate> m_candidates;
};

}  // namespace wb::ui
