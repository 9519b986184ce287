#pragma once

#include "ui/session.h"

#include <QWidget>

class QAction;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace wb::ui {

class ElidedLabel;

// What may be done with a published file before its bytes come: check it online, fetch it, and whether to keep it or convert while it comes.
class WayPane : public QWidget {
    Q_OBJECT

public:
    explicit WayPane(Session& session, QWidget* parent = nullptr);

    // Takes the folder as it stands in its field. False: that led to another way, which the user has not seen yet.
    bool takeFields();
    // Another act beside those on a published file that is shown only.
    void addAct(QAction& action);

Q_SIGNALS:
    void folderRequested();

private:
    QWidget* makeOffer();
    QWidget* makeChoice();
    void showState();
    void showChoice(const Published& published);
    QString offerText() const;

    Session& m_session;
    QWidget* m_offer;
    ElidedLabel* m_offerText;
    QPushButton* m_check;
    QPushButton* m_download;
    QWidget* m_choice;
    QRadioButton* m_keep;
    QRadioButton* m_stream;
    QLineEdit* m_folder;
    QPushButton* m_browse;
    QLabel* m_reason;
};

}  // namespace wb::ui
