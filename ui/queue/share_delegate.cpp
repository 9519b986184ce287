#include "ui/queue/share_delegate.h"

#include "ui/queue/queue_model.h"
#include "ui/widgets/flat_bar.h"

#include <QApplication>
#include <QPainter>

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
    const int air = cell.fontMetrics.height() / 8;
    const QRect place = cell.rect.adjusted(air, air, -air, -air);
    painter->save();
    painter->setFont(cell.font);
    drawFlatBar(*painter, {place, permille / 1000.0, cell.fontMetrics.elidedText(text, Qt::ElideRight, place.width()), cell.palette, cell.direction});
    painter->restore();
}

}  // namespace wb::ui
