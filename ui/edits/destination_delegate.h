#pragma once

#include <QStyledItemDelegate>

class QLineEdit;

namespace wb::ui {

class KeyMapEditor;

// Edits the destination of a row in place, with all places listed best first. Sends the key where the text says.
class DestinationDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    // The editor outlives the delegate.
    DestinationDelegate(KeyMapEditor& editor, QObject* parent);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
    bool eventFilter(QObject* editor, QEvent* event) override;

private:
    void addCompleter(QLineEdit* line, size_t row) const;

    KeyMapEditor& m_editor;
};

}  // namespace wb::ui
