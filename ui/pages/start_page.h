#pragma once

#include "ui/publishing.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace wb::ui {

class RecentFiles;

// What the window shows when nothing is open: where a file is dropped, or an address typed.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    void focusAddress();
    void clearAddress();
    // Shows the list of them; they outlive the page.
    void setRecent(RecentFiles& files);
    // Of an earlier session, to be gone on with; none hides it.
    void showUnfinished(const std::optional<UnfinishedUpload>& upload);

Q_SIGNALS:
    void openRequested();
    void demoRequested();
    void addressGiven(const QString& address);
    void folderGiven(const QString& folder);
    // Its unfinished upload is not to be gone on with.
    void folderForgotten(const QString& folder);

private:
    QHBoxLayout* makeAddressRow();
    QHBoxLayout* makeUnfinishedRow();
    void tellAddress();

    QLineEdit* m_address;
    QPushButton* m_check;
    QLabel* m_unfinished;
    QPushButton* m_goOn;
    QPushButton* m_forget;
    QVBoxLayout* m_recent;
    QString m_folder;  // of the unfinished upload
};

}  // namespace wb::ui
