#pragma once

#include <QFrame>

namespace wb::ui {

// What may be typed into the filter box, each with what it finds. A popup: Escape or a click elsewhere closes it.
class QueryHelp : public QFrame {
    Q_OBJECT

public:
    explicit QueryHelp(QWidget* parent = nullptr);

    void showBelow(const QWidget* anchor);
};

}  // namespace wb::ui
