#include "ui/widgets/step_strip.h"

#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

QString iconName(StepStrip::Look look)
{
    switch (look) {
    case StepStrip::Look::Done:
        return u"step-done"_s;
    case StepStrip::Look::Current:
        return u"step-current"_s;
    case StepStrip::Look::Problem:
        return u"step-problem"_s;
    default:
        return u"step-ahead"_s;
    }
}

}  // namespace

StepStrip::StepStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"stepStrip"_s);
    const std::array<QString, StepCount> words{tr("Source"), tr("Map"), tr("Convert"), tr("Verify"), tr("Publish")};
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (size_t i = 0; i < m_parts.size(); ++i) {
        if (i > 0) {
            auto* arrow = new QLabel(u"›"_s, this);
            arrow->setEnabled(false);
            row->addWidget(arrow);
        }
        m_parts[i] = {new QLabel(this), new QLabel(words[i], this)};
        m_parts[i].word->setObjectName(u"step%1"_s.arg(i + 1));
        row->addWidget(m_parts[i].icon);
        row->addWidget(m_parts[i].word);
    }
    row->addStretch();
    setLooks({Look::Current});
}

void StepStrip::setLooks(const std::array<Look, StepCount>& looks)
{
    const QString states[] = {tr("to come"), tr("now"), tr("done"), tr("problem")};
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    for (size_t i = 0; i < m_parts.size(); ++i) {
        const Part& part = m_parts[i];
        part.icon->setPixmap(icon(iconName(looks[i])).pixmap(QSize(side, side), devicePixelRatioF()));
        QFont font = part.word->font();
        font.setBold(looks[i] == Look::Current || looks[i] == Look::Problem);
        part.word->setFont(font);
        part.word->setEnabled(looks[i] != Look::Ahead);
        part.word->setAccessibleName(u"%1: %2"_s.arg(part.word->text(), states[static_cast<size_t>(looks[i])]));
    }
}

}  // namespace wb::ui
