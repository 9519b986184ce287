#include "ui/widgets/publish_stages.h"

#include "ui/icons.h"
#include "ui/publish_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/waiting_row.h"

#include <QGridLayout>
#include <QLabel>
#include <QStyle>

namespace wb::ui {

using namespace Qt::StringLiterals;
using Look = StepStrip::Look;

PublishStages::PublishStages(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_waiting(new WaitingRow({u"publishWaiting"_s, u"publishWaitingText"_s, u"publishTryNow"_s}, this))
{
    setObjectName(u"publishStages"_s);
    const std::array<QString, 3> names{u"stageCheck"_s, u"stageSend"_s, u"stageCommit"_s};
    const std::array<QString, 3> words{tr("Check"), tr("Send"), tr("Commit")};
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(2, 1);
    grid->setHorizontalSpacing(fontMetrics().averageCharWidth());
    for (int i = 0; i < 3; ++i) {
        Row& row = m_rows[static_cast<size_t>(i)];
        row = {new QLabel(this), new QLabel(words[static_cast<size_t>(i)], this), new ElidedLabel(this)};
        row.text->setObjectName(names[static_cast<size_t>(i)]);
        grid->addWidget(row.icon, i, 0);
        grid->addWidget(row.word, i, 1);
        grid->addWidget(row.text, i, 2);
    }
    grid->addWidget(m_waiting, 3, 0, 1, 3);
    connect(m_waiting, &WaitingRow::tryNow, &m_session, &Session::tryNow);
    connect(&m_session, &Session::stateChanged, this, &PublishStages::showStages);
    connect(&m_session, &Session::sampled, this, [this] {
        if (m_session.isPublishing()) {
            showStages();
        }
    });
    showStages();
}

Look PublishStages::lookOf(PublishStage stage) const
{
    const Publishing& publishing = m_session.publishing();
    if (publishing.publication || stage < publishing.stage || (stage == PublishStage::Check && publishing.plan)) {
        return Look::Done;
    }
    if (stage > publishing.stage) {
        return Look::Ahead;
    }
    if (publishing.error) {
        return Look::Problem;
    }
    return m_session.isPublishing() ? Look::Current : Look::Ahead;
}

void PublishStages::showStages()
{
    const QString states[] = {tr("to come"), tr("now"), tr("done"), tr("problem")};
    const std::array<QString, 4> icons{u"step-ahead"_s, u"step-current"_s, u"step-done"_s, u"step-problem"_s};
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const auto stage = static_cast<PublishStage>(i);
        const auto look = static_cast<size_t>(lookOf(stage));
        m_rows[i].icon->setPixmap(icon(icons[look]).pixmap(QSize(side, side), devicePixelRatioF()));
        QFont font = m_rows[i].word->font();
        font.setBold(lookOf(stage) == Look::Current);
        m_rows[i].word->setFont(font);
        m_rows[i].word->setAccessibleName(m_rows[i].word->text() + u": "_s + states[look]);
        m_rows[i].text->setFullText(stageText(m_session, stage));
    }
    if (m_session.isPublishing() && m_session.isWaiting()) {
        m_waiting->showWaiting(publishWaitingText(m_session));
    } else {
        m_waiting->showNothing();
    }
}

}  // namespace wb::ui
