#include "ui/widgets/step_strip.h"

#include "ui/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

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

StepStrip::StepStrip(const std::array<QAction*, StepCount>& acts, QWidget* parent) : QWidget(parent), m_acts(acts)
{
    setObjectName(u"stepStrip"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        if (i > 0) {
            auto* arrow = new QLabel(u"›"_s, this);
            arrow->setEnabled(false);
            row->addWidget(arrow);
        }
        m_buttons[i] = new QToolButton(this);
        m_buttons[i]->setDefaultAction(acts[i]);
        m_buttons[i]->setObjectName(u"step%1"_s.arg(i + 1));
        m_buttons[i]->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_buttons[i]->setAutoRaise(true);
        m_buttons[i]->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(m_buttons[i]);
    }
    row->addStretch();
    setLooks({Look::Current});
}

void StepStrip::setLooks(const std::array<Look, StepCount>& looks)
{
    const QString states[] = {tr("to come"), tr("now"), tr("done"), tr("problem")};
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        QToolButton* button = m_buttons[i];
        m_acts[i]->setIcon(icon(iconName(looks[i])));
        QFont font = this->font();
        font.setBold(looks[i] == Look::Current || looks[i] == Look::Problem);
        button->setFont(font);
        button->setAccessibleName(u"%1: %2"_s.arg(button->text(), states[static_cast<size_t>(looks[i])]));
    }
}

}  // namespace wb::ui
