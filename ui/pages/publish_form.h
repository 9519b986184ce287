#pragma once

#include "ui/session.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace wb::ui {

class LinkButton;

// Where a folder is to be published and how, whose token does it, and the licence that has to be accepted.
class PublishForm : public QWidget {
    Q_OBJECT

public:
    explicit PublishForm(Session& session, QWidget* parent = nullptr);

    // All but folder and card.
    job::PublishOptions options() const;
    // What is to be done before it can be checked; empty: nothing.
    QString missing() const;
    // The card as it will be sent: it may name a licence.
    void setCard(const QString& card);
    // For another folder.
    void clear();
    void focusTarget();

Q_SIGNALS:
    void changed();

private:
    void makeTarget(QGridLayout& grid);
    void makeVisibility(QGridLayout& grid);
    void makeToken(QGridLayout& grid);
    void makeLicence(QGridLayout& grid);
    QLabel* addLabel(QGridLayout& grid, int row, const QString& text, QWidget* buddy);
    QString target() const;
    void askVisibility();
    void showState();
    void showRules();
    void showVisibility();
    void showToken();
    void showLicence();

    Session& m_session;
    QString m_card;
    bool m_visibilityIsAsked = false;
    QLineEdit* m_target;
    QLabel* m_rules;
    QRadioButton* m_private;
    QRadioButton* m_public;
    QCheckBox* m_pullRequest;
    QLineEdit* m_message;
    QLabel* m_token;
    QPushButton* m_askAgain;
    QLabel* m_licenceLabel;
    QWidget* m_licenceRow;
    QCheckBox* m_licence;
    LinkButton* m_licenceLink;
};

}  // namespace wb::ui
