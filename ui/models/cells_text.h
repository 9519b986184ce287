#pragma once

#include <QString>

class QHeaderView;
class QItemSelectionModel;

namespace wb::ui {

// The selected cells as text to paste: a line a row in the order of the view, cells as their columns stand, tab-separated. The model's CopyRole has
// control characters escaped, so that neither tab nor line feed is in a cell.
QString cellsText(const QItemSelectionModel& selection, const QHeaderView& header, bool withHeaders);

}  // namespace wb::ui
