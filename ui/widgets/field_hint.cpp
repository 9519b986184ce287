#include "ui/widgets/field_hint.h"

#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace wb::ui {

using namespace Qt::StringLiterals;

FieldHint::FieldHint(const QString& name, QWidget* field, QWidget* parent)
    : QWidget(parent), m_field(field), m_sign(new QLabel(this)), m_sentence(new QLabel(this))
{
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_sign->setPixmap(icon(u"message-warning"_s).pixmap(QSize(side, side), devicePixelRatioF()));
    m_sentence->setObjectName(name);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_sentence, 1);
    show({}, false);
}

void FieldHint::showHint(const QString& sentence)
{
    show(sentence, false);
}

void FieldHint::showProblem(const QString& sentence)
{
    show(sentence, true);
}

void FieldHint::show(const QString& sentence, bool isProblem)
{
    m_sign->setVisible(isProblem);
    m_sentence->setText(sentence);
    m_field->setAccessibleDescription(sentence);
    setVisible(!sentence.isEmpty());
}

}  // namespace wb::ui
