#include "ui/pages/token_pane.h"

#include "ui/token_text.h"
#include "ui/widgets/link_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

TokenPane::TokenPane(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_status(new QLabel(this)), m_again(new QPushButton(tr("Check a&gain"), this)), m_entry(new QWidget(this)),
      m_token(new QLineEdit(m_entry)), m_keep(new QPushButton(tr("&Keep in the keychain"), m_entry)), m_page(new LinkButton(m_entry))
{
    m_status->setObjectName(u"tokenStatus"_s);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_again->setObjectName(u"tokenAgainButton"_s);
    m_again->setAccessibleName(tr("Check the token again"));
    m_again->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_status, 1);
    row->addWidget(m_again, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(makeEntry());
    connect(m_again, &QPushButton::clicked, &m_session, &Session::askTokenAgain);
    connect(&m_session, &Session::stateChanged, this, &TokenPane::showState);
    showState();
}

QWidget* TokenPane::makeEntry()
{
    m_token->setObjectName(u"tokenEdit"_s);
    m_token->setAccessibleName(tr("Token of the Hub"));
    m_token->setAccessibleDescription(tr("It goes into the keychain of this desktop and is kept nowhere else."));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_token->setPlaceholderText(tr("hf_…"));
    m_keep->setObjectName(u"tokenKeepButton"_s);
    m_keep->setAutoDefault(false);
    m_page->setObjectName(u"tokenPageLink"_s);
    auto* row = new QHBoxLayout(m_entry);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_token, 1);
    row->addWidget(m_keep);
    row->addWidget(m_page);
    connect(m_token, &QLineEdit::textChanged, this, &TokenPane::showState);
    connect(m_token, &QLineEdit::returnPressed, this, &TokenPane::keep);
    connect(m_keep, &QPushButton::clicked, this, &TokenPane::keep);
    return m_entry;
}

void TokenPane::takeAlways()
{
    m_takesAlways = true;
    showState();
}

void TokenPane::keep()
{
    if (m_keep->isEnabled()) {
        const QString token = m_token->text();
        m_token->clear();
        m_session.keepToken(token);
    }
}

void TokenPane::showState()
{
    const bool isFree = m_session.canAskToken();
    m_status->setText(tokenText(m_session));
    m_again->setVisible(m_session.tokenError().has_value());
    m_again->setEnabled(isFree);
    m_entry->setVisible(m_takesAlways || wantsToken(m_session));
    m_token->setEnabled(isFree);
    m_keep->setEnabled(isFree && !m_token->text().trimmed().isEmpty());
    m_page->setLink(tr("Make a token"), m_session.tokenPage());
}

}  // namespace wb::ui
