#include "ui/pages/key_map_page.h"

#include "ui/format.h"
#include "ui/models/key_map_filter.h"
#include "ui/models/key_map_model.h"
#include "ui/models/status_look.h"
#include "ui/pages/row_inspector.h"
#include "ui/widgets/side_splitter.h"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

// Keys are told apart by their ends, all else is read from its beginning.
class KeyDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideLeft;
    }
};

}  // namespace

KeyMapPage::KeyMapPage(QWidget* parent)
    : QWidget(parent), m_model(new KeyMapModel(this)), m_filter(new KeyMapFilter(this)), m_filterBox(new QLineEdit(this)),
      m_filterError(new QLabel(this)), m_chipGroup(new QButtonGroup(this)), m_table(new QTableView(this)), m_panes(new SideSplitter(this)),
      m_inspector(new RowInspector(this))
{
    setObjectName(u"keyMapPage"_s);
    m_filter->setSourceModel(m_model);
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeFilterRow());
    column->addWidget(makeChipRow());
    makeTable();
    m_panes->setObjectName(u"keyMapPanes"_s);
    m_panes->addWidget(m_table);
    m_panes->addWidget(m_inspector);
    m_panes->setStretchFactor(0, 1);
    column->addWidget(m_panes, 1);
    updateChips();
}

QWidget* KeyMapPage::makeFilterRow()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_filterBox->setObjectName(u"keyFilter"_s);
    m_filterBox->setAccessibleName(tr("Filter keys"));
    m_filterBox->setPlaceholderText(tr("Filter keys: words, \"exact key\", /regular expression/"));
    m_filterBox->setClearButtonEnabled(true);
    m_filterBox->installEventFilter(this);
    connect(m_filterBox, &QLineEdit::textChanged, this, &KeyMapPage::applyQuery);
    m_filterError->setObjectName(u"keyFilterError"_s);
    m_filterError->setTextFormat(Qt::PlainText);
    m_filterError->hide();
    layout->addWidget(m_filterBox, 1);
    layout->addWidget(m_filterError);
    return row;
}

QWidget* KeyMapPage::makeChipRow()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_chipGroup->setExclusive(true);
    for (size_t i = 0; i < chipCount; ++i) {
        auto* chip = new QToolButton(row);
        chip->setObjectName(i == 0 ? u"chip-all"_s : u"chip-"_s + QString::fromUtf8(mapping::statusName(statusesByUrgency[i - 1])));
        chip->setCheckable(true);
        chip->setFocusPolicy(Qt::TabFocus);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        if (i > 0) {
            chip->setIcon(statusIcon(statusesByUrgency[i - 1]));
        }
        m_chipGroup->addButton(chip, static_cast<int>(i));
        m_chips[i] = chip;
        layout->addWidget(chip);
    }
    layout->addStretch();
    m_chips[0]->setChecked(true);
    connect(m_chipGroup, &QButtonGroup::idClicked, this, &KeyMapPage::applyChip);
    return row;
}

void KeyMapPage::makeTable()
{
    m_table->setObjectName(u"keyTable"_s);
    m_table->setAccessibleName(tr("Key map"));
    m_table->setModel(m_filter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(KeyMapModel::StatusColumn, Qt::AscendingOrder);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->setItemDelegateForColumn(KeyMapModel::SourceColumn, new KeyDelegate(m_table));
    m_table->setItemDelegateForColumn(KeyMapModel::DestinationColumn, new KeyDelegate(m_table));
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    const std::array<int, KeyMapModel::ColumnCount> letters{18, 36, 46, 23, 6, 11, 7, 40};
    for (int column = 0; column < KeyMapModel::ColumnCount; ++column) {
        header->resizeSection(column, letters[static_cast<size_t>(column)] * letter);
    }
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeyMapPage::showDetails);
}

void KeyMapPage::setKeyMap(const std::shared_ptr<const mapping::KeyMap>& map)
{
    m_map = map;
    m_model->setKeyMap(map);
    m_chips[0]->setChecked(true);
    applyChip(0);
    updateChips();
    m_table->scrollToTop();
    showDetails();
}

void KeyMapPage::updateChips()
{
    const mapping::KeyMap* map = m_model->keyMap();
    const mapping::Counts counts = map != nullptr ? map->counts() : mapping::Counts{};
    m_chips[0]->setText(tr("All %1").arg(countText(map != nullptr ? map->rows.size() : 0)));
    for (size_t i = 1; i < chipCount; ++i) {
        const mapping::Status status = statusesByUrgency[i - 1];
        const uint64_t count = countOf(counts, status);
        QString word = statusWord(status);
        word[0] = word[0].toUpper();
        m_chips[i]->setText(word + u' ' + countText(count));
        m_chips[i]->setEnabled(count > 0);
    }
    for (QToolButton* chip : m_chips) {
        chip->setAccessibleName(chip->text());
    }
}

void KeyMapPage::applyChip(int chip)
{
    m_filter->setStatus(chip == 0 ? std::nullopt : std::optional(statusesByUrgency[static_cast<size_t>(chip - 1)]));
}

void KeyMapPage::applyQuery(const QString& text)
{
    const QString error = m_filter->setQuery(text);
    m_filterError->setText(error);
    m_filterError->setVisible(!error.isEmpty());
    // A frame of its own on top of the style's: red where the palette says nothing about errors.
    m_filterBox->setStyleSheet(error.isEmpty() ? QString() : u"QLineEdit { border: 2px solid #d55e00; padding: 1px; }"_s);
    m_filterBox->setAccessibleDescription(error);
}

void KeyMapPage::focusFilter()
{
    m_filterBox->setFocus(Qt::ShortcutFocusReason);
    m_filterBox->selectAll();
}

bool KeyMapPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_filterBox && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            m_filterBox->clear();
            return true;
        }
        if (key->key() == Qt::Key_Down && m_filter->rowCount() > 0) {
            m_table->setFocus(Qt::ShortcutFocusReason);
            if (!m_table->currentIndex().isValid()) {
                m_table->setCurrentIndex(m_filter->index(0, KeyMapModel::SourceColumn));
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void KeyMapPage::goToProblem(bool forward)
{
    const int rows = m_filter->rowCount();
    const int step = forward ? 1 : -1;
    int row = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : (forward ? -1 : rows);
    for (int seen = 0; seen < rows; ++seen) {
        row = (row + step + rows) % rows;
        const QModelIndex index = m_filter->index(row, KeyMapModel::StatusColumn);
        if (isProblem(static_cast<mapping::Status>(index.data(KeyMapModel::StatusRole).toInt()))) {
            m_table->setCurrentIndex(index);
            m_table->scrollTo(index);
            return;
        }
    }
}

void KeyMapPage::copyCells() const
{
    QModelIndexList cells = m_table->selectionModel()->selectedIndexes();
    const auto position = [this](const QModelIndex& cell) { return std::pair(cell.row(), m_table->horizontalHeader()->visualIndex(cell.column())); };
    std::sort(cells.begin(), cells.end(), [&](const QModelIndex& a, const QModelIndex& b) { return position(a) < position(b); });
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0) {
            text += cells[i].row() == cells[i - 1].row() ? u'\t' : u'\n';
        }
        text += cells[i].data().toString();
    }
    if (!text.isEmpty()) {
        QApplication::clipboard()->setText(text);
    }
}

void KeyMapPage::showDetails()
{
    m_inspector->showRow(m_map, m_filter->mapToSource(m_table->currentIndex()).row());
}

QByteArray KeyMapPage::columnState() const
{
    return m_table->horizontalHeader()->saveState();
}

void KeyMapPage::restoreColumnState(const QByteArray& state)
{
    m_table->horizontalHeader()->restoreState(state);
    m_table->sortByColumn(KeyMapModel::StatusColumn, Qt::AscendingOrder);
}

}  // namespace wb::ui
