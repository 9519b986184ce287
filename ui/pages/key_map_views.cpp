#include "ui/pages/key_map_views.h"

#include "ui/models/cells_text.h"
#include "ui/models/key_map_filter.h"
#include "ui/models/key_map_model.h"
#include "ui/models/key_map_tree.h"
#include "ui/widgets/key_table.h"
#include "ui/widgets/key_tree.h"
#include "ui/widgets/problem_strip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>

namespace wb::ui {

using namespace Qt::StringLiterals;

KeyMapViews::KeyMapViews(KeyMapFilter* filter, QWidget* parent)
    : QWidget(parent), m_filter(filter), m_table(new KeyTable(filter, this)), m_tree(new KeyTree(filter, this)), m_stack(new QStackedWidget(this))
{
    auto* strip = new ProblemStrip(filter, this);
    auto* side = new QWidget(this);
    auto* row = new QHBoxLayout(side);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_table, 1);
    row->addWidget(strip);
    m_stack->setObjectName(u"keyMapViews"_s);
    m_stack->addWidget(side);
    m_stack->addWidget(m_tree);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeyMapViews::currentRowChanged);
    connect(m_tree, &KeyTree::currentMapRowChanged, this, &KeyMapViews::currentRowChanged);
    connect(filter, &KeyMapFilter::rowsChanged, this, &KeyMapViews::currentRowChanged);
    connect(strip, &ProblemStrip::rowChosen, this, [this](int chosen) {
        selectMapRow(m_filter->sourceRow(chosen));
        enter();
    });
}

bool KeyMapViews::isTreeShown() const
{
    return m_stack->currentWidget() == m_tree;
}

void KeyMapViews::setTreeShown(bool isShown)
{
    if (isShown == isTreeShown()) {
        return;
    }
    const int row = currentMapRow();
    const bool hadFocus = m_table->hasFocus() || m_tree->hasFocus();
    m_stack->setCurrentIndex(isShown ? 1 : 0);
    m_tree->tree()->setInUse(isShown);
    selectMapRow(row);
    if (hadFocus) {
        enter();
    }
    Q_EMIT treeShownChanged(isShown);
}

int KeyMapViews::currentMapRow() const
{
    if (isTreeShown()) {
        return m_tree->currentMapRow();
    }
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_filter->sourceRow(current.row()) : -1;
}

void KeyMapViews::selectMapRow(int mapRow)
{
    if (mapRow < 0) {
        return;
    }
    if (isTreeShown()) {
        m_tree->selectMapRow(mapRow);
        return;
    }
    const int column = m_table->currentIndex().isValid() ? m_table->currentIndex().column() : int{KeyMapModel::StatusColumn};
    const QModelIndex index = m_filter->mapFromSource(m_filter->sourceModel()->index(mapRow, column));
    if (index.isValid()) {
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index);
    }
}

void KeyMapViews::enter()
{
    QAbstractItemView* view = isTreeShown() ? static_cast<QAbstractItemView*>(m_tree) : m_table;
    view->setFocus(Qt::ShortcutFocusReason);
    if (!view->currentIndex().isValid()) {
        view->setCurrentIndex(view->model()->index(0, isTreeShown() ? int{KeyMapTree::NameColumn} : int{KeyMapModel::SourceColumn}));
    }
}

bool KeyMapViews::goToProblem(bool forward)
{
    const int rows = m_filter->rowCount();
    const int step = forward ? 1 : -1;
    const int current = currentMapRow();
    int row = current >= 0 ? m_filter->mapFromSource(m_filter->sourceModel()->index(current, 0)).row() : (forward ? -1 : rows);
    for (int seen = 0; seen < rows; ++seen) {
        row = (row + step + rows) % rows;
        const int mapRow = m_filter->sourceRow(row);
        if (isProblem(m_filter->keyMap()->mapRow(mapRow).status)) {
            selectMapRow(mapRow);
            return true;
        }
    }
    return false;
}

void KeyMapViews::copyCells(bool withHeaders) const
{
    const QString text = isTreeShown() ? cellsText(*m_tree->selectionModel(), *m_tree->header(), withHeaders)
                                       : cellsText(*m_table->selectionModel(), *m_table->horizontalHeader(), withHeaders);
    if (!text.isEmpty()) {
        QGuiApplication::clipboard()->setText(text);
    }
}

}  // namespace wb::ui
