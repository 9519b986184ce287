#include "ui/widgets/status_chips.h"

#include "ui/format.h"
#include "ui/widgets/flow_layout.h"

#include <QButtonGroup>
#include <QToolButton>

namespace wb::ui {

using namespace Qt::StringLiterals;

StatusChips::StatusChips(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto* layout = new FlowLayout(this);
    m_group->setExclusive(true);
    for (size_t i = 0; i < m_chips.size(); ++i) {
        auto* chip = new QToolButton(this);
        chip->setObjectName(i == 0 ? u"chip-all"_s : u"chip-"_s + QString::fromUtf8(mapping::statusName(statusesByUrgency[i - 1])));
        chip->setCheckable(true);
        chip->setFocusPolicy(Qt::TabFocus);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        if (i > 0) {
            chip->setIcon(statusIcon(statusesByUrgency[i - 1]));
        }
        m_group->addButton(chip, static_cast<int>(i));
        m_chips[i] = chip;
        layout->addWidget(chip);
    }
    chooseAll();
    connect(m_group, &QButtonGroup::idClicked, this, &StatusChips::chosenChanged);
    showCounts({}, 0);
}

void StatusChips::showCounts(const mapping::Counts& counts, uint64_t all)
{
    m_chips[0]->setText(tr("All %1").arg(countText(all)));
    for (size_t i = 1; i < m_chips.size(); ++i) {
        const mapping::Status status = statusesByUrgency[i - 1];
        const uint64_t count = countOf(counts, status);
        QString word = statusWord(status);
        word[0] = word[0].toUpper();
        m_chips[i]->setText(word + u' ' + countText(count));
        m_chips[i]->setEnabled(count > 0);
    }
    for (QToolButton* chip : m_chips) {
        chip->setAccessibleName(chip->text());
    }
}

std::optional<mapping::Status> StatusChips::chosen() const
{
    const int chip = m_group->checkedId();
    return chip <= 0 ? std::nullopt : std::optional(statusesByUrgency[static_cast<size_t>(chip - 1)]);
}

void StatusChips::chooseAll()
{
    m_chips[0]->setChecked(true);
}

}  // namespace wb::ui
