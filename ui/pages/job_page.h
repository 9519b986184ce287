#pragma once

#include "ui/session.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace wb::ui {

class ElidedLabel;

// Where to and how, progress, and the buttons. Shows a session and passes the user's wishes to it.
class JobPage : public QWidget {
    Q_OBJECT

public:
    explicit JobPage(Session& session, QWidget* parent = nullptr);

    // Does what the primary button says, with the options as they stand in the fields.
    void doNextAct();
    void focusOptions();
    // The first button that can be pressed now.
    void focusButtons();
    // Another act, beside the primary button.
    void addAct(QAction& action);

Q_SIGNALS:
    void openRequested();
    void openFolderRequested();
    void compareRequested();
    void publishRequested();
    void browseRequested();

private:
    void makeOptions(QGridLayout& grid);
    void makeProgress(QGridLayout& grid);
    QPushButton* makeButton(const QString& name, const QString& text);
    void showState();
    void showOptions();
    void showButtons();
    void showSample();
    void showRate();
    int doneShare() const;

    Session& m_session;
    QLineEdit* m_folder;
    QPushButton* m_browse;
    QComboBox* m_format;
    QComboBox* m_dtype;
    QComboBox* m_shards;
    QCheckBox* m_overwrite;
    ElidedLabel* m_needs;
    QProgressBar* m_bar;
    ElidedLabel* m_rate;
    ElidedLabel* m_status;
    QPushButton* m_pause;
    QPushButton* m_cancel;
    QPushButton* m_primary;
    QHBoxLayout* m_buttons = nullptr;
};

}  // namespace wb::ui
