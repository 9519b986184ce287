#pragma once

#include <QStyledItemDelegate>

namespace wb::ui {

// Items with some air above and below, for lists that are read rather than scanned.
class RoomyDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + option.fontMetrics.averageCharWidth(), option.fontMetrics.height() * 3 / 2};
    }
};

}  // namespace wb::ui
