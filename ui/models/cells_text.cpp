#include "ui/models/cells_text.h"

#include "ui/models/key_map_model.h"

#include <QHeaderView>
#include <QItemSelectionModel>

#include <algorithm>
#include <map>
#include <vector>

namespace wb::ui {

namespace {

// Row numbers from the root down: the order in which a view shows rows.
std::vector<int> pathOf(QModelIndex index)
{
    std::vector<int> path;
    for (; index.isValid(); index = index.parent()) {
        path.insert(path.begin(), index.row());
    }
    return path;
}

}  // namespace

QString cellsText(const QItemSelectionModel& selection, const QHeaderView& header, bool withHeaders)
{
    std::map<std::vector<int>, std::map<int, QModelIndex>> rows;  // by path, then by the column's place
    std::map<int, int> columns;                                   // by place
    for (const QItemSelectionRange& range : selection.selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            auto& cells = rows[pathOf(range.model()->index(row, 0, range.parent()))];
            for (int column = range.left(); column <= range.right(); ++column) {
                if (!header.isSectionHidden(column)) {
                    const int place = header.visualIndex(column);
                    cells[place] = range.model()->index(row, column, range.parent());
                    columns[place] = column;
                }
            }
        }
    }
    QStringList lines;
    if (withHeaders) {
        QStringList titles;
        for (const auto& [place, column] : columns) {
            titles.append(header.model()->headerData(column, Qt::Horizontal).toString());
        }
        lines.append(titles.join(u'\t'));
    }
    for (const auto& [path, cells] : rows) {
        QStringList texts;
        for (const auto& [place, column] : columns) {
            const auto cell = cells.find(place);
            texts.append(cell == cells.end() ? QString() : cell->second.data(KeyMapModel::CopyRole).toString());
        }
        lines.append(texts.join(u'\t'));
    }
    return rows.empty() ? QString() : lines.join(u'\n');
}

}  // namespace wb::ui
