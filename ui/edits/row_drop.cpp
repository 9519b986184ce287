#include "ui/edits/row_drop.h"

#include "ui/edits/edit_text.h"
#include "ui/edits/key_map_editor.h"

#include "ui/models/key_map_model.h"

#include <QDragMoveEvent>
#include <QMimeData>
#include <QRubberBand>
#include <QTableView>

namespace wb::ui {

RowDrop::RowDrop(KeyMapEditor& editor, QTableView& table, QObject* parent)
    : QObject(parent), m_editor(editor), m_table(table), m_frame(new QRubberBand(QRubberBand::Rectangle, table.viewport()))
{
    m_frame->setObjectName(QStringLiteral("dropFrame"));
    m_table.setDragEnabled(true);
    m_table.viewport()->setAcceptDrops(true);
    m_table.setDropIndicatorShown(false);
    m_table.viewport()->installEventFilter(this);
}

bool RowDrop::eventFilter(QObject*, QEvent* event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
        return move(*static_cast<QDropEvent*>(event));
    case QEvent::Drop:
        return drop(*static_cast<QDropEvent*>(event));
    case QEvent::DragLeave:
        m_frame->hide();
        Q_EMIT misfit({});
        return false;
    default:
        return false;
    }
}

std::string RowDrop::destinationFor(const QDropEvent& event)
{
    const auto map = m_editor.map();
    const std::string source = event.mimeData()->data(QString::fromUtf16(keyMimeType)).toStdString();
    const QVariant row = m_table.indexAt(event.position().toPoint()).data(KeyMapModel::MapRowRole);
    const auto from = map ? mapping::rowOfSource(*map, source) : std::nullopt;
    if (!from || !row.isValid() || row.toUInt() >= map->rows.size() || !map->rows[row.toUInt()].destination) {
        Q_EMIT misfit({});
        return {};
    }
    const auto place = mapping::placeOf(*map, *map->rows[row.toUInt()].destination);
    if (!place || place->holder == source) {
        Q_EMIT misfit({});
        return {};
    }
    const QString sentence = misfitText(map->rows[*from], *place);
    Q_EMIT misfit(sentence);
    return sentence.isEmpty() ? place->destination : std::string();
}

bool RowDrop::move(QDropEvent& event)
{
    if (!event.mimeData()->hasFormat(QString::fromUtf16(keyMimeType))) {
        event.ignore();  // files are the window's
        return true;
    }
    const bool fits = !destinationFor(event).empty();
    frame(fits ? m_table.indexAt(event.position().toPoint()).row() : -1);
    // Entering is accepted always: without it no move would be told.
    if (fits || event.type() == QEvent::DragEnter) {
        event.acceptProposedAction();
    } else {
        event.ignore();
    }
    return true;
}

bool RowDrop::drop(QDropEvent& event)
{
    m_frame->hide();
    if (!event.mimeData()->hasFormat(QString::fromUtf16(keyMimeType))) {
        event.ignore();
        return true;
    }
    const std::string destination = destinationFor(event);
    if (destination.empty()) {
        event.ignore();
        return true;
    }
    event.acceptProposedAction();
    m_editor.send(event.mimeData()->data(QString::fromUtf16(keyMimeType)).toStdString(), destination);
    return true;
}

void RowDrop::frame(int row)
{
    m_frame->setVisible(row >= 0);
    if (row >= 0) {
        m_frame->setGeometry(0, m_table.rowViewportPosition(row), m_table.viewport()->width(), m_table.rowHeight(row));
    }
}

}  // namespace wb::ui
