#include "ui/pages/publish_page.h"

#include "ui/format.h"
#include "ui/model_card.h"
#include "ui/pages/publish_form.h"
#include "ui/publish_text.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/publish_stages.h"
#include "ui/widgets/roomy_delegate.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

PublishPage::PublishPage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_form(new PublishForm(session, this)), m_card(new QPlainTextEdit(this)), m_files(new QTreeWidget(this)),
      m_check(new QPushButton(tr("Chec&k"), this)), m_hint(new QLabel(this)), m_intent(new QLabel(this)), m_publish(new QPushButton(this)),
      m_result(new QWidget(this)), m_resultText(new QLabel(m_result)), m_link(new LinkButton(m_result)),
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
    connect(m_publish, &QPushButton::clicked, &m_session, &Session::publish);
    connect(m_form, &PublishForm::changed, this, &PublishPage::takeChange);
    connect(m_card, &QPlainTextEdit::textChanged, this, &PublishPage::takeChange);
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
    checkRow->addWidget(m_check);
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
    m_card->setObjectName(u"cardEdit"_s);
    m_card->setAccessibleName(tr("Model card"));
    m_card->setTabChangesFocus(true);
    m_card->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* cardLabel = new QLabel(tr("Model car&d (README.md)"), this);
    cardLabel->setBuddy(m_card);
    m_files->setObjectName(u"fileTable"_s);
    m_files->setAccessibleName(tr("Files that will be published"));
    m_files->setHeaderLabels({tr("File"), tr("Size"), tr("How it goes")});
    m_files->setRootIsDecorated(false);
    m_files->setTextElideMode(Qt::ElideMiddle);
    m_files->setUniformRowHeights(true);
    m_files->setAlternatingRowColors(true);
    m_files->setItemDelegate(new RoomyDelegate(m_files));
    m_files->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_files->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_files->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_files->header()->setStretchLastSection(false);
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(cardLabel);
    column->addWidget(m_card, 1);
    column->addWidget(m_files, 1);
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

// The Hub is asked for the token's owner only once the page is looked at.
void PublishPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showState();
}

void PublishPage::check()
{
    job::PublishOptions options = m_form->options();
    if (m_card->toPlainText() != m_cardAsRead) {
        options.card = m_card->toPlainText().toStdString();
    }
    m_session.checkPublishing(options);
}

void PublishPage::takeChange()
{
    m_form->setCard(m_card->toPlainText());
    m_session.dropPublishPlan();
    showButtons();
}

// An edited card stays; what was asked for is asked for one folder.
void PublishPage::readCard()
{
    const QString folder = m_session.publishFolder();
    const bool isEdited = m_card->toPlainText() != m_cardAsRead;
    if (folder.isEmpty() || (folder == m_folder && isEdited)) {
        return;
    }
    if (folder != m_folder) {
        m_folder = folder;
        m_form->clear();
    }
    const QString card = cardOf(folder);
    if (card != m_cardOnDisk || isEdited) {
        const QSignalBlocker quiet(m_card);
        m_cardOnDisk = card;
        m_card->setPlainText(card);
        m_cardAsRead = m_card->toPlainText();
        m_form->setCard(m_cardAsRead);
    }
}

void PublishPage::showState()
{
    if (!isVisible()) {
        return;
    }
    readCard();
    m_card->setReadOnly(!m_session.canPublish());
    showFiles();
    showButtons();
    showResult();
    m_session.askToken();
}

void PublishPage::showFiles()
{
    const auto& plan = m_session.publishing().plan;
    m_files->setVisible(plan != nullptr);
    m_intent->setVisible(plan != nullptr);
    if (!plan || plan == m_shownPlan) {
        return;
    }
    m_shownPlan = plan;
    m_intent->setText(intentText(*plan));
    m_files->clear();
    for (const job::PublishFile& file : plan->files) {
        auto* item = new QTreeWidgetItem(m_files, {shown(file.name), bytesText(file.bytes), wayText(file.way)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(0, item->text(0).toHtmlEscaped());
    }
}

void PublishPage::showButtons()
{
    const Publishing& publishing = m_session.publishing();
    const QString missing = m_form->missing();
    const bool isFree = m_session.canPublish();
    const bool isReady = publishing.plan && !publishing.publication;
    m_check->setEnabled(isFree && missing.isEmpty());
    m_hint->setText(!isFree                             ? QString()
                    : !missing.isEmpty()                ? missing
                    : publishing.isCancelled            ? tr("Cancelled: what was sent is kept, Publish goes on from there.")
                    : isReady || publishing.publication ? QString()
                                                        : tr("Asks the Hub what is there and lists what will be sent. Nothing is sent yet."));
    m_publish->setVisible(publishing.plan != nullptr);
    m_publish->setEnabled(isReady && (publishing.isPaused || (isFree && missing.isEmpty())));
    if (publishing.plan) {
        // An ampersand is no key.
        m_publish->setText(publishing.isPaused ? tr("Resume") : publishButtonText(*publishing.plan).replace(u"&"_s, u"&&"_s));
        m_publish->setAccessibleDescription(m_intent->text());
    }
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
