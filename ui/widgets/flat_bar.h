#pragma once

#include <QProgressBar>

class QPainter;

namespace wb::ui {

// What a bar of progress shows; share: 0..1.
struct Bar {
    QRect place;
    double share = 0;
    QString text;
    QPalette palette;
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

// Of rectangles alone. Qt's styles draw round corners by more than 96 spans, which Qt spreads over threads and waits for: while every processor
// converts, the window stood still for 10 to 30 ms at each sample (QT_THREAD_PARALLEL_FILLS in Qt's qdrawhelper.cpp). Changes the painter's pen and
// clip.
void drawFlatBar(QPainter& painter, const Bar& bar);

class FlatBar : public QProgressBar {
    Q_OBJECT

public:
    using QProgressBar::QProgressBar;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace wb::ui
