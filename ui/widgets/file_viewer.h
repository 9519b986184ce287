#pragma once

#include "core/inspect/file_contents.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace wb::ui {

class NumbersModel;

// One file of a result: text as plain text, weights as a list of their tensors.
class FileViewer : public QWidget {
    Q_OBJECT

public:
    explicit FileViewer(QWidget* parent = nullptr);

    void showContents(const QString& name, const inspect::FileContents& contents);
    // A sentence in place of contents.
    void showNote(const QString& name, const QString& note);

private:
    void copy() const;

    QLabel* m_title;
    QLabel* m_facts;
    QToolButton* m_copy;
    QStackedWidget* m_sides;
    QPlainTextEdit* m_text;
    NumbersModel* m_model;
    QTableView* m_table;
};

}  // namespace wb::ui
