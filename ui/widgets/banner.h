#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace wb::ui {

// A message in the page: what happened, what to do, and the facts on request. Plain text.
class Banner : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Information, Warning, Error };

    explicit Banner(QWidget* parent = nullptr);

    void showMessage(Kind kind, const QString& sentence, const QString& hint, const QString& details = {});
    QString sentence() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();

    Kind m_kind = Kind::Information;
    QLabel* m_icon;
    QLabel* m_sentence;
    QLabel* m_hint;
    QLabel* m_details;
    QToolButton* m_toggle;
};

}  // namespace wb::ui
