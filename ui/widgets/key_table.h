#pragma once

#include <QList>
#include <QTableView>

class QAction;

namespace wb::ui {

class KeyMapFilter;

// The rows of a key map as a table: rows of one height, keys shortened at their beginning, columns to choose and to order.
class KeyTable : public QTableView {
    Q_OBJECT

public:
    explicit KeyTable(KeyMapFilter* filter, QWidget* parent = nullptr);

    // One a column, checked while it is shown; also in the header's context menu. The last one shown cannot be hidden.
    const QList<QAction*>& columnActions() const { return m_columnActions; }
    // Widths, order and choice as they are at first.
    void resetColumns();
    QByteArray columnState() const;
    void restoreColumnState(const QByteArray& state);
    // One of the columns of values is among those shown.
    bool showsValues() const;
    void showValues();  // all of them

Q_SIGNALS:
    void columnsChosen();

private:
    void makeColumnActions();
    void showColumn(int column, bool isShown);
    void showColumnChoice();
    void showHeaderMenu(const QPoint& position);

    QList<QAction*> m_columnActions;
};

}  // namespace wb::ui
