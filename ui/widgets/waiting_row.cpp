#include "ui/widgets/waiting_row.h"

#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace wb::ui {

using namespace Qt::StringLiterals;

WaitingRow::WaitingRow(const Names& objectNames, QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_tryNow(new QPushButton(tr("&Try now"), this))
{
    setObjectName(objectNames.row);
    setFrameShape(QFrame::StyledPanel);
    m_text->setObjectName(objectNames.text);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_tryNow->setObjectName(objectNames.button);
    m_tryNow->setAutoDefault(false);
    auto* sign = new QLabel(this);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, parent);
    sign->setPixmap(icon(u"message-warning"_s).pixmap(QSize(side, side), devicePixelRatioF()));
    auto* row = new QHBoxLayout(this);
    row->addWidget(sign);
    row->addWidget(m_text, 1);
    row->addWidget(m_tryNow);
    connect(m_tryNow, &QPushButton::clicked, this, &WaitingRow::tryNow);
    showNothing();
}

void WaitingRow::showWaiting(const QString& text)
{
    m_text->setText(text);
    setAccessibleName(text);
    m_tryNow->setEnabled(true);
    setVisible(true);
}

void WaitingRow::showNothing()
{
    m_tryNow->setEnabled(false);
    setVisible(false);
}

}  // namespace wb::ui
