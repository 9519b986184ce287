#include "ui/widgets/offer_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

OfferBar::OfferBar(QWidget* parent) : QFrame(parent), m_row(new QHBoxLayout(this)), m_text(new QLabel(this))
{
    setObjectName(u"offerBar"_s);
    setFrameShape(QFrame::StyledPanel);
    m_row->setContentsMargins(fontMetrics().averageCharWidth(), 2, 2, 2);
    m_text->setObjectName(u"offerText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_row->addWidget(m_text, 1);
    auto* close = new QToolButton(this);
    close->setObjectName(u"offerClose"_s);
    close->setText(u"×"_s);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Escape)"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    m_row->addWidget(close);
    hide();
}

QString OfferBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void OfferBar::clearOffers()
{
    for (QWidget* button : std::exchange(m_buttons, {})) {
        m_row->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
}

void OfferBar::ask(const QString& text, std::vector<Offer> offers)
{
    clearOffers();
    m_text->setText(text);
    setAccessibleName(text);
    for (Offer& offer : offers) {
        auto* button = new QPushButton(offer.text, this);
        button->setObjectName(offer.name);
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, [this, act = std::move(offer.act)] {
            hide();
            Q_EMIT closed();
            act();
        });
        m_row->insertWidget(m_row->count() - 1, button);
        m_buttons.push_back(button);
    }
    show();
    if (!m_buttons.empty()) {
        m_buttons.front()->setFocus(Qt::OtherFocusReason);
    }
}

void OfferBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QFrame::keyPressEvent(event);
        return;
    }
    hide();
    Q_EMIT closed();
}

}  // namespace wb::ui
