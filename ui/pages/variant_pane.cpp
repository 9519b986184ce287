#include "ui/pages/variant_pane.h"

#include "ui/models/variant_filter.h"
#include "ui/models/variant_model.h"
#include "ui/widgets/roomy_delegate.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

VariantPane::VariantPane(const std::vector<mapping::Variant>& variants, QWidget* parent)
    : QWidget(parent), m_filterBox(new QLineEdit(this)), m_kind(new QComboBox(this)), m_view(new QTreeView(this)),
      m_model(new VariantModel(variants, this)), m_proxy(new VariantFilter(this))
{
    setObjectName(u"variantPane"_s);
    m_filterBox->setObjectName(u"variantFilter"_s);
    m_filterBox->setPlaceholderText(tr("Filter models"));
    m_filterBox->setAccessibleName(tr("Filter models"));
    m_filterBox->setClearButtonEnabled(true);
    m_proxy->setSourceModel(m_model);
    connect(m_filterBox, &QLineEdit::textChanged, m_proxy, &VariantFilter::setWords);
    makeKinds();
    makeView();

    // Room for the longest name and a scroll bar.
    setMinimumWidth(m_view->header()->sectionSize(VariantModel::NameColumn) + fontMetrics().averageCharWidth() * 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_filterBox);
    column->addWidget(m_kind);
    column->addWidget(m_view, 1);
}

void VariantPane::makeKinds()
{
    using Kind = VariantFilter::Kind;
    m_kind->setObjectName(u"variantKind"_s);
    m_kind->setAccessibleName(tr("Kind of models"));
    const std::initializer_list<std::pair<Kind, QString>> kinds{{Kind::All, tr("All models")},
                                                                {Kind::Seer, tr("SEER")},
                                                                {Kind::SeerFineTuned, tr("SEER, fine-tuned")},
                                                                {Kind::ImageNet, tr("ImageNet (timm)")},
                                                                {Kind::LayersX, tr("RegNet-X")},
                                                                {Kind::LayersY, tr("RegNet-Y")},
                                                                {Kind::Here, tr("On this machine")},
                                                                {Kind::Fitting, tr("Fitting the free space")}};
    for (const auto& [kind, text] : kinds) {
        m_kind->addItem(text, QVariant::fromValue(kind));
    }
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] { m_proxy->setKind(m_kind->currentData().value<Kind>()); });
}

void VariantPane::makeView()
{
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
    m_view->setColumnHidden(VariantModel::ParametersColumn, true);
    m_view->setColumnHidden(VariantModel::InputColumn, true);
    m_view->header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view->header(), &QHeaderView::customContextMenuRequested, this, &VariantPane::askForColumns);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &VariantPane::tellChoice);
}

void VariantPane::askForColumns(const QPoint& place)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = VariantModel::SizeColumn; column < VariantModel::ColumnCount; ++column) {
        QAction* action = menu->addAction(m_model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_view->isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool isShown) { m_view->setColumnHidden(column, !isShown); });
    }
    menu->popup(m_view->header()->mapToGlobal(place));
}

void VariantPane::showHere(const QStringList& names, quint64 freeBytes)
{
    m_model->setHere(QSet<QString>(names.begin(), names.end()));
    m_proxy->setFreeBytes(freeBytes);
}

QByteArray VariantPane::columnState() const
{
    return m_view->header()->saveState();
}

void VariantPane::restoreColumnState(const QByteArray& state)
{
    if (!state.isEmpty()) {
        m_view->header()->restoreState(state);
    }
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
