#include "ui/widgets/side_splitter.h"

#include <QResizeEvent>

namespace wb::ui {

namespace {

constexpr int lettersForBoth = 110;

}  // namespace

SideSplitter::SideSplitter(QWidget* parent) : QSplitter(Qt::Horizontal, parent)
{
    setChildrenCollapsible(false);
}

void SideSplitter::resizeEvent(QResizeEvent* event)
{
    const int letter = fontMetrics().averageCharWidth();
    const Qt::Orientation fitting = width() < lettersForBoth * letter ? Qt::Vertical : Qt::Horizontal;
    if (fitting != orientation()) {
        setOrientation(fitting);
        const int whole = fitting == Qt::Horizontal ? width() : height();
        setSizes({whole * 2 / 3, whole / 3});
    }
    QSplitter::resizeEvent(event);
}

}  // namespace wb::ui
