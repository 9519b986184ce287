#pragma once

#include <QStyledItemDelegate>

namespace wb::ui {

// Keys are told apart by their ends: too long, they are shortened at their beginning.
class KeyDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideLeft;
        option->direction = Qt::LeftToRight;  // in any language: "_blocks.0" would begin with its end
        option->displayAlignment = Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter;
    }
};

// Dimensions keep their order where the window runs from right to left: there is no letter in them to say so.
class ShapeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->direction = Qt::LeftToRight;
    }
};

}  // namespace wb::ui
