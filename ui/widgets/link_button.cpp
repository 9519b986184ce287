#include "ui/widgets/link_button.h"

#include "ui/format.h"

#include <QDesktopServices>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QUrl>

namespace wb::ui {

using namespace Qt::StringLiterals;

LinkButton::LinkButton(QWidget* parent) : QPushButton(parent)
{
    setFlat(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, &LinkButton::open);
}

void LinkButton::setLink(const QString& text, const QString& address)
{
    // An ampersand is no key.
    setText(QString(text).replace(u"&"_s, u"&&"_s));
    m_address = address;
    setAccessibleName(text);
    setAccessibleDescription(shown(address.toStdString()));
    setToolTip(accessibleDescription().toHtmlEscaped());
}

QSize LinkButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(accessibleName()) + fontMetrics().averageCharWidth() * 3, QPushButton::sizeHint().height()};
}

QSize LinkButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, QPushButton::minimumSizeHint().height()};
}

// Addresses of the web only: what a server sent must not start anything else.
void LinkButton::open()
{
    const QUrl url(m_address, QUrl::StrictMode);
    if (url.scheme() == u"https"_s || url.scheme() == u"http"_s) {
        QDesktopServices::openUrl(url);
    }
}

void LinkButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = fontMetrics().elidedText(option.text, Qt::ElideMiddle, width() - fontMetrics().averageCharWidth() * 2);
    option.palette.setColor(QPalette::ButtonText, palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Link));
    painter.drawControl(QStyle::CE_PushButton, option);
}

}  // namespace wb::ui
