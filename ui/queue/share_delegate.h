#pragma once

#include <QStyledItemDelegate>

namespace wb::ui {

// Draws the progress of a job as a bar with its text, from QueueModel::PermilleRole.
class ShareDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace wb::ui
