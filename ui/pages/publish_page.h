#pragma once

#include "ui/session.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace wb::ui {

class CardPane;
class LinkButton;
class PublishFiles;
class PublishForm;
class PublishMemory;

// A finished folder to the Hub: what is asked for, the card, what will be sent, and after the confirmation how far it is and where it went.
class PublishPage : public QWidget {
    Q_OBJECT

public:
    // Both outlive the page.
    PublishPage(Session& session, PublishMemory& memory, QWidget* parent = nullptr);

    void focusTarget();
    void switchCardView();
    // Checks what is asked for, as the button does.
    void check();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeLeft();
    QWidget* makeRight();
    QWidget* makeResult();
    job::PublishOptions options() const;
    void publish();
    void takeChange();
    void readFolder();
    void showState();
    void showPlan();
    void showButtons();
    QString hint() const;
    void showResult();

    Session& m_session;
    PublishMemory& m_memory;
    PublishForm* m_form;
    CardPane* m_card;
    PublishFiles* m_files;
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
    std::shared_ptr<const job::PublishPlan> m_shownPlan;
};

}  // namespace wb::ui
