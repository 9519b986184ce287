#include "ui/pages/source_page.h"

#include "ui/icons.h"
#include "ui/widgets/elided_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

SourcePage::SourcePage(QWidget* parent)
    : QWidget(parent), m_title(new ElidedLabel(this)), m_facts(new QGridLayout), m_warningRow(new QWidget(this)),
      m_warningIcon(new QLabel(m_warningRow)), m_warnings(new QLabel(m_warningRow))
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
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addLayout(m_facts);
    column->addWidget(m_warningRow);
}

void SourcePage::showSummary(const Summary& summary)
{
    m_title->setFullText(summary.title);
    while (QLayoutItem* item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Summary::Fact& fact : summary.facts) {
        auto* label = new QLabel(fact.label, this);
        auto* value = new ElidedLabel(this);
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
