#pragma once

#include "ui/model_card.h"
#include "ui/publish_memory.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace wb::ui {

class FieldHint;
class LinkButton;

// Where a folder is to be published and how, whose token does it, and the licence: that of one's own weights, and one that has to be accepted.
class PublishForm : public QWidget {
    Q_OBJECT

public:
    explicit PublishForm(Session& session, QWidget* parent = nullptr);

    // All but folder and card.
    job::PublishOptions options() const;
    // All but the card.
    PublishWishes wishes() const;
    // Of another folder. The licence's box is empty then.
    void setFolder(const QString& folder, const PublishWishes& wishes);
    // What is to be done before it can be checked; empty: nothing.
    QString missing() const;
    // The card as it will be sent: it may name a licence.
    void setCard(const QString& card);
    void focusTarget();

Q_SIGNALS:
    void changed();

private:
    void makeTarget(QGridLayout& grid);
    void makeVisibility(QGridLayout& grid);
    void makeMessage(QGridLayout& grid);
    void makeLicence(QGridLayout& grid);
    void makeGate(QGridLayout& grid);
    QLabel* addLabel(QGridLayout& grid, const QString& text, QWidget* buddy);
    FieldHint* addHint(QGridLayout& grid, const QString& name, QWidget* field);
    QString target() const;
    QString revision() const;
    void askVisibility();
    void showState();
    void showRules();
    void showRevision();
    void showVisibility();
    void showLicence();
    QString licenceHint() const;

    Session& m_session;
    QString m_card;
    std::string m_naming;  // of the folder's weights, before they were converted
    CardLicence m_cardLicence;
    bool m_visibilityIsAsked = false;
    QLineEdit* m_target;
    FieldHint* m_rules = nullptr;
    QLineEdit* m_revision;
    FieldHint* m_revisionHint = nullptr;
    QRadioButton* m_private;
    QRadioButton* m_public;
    QCheckBox* m_pullRequest;
    QLineEdit* m_message;
    QLineEdit* m_licence;
    FieldHint* m_licenceHint = nullptr;
    QLabel* m_gateLabel = nullptr;
    QWidget* m_gateRow;
    QCheckBox* m_gate;
    LinkButton* m_gateLink;
};

}  // namespace wb::ui
