#include "ui/widgets/report_view.h"

#include <QEvent>

namespace wb::ui {

using namespace Qt::StringLiterals;

ReportView::ReportView(QWidget* parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::StrongFocus);
}

void ReportView::setBody(const QString& html)
{
    if (html != m_body) {
        m_body = html;
        render();
    }
}

QVariant ReportView::loadResource(int, const QUrl&)
{
    return {};
}

void ReportView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_body.isEmpty()) {
        render();
    }
}

void ReportView::render()
{
    const bool isDark = palette().color(QPalette::Base).lightness() < 128;
    const int gap = fontMetrics().averageCharWidth();
    document()->setDocumentMargin(gap * 2);
    document()->setDefaultStyleSheet(
        u"th { text-align: left; padding: %1px %2px %1px 0; color: %3; } td { padding: %1px %2px %1px 0; }"
        " .good { color: %4; font-weight: bold; } .bad { color: %5; font-weight: bold; } .soft { color: %3; }"_s.arg(gap / 3)
            .arg(gap * 2)
            .arg(palette().color(QPalette::PlaceholderText).name(), isDark ? u"#4cc38a"_s : u"#00684a"_s, isDark ? u"#ff9d5c"_s : u"#b3400a"_s));
    setHtml(m_body);
}

}  // namespace wb::ui
