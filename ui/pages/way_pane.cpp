#include "ui/pages/way_pane.h"

#include "ui/format.h"
#include "ui/transfer_text.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/elided_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;
using State = Session::State;

WayPane::WayPane(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_offer(new QWidget(this)), m_offerText(new ElidedLabel(m_offer)),
      m_check(new QPushButton(tr("Check &online"), m_offer)), m_download(new QPushButton(tr("&Download"), m_offer)), m_choice(new QWidget(this)),
      m_keep(new QRadioButton(tr("&Keep the file in"), m_choice)),
      m_stream(new QRadioButton(tr("Convert while do&wnloading, without storing the file"), m_choice)), m_folder(new QLineEdit(m_choice)),
      m_browse(new QPushButton(tr("C&hoose…"), m_choice)), m_reason(new QLabel(m_choice))
{
    setObjectName(u"wayPane"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeOffer());
    column->addWidget(makeChoice());
    connect(&m_session, &Session::stateChanged, this, &WayPane::showState);
    connect(&m_session, &Session::keyMapChanged, this, &WayPane::showState);
    showState();
}

QWidget* WayPane::makeOffer()
{
    m_offer->setObjectName(u"offerRow"_s);
    m_offerText->setObjectName(u"offerText"_s);
    m_check->setObjectName(u"checkOnlineButton"_s);
    m_download->setObjectName(u"downloadButton"_s);
    auto* row = new QHBoxLayout(m_offer);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_offerText, 1);
    row->addWidget(m_check);
    row->addWidget(m_download);
    for (QPushButton* button : {m_check, m_download}) {
        button->setAutoDefault(false);
    }
    connect(m_check, &QPushButton::clicked, &m_session, &Session::checkOnline);
    connect(m_download, &QPushButton::clicked, &m_session, &Session::download);
    return m_offer;
}

QWidget* WayPane::makeChoice()
{
    m_choice->setObjectName(u"wayChoice"_s);
    m_keep->setObjectName(u"keepSourceButton"_s);
    m_stream->setObjectName(u"streamButton"_s);
    m_folder->setObjectName(u"sourceFolder"_s);
    m_folder->setAccessibleName(tr("Folder in which the file is kept"));
    m_browse->setObjectName(u"sourceFolderButton"_s);
    m_browse->setAutoDefault(false);
    m_browse->setAccessibleName(tr("Choose the folder in which the file is kept"));
    m_reason->setObjectName(u"wayReason"_s);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    auto* grid = new QGridLayout(m_choice);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_keep, 0, 0);
    grid->addWidget(m_folder, 0, 1);
    grid->addWidget(m_browse, 0, 2);
    grid->addWidget(m_stream, 1, 0, 1, 3);
    grid->addWidget(m_reason, 2, 0, 1, 3);
    connect(m_keep, &QRadioButton::clicked, this, [this] { m_session.setWay(job::Way::Keep); });
    connect(m_stream, &QRadioButton::clicked, this, [this] { m_session.setWay(job::Way::Stream); });
    connect(m_folder, &QLineEdit::editingFinished, this, [this] { m_session.setKeepFolder(m_folder->text()); });
    connect(m_browse, &QPushButton::clicked, this, &WayPane::folderRequested);
    return m_choice;
}

void WayPane::addAct(QAction& action)
{
    m_offer->layout()->addWidget(new ActionButton(action, u"offerQueueButton"_s, m_offer));
}

bool WayPane::takeFields()
{
    if (!m_session.canChooseWay()) {
        return true;
    }
    const job::Way before = m_session.published()->way;
    m_session.setKeepFolder(m_folder->text());
    return m_session.published()->way == before;
}

void WayPane::showState()
{
    const bool isShownOnly = !m_session.hasSource() && m_session.state() == State::Empty && !m_session.catalogueVariant().isEmpty();
    m_offer->setVisible(isShownOnly);
    if (isShownOnly) {
        m_offerText->setFullText(offerText());
        m_download->setText(tr("&Download %1").arg(bytesText(m_session.variant(m_session.catalogueVariant())->bytes)));
    }
    m_choice->setVisible(m_session.canChooseWay());
    if (m_session.canChooseWay()) {
        showChoice(*m_session.published());
    }
    setVisible(isShownOnly || m_session.canChooseWay());
}

void WayPane::showChoice(const Published& published)
{
    const QSignalBlocker quietKeep(m_keep);
    const QSignalBlocker quietStream(m_stream);
    m_keep->setChecked(published.way == job::Way::Keep);
    m_stream->setChecked(published.way == job::Way::Stream);
    m_stream->setEnabled(m_session.canStream());
    if (m_folder->text() != published.folder && !m_folder->hasFocus()) {
        m_folder->setText(published.folder);
    }
    m_reason->setText(published.choice ? wayReason(*published.choice) : tr("The server sends the file only as a whole, so it has to be kept."));
    m_keep->setAccessibleDescription(m_reason->text());
    m_stream->setAccessibleDescription(m_reason->text());
}

QString WayPane::offerText() const
{
    const mapping::Variant* variant = m_session.variant(m_session.catalogueVariant());
    return variant == nullptr ? QString() : tr("Published as %1, about %2.").arg(shown(variant->sourceFile), bytesText(variant->bytes));
}

}  // namespace wb::ui
