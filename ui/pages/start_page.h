#pragma once

#include <QWidget>

namespace wb::ui {

// What the window shows when nothing is open.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

Q_SIGNALS:
    void openRequested();
};

}  // namespace wb::ui
