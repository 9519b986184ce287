#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace wb::ui {

// A line in the page that says something about what was just done, and may offer what to do about it. Plain text; Escape closes it.
class OfferBar : public QFrame {
    Q_OBJECT

public:
    struct Offer {
        QString name;  // of the button
        QString text;
        std::function<void()> act;
    };

    explicit OfferBar(QWidget* parent = nullptr);

    void say(const QString& text) { ask(text, {}); }
    // The first button has the focus. Closed by any of them.
    void ask(const QString& text, std::vector<Offer> offers);
    QString text() const;
    bool isAsking() const { return !m_buttons.empty() && isVisibleTo(parentWidget()); }

Q_SIGNALS:
    // The user has answered or closed it: the focus may go back to where it belongs.
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void clearOffers();

    QHBoxLayout* m_row;
    QLabel* m_text;
    std::vector<QWidget*> m_buttons;
};

}  // namespace wb::ui
