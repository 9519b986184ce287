#pragma once

#include <QFrame>
#include <QList>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace wb::ui {

// A message in the page: what happened, what to do, the facts on request, and buttons that help. Plain text.
class Banner : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Information, Warning, Error };

    struct Act {
        int number = 0;  // of the owner's choice
        QString name;    // in the object name of its button: bannerAct-NAME
        QString text;

        bool operator==(const Act&) const = default;
    };

    explicit Banner(QWidget* parent = nullptr);

    // Without acts, until some are set.
    void showMessage(Kind kind, const QString& sentence, const QString& hint, const QString& details = {});
    // Buttons below the message, in this order; setting the same ones again leaves them, and the focus, alone.
    void setActs(const QList<Act>& acts);
    QString sentence() const;

Q_SIGNALS:
    void actAsked(int number);

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
    QHBoxLayout* m_buttons;
    QList<Act> m_acts;
};

}  // namespace wb::ui
