#pragma once

#include <QDialog>
#include <QStringList>

class QComboBox;

namespace wb::ui {

// Asks what the open file is to be compared with: what was opened last, a file or folder chosen, or anything typed that can be opened. Goes once
// closed.
class CompareDialog : public QDialog {
    Q_OBJECT

public:
    // `recent`: paths and addresses, newest first. `startFolder`: where choosing begins.
    CompareDialog(const QStringList& recent, const QString& startFolder, QWidget* parent);

Q_SIGNALS:
    // A path, an address or the name of a variant; never empty.
    void chosen(const QString& other);

private:
    QString other() const;

    QComboBox* m_other;
};

}  // namespace wb::ui
