#include "ui/widgets/elided_label.h"

namespace wb::ui {

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString& text)
{
    if (text != m_text) {
        m_text = text;
        setAccessibleName(text);
        elide();
    }
}

void ElidedLabel::elide()
{
    const QString line = fontMetrics().elidedText(m_text, Qt::ElideMiddle, contentsRect().width());
    setText(line);
    setToolTip(line == m_text ? QString() : m_text.toHtmlEscaped());
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, QLabel::minimumSizeHint().height()};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text), fontMetrics().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    elide();
}

}  // namespace wb::ui
