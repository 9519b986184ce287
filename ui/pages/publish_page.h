#pragma once

#include "ui/session.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace wb::ui {

class LinkButton;
class PublishForm;

// A finished folder to the Hub: what is asked for, the card, what will be sent, and after the confirmation how far it is and where it went.
class PublishPage : public QWidget {
    Q_OBJECT

public:
    explicit PublishPage(Session& session, QWidget* parent = nullptr);

    void focusTarget();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeLeft();
    QWidget* makeRight();
    QWidget* makeResult();
    void check();
    void takeChange();
    void readCard();
    void showState();
    void showFiles();
    void showButtons();
    void showResult();

    Session& m_session;
    PublishForm* m_form;
    QPlainTextEdit* m_card;
    QTreeWidget* m_files;
    QPushButton* m_check;
    QLabel* m_hint;
    QLabel* m_intent;
    QPushButton* m_publish;
    QWidget* m_result;
    QLabel* m_resultText;
    LinkButton* m_link;
    QPushButton* m_copy;
    QString m_folder;  // whose card is shown
    QString m_cardOnDisk;
    QString m_cardAsRead;  // the same, as the field gives it back
    std::shared_ptr<const job::PublishPlan> m_shownPlan;
};

}  // namespace wb::ui
