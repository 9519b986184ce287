#pragma once

#include <QWidget>

class QStackedWidget;

namespace wb::ui {

class KeyMapFilter;
class KeyTable;
class KeyTree;

// The rows that a filter lets through: the table with its strip of problems, or the tree in its place. The row at hand is the same in both.
class KeyMapViews : public QWidget {
    Q_OBJECT

public:
    // The filter outlives the views.
    explicit KeyMapViews(KeyMapFilter* filter, QWidget* parent = nullptr);

    KeyTable* table() const { return m_table; }
    KeyTree* tree() const { return m_tree; }
    bool isTreeShown() const;
    void setTreeShown(bool isShown);
    // Row of the map at hand, or -1.
    int currentMapRow() const;
    void selectMapRow(int mapRow);
    // Gives the view the focus, and it a row if it has none.
    void enter();
    // Selects the next row with a problem below (or above) the current one, starting anew at the end. False when there is none.
    bool goToProblem(bool forward);
    void copyCells(bool withHeaders) const;

Q_SIGNALS:
    void currentRowChanged();
    void treeShownChanged(bool isShown);

private:
    KeyMapFilter* m_filter;
    KeyTable* m_table;
    KeyTree* m_tree;
    QStackedWidget* m_stack;
};

}  // namespace wb::ui
