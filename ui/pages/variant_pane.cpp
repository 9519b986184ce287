#include "ui/pages/variant_pane.h"

#include "ui/models/variant_model.h"
#include "ui/widgets/roomy_delegate.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

VariantPane::VariantPane(const std::vector<mapping::Variant>& variants, QWidget* parent)
    : QWidget(parent), m_filterBox(new QLineEdit(this)), m_view(new QTreeView(this)), m_proxy(new QSortFilterProxyModel(this))
{
    setObjectName(u"variantPane"_s);
    m_filterBox->setObjectName(u"variantFilter"_s);
    m_filterBox->setPlaceholderText(tr("Filter models"));
    m_filterBox->setAccessibleName(tr("Filter models"));
    m_filterBox->setClearButtonEnabled(true);

    m_proxy->setSourceModel(new VariantModel(variants, this));
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setSortRole(VariantModel::SortRole);
    connect(m_filterBox, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);

    m_view->setObjectName(u"variantView"_s);
    m_view->setAccessibleName(tr("Models that can be converted"));
    m_view->setModel(m_proxy);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setItemDelegate(new RoomyDelegate(m_view));
    m_view->setAlternatingRowColors(true);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->header()->setStretchLastSection(true);
    m_view->resizeColumnToContents(VariantModel::NameColumn);
    m_view->resizeColumnToContents(VariantModel::SizeColumn);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &VariantPane::tellChoice);

    // Room for the longest name and a scroll bar.
    setMinimumWidth(m_view->header()->sectionSize(VariantModel::NameColumn) + fontMetrics().averageCharWidth() * 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_filterBox);
    column->addWidget(m_view, 1);
}

void VariantPane::showVariant(const QString& name)
{
    m_silent = true;
    const QModelIndexList found = m_proxy->rowCount() == 0 || name.isEmpty()
                                      ? QModelIndexList()
                                      : m_proxy->match(m_proxy->index(0, 0), VariantModel::NameRole, name, 1, Qt::MatchExactly);
    if (found.isEmpty()) {
        m_view->selectionModel()->clear();
    } else {
        m_view->setCurrentIndex(found[0]);
    }
    m_silent = false;
}

void VariantPane::tellChoice()
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (!m_silent && !rows.isEmpty()) {
        Q_EMIT variantChosen(rows[0].data(VariantModel::NameRole).toString());
    }
}

}  // namespace wb::ui
