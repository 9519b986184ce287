#include "ui/pages/source_page.h"

#include "ui/icons.h"
#include "ui/widgets/elided_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

SourcePage::SourcePage(QWidget* parent)
    : QWidget(parent), m_title(new ElidedLabel(this)), m_more(new QToolButton(this)), m_factBox(new QWidget(this)),
      m_facts(new QGridLayout(m_factBox)), m_warningRow(new QWidget(this)), m_warningIcon(new QLabel(m_warningRow)),
      m_warnings(new QLabel(m_warningRow))
{
    setObjectName(u"sourcePage"_s);
    m_title->setObjectName(u"sourceTitle"_s);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    m_title->setFont(large);

    m_warnings->setObjectName(u"sourceWarnings"_s);
    m_warnings->setTextFormat(Qt::PlainText);
    m_warnings->setWordWrap(true);
    m_warnings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_warningIcon->setPixmap(icon(u"message-warning"_s).pixmap(QSize(side, side), devicePixelRatioF()));
    auto* row = new QHBoxLayout(m_warningRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_warningIcon, 0, Qt::AlignTop);
    row->addWidget(m_warnings, 1);

    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setColumnStretch(1, 1);
    m_facts->setHorizontalSpacing(fontMetrics().averageCharWidth() * 2);
    m_facts->setVerticalSpacing(fontMetrics().height() / 5);
    m_more->setObjectName(u"factsButton"_s);
    m_more->setText(tr("Details"));
    m_more->setToolTip(tr("Shows what is known of the source"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setAutoRaise(true);
    m_more->setCheckable(true);
    m_more->setArrowType(Qt::DownArrow);
    m_more->hide();
    connect(m_more, &QToolButton::toggled, m_factBox, &QWidget::setVisible);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_more);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_factBox);
    column->addWidget(m_warningRow);
}

void SourcePage::setLow(bool isLow)
{
    if (isLow != m_more->isVisibleTo(this)) {
        m_more->setVisible(isLow);
        m_more->setChecked(false);
        m_factBox->setVisible(!isLow);
    }
}

void SourcePage::showSummary(const Summary& summary)
{
    if (summary == m_summary) {
        return;  // labels made anew would flicker
    }
    m_summary = summary;
    m_title->setFullText(summary.title);
    while (QLayoutItem* item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Summary::Fact& fact : summary.facts) {
        auto* label = new QLabel(fact.label, m_factBox);
        auto* value = new ElidedLabel(m_factBox);
        value->setObjectName(u"fact%1"_s.arg(row));
        value->setFullText(fact.value);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(fact.label + u": "_s + fact.value);
        m_facts->addWidget(label, row, 0);
        m_facts->addWidget(value, row, 1);
        ++row;
    }
    m_warnings->setText(summary.warnings.join(u'\n'));
    m_warningRow->setVisible(!summary.warnings.isEmpty());
}

}  // namespace wb::ui
