#include "ui/pages/publish_form.h"

#include "ui/format.h"
#include "ui/model_card.h"
#include "ui/problem_words.h"
#include "ui/publish_text.h"
#include "ui/repository_name.h"
#include "ui/widgets/link_button.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>

namespace wb::ui {

using namespace Qt::StringLiterals;

PublishForm::PublishForm(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_target(new QLineEdit(this)), m_rules(new QLabel(this)), m_private(new QRadioButton(tr("Private"), this)),
      m_public(new QRadioButton(tr("Public"), this)), m_pullRequest(new QCheckBox(tr("As a pull re&quest"), this)), m_message(new QLineEdit(this)),
      m_token(new QLabel(this)), m_askAgain(new QPushButton(tr("Ask a&gain"), this)), m_licenceRow(new QWidget(this)),
      m_licence(new QCheckBox(tr("&I have read and accept the"), m_licenceRow)), m_licenceLink(new LinkButton(m_licenceRow))
{
    setObjectName(u"publishForm"_s);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    makeTarget(*grid);
    makeVisibility(*grid);
    makeToken(*grid);
    makeLicence(*grid);
    connect(&m_session, &Session::stateChanged, this, &PublishForm::showState);
    showState();
}

QLabel* PublishForm::addLabel(QGridLayout& grid, int row, const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text, this);
    label->setBuddy(buddy);
    grid.addWidget(label, row, 0);
    return label;
}

void PublishForm::makeTarget(QGridLayout& grid)
{
    m_target->setObjectName(u"targetEdit"_s);
    m_target->setAccessibleName(tr("Repository"));
    m_rules->setObjectName(u"targetRules"_s);
    m_rules->setTextFormat(Qt::PlainText);
    m_rules->setWordWrap(true);
    addLabel(grid, 0, tr("Repo&sitory"), m_target);
    grid.addWidget(m_target, 0, 1);
    grid.addWidget(m_rules, 1, 1);
    connect(m_target, &QLineEdit::textChanged, this, [this] {
        showRules();
        Q_EMIT changed();
    });
}

void PublishForm::makeVisibility(QGridLayout& grid)
{
    m_private->setObjectName(u"privateButton"_s);
    m_public->setObjectName(u"publicButton"_s);
    m_pullRequest->setObjectName(u"pullRequestBox"_s);
    m_message->setObjectName(u"messageEdit"_s);
    m_message->setAccessibleName(tr("Message of the commit"));
    m_message->setPlaceholderText(tr("made from the model's name"));
    m_private->setChecked(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_private);
    row->addWidget(m_public);
    row->addSpacing(fontMetrics().averageCharWidth() * 2);
    row->addWidget(m_pullRequest);
    row->addStretch();
    addLabel(grid, 2, tr("Visibility"), nullptr);
    grid.addLayout(row, 2, 1);
    addLabel(grid, 3, tr("&Message"), m_message);
    grid.addWidget(m_message, 3, 1);
    connect(m_private, &QRadioButton::clicked, this, &PublishForm::askVisibility);
    connect(m_public, &QRadioButton::clicked, this, &PublishForm::askVisibility);
    connect(m_pullRequest, &QCheckBox::toggled, this, &PublishForm::changed);
    connect(m_message, &QLineEdit::textChanged, this, &PublishForm::changed);
}

void PublishForm::makeToken(QGridLayout& grid)
{
    m_token->setObjectName(u"tokenStatus"_s);
    m_token->setTextFormat(Qt::PlainText);
    m_token->setWordWrap(true);
    m_token->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_askAgain->setObjectName(u"tokenAgainButton"_s);
    m_askAgain->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_token, 1);
    row->addWidget(m_askAgain, 0, Qt::AlignTop);
    addLabel(grid, 4, tr("Token"), nullptr);
    grid.addLayout(row, 4, 1);
    connect(m_askAgain, &QPushButton::clicked, &m_session, &Session::askTokenAgain);
}

void PublishForm::makeLicence(QGridLayout& grid)
{
    m_licence->setObjectName(u"licenceBox"_s);
    m_licenceLink->setObjectName(u"licenceLink"_s);
    auto* row = new QHBoxLayout(m_licenceRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_licence);
    row->addWidget(m_licenceLink);
    row->addStretch();
    m_licenceLabel = addLabel(grid, 5, tr("Licence"), nullptr);
    grid.addWidget(m_licenceRow, 5, 1);
    connect(m_licence, &QCheckBox::toggled, this, &PublishForm::changed);
}

QString PublishForm::target() const
{
    return m_target->text().trimmed();
}

job::PublishOptions PublishForm::options() const
{
    job::PublishOptions options;
    options.repository = target().toStdString();
    if (m_visibilityIsAsked) {
        options.visibility = m_public->isChecked() ? job::Visibility::Public : job::Visibility::Private;
    }
    options.pullRequest = m_pullRequest->isChecked();
    options.message = m_message->text().trimmed().toStdString();
    // The one licence that core asks for.
    options.acceptedLicence = !m_licenceRow->isHidden() && m_licence->isChecked() ? "seer" : "";
    return options;
}

QString PublishForm::missing() const
{
    if (!repositoryNameProblem(target()).isEmpty()) {
        return target().isEmpty() ? tr("Name the repository first.") : tr("The repository's name is not right yet.");
    }
    if (m_session.tokenError() && m_session.tokenError()->code() == ErrorCode::NotAuthorised) {
        return tr("A token is needed first.");
    }
    return !m_licenceRow->isHidden() && !m_licence->isChecked() ? tr("Accept the licence first.") : QString();
}

void PublishForm::setCard(const QString& card)
{
    m_card = card;
    showLicence();
}

void PublishForm::clear()
{
    const QSignalBlocker quiet(this);
    m_target->clear();
    m_message->clear();
    m_pullRequest->setChecked(false);
    m_licence->setChecked(false);
    m_private->setChecked(true);
    m_visibilityIsAsked = false;
    showState();
}

void PublishForm::focusTarget()
{
    m_target->setFocus(Qt::ShortcutFocusReason);
}

void PublishForm::askVisibility()
{
    m_visibilityIsAsked = true;
    Q_EMIT changed();
}

void PublishForm::showState()
{
    const bool isFree = m_session.canPublish();
    for (QWidget* field : std::initializer_list<QWidget*>{m_target, m_private, m_public, m_pullRequest, m_message, m_licence}) {
        field->setEnabled(isFree);
    }
    showRules();
    showVisibility();
    showToken();
    showLicence();
}

void PublishForm::showRules()
{
    const std::string user = m_session.token() ? m_session.token()->user : std::string();
    const QString name = QFileInfo(m_session.publishFolder()).fileName();
    m_target->setPlaceholderText((user.empty() ? tr("owner") : shown(user)) + u'/' + (name.isEmpty() ? tr("name") : shown(name.toStdString())));
    const QString problem = repositoryNameProblem(target());
    if (!target().isEmpty() && !problem.isEmpty()) {
        m_rules->setText(tr("Not a name yet: %1.").arg(problemWords(problem.toStdString())));
    } else if (!target().isEmpty() && !target().contains(u'/')) {
        m_rules->setText(user.empty() ? tr("Without an owner it goes to the token's user.") : tr("Without an owner it goes to %1.").arg(shown(user)));
    } else {
        m_rules->setText(tr("owner/name of letters, digits, '-', '_' and '.', each at most 96 long"));
    }
    m_target->setAccessibleDescription(m_rules->text());
}

// Where nothing was asked for, a repository that exists shows as it is.
void PublishForm::showVisibility()
{
    const auto& plan = m_session.publishing().plan;
    if (m_visibilityIsAsked || !plan) {
        return;
    }
    const QSignalBlocker quietPrivate(m_private);
    const QSignalBlocker quietPublic(m_public);
    const bool isPublic = plan->repositoryExists && !plan->isPrivate;
    m_private->setChecked(!isPublic);
    m_public->setChecked(isPublic);
}

void PublishForm::showToken()
{
    m_token->setText(tokenText(m_session));
    m_askAgain->setVisible(m_session.tokenError().has_value());
    m_askAgain->setEnabled(m_session.canPublish());
}

void PublishForm::showLicence()
{
    const std::optional<GatedLicence> licence = licenceToAccept(m_session, m_card);
    // Said once by core, it stays asked for.
    const bool isAsked = licence || (m_licence->isChecked() && !m_licenceRow->isHidden());
    m_licenceRow->setVisible(isAsked);
    m_licenceLabel->setVisible(isAsked);
    if (licence) {
        m_licenceLink->setLink(licence->name, licence->link);
        m_licence->setAccessibleName(tr("I have read and accept the %1").arg(licence->name));
    }
}

}  // namespace wb::ui
