#include "ui/pages/publish_page.h"

#include "ui/format.h"
#include "ui/model_card.h"
#include "ui/pages/card_pane.h"
#include "ui/pages/publish_files.h"
#include "ui/pages/publish_form.h"
#include "ui/publish_memory.h"
#include "ui/publish_text.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/publish_stages.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

PublishPage::PublishPage(Session& session, PublishMemory& memory, QWidget* parent)
    : QWidget(parent), m_session(session), m_memory(memory), m_form(new PublishForm(session, this)), m_card(new CardPane(this)),
      m_files(new PublishFiles(this)), m_check(new QPushButton(tr("Chec&k"), this)), m_hint(new QLabel(this)), m_intent(new QLabel(this)),
      m_publish(new QPushButton(this)), m_result(new QWidget(this)), m_resultText(new QLabel(m_result)), m_link(new LinkButton(m_result)),
      m_copy(new QPushButton(tr("Cop&y link"), m_result))
{
    setObjectName(u"publishPage"_s);
    auto* columns = new QSplitter(Qt::Horizontal, this);
    columns->addWidget(makeLeft());
    columns->addWidget(makeRight());
    columns->setChildrenCollapsible(false);
    columns->setStretchFactor(0, 1);
    columns->setStretchFactor(1, 1);
    auto* column = new QVBoxLayout(this);
    column->addWidget(columns, 1);
    column->addWidget(makeResult());
    connect(m_check, &QPushButton::clicked, this, &PublishPage::check);
    connect(m_publish, &QPushButton::clicked, this, &PublishPage::publish);
    connect(m_form, &PublishForm::changed, this, &PublishPage::takeChange);
    connect(m_card, &CardPane::changed, this, &PublishPage::takeChange);
    connect(&m_session, &Session::stateChanged, this, &PublishPage::showState);
    showState();
}

QWidget* PublishPage::makeLeft()
{
    m_check->setObjectName(u"checkButton"_s);
    m_publish->setObjectName(u"publishButton"_s);
    m_hint->setObjectName(u"publishHint"_s);
    m_intent->setObjectName(u"publishIntent"_s);
    for (QPushButton* button : {m_check, m_publish}) {
        button->setAutoDefault(false);
    }
    for (QLabel* label : {m_hint, m_intent}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto* checkRow = new QHBoxLayout;
    checkRow->addWidget(m_check, 0, Qt::AlignTop);
    checkRow->addWidget(m_hint, 1);
    auto* publishRow = new QHBoxLayout;
    publishRow->addWidget(m_publish);
    publishRow->addStretch();
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->addWidget(m_form);
    column->addLayout(checkRow);
    column->addWidget(m_intent);
    column->addLayout(publishRow);
    column->addWidget(new PublishStages(m_session, left));
    column->addStretch();
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(left);
    // The tab's own colour shows through.
    area->viewport()->setAutoFillBackground(false);
    left->setAutoFillBackground(false);
    return area;
}

QWidget* PublishPage::makeRight()
{
    auto* right = new QSplitter(Qt::Vertical, this);
    right->setChildrenCollapsible(false);
    right->addWidget(m_card);
    right->addWidget(m_files);
    return right;
}

QWidget* PublishPage::makeResult()
{
    m_resultText->setObjectName(u"publishResult"_s);
    m_resultText->setTextFormat(Qt::PlainText);
    m_link->setObjectName(u"resultLink"_s);
    m_copy->setObjectName(u"copyLinkButton"_s);
    m_copy->setAutoDefault(false);
    auto* row = new QHBoxLayout(m_result);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_resultText);
    row->addWidget(m_link);
    row->addWidget(m_copy);
    row->addStretch();
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_link->address()); });
    return m_result;
}

void PublishPage::focusTarget()
{
    m_form->focusTarget();
}

void PublishPage::switchCardView()
{
    m_card->switchView();
}

// The Hub is asked for the token's owner only once the page is looked at.
void PublishPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showState();
}

job::PublishOptions PublishPage::options() const
{
    job::PublishOptions options = m_form->options();
    if (m_card->isEdited()) {
        options.card = m_card->text().toStdString();
    }
    return options;
}

void PublishPage::check()
{
    m_session.checkPublishing(options());
}

void PublishPage::publish()
{
    if (m_session.publishing().earlier) {
        m_session.resumePublishing(options());
    } else {
        m_session.publish();
    }
}

// Whether a licence is accepted is not remembered.
void PublishPage::takeChange()
{
    m_form->setCard(m_card->text());
    PublishWishes wishes = m_form->wishes();
    wishes.card = m_card->isEdited() ? std::optional(m_card->text()) : std::nullopt;
    const bool isOther = wishes != m_memory.wishes(m_folder);
    m_session.dropPublishPlan();
    if (isOther && !m_folder.isEmpty()) {
        m_memory.keepWishes(m_folder, wishes);
        m_memory.forgetUpload(m_folder);
    }
    showButtons();
}

// An edited card stays; what was asked for is asked for one folder.
void PublishPage::readFolder()
{
    const QString folder = m_session.publishFolder();
    if (folder.isEmpty() || (folder == m_folder && m_card->isEdited())) {
        return;
    }
    const QString card = cardOf(folder);
    if (folder != m_folder) {
        const PublishWishes wishes = m_memory.wishes(folder);
        m_folder = folder;
        m_form->setFolder(folder, wishes);
        m_card->setCard(card, wishes.card);
        m_form->setCard(m_card->text());
    } else if (card != m_cardOnDisk) {
        m_card->setCard(card);
        m_form->setCard(m_card->text());
    }
    m_cardOnDisk = card;
}

void PublishPage::showState()
{
    if (!isVisible()) {
        return;
    }
    readFolder();
    m_card->setReadOnly(!m_session.canPublish());
    showPlan();
    showButtons();
    showResult();
    m_session.askToken();
}

void PublishPage::showPlan()
{
    const auto& plan = m_session.publishing().plan;
    m_files->setVisible(plan != nullptr);
    m_intent->setVisible(plan != nullptr && !m_session.publishing().publication);
    if (plan && plan != m_shownPlan) {
        m_shownPlan = plan;
        m_intent->setText(intentText(*plan));
        m_files->showPlan(*plan);
    }
}

void PublishPage::showButtons()
{
    const Publishing& publishing = m_session.publishing();
    const bool isComplete = m_session.canPublish() && m_form->missing().isEmpty();
    const bool isReady = publishing.plan && !publishing.publication;
    const bool goesOn = publishing.isPaused || publishing.earlier;
    m_check->setEnabled(isComplete);
    m_hint->setText(hint());
    m_publish->setVisible(isReady || publishing.earlier);
    m_publish->setEnabled(publishing.isPaused || (isComplete && (isReady || publishing.earlier)));
    if (goesOn) {
        m_publish->setText(tr("Resume"));
        m_publish->setAccessibleDescription(keptText(publishing));
    } else if (publishing.plan) {
        // An ampersand is no key.
        m_publish->setText(publishButtonText(*publishing.plan).replace(u"&"_s, u"&&"_s));
        m_publish->setAccessibleDescription(m_intent->text());
    }
}

QString PublishPage::hint() const
{
    const Publishing& publishing = m_session.publishing();
    const QString missing = m_form->missing();
    if (!m_session.canPublish()) {
        return {};
    }
    if (publishing.earlier) {
        const QString paused = tr("Paused: %1.").arg(keptText(publishing));
        return missing.isEmpty() ? paused + u' ' + tr("Resume checks once more and goes on from there.") : paused + u' ' + missing;
    }
    if (!missing.isEmpty()) {
        return missing;
    }
    if (publishing.isOther) {
        return tr("This is no longer what you confirmed: look at it, then publish.");
    }
    if (publishing.isCancelled) {
        return tr("Cancelled: %1. Publish goes on from there.").arg(keptText(publishing));
    }
    return publishing.plan ? QString() : tr("Asks the Hub what is there and lists what will be sent. Nothing is sent yet.");
}

void PublishPage::showResult()
{
    const std::optional<job::Publication>& publication = m_session.publishing().publication;
    m_result->setVisible(publication.has_value());
    if (publication) {
        m_resultText->setText(publicationText(*publication));
        const std::string& address = publication->pullRequest.empty() ? publication->commitUrl : publication->pullRequest;
        m_link->setLink(shown(address), QString::fromStdString(address));
        m_link->setVisible(!address.empty());
        m_copy->setVisible(!address.empty());
    }
}

}  // namespace wb::ui
