#pragma once

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace wb::ui {

// What the window shows when nothing is open: where a file is dropped, or an address typed.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    void focusAddress();
    void clearAddress();

Q_SIGNALS:
    void openRequested();
    void addressGiven(const QString& address);

private:
    QHBoxLayout* makeAddressRow();
    void tellAddress();

    QLineEdit* m_address;
    QPushButton* m_check;
};

}  // namespace wb::ui
