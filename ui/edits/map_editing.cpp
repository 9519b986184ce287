#include "ui/edits/map_editing.h"

#include "ui/dialogs/rule_dialog.h"
#include "ui/edits/destination_delegate.h"
#include "ui/edits/edit_text.h"
#include "ui/edits/row_drop.h"
#include "ui/error_sentences.h"
#include "ui/format.h"
#include "ui/models/key_map_model.h"
#include "ui/named_source.h"
#include "ui/pages/key_map_page.h"
#include "ui/pages/key_map_views.h"
#include "ui/pages/row_inspector.h"
#include "ui/row_text.h"
#include "ui/session.h"
#include "ui/widgets/key_tree.h"
#include "ui/widgets/offer_bar.h"

#include "core/mapping/edit_rule.h"

#include <QAction>
#include <QFileInfo>
#include <QMainWindow>
#include <QShortcut>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;
using mapping::KeyEdit;
using mapping::KeyMapRow;

namespace {

constexpr int mostNumbered = 5;

bool canBeAccepted(const mapping::Suggestion& suggestion)
{
    return suggestion.sameShape;
}

// What the decisions of this source are remembered by: its path, or its address.
QString sourceName(const Session& session)
{
    return session.sourcePath().isEmpty() && session.published() ? QString::fromStdString(session.published()->source.shown) : session.sourcePath();
}

QString actionText(const QString& name, const QString& step)
{
    return step.isEmpty() ? name : name + u": "_s + QString(step).replace(u'&', u"&&"_s);
}

}  // namespace

MapEditing::MapEditing(Session& session, QSettings& settings, KeyMapPage& page, const EditActions& actions, QMainWindow& window)
    : QObject(&window), m_session(session), m_page(page), m_actions(actions), m_window(window), m_files(m_editor, settings, window),
      m_bar(new OfferBar(&page))
{
    QTableView* table = page.table();
    page.setBar(m_bar);
    table->setItemDelegateForColumn(KeyMapModel::DestinationColumn, new DestinationDelegate(m_editor, this));
    table->setEditTriggers(QAbstractItemView::DoubleClicked);
    table->addAction(m_actions.drop);
    page.views()->tree()->addAction(m_actions.drop);
    auto* drop = new RowDrop(m_editor, *table, this);
    connect(drop, &RowDrop::misfit, this, [this](const QString& sentence) { sentence.isEmpty() ? m_bar->hide() : m_bar->say(sentence); });
    for (QAction* action : {m_actions.accept, m_actions.choose, m_actions.drop, m_actions.reset, m_actions.makeRule}) {
        page.inspector()->addButton(action);
    }
    for (int i = 0; i < mostNumbered; ++i) {
        auto* number = new QShortcut(QKeySequence(static_cast<Qt::Key>(Qt::Key_1 + i)), table, nullptr, nullptr, Qt::WidgetShortcut);
        connect(number, &QShortcut::activated, this, [this, i] { accept(m_page.inspector()->suggestionAt(i)); });
    }
    connectActions();
    connectEditor();
    connect(&session, &Session::keyMapChanged, this, &MapEditing::takeMap);
    connect(&session, &Session::stateChanged, this, &MapEditing::takeState);
    connect(page.inspector(), &RowInspector::rowChanged, this, &MapEditing::showActions);
    connect(page.inspector(), &RowInspector::suggestionActivated, this, &MapEditing::accept);
    connect(m_bar, &OfferBar::closed, table, [table] { table->setFocus(); });
    takeMap();
}

// The stack tells of its end too.
MapEditing::~MapEditing()
{
    m_editor.stack().disconnect(this);
}

void MapEditing::connectActions()
{
    QUndoStack* stack = &m_editor.stack();
    connect(m_actions.undo, &QAction::triggered, stack, &QUndoStack::undo);
    connect(m_actions.redo, &QAction::triggered, stack, &QUndoStack::redo);
    connect(m_actions.accept, &QAction::triggered, this, [this] { accept(m_page.inspector()->chosenSuggestion()); });
    connect(m_actions.choose, &QAction::triggered, this, &MapEditing::choose);
    connect(m_actions.drop, &QAction::triggered, this, [this] { m_editor.drop(selectedSources()); });
    connect(m_actions.reset, &QAction::triggered, this, [this] { m_editor.reset(selectedSources()); });
    connect(m_actions.makeRule, &QAction::triggered, this, &MapEditing::makeRule);
    connect(m_actions.clear, &QAction::triggered, &m_editor, &KeyMapEditor::clear);
    connect(m_actions.loadMap, &QAction::triggered, &m_files, &KeyMapFiles::load);
    connect(m_actions.saveMap, &QAction::triggered, &m_files, [this] { m_files.save(); });
    connect(m_actions.saveMapAs, &QAction::triggered, &m_files, [this] { m_files.saveAs(); });
}

void MapEditing::connectEditor()
{
    connect(&m_editor, &KeyMapEditor::editsChanged, this, [this] {
        m_bar->hide();
        m_session.setEdits(m_editor.edits());
        showActions();
    });
    connect(&m_editor, &KeyMapEditor::refused, m_bar, &OfferBar::say);
    connect(&m_editor, &KeyMapEditor::placeHeld, this, &MapEditing::offerHeldPlace);
    connect(&m_editor.stack(), &QUndoStack::indexChanged, this, &MapEditing::showActions);
    connect(&m_files, &KeyMapFiles::changed, this, [this] { m_window.setWindowModified(m_files.hasUnsaved()); });
    connect(&m_files, &KeyMapFiles::failed, this, &MapEditing::showFailure);
}

// Of another source, or of the same after a step.
void MapEditing::takeMap()
{
    if (!m_session.plan() || !m_session.keyMap()) {
        m_files.setSource({});  // keeps what is not saved
        m_editor.setMap(nullptr);
        m_editor.restart({});
        m_bar->hide();
    } else if (!m_editor.map()) {
        m_editor.setMap(m_session.keyMap());
        m_editor.restart(m_session.edits());
        m_files.setSource(sourceName(m_session));
        offerEarlier();
    } else {
        m_editor.setMap(m_session.keyMap());
        if (m_session.edits() != m_editor.edits()) {
            m_editor.adopt(m_session.edits(), tr("leave out the keys without a place"));
        }
        if (m_session.plan()->options.edits == m_editor.edits()) {
            m_files.takeLoaded(true);
        }
    }
    showActions();
}

void MapEditing::takeState()
{
    if (m_session.editsError() && m_session.edits() != m_editor.edits()) {
        m_editor.takeBack();
        m_files.takeLoaded(false);
    }
    showActions();
}

void MapEditing::showActions()
{
    const bool canEdit = m_session.canEditMap();
    const KeyMapRow* row = m_page.inspector()->row();
    const bool hasSource = canEdit && row != nullptr && row->source;
    const QUndoStack& stack = m_editor.stack();
    m_page.setEditable(canEdit);
    m_actions.undo->setEnabled(canEdit && stack.canUndo());
    m_actions.undo->setText(actionText(tr("&Undo"), stack.undoText()));
    m_actions.redo->setEnabled(canEdit && stack.canRedo());
    m_actions.redo->setText(actionText(tr("&Redo"), stack.redoText()));
    m_actions.accept->setEnabled(hasSource && std::any_of(row->suggestions.begin(), row->suggestions.end(), canBeAccepted));
    m_actions.choose->setEnabled(hasSource);
    m_actions.drop->setEnabled(hasSource && row->status != mapping::Status::Dropped);
    m_actions.reset->setEnabled(hasSource && ruleOf(*row) == u"user"_s);
    m_actions.makeRule->setEnabled(hasSource && editAtHand());
    m_actions.clear->setEnabled(canEdit && !m_editor.edits().empty());
    m_actions.loadMap->setEnabled(canEdit);
    m_actions.saveMap->setEnabled(m_editor.map() != nullptr);
    m_actions.saveMapAs->setEnabled(m_editor.map() != nullptr);
}

std::vector<std::string> MapEditing::selectedSources() const
{
    std::vector<std::string> sources;
    const auto add = [&](const KeyMapRow& row) {
        if (row.source && std::find(sources.begin(), sources.end(), *row.source) == sources.end()) {
            sources.push_back(*row.source);
        }
    };
    if (const KeyMapRow* row = m_page.inspector()->row()) {
        add(*row);
    }
    if (m_page.views()->isTreeShown()) {
        return sources;
    }
    const auto map = m_editor.map();
    for (const QModelIndex& index : m_page.table()->selectionModel()->selectedIndexes()) {
        const uint row = index.data(KeyMapModel::MapRowRole).toUInt();
        if (map && row < map->rows.size()) {
            add(map->rows[row]);
        }
    }
    return sources;
}

std::optional<KeyEdit> MapEditing::editAtHand() const
{
    const KeyMapRow* row = m_page.inspector()->row();
    if (row == nullptr || !row->source) {
        return std::nullopt;
    }
    if (row->status == mapping::Status::Edited) {
        return KeyEdit{*row->source, row->destination};
    }
    const auto chosen = static_cast<size_t>(m_page.inspector()->chosenSuggestion());
    if (chosen < row->suggestions.size() && canBeAccepted(row->suggestions[chosen])) {
        return KeyEdit{*row->source, row->suggestions[chosen].destination};
    }
    return std::nullopt;
}

void MapEditing::accept(int suggestion)
{
    const KeyMapRow* row = m_page.inspector()->row();
    if (m_session.canEditMap() && row != nullptr && row->source && suggestion >= 0 && static_cast<size_t>(suggestion) < row->suggestions.size()) {
        m_editor.send(std::string(*row->source), row->suggestions[static_cast<size_t>(suggestion)].destination);
    }
}

void MapEditing::choose()
{
    m_page.views()->setTreeShown(false);  // places are chosen in the table
    QTableView* table = m_page.table();
    const QModelIndex index = table->currentIndex().siblingAtColumn(KeyMapModel::DestinationColumn);
    table->setFocus();
    table->scrollTo(index);
    table->edit(index);
}

void MapEditing::makeRule()
{
    const auto edit = editAtHand();
    if (!edit || !m_editor.map()) {
        return;
    }
    const mapping::EditRule rule = mapping::ruleFromEdit(*m_editor.map(), *edit);
    auto* dialog = new RuleDialog(*edit, rule, &m_window);
    connect(dialog, &QDialog::accepted, this, [this, rule, first = *edit] {
        std::vector<KeyEdit> edits{first};
        edits.insert(edits.end(), rule.edits.begin(), rule.edits.end());
        m_editor.add(edits, tr("rule for %n key(s)", "", static_cast<int>(edits.size())));
    });
    dialog->open();
}

void MapEditing::offerHeldPlace(const std::string& source, const std::string& destination, const std::string& holder)
{
    std::vector<OfferBar::Offer> offers;
    if (canSwap(*m_editor.map(), source, destination)) {
        offers.push_back({u"swapButton"_s, tr("&Swap them"), [this, source, destination] { m_editor.swap(source, destination); }});
    }
    offers.push_back({u"takeButton"_s, tr("&Take the place"), [this, source, destination] { m_editor.take(source, destination); }});
    m_bar->ask(tr("%1 is held by %2.").arg(shown(destination), shown(holder)), std::move(offers));
}

void MapEditing::offerEarlier()
{
    const QString left = m_files.leftOver();
    const QString saved = m_files.savedEarlier();
    const QString wanted = m_wantedFor == sourceName(m_session) ? std::exchange(m_wantedMap, {}) : QString();
    if (!left.isEmpty()) {
        m_bar->ask(tr("Edits of this file were not saved when the program ended."),
                   {{u"restoreButton"_s, tr("&Restore them"), [this, left] { m_files.loadFrom(left); }},
                    {u"forgetButton"_s, tr("&Forget them"), [this, wanted] {
                         m_files.forgetLeftOver();
                         if (!wanted.isEmpty()) {
                             m_files.loadFrom(wanted);
                         }
                     }}});
    } else if (!wanted.isEmpty()) {
        m_files.loadFrom(wanted);
    } else if (!saved.isEmpty() && m_session.edits().empty()) {
        m_bar->ask(tr("A key map was saved for this file: %1.").arg(saved),
                   {{u"loadSavedButton"_s, tr("&Load it"), [this, saved] { m_files.loadFrom(saved); }}});
    }
}

void MapEditing::showFailure(const Error& error)
{
    const ErrorText text = describe(error);
    m_bar->say(text.sentence + u' ' + text.hint);
}

bool MapEditing::takesFile(const QString& path)
{
    if (!isKeyMapFile(path) || !m_session.canEditMap()) {
        return false;
    }
    m_files.loadFrom(QFileInfo(path).absoluteFilePath());
    return true;
}

void MapEditing::loadOncePlanned(const QString& path)
{
    m_wantedMap = path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
    m_wantedFor = sourceName(m_session);
}

}  // namespace wb::ui
