#include "ui/widgets/banner.h"

#include "ui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel* textLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

QColor accent(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Error:
        return {0xd5, 0x5e, 0x00};
    case Banner::Kind::Warning:
        return {0xe6, 0x9f, 0x00};
    default:
        return {0x00, 0x72, 0xb2};
    }
}

QString iconName(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Error:
        return u"message-error"_s;
    case Banner::Kind::Warning:
        return u"message-warning"_s;
    default:
        return u"message-information"_s;
    }
}

}  // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_sentence(textLabel(u"bannerSentence"_s, this)), m_hint(textLabel(u"bannerHint"_s, this)),
      m_details(textLabel(u"bannerDetails"_s, this)), m_toggle(new QToolButton(this)), m_buttons(new QHBoxLayout)
{
    setObjectName(u"banner"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    QFont strong = m_sentence->font();
    strong.setBold(true);
    m_sentence->setFont(strong);
    m_toggle->setObjectName(u"bannerDetailsButton"_s);
    m_toggle->setText(tr("Details"));
    m_toggle->setAccessibleName(tr("Show the details of the message"));
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    connect(m_toggle, &QToolButton::toggled, m_details, &QWidget::setVisible);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(texts->spacing() / 2);
    texts->addWidget(m_sentence);
    texts->addWidget(m_hint);
    texts->addWidget(m_details);
    texts->addLayout(m_buttons);
    m_buttons->setSpacing(fontMetrics().averageCharWidth());
    m_buttons->setContentsMargins(0, fontMetrics().height() / 4, 0, 0);
    m_buttons->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(m_toggle, 0, Qt::AlignTop);
    hide();
}

void Banner::showMessage(Kind kind, const QString& sentence, const QString& hint, const QString& details)
{
    m_kind = kind;
    if (sentence != m_sentence->text()) {
        setActs({});
    }
    const int side = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this) * 3 / 4;
    m_icon->setPixmap(icon(iconName(kind)).pixmap(QSize(side, side), devicePixelRatioF()));
    m_sentence->setText(sentence);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_details->setText(details);
    m_toggle->setVisible(!details.isEmpty());
    m_toggle->setChecked(false);
    m_details->hide();
    setAccessibleName(sentence);
    setAccessibleDescription(hint);
    colour();
    show();
}

void Banner::setActs(const QList<Act>& acts)
{
    if (acts == m_acts) {
        return;
    }
    m_acts = acts;
    while (m_buttons->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_buttons->takeAt(0));
        QWidget* const button = item->widget();
        button->hide();
        button->setObjectName(QString());
        button->deleteLater();  // it may be the one that was pressed
    }
    for (const Act& act : acts) {
        auto* button = new QPushButton(QString(act.text).replace(u"&"_s, u"&&"_s), this);
        button->setObjectName(u"bannerAct-"_s + act.name);
        button->setAccessibleDescription(m_sentence->text());
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, [this, number = act.number] { Q_EMIT actAsked(number); });
        m_buttons->insertWidget(m_buttons->count() - 1, button);
    }
}

QString Banner::sentence() const
{
    return m_sentence->text();
}

// A tint of the window's own colour, so that text keeps its contrast in light and dark.
void Banner::colour()
{
    const QPalette inherited = parentWidget() != nullptr ? parentWidget()->palette() : QPalette();
    const QColor base = inherited.color(QPalette::Window);
    const QColor tint = accent(m_kind);
    const auto mixed = [](int a, int b) { return (a * 82 + b * 18) / 100; };
    QPalette colours = inherited;
    colours.setColor(QPalette::Window, QColor(mixed(base.red(), tint.red()), mixed(base.green(), tint.green()), mixed(base.blue(), tint.blue())));
    setPalette(colours);
}

void Banner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) {
        colour();
    }
}

}  // namespace wb::ui
