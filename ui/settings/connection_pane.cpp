#include "ui/settings/connection_pane.h"

#include "ui/error_sentences.h"
#include "ui/format.h"
#include "ui/session.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace wb::ui {

using namespace Qt::StringLiterals;

QString connectionText(const job::Connection& connection)
{
    QStringList parts{ConnectionPane::tr("Reached in %n ms, answer %1.", nullptr, static_cast<int>(connection.time.count())).arg(connection.status),
                      connection.isTlsVerified ? ConnectionPane::tr("The certificate was verified.") : ConnectionPane::tr("Without TLS."),
                      connection.proxy.empty() ? ConnectionPane::tr("No proxy on the way.")
                                               : ConnectionPane::tr("Through the proxy %1.").arg(shown(connection.proxy))};
    return parts.join(u' ');
}

ConnectionPane::ConnectionPane(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_test(new QPushButton(tr("&Test connection"), this)), m_cancel(new QPushButton(tr("Cancel"), this)),
      m_result(new QLabel(this))
{
    m_test->setObjectName(u"testConnectionButton"_s);
    m_cancel->setObjectName(u"cancelConnectionButton"_s);
    m_cancel->setAccessibleName(tr("Cancel the test of the connection"));
    m_cancel->setEnabled(false);
    for (QPushButton* button : {m_test, m_cancel}) {
        button->setAutoDefault(false);
    }
    m_result->setObjectName(u"connectionResult"_s);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(2, 1);
    grid->addWidget(m_test, 0, 0);
    grid->addWidget(m_cancel, 0, 1);
    grid->addWidget(m_result, 1, 0, 1, 3);
    connect(m_test, &QPushButton::clicked, this, &ConnectionPane::ask);
    connect(m_cancel, &QPushButton::clicked, this, &ConnectionPane::stop);
}

void ConnectionPane::ask()
{
    say(tr("Asking…"));
    m_test->setEnabled(false);
    m_cancel->setEnabled(true);
    m_call.ask([this, pipeline = m_session.pipeline()](JobContext& job) -> BackgroundCall::Answer {
        try {
            const job::Connection connection = pipeline->checkConnection(job);
            return [this, connection] { say(connectionText(connection)); };
        } catch (const Error& error) {
            return [this, error] {
                const ErrorText text = describe(error);
                say(text.sentence + u' ' + text.hint + u'\n' + text.details);
            };
        }
    });
}

void ConnectionPane::stop()
{
    m_call.cancel();
    say(tr("Cancelled."));
}

void ConnectionPane::say(const QString& text)
{
    m_result->setText(text);
    m_test->setEnabled(true);
    m_cancel->setEnabled(false);
}

}  // namespace wb::ui
