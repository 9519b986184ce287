#pragma once

#include <QWidget>

#include <optional>

class QPlainTextEdit;
class QTabWidget;

namespace wb::ui {

class CardPreview;
class FieldHint;

// The model card: its text to edit, how it reads, and what is wrong with it.
class CardPane : public QWidget {
    Q_OBJECT

public:
    explicit CardPane(QWidget* parent = nullptr);

    // `edited`: text in place of the card's own, as it was left.
    void setCard(const QString& card, const std::optional<QString>& edited = std::nullopt);
    QString text() const;
    bool isEdited() const;
    void setReadOnly(bool isReadOnly);
    // From the text to the preview and back.
    void switchView();

Q_SIGNALS:
    void changed();

private:
    void showView();
    void showProblems();

    QTabWidget* m_views;
    QPlainTextEdit* m_edit;
    CardPreview* m_preview;
    FieldHint* m_problems;
    QString m_asRead;  // as the field gives the card's own text back
};

}  // namespace wb::ui
