#include "ui/widgets/publish_stages.h"

#include "ui/icons.h"
#include "ui/publish_text.h"
#include "ui/widgets/elided_label.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace wb::ui {

using namespace Qt::StringLiterals;
using Look = StepStrip::Look;

PublishStages::PublishStages(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_waiting(new QFrame(this)), m_waitingText(new QLabel(m_waiting)),
      m_tryNow(new QPushButton(tr("&Try now"), m_waiting))
{
    setObjectName(u"publishStages"_s);
    const std::array<QString, 3> names{u"stageCheck"_s, u"stageSend"_s, u"stageCommit"_s};
    const std::array<QString, 3> words{tr("Check"), tr("Send"), tr("Commit")};
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(2, 1);
    for (int i = 0; i < 3; ++i) {
        Row& row = m_rows[static_cast<size_t>(i)];
        row = {new QLabel(this), new QLabel(words[static_cast<size_t>(i)], this), new ElidedLabel(this)};
        row.text->setObjectName(names[static_cast<size_t>(i)]);
        grid->addWidget(row.icon, i, 0);
        grid->addWidget(row.word, i, 1);
        grid->addWidget(row.text, i, 2);
    }
    grid->addWidget(makeWaiting(), 3, 0, 1, 3);
    connect(m_tryNow, &QPushButton::clicked, &m_session, &Session::tryNow);
    connect(&m_session, &Session::stateChanged, this, &PublishStages::showStages);
    connect(&m_session, &Session::sampled, this, &PublishStages::showStages);
    showStages();
}

QWidget* PublishStages::makeWaiting()
{
    m_waiting->setObjectName(u"publishWaiting"_s);
    m_waiting->setFrameShape(QFrame::StyledPanel);
    m_waitingText->setObjectName(u"publishWaitingText"_s);
    m_waitingText->setTextFormat(Qt::PlainText);
    m_waitingText->setWordWrap(true);
    m_tryNow->setObjectName(u"publishTryNow"_s);
    m_tryNow->setAutoDefault(false);
    auto* sign = new QLabel(m_waiting);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    sign->setPixmap(icon(u"message-warning"_s).pixmap(QSize(side, side), devicePixelRatioF()));
    auto* row = new QHBoxLayout(m_waiting);
    row->addWidget(sign);
    row->addWidget(m_waitingText, 1);
    row->addWidget(m_tryNow);
    return m_waiting;
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
    const bool waits = m_session.isPublishing() && m_session.isWaiting();
    m_waiting->setVisible(waits);
    m_tryNow->setEnabled(waits);
    if (waits) {
        m_waitingText->setText(publishWaitingText(m_session));
        m_waiting->setAccessibleName(m_waitingText->text());
    }
}

}  // namespace wb::ui
