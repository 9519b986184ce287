#include "ui/pages/kept_rows.h"

#include "ui/models/key_map_model.h"

#include <QItemSelection>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace wb::ui {

bool isSameFile(const mapping::KeyMap& a, const mapping::KeyMap& b)
{
    const auto sources = [](const mapping::KeyMap& map) {
        const auto isMissing = [](const mapping::KeyMapRow& row) { return !row.source; };
        return std::find_if(map.rows.begin(), map.rows.end(), isMissing);
    };
    return std::equal(a.rows.begin(), sources(a), b.rows.begin(), sources(b),
                      [](const mapping::KeyMapRow& x, const mapping::KeyMapRow& y) { return x.source == y.source && x.tensor == y.tensor; });
}

KeptRows::KeyView KeptRows::keyOf(const mapping::KeyMapRow& row)
{
    if (row.source) {
        return {true, *row.source};
    }
    return {false, row.destination ? std::string_view(*row.destination) : std::string_view()};
}

KeptRows::KeptRows(QTableView& table, const KeyMapModel& model) : m_table(table), m_model(model), m_scroll(table.verticalScrollBar()->value())
{
    const auto keyAt = [&](const QModelIndex& index) {
        const auto [isSource, text] = keyOf(model.mapRow(index.data(KeyMapModel::MapRowRole).toInt()));
        return Key{isSource, std::string(text)};
    };
    for (const QModelIndex& index : table.selectionModel()->selectedIndexes()) {
        m_selected.push_back(keyAt(index));
    }
    std::ranges::sort(m_selected, {}, &Key::view);
    if (table.currentIndex().isValid()) {
        m_current = keyAt(table.currentIndex());
        m_column = table.currentIndex().column();
    }
}

void KeptRows::restore() const
{
    if (m_column < 0) {
        m_table.verticalScrollBar()->setValue(m_scroll);
        return;
    }
    const QAbstractItemModel* shown = m_table.model();
    QItemSelection selection;
    QModelIndex current;
    for (int row = 0; row < shown->rowCount(); ++row) {
        const QModelIndex index = shown->index(row, m_column);
        const KeyView key = keyOf(m_model.mapRow(index.data(KeyMapModel::MapRowRole).toInt()));
        if (std::ranges::binary_search(m_selected, key, {}, &Key::view)) {
            selection.select(index, index);
        }
        if (key == m_current.view()) {
            current = index;
        }
    }
    const bool scrolls = m_table.hasAutoScroll();
    m_table.setAutoScroll(false);
    m_table.selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    m_table.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_table.setAutoScroll(scrolls);
    m_table.verticalScrollBar()->setValue(m_scroll);
}

}  // namespace wb::ui
