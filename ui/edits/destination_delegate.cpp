#include "ui/edits/destination_delegate.h"

#include "ui/edits/candidate_model.h"
#include "ui/edits/key_map_editor.h"

#include "ui/models/key_map_model.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>
#include <QTreeView>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int visiblePlaces = 12;
constexpr int destinationLetters = 66;
constexpr int popupLetters = 134;

// The row's source key, which the table shows made printable.
std::optional<std::string> sourceOf(const KeyMapEditor& editor, const QModelIndex& index)
{
    const QVariant row = index.siblingAtColumn(KeyMapModel::SourceColumn).data(KeyMapModel::MapRowRole);
    const auto map = editor.map();
    if (!row.isValid() || !map || row.toUInt() >= map->rows.size()) {
        return std::nullopt;
    }
    return map->rows[row.toUInt()].source;
}

void showPlaces(QCompleter& completer, const QString& prefix)
{
    completer.setCompletionPrefix(prefix);
    completer.complete();
}

}  // namespace

DestinationDelegate::DestinationDelegate(KeyMapEditor& editor, QObject* parent) : QStyledItemDelegate(parent), m_editor(editor) {}

// Keys are told apart by their ends.
void DestinationDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideLeft;
}

QWidget* DestinationDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const auto source = sourceOf(m_editor, index);
    if (!source) {
        return nullptr;
    }
    auto* line = new QLineEdit(parent);
    line->setObjectName(u"destinationEdit"_s);
    line->setAccessibleName(tr("Key in the model folder"));
    line->setPlaceholderText(tr("Part of a key, or Down for all places"));
    line->setFrame(false);
    addCompleter(line, *mapping::rowOfSource(*m_editor.map(), *source));
    return line;
}

void DestinationDelegate::addCompleter(QLineEdit* line, size_t row) const
{
    auto* completer = new QCompleter(line);
    completer->setModel(new CandidateModel(*m_editor.map(), row, completer));
    completer->setCompletionColumn(CandidateModel::DestinationColumn);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(visiblePlaces);
    auto* popup = new QTreeView;
    popup->setObjectName(u"places"_s);
    popup->setAccessibleName(tr("Places, best first"));
    popup->setRootIsDecorated(false);
    popup->setUniformRowHeights(true);
    popup->setHeaderHidden(true);
    popup->setTextElideMode(Qt::ElideLeft);
    completer->setPopup(popup);
    const int letter = line->fontMetrics().averageCharWidth();
    popup->setMinimumWidth(letter * popupLetters);
    popup->header()->resizeSection(CandidateModel::DestinationColumn, letter * destinationLetters);
    line->setCompleter(completer);
    auto* self = const_cast<DestinationDelegate*>(this);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), line, [self, line](const QString& destination) {
        line->setText(destination);
        Q_EMIT self->commitData(line);
        Q_EMIT self->closeEditor(line);
    });
    // The places stand below the line as soon as it has its own place in the table.
    QTimer::singleShot(0, completer, [completer] { showPlaces(*completer, {}); });
}

// Down opens the places again; neither key may go on to the table, which would leave the row.
bool DestinationDelegate::eventFilter(QObject* editor, QEvent* event)
{
    auto* line = qobject_cast<QLineEdit*>(editor);
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event)->key() : 0;
    if (line != nullptr && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        if (key == Qt::Key_Down && !line->completer()->popup()->isVisible()) {
            showPlaces(*line->completer(), line->hasSelectedText() ? QString() : line->text());
        }
        return true;
    }
    return QStyledItemDelegate::eventFilter(editor, event);
}

void DestinationDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* line = static_cast<QLineEdit*>(editor);
    const auto source = sourceOf(m_editor, index);
    const auto row = source ? mapping::rowOfSource(*m_editor.map(), *source) : std::nullopt;
    if (row && m_editor.map()->rows[*row].destination) {
        line->setText(QString::fromStdString(*m_editor.map()->rows[*row].destination));
        line->selectAll();
    }
}

void DestinationDelegate::setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const
{
    const std::string destination = static_cast<QLineEdit*>(editor)->text().trimmed().toStdString();
    const auto source = sourceOf(m_editor, index);
    if (source && !destination.empty()) {
        m_editor.send(*source, destination);
    }
}

}  // namespace wb::ui
