#include "ui/pages/publish_form.h"

#include "ui/format.h"
#include "ui/licence_ids.h"
#include "ui/pages/token_pane.h"
#include "ui/problem_words.h"
#include "ui/repository_name.h"
#include "ui/widgets/field_hint.h"
#include "ui/widgets/link_button.h"

#include <QCheckBox>
#include <QCompleter>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>

namespace wb::ui {

using namespace Qt::StringLiterals;

PublishForm::PublishForm(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_target(new QLineEdit(this)), m_revision(new QLineEdit(this)),
      m_private(new QRadioButton(tr("Private"), this)), m_public(new QRadioButton(tr("Public"), this)),
      m_pullRequest(new QCheckBox(tr("As a pull re&quest"), this)), m_message(new QLineEdit(this)), m_licence(new QLineEdit(this)),
      m_gateRow(new QWidget(this)), m_gate(new QCheckBox(tr("&I have read and accept the"), m_gateRow)), m_gateLink(new LinkButton(m_gateRow))
{
    setObjectName(u"publishForm"_s);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    makeTarget(*grid);
    makeVisibility(*grid);
    makeMessage(*grid);
    makeLicence(*grid);
    makeGate(*grid);
    addLabel(*grid, tr("Token"), nullptr)->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    grid->addWidget(new TokenPane(m_session, this), grid->rowCount() - 1, 1);
    connect(&m_session, &Session::stateChanged, this, &PublishForm::showState);
    showState();
}

// Begins a row.
QLabel* PublishForm::addLabel(QGridLayout& grid, const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text, this);
    label->setBuddy(buddy);
    grid.addWidget(label, grid.rowCount(), 0);
    return label;
}

// Under the field of the row before.
FieldHint* PublishForm::addHint(QGridLayout& grid, const QString& name, QWidget* field)
{
    auto* hint = new FieldHint(name, field, this);
    grid.addWidget(hint, grid.rowCount(), 1);
    return hint;
}

void PublishForm::makeTarget(QGridLayout& grid)
{
    m_target->setObjectName(u"targetEdit"_s);
    m_target->setAccessibleName(tr("Repository"));
    m_revision->setObjectName(u"revisionEdit"_s);
    m_revision->setAccessibleName(tr("Branch"));
    m_revision->setPlaceholderText(u"main"_s);
    addLabel(grid, tr("Repo&sitory"), m_target);
    grid.addWidget(m_target, grid.rowCount() - 1, 1);
    m_rules = addHint(grid, u"targetRules"_s, m_target);
    addLabel(grid, tr("&Branch"), m_revision);
    grid.addWidget(m_revision, grid.rowCount() - 1, 1);
    m_revisionHint = addHint(grid, u"revisionHint"_s, m_revision);
    connect(m_target, &QLineEdit::textChanged, this, [this] {
        showRules();
        Q_EMIT changed();
    });
    connect(m_revision, &QLineEdit::textChanged, this, [this] {
        showRevision();
        Q_EMIT changed();
    });
}

void PublishForm::makeVisibility(QGridLayout& grid)
{
    m_private->setObjectName(u"privateButton"_s);
    m_public->setObjectName(u"publicButton"_s);
    m_pullRequest->setObjectName(u"pullRequestBox"_s);
    m_private->setChecked(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_private);
    row->addWidget(m_public);
    row->addSpacing(fontMetrics().averageCharWidth() * 2);
    row->addWidget(m_pullRequest);
    row->addStretch();
    addLabel(grid, tr("Visibility"), nullptr);
    grid.addLayout(row, grid.rowCount() - 1, 1);
    connect(m_private, &QRadioButton::clicked, this, &PublishForm::askVisibility);
    connect(m_public, &QRadioButton::clicked, this, &PublishForm::askVisibility);
    connect(m_pullRequest, &QCheckBox::toggled, this, &PublishForm::changed);
}

void PublishForm::makeMessage(QGridLayout& grid)
{
    m_message->setObjectName(u"messageEdit"_s);
    m_message->setAccessibleName(tr("Message of the commit"));
    m_message->setPlaceholderText(tr("made from the model's name"));
    addLabel(grid, tr("&Message"), m_message);
    grid.addWidget(m_message, grid.rowCount() - 1, 1);
    connect(m_message, &QLineEdit::textChanged, this, &PublishForm::changed);
}

void PublishForm::makeLicence(QGridLayout& grid)
{
    m_licence->setObjectName(u"licenceEdit"_s);
    m_licence->setAccessibleName(tr("Licence of your own weights"));
    auto* completer = new QCompleter(licenceIds(), m_licence);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_licence->setCompleter(completer);
    addLabel(grid, tr("&Licence"), m_licence);
    grid.addWidget(m_licence, grid.rowCount() - 1, 1);
    m_licenceHint = addHint(grid, u"licenceHint"_s, m_licence);
    connect(m_licence, &QLineEdit::textChanged, this, [this] {
        showLicence();
        Q_EMIT changed();
    });
}

void PublishForm::makeGate(QGridLayout& grid)
{
    m_gate->setObjectName(u"licenceBox"_s);
    m_gateLink->setObjectName(u"licenceLink"_s);
    auto* row = new QHBoxLayout(m_gateRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_gate);
    row->addWidget(m_gateLink);
    row->addStretch();
    m_gateLabel = addLabel(grid, {}, nullptr);
    grid.addWidget(m_gateRow, grid.rowCount() - 1, 1);
    connect(m_gate, &QCheckBox::toggled, this, &PublishForm::changed);
}

QString PublishForm::target() const
{
    return m_target->text().trimmed();
}

QString PublishForm::revision() const
{
    return m_revision->text().trimmed();
}

job::PublishOptions PublishForm::options() const
{
    job::PublishOptions options;
    options.repository = target().toStdString();
    options.revision = revision().isEmpty() ? options.revision : revision().toStdString();
    options.visibility = wishes().visibility;
    options.pullRequest = m_pullRequest->isChecked();
    options.message = m_message->text().trimmed().toStdString();
    options.licence = m_licence->text().trimmed().toStdString();
    // The one licence that core asks for.
    options.acceptedLicence = !m_gateRow->isHidden() && m_gate->isChecked() ? "seer" : "";
    return options;
}

PublishWishes PublishForm::wishes() const
{
    PublishWishes wishes;
    wishes.repository = m_target->text();
    wishes.revision = m_revision->text();
    wishes.message = m_message->text();
    wishes.licence = m_licence->text();
    wishes.pullRequest = m_pullRequest->isChecked();
    if (m_visibilityIsAsked) {
        wishes.visibility = m_public->isChecked() ? job::Visibility::Public : job::Visibility::Private;
    }
    return wishes;
}

void PublishForm::setFolder(const QString& folder, const PublishWishes& wishes)
{
    m_naming = namingOf(folder);
    const QSignalBlocker quiet(this);
    m_target->setText(wishes.repository);
    m_revision->setText(wishes.revision);
    m_message->setText(wishes.message);
    m_licence->setText(wishes.licence);
    m_pullRequest->setChecked(wishes.pullRequest);
    m_gate->setChecked(false);
    m_visibilityIsAsked = wishes.visibility != job::Visibility::Keep;
    m_public->setChecked(wishes.visibility == job::Visibility::Public);
    m_private->setChecked(wishes.visibility != job::Visibility::Public);
    showState();
}

QString PublishForm::missing() const
{
    if (!repositoryNameProblem(target()).isEmpty()) {
        return target().isEmpty() ? tr("Name the repository first.") : tr("The repository's name is not right yet.");
    }
    if (!isRevision(revision())) {
        return tr("The branch's name is not right yet.");
    }
    if (m_session.tokenError() && !m_session.token()) {
        const ErrorCode code = m_session.tokenError()->code();
        if (code == ErrorCode::NotAuthorised || code == ErrorCode::KeychainFailed) {
            return tr("A token is needed first.");
        }
    }
    if (m_cardLicence.isNoId || m_cardLicence.isUnknown) {
        return m_cardLicence.isNoId ? tr("The licence's id is not right yet.") : tr("Name a licence first.");
    }
    return !m_gateRow->isHidden() && !m_gate->isChecked() ? tr("Accept the licence first.") : QString();
}

void PublishForm::setCard(const QString& card)
{
    m_card = card;
    showLicence();
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
    for (QWidget* field : std::initializer_list<QWidget*>{m_target, m_revision, m_private, m_public, m_pullRequest, m_message, m_licence, m_gate}) {
        field->setEnabled(isFree);
    }
    showRules();
    showRevision();
    showVisibility();
    showLicence();
}

void PublishForm::showRules()
{
    const std::string user = m_session.token() ? m_session.token()->user : std::string();
    const QString name = QFileInfo(m_session.publishFolder()).fileName();
    m_target->setPlaceholderText((user.empty() ? tr("owner") : shown(user)) + u'/' + (name.isEmpty() ? tr("name") : shown(name.toStdString())));
    const QString problem = repositoryNameProblem(target());
    if (!target().isEmpty() && !problem.isEmpty()) {
        m_rules->showProblem(tr("Not a name yet: %1.").arg(problemWords(problem.toStdString())));
    } else if (!target().isEmpty() && !target().contains(u'/')) {
        m_rules->showHint(user.empty() ? tr("Without an owner it goes to the token's user.")
                                       : tr("Without an owner it goes to %1.").arg(shown(user)));
    } else {
        m_rules->showHint(tr("owner/name of letters, digits, '-', '_' and '.', each at most 96 long"));
    }
}

void PublishForm::showRevision()
{
    const bool isRight = isRevision(revision());
    m_revisionHint->showProblem(isRight ? QString() : tr("Not the name of a branch: letters, digits, '-', '_', '.' and single '/' between them."));
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

void PublishForm::showLicence()
{
    m_cardLicence = licenceOf(m_session, m_naming, m_card, m_licence->text().trimmed());
    // Said once by core, it stays asked for.
    const bool isAsked = m_cardLicence.gate || (m_gate->isChecked() && !m_gateRow->isHidden());
    m_gateRow->setVisible(isAsked);
    m_gateLabel->setVisible(isAsked);
    if (m_cardLicence.gate) {
        m_gateLink->setLink(m_cardLicence.gate->name, m_cardLicence.gate->link);
        m_gate->setAccessibleName(tr("I have read and accept the %1").arg(m_cardLicence.gate->name));
    }
    m_licence->setPlaceholderText(m_cardLicence.gate        ? m_cardLicence.gate->name
                                  : m_cardLicence.isUnknown ? tr("such as apache-2.0")
                                                            : m_cardLicence.stated);
    if (m_cardLicence.isNoId || m_cardLicence.isUnknown) {
        m_licenceHint->showProblem(licenceHint());
    } else {
        m_licenceHint->showHint(licenceHint());
    }
}

QString PublishForm::licenceHint() const
{
    const QString own = m_licence->text().trimmed().toLower();
    if (m_cardLicence.isNoId) {
        return tr("Not an SPDX id: letters, digits, '-', '.' and '+' only, such as apache-2.0.");
    }
    if (m_cardLicence.isUnknown) {
        return tr("Nothing names a licence yet: write its SPDX id here, or put it into the card.");
    }
    if (own.isEmpty()) {
        return m_cardLicence.gate ? tr("Published SEER weights stay under it. For weights that you trained yourself, name your own.")
                                  : tr("As the card says. For weights that you trained yourself, name another SPDX id.");
    }
    if (m_cardLicence.gate || licenceIds().contains(own)) {
        return tr("Only right for weights that you trained yourself; it is written into the card.");
    }
    return tr("Not one of the usual ids: the Hub may not know it.");
}

}  // namespace wb::ui
