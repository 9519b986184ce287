#pragma once

#include <QDialog>

class QAction;

namespace wb::ui {

// About the program, and its keys.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(const QList<QAction*>& actions, QWidget* parent = nullptr);
};

}  // namespace wb::ui
