#include "ui/pages/card_pane.h"

#include "ui/model_card.h"
#include "ui/widgets/card_preview.h"
#include "ui/widgets/field_hint.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

CardPane::CardPane(QWidget* parent)
    : QWidget(parent), m_views(new QTabWidget(this)), m_edit(new QPlainTextEdit(this)), m_preview(new CardPreview(this)),
      m_problems(new FieldHint(u"cardProblems"_s, m_edit, this))
{
    m_views->setObjectName(u"cardViews"_s);
    m_views->setDocumentMode(true);
    m_views->setAccessibleName(tr("Model card: text or preview"));
    m_views->tabBar()->setAccessibleName(m_views->accessibleName());
    m_edit->setObjectName(u"cardEdit"_s);
    m_edit->setAccessibleName(tr("Model card"));
    m_edit->setTabChangesFocus(true);
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setObjectName(u"cardPreview"_s);
    m_views->addTab(m_edit, tr("Model card (README.md)"));
    m_views->addTab(m_preview, tr("Preview"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_views, 1);
    column->addWidget(m_problems);
    connect(m_views, &QTabWidget::currentChanged, this, &CardPane::showView);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        showProblems();
        Q_EMIT changed();
    });
    showProblems();
}

void CardPane::setCard(const QString& card, const std::optional<QString>& edited)
{
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(card);
    m_asRead = m_edit->toPlainText();
    if (edited) {
        m_edit->setPlainText(*edited);
    }
    showProblems();
    showView();
}

QString CardPane::text() const
{
    return m_edit->toPlainText();
}

bool CardPane::isEdited() const
{
    return text() != m_asRead;
}

void CardPane::setReadOnly(bool isReadOnly)
{
    m_edit->setReadOnly(isReadOnly);
}

void CardPane::switchView()
{
    m_views->setCurrentIndex(1 - m_views->currentIndex());
    m_views->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void CardPane::showView()
{
    if (m_views->currentWidget() == m_preview) {
        m_preview->setCard(text());
    }
}

void CardPane::showProblems()
{
    m_problems->showProblem(cardProblems(text()).join(u'\n'));
}

}  // namespace wb::ui
