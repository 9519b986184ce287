#include "ui/widgets/progress_row.h"

#include "ui/format.h"
#include "ui/widgets/flat_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace wb::ui {

using namespace Qt::StringLiterals;

ProgressRow::ProgressRow(const QString& objectName, QWidget* parent) : QWidget(parent), m_text(new QLabel(this)), m_bar(new FlatBar(this))
{
    setObjectName(objectName);
    m_text->setObjectName(objectName + u"Text"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_bar->setObjectName(objectName + u"Bar"_s);
    m_bar->setRange(0, 1000);
    auto* stop = new QPushButton(tr("Stop"), this);
    stop->setObjectName(objectName + u"Stop"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    row->addWidget(m_bar, 1);
    row->addWidget(stop);
    connect(stop, &QPushButton::clicked, this, &ProgressRow::stopped);
    hide();
}

void ProgressRow::begin(const QString& what)
{
    m_what = what;
    m_text->setText(what);
    m_bar->setAccessibleName(what);
    m_bar->setValue(0);
    show();
}

void ProgressRow::showProgress(const Progress::Snapshot& now)
{
    m_bar->setValue(permille(now.bytesDone, now.bytesTotal));
    if (now.bytesTotal > 0) {
        m_text->setText(tr("%1 %2 of %3").arg(m_what, bytesText(now.bytesDone), bytesText(now.bytesTotal)));
    }
}

}  // namespace wb::ui
