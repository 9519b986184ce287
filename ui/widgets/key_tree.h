#pragma once

#include "ui/models/key_map_place.h"

#include <QTreeView>

#include <vector>

namespace wb::ui {

class KeyMapFilter;
class KeyMapTree;

// The rows of a key map by stage and block. What is open stays open when the filter changes; while little is let through, all is open.
class KeyTree : public QTreeView {
    Q_OBJECT

public:
    explicit KeyTree(KeyMapFilter* filter, QWidget* parent = nullptr);

    KeyMapTree* tree() const { return m_tree; }
    // Opens what hides the row, and selects it. -1 selects nothing.
    void selectMapRow(int mapRow);
    int currentMapRow() const;

Q_SIGNALS:
    void currentMapRowChanged();

private:
    void rememberOpen();
    void reopen();

    KeyMapFilter* m_filter;
    KeyMapTree* m_tree;
    std::vector<Place> m_open;
    int m_current = -1;
};

}  // namespace wb::ui
