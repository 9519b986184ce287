#include "ui/dialogs/environment_dialog.h"

#include "ui/session.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

QString windowDiagnosis()
{
    QStringList lines{u"Qt: %1, platform %2, style %3"_s.arg(QString::fromLatin1(qVersion()), QGuiApplication::platformName(),
                                                             QApplication::style() != nullptr ? QApplication::style()->name() : u"-"_s),
                      u"window's locale: %1"_s.arg(QLocale().name())};
    for (const QScreen* screen : QGuiApplication::screens()) {
        lines.append(u"screen: %1 x %2, scale %3, %4 dpi"_s.arg(screen->size().width())
                         .arg(screen->size().height())
                         .arg(screen->devicePixelRatio())
                         .arg(qRound(screen->logicalDotsPerInch())));
    }
    return lines.join(u'\n') + u'\n';
}

void openEnvironmentReport(Session& session, QWidget* window)
{
    auto* dialog = new EnvironmentDialog(session, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

EnvironmentDialog::EnvironmentDialog(Session& session, QWidget* parent)
    : QDialog(parent), m_text(new QPlainTextEdit(this)), m_copy(new QPushButton(tr("&Copy"), this))
{
    setObjectName(u"environmentDialog"_s);
    setWindowTitle(tr("Environment report"));
    m_text->setObjectName(u"environmentText"_s);
    m_text->setAccessibleName(tr("Environment report"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setPlainText(tr("Looking…"));
    m_copy->setObjectName(u"copyEnvironmentButton"_s);
    m_copy->setEnabled(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 32);
    m_call.ask([this, pipeline = session.pipeline()](JobContext& job) -> BackgroundCall::Answer {
        const QString text = QString::fromStdString(pipeline->diagnosis(job));
        return [this, text] {
            m_text->setPlainText(text + windowDiagnosis());
            m_copy->setEnabled(true);
        };
    });
}

}  // namespace wb::ui
