#include "ui/pages/key_map_page.h"

#include "ui/format.h"
#include "ui/models/key_map_filter.h"
#include "ui/models/key_map_model.h"
#include "ui/pages/kept_rows.h"
#include "ui/pages/key_map_views.h"
#include "ui/pages/row_inspector.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/key_table.h"
#include "ui/widgets/query_box.h"
#include "ui/widgets/query_help.h"
#include "ui/widgets/side_splitter.h"
#include "ui/widgets/status_chips.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

KeyMapPage::KeyMapPage(QWidget* parent)
    : QWidget(parent), m_model(new KeyMapModel(this)), m_filter(new KeyMapFilter(this)), m_filterBox(new QueryBox(this)),
      m_filterError(new QLabel(this)), m_chips(new StatusChips(this)), m_note(new ElidedLabel(this)), m_panes(new SideSplitter(this)),
      m_inspector(new RowInspector(this))
{
    setObjectName(u"keyMapPage"_s);
    m_filter->setSourceModel(m_model);
    m_views = new KeyMapViews(m_filter, this);
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeFilterRow());
    column->addWidget(m_filterError);
    column->addWidget(makeChipRow());
    m_panes->setObjectName(u"keyMapPanes"_s);
    m_panes->addWidget(m_views);
    m_panes->addWidget(m_inspector);
    m_panes->setStretchFactor(0, 1);
    column->addWidget(m_panes, 1);
    connect(m_views, &KeyMapViews::currentRowChanged, this, &KeyMapPage::showDetails);
    connect(m_filter, &KeyMapFilter::rowsChanged, this, &KeyMapPage::showNumbers);
    connect(m_filter, &KeyMapFilter::gaveUp, this, &KeyMapPage::showError);
    showNumbers();
}

QWidget* KeyMapPage::makeFilterRow()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_filterBox->setObjectName(u"keyFilter"_s);
    m_filterBox->setAccessibleName(tr("Filter keys"));
    m_filterBox->setPlaceholderText(tr("Filter keys: words, \"exact key\", /regular expression/, stage:3, bytes:>1G"));
    connect(m_filterBox, &QLineEdit::textChanged, this, &KeyMapPage::applyQuery);
    connect(m_filterBox, &QueryBox::left, m_views, &KeyMapViews::enter);
    auto* help = new QToolButton(row);
    help->setObjectName(u"filterHelp"_s);
    help->setText(u"?"_s);
    help->setAccessibleName(tr("What the filter box understands"));
    help->setToolTip(help->accessibleName());
    help->setFocusPolicy(Qt::TabFocus);
    auto* popup = new QueryHelp(this);
    connect(help, &QToolButton::clicked, popup, [popup, help] { popup->showBelow(help); });
    m_filterError->setObjectName(u"keyFilterError"_s);
    m_filterError->setTextFormat(Qt::PlainText);
    m_filterError->setWordWrap(true);
    m_filterError->hide();
    layout->addWidget(m_filterBox, 1);
    layout->addWidget(help);
    return row;
}

QWidget* KeyMapPage::makeChipRow()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    connect(m_chips, &StatusChips::chosenChanged, this, [this] { m_filter->setStatus(m_chips->chosen()); });
    m_note->setObjectName(u"keyMapNote"_s);
    m_note->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    layout->addWidget(m_chips, 6);  // all in one row where the window is wide enough
    layout->addWidget(m_note, 1);
    return row;
}

QTableView* KeyMapPage::table() const
{
    return m_views->table();
}

void KeyMapPage::setBar(QWidget* bar)
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->indexOf(m_panes), bar);
}

void KeyMapPage::setFoot(QWidget* foot)
{
    layout()->addWidget(foot);
}

void KeyMapPage::setEditable(bool editable)
{
    m_model->setEditable(editable);
}

// The map of the same file after an edit leaves chip, selection and scroll position as they are.
void KeyMapPage::setKeyMap(const std::shared_ptr<const mapping::KeyMap>& map)
{
    if (m_map && map && isSameFile(*m_map, *map)) {
        const KeptRows kept(*table(), *m_model);
        const int row = m_views->isTreeShown() ? m_views->currentMapRow() : -1;
        showMap(map);
        kept.restore();
        m_views->selectMapRow(row < static_cast<int>(map->rows.size()) ? row : -1);
        return;
    }
    m_chips->chooseAll();
    m_filter->setStatus(std::nullopt);
    showMap(map);
    table()->scrollToTop();
}

void KeyMapPage::showMap(const std::shared_ptr<const mapping::KeyMap>& map)
{
    m_map = map;
    m_model->setKeyMap(map);
    m_chips->showCounts(map ? map->counts() : mapping::Counts{}, map ? map->rows.size() : 0);
    showDetails();
    Q_EMIT keyMapChanged();
}

void KeyMapPage::applyQuery(const QString& text)
{
    const std::optional<QueryError> error = m_filter->setQuery(text);
    m_filterBox->showError(error);
    m_filterError->setText(error ? error->sentence() : QString());
    m_filterError->setVisible(error.has_value());
}

void KeyMapPage::showError(const QString& reason)
{
    m_filterBox->showError(QueryError{reason, 0, m_filterBox->text().size()});
    m_filterError->setText(reason);
    m_filterError->show();
}

// "31 of 626 rows, 1.2 GB"
void KeyMapPage::showNumbers()
{
    const int all = m_model->rowCount();
    const int shownRows = m_filter->rowCount();
    const QString size = bytesText(m_filter->bytes());
    m_note->setFullText(shownRows == all ? tr("%n row(s), %1", nullptr, all).arg(size)
                                         : tr("%2 of %n row(s), %1", nullptr, all).arg(size, countText(static_cast<uint64_t>(shownRows))));
    m_note->keepRoom();
}

void KeyMapPage::focusFilter()
{
    m_filterBox->setFocus(Qt::ShortcutFocusReason);
    m_filterBox->selectAll();
}

void KeyMapPage::goToProblem(bool forward)
{
    if (!m_views->goToProblem(forward)) {
        say(isFiltered() ? tr("No problems in the rows shown.") : tr("No problems."));
    }
}

void KeyMapPage::say(const QString& sentence)
{
    m_note->setFullText(sentence);
}

bool KeyMapPage::isFiltered() const
{
    return m_filter->rowCount() != m_model->rowCount();
}

KeyMapRows KeyMapPage::rowsShown() const
{
    KeyMapRows shownRows{m_map, {}, {}};
    const bool tellsValues = m_views->table()->showsValues();
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        shownRows.rows.push_back(m_filter->sourceRow(row));
        if (tellsValues) {
            shownRows.values.push_back(m_model->values(shownRows.rows.back()));
        }
    }
    return shownRows;
}

void KeyMapPage::copyCells() const
{
    m_views->copyCells(false);
}

void KeyMapPage::showDetails()
{
    m_inspector->showRow(m_map, m_views->currentMapRow());
}

QByteArray KeyMapPage::columnState() const
{
    return m_views->table()->columnState();
}

void KeyMapPage::restoreColumnState(const QByteArray& state)
{
    m_views->table()->restoreColumnState(state);
}

}  // namespace wb::ui
