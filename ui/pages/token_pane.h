#pragma once

#include "ui/session.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace wb::ui {

class LinkButton;

// Whose token publishes and where it was found. Where none is, or one that does not do, takes another, which goes into the keychain and is kept
// nowhere else.
class TokenPane : public QWidget {
    Q_OBJECT

public:
    explicit TokenPane(Session& session, QWidget* parent = nullptr);

    // Takes another token also where there is one that does.
    void takeAlways();

private:
    QWidget* makeEntry();
    void keep();
    void showState();

    Session& m_session;
    QLabel* m_status;
    QPushButton* m_again;
    QWidget* m_entry;
    QLineEdit* m_token;
    QPushButton* m_keep;
    LinkButton* m_page;
    bool m_takesAlways = false;
};

}  // namespace wb::ui
