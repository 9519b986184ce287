#pragma once

#include <QDialog>

class QLineEdit;
class QMenuBar;
class QTreeWidget;

namespace wb::ui {

// Every act of the menus with its keys, to be searched. Stays beside the window.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(const QMenuBar& menus, QWidget* parent = nullptr);

private:
    void filter(const QString& words);

    QLineEdit* m_filter;
    QTreeWidget* m_list;
};

}  // namespace wb::ui
