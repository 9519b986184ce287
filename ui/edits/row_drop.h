#pragma once

#include <QObject>

#include <string>

class QDropEvent;
class QRubberBand;
class QTableView;

namespace wb::ui {

class KeyMapEditor;

// Source keys dropped on rows of the table: the row is framed where the key fits, and told about where it does not. Takes the drops of the table.
class RowDrop : public QObject {
    Q_OBJECT

public:
    // Both outlive it. Rows of the table have KeyMapModel's roles.
    RowDrop(KeyMapEditor& editor, QTableView& table, QObject* parent = nullptr);

Q_SIGNALS:
    // Of the row under the pointer; empty: there is nothing against it.
    void misfit(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool move(QDropEvent& event);
    bool drop(QDropEvent& event);
    // The destination of the row at hand that the key may be sent to; empty: none.
    std::string destinationFor(const QDropEvent& event);
    void frame(int row);

    KeyMapEditor& m_editor;
    QTableView& m_table;
    QRubberBand* m_frame;
};

}  // namespace wb::ui
