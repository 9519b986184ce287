#include "ui/widgets/query_box.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextCharFormat>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

const QColor errorColour(0xd5, 0x5e, 0x00);

}  // namespace

QueryBox::QueryBox(QWidget* parent) : QLineEdit(parent)
{
    setClearButtonEnabled(true);
}

void QueryBox::showError(const std::optional<QueryError>& error)
{
    m_error = error;
    // A frame of its own on top of the style's: red where the palette says nothing about errors.
    setStyleSheet(error ? u"QLineEdit { border: 2px solid %1; padding: 1px; }"_s.arg(errorColour.name()) : QString());
    setAccessibleDescription(error ? error->sentence() : QString());
    underlineError();
}

// A line edit takes formats from the input method only, relative to the cursor.
void QueryBox::underlineError()
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (m_error) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
        format.setUnderlineColor(errorColour);
        attributes.append(
            {QInputMethodEvent::TextFormat, static_cast<int>(m_error->position) - cursorPosition(), static_cast<int>(m_error->length), format});
    }
    QInputMethodEvent event({}, attributes);
    QCoreApplication::sendEvent(this, &event);
}

void QueryBox::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty()) {
            Q_EMIT left();
        } else {
            clear();
        }
        break;
    case Qt::Key_Down:
        Q_EMIT left();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_error && event->modifiers() == Qt::NoModifier) {
            setSelection(static_cast<int>(m_error->position), static_cast<int>(m_error->length));
            break;
        }
        [[fallthrough]];
    default:
        QLineEdit::keyPressEvent(event);
    }
}

}  // namespace wb::ui
