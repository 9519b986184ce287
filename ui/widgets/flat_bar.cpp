#include "ui/widgets/flat_bar.h"

#include <QPainter>
#include <QStyle>

namespace wb::ui {

void drawFlatBar(QPainter& painter, const Bar& bar)
{
    const QRect frame = bar.place.adjusted(0, 0, -1, -1);
    QRect done = bar.place;
    done.setWidth(static_cast<int>(bar.share * bar.place.width()));
    done = QStyle::visualRect(bar.direction, bar.place, done);
    painter.fillRect(bar.place, bar.palette.base());
    painter.fillRect(done, bar.palette.highlight());
    painter.setPen(bar.palette.color(QPalette::Mid));
    painter.drawRect(frame);
    // The text twice: in the colour that is read on what is done, and in the one for the rest.
    painter.setPen(bar.palette.color(QPalette::Text));
    painter.setClipRegion(QRegion(bar.place) - done);
    painter.drawText(bar.place, Qt::AlignCenter, bar.text);
    painter.setPen(bar.palette.color(QPalette::HighlightedText));
    painter.setClipRect(done);
    painter.drawText(bar.place, Qt::AlignCenter, bar.text);
}

void FlatBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const double share = maximum() > minimum() ? static_cast<double>(value() - minimum()) / (maximum() - minimum()) : 0;
    drawFlatBar(painter, {rect(), share, text(), palette(), layoutDirection()});
}

}  // namespace wb::ui
