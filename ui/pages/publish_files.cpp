#include "ui/pages/publish_files.h"

#include "ui/format.h"
#include "ui/publish_text.h"
#include "ui/widgets/roomy_delegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

PublishFiles::PublishFiles(QWidget* parent) : QWidget(parent), m_table(new QTreeWidget(this)), m_totals(new QLabel(this))
{
    m_table->setObjectName(u"fileTable"_s);
    m_table->setAccessibleName(tr("Files that will be published"));
    m_table->setHeaderLabels({tr("File"), tr("Size"), tr("How it goes")});
    m_table->headerItem()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    m_table->setRootIsDecorated(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setUniformRowHeights(true);
    m_table->setAlternatingRowColors(true);
    m_table->setItemDelegate(new RoomyDelegate(m_table));
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_table->header()->setStretchLastSection(false);
    m_totals->setObjectName(u"fileTotals"_s);
    m_totals->setTextFormat(Qt::PlainText);
    m_totals->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    column->addWidget(m_totals);
}

void PublishFiles::showPlan(const job::PublishPlan& plan)
{
    m_table->clear();
    for (const job::PublishFile& file : plan.files) {
        auto* item = new QTreeWidgetItem(m_table, {shown(file.name), bytesText(file.bytes), wayText(file.way)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(0, item->text(0).toHtmlEscaped());
    }
    m_totals->setText(totalsText(plan));
    m_table->setAccessibleDescription(m_totals->text());
}

}  // namespace wb::ui
