#pragma once

#include "core/mapping/key_map.h"

#include <QWidget>

#include <memory>

class QLabel;
class QTableView;

namespace wb::ui {

class ElidedLabel;
class KeyMapFilter;
class KeyMapModel;
class KeyTable;
class QueryBox;
class RowInspector;
class SideSplitter;
class StatusChips;

// The key map: filter box, status chips, table, and the row at hand in full.
class KeyMapPage : public QWidget {
    Q_OBJECT

public:
    explicit KeyMapPage(QWidget* parent = nullptr);

    void setKeyMap(const std::shared_ptr<const mapping::KeyMap>& map);
    QTableView* table() const;
    RowInspector* inspector() const { return m_inspector; }
    void focusFilter();
    // Selects the next row with a problem below (or above) the current one, starting anew at the end.
    void goToProblem(bool forward);
    // Copies the selected cells, tab-separated.
    void copyCells() const;
    QByteArray columnState() const;
    void restoreColumnState(const QByteArray& state);

private:
    QWidget* makeFilterRow();
    QWidget* makeChipRow();
    void applyQuery(const QString& text);
    void showError(const QString& reason);
    void showNumbers();
    void enterTable();
    void showDetails();

    KeyMapModel* m_model;
    KeyMapFilter* m_filter;
    QueryBox* m_filterBox;
    QLabel* m_filterError;
    StatusChips* m_chips;
    ElidedLabel* m_note;
    KeyTable* m_table;
    SideSplitter* m_panes;
    RowInspector* m_inspector;
    std::shared_ptr<const mapping::KeyMap> m_map;
};

}  // namespace wb::ui
