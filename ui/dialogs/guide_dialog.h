#pragma once

#include <QDialog>

namespace wb::ui {

// How to use the window, step by step. Stays beside it.
class GuideDialog : public QDialog {
    Q_OBJECT

public:
    explicit GuideDialog(QWidget* parent = nullptr);
};

}  // namespace wb::ui
