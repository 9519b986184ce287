#pragma once

#include "ui/key_map_export.h"

#include <QWidget>

#include <memory>

class QLabel;
class QTableView;

namespace wb::ui {

class ElidedLabel;
class KeyMapFilter;
class KeyMapModel;
class KeyMapViews;
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
    bool hasKeyMap() const { return m_map != nullptr; }
    KeyMapViews* views() const { return m_views; }
    QTableView* table() const;
    // Stands between the chips and the table; the page owns it.
    void setBar(QWidget* bar);
    // Stands below the table; the page owns it.
    void setFoot(QWidget* foot);
    void setEditable(bool editable);
    KeyMapModel* model() const { return m_model; }
    RowInspector* inspector() const { return m_inspector; }
    void focusFilter();
    // Selects the next row with a problem below (or above) the current one, starting anew at the end.
    void goToProblem(bool forward);
    // A short message where the numbers of the filter stand, until these change.
    void say(const QString& sentence);
    bool isFiltered() const;       // fewer rows are shown than there are
    KeyMapRows rowsShown() const;  // in the order of the table
    // Copies the selected cells, tab-separated.
    void copyCells() const;
    QByteArray columnState() const;
    void restoreColumnState(const QByteArray& state);

Q_SIGNALS:
    void keyMapChanged();

private:
    QWidget* makeFilterRow();
    QWidget* makeChipRow();
    void applyQuery(const QString& text);
    void showError(const QString& reason);
    void showNumbers();
    void showDetails();
    void showMap(const std::shared_ptr<const mapping::KeyMap>& map);

    KeyMapModel* m_model;
    KeyMapFilter* m_filter;
    QueryBox* m_filterBox;
    QLabel* m_filterError;
    StatusChips* m_chips;
    ElidedLabel* m_note;
    KeyMapViews* m_views;
    SideSplitter* m_panes;
    RowInspector* m_inspector;
    std::shared_ptr<const mapping::KeyMap> m_map;
};

}  // namespace wb::ui
