#include "ui/queue/share_delegate.h"

#include "ui/queue/queue_model.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionProgressBar>

#include <utility>

namespace wb::ui {

void ShareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int permille = index.data(QueueModel::PermilleRole).toInt();
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    if (permille < 0) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const QStyle& style = cell.widget != nullptr ? *cell.widget->style() : *QApplication::style();
    const QString text = std::exchange(cell.text, QString());
    style.drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);  // the background and the focus
    QStyleOptionProgressBar bar;
    const int air = cell.fontMetrics.height() / 8;
    bar.rect = cell.rect.adjusted(air, air, -air, -air);
    bar.direction = cell.direction;
    bar.fontMetrics = cell.fontMetrics;
    bar.palette = cell.palette;
    bar.state = (cell.state & QStyle::State_Enabled) | QStyle::State_Horizontal;
    bar.maximum = 1000;
    bar.progress = permille;
    bar.text = cell.fontMetrics.elidedText(text, Qt::ElideRight, bar.rect.width());
    bar.textVisible = true;
    bar.textAlignment = Qt::AlignCenter;
    painter->save();
    painter->setFont(cell.font);
    style.drawControl(QStyle::CE_ProgressBar, &bar, painter, cell.widget);
    painter->restore();
}

}  // namespace wb::ui
