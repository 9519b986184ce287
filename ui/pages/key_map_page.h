#pragma once

#include "core/mapping/key_map.h"

#include <QWidget>

#include <array>
#include <memory>
#include <optional>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace wb::ui {

class KeyMapFilter;
class KeyMapModel;
class RowInspector;
class SideSplitter;

// The key map: filter box, status chips, table, and the row at hand in full.
class KeyMapPage : public QWidget {
    Q_OBJECT

public:
    explicit KeyMapPage(QWidget* parent = nullptr);

    void setKeyMap(const std::shared_ptr<const mapping::KeyMap>& map);
    QTableView* table() const { return m_table; }
    RowInspector* inspector() const { return m_inspector; }
    void focusFilter();
    // Selects the next row with a problem below (or above) the current one, starting anew at the end.
    void goToProblem(bool forward);
    // Copies the selected cells, tab-separated.
    void copyCells() const;
    QByteArray columnState() const;
    void restoreColumnState(const QByteArray& state);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static constexpr size_t chipCount = 7;  // all, then one a status

    QWidget* makeFilterRow();
    QWidget* makeChipRow();
    void makeTable();
    void applyQuery(const QString& text);
    void applyChip(int chip);
    void updateChips();
    void showDetails();

    KeyMapModel* m_model;
    KeyMapFilter* m_filter;
    QLineEdit* m_filterBox;
    QLabel* m_filterError;
    QButtonGroup* m_chipGroup;
    std::array<QToolButton*, chipCount> m_chips{};
    QTableView* m_table;
    SideSplitter* m_panes;
    RowInspector* m_inspector;
    std::shared_ptr<const mapping::KeyMap> m_map;
};

}  // namespace wb::ui
