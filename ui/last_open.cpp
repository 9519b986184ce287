#include "ui/last_open.h"

#include "ui/format.h"
#include "ui/session.h"

#include "core/io/folder.h"

#include <QDir>
#include <QSettings>
#include <QTabWidget>

#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

LastOpen::LastOpen(Session& session, QTabWidget& pages, QSettings& settings)
    : QObject(&pages), m_session(session), m_pages(pages), m_settings(settings)
{
    connect(&session, &Session::stateChanged, this, &LastOpen::showPage, Qt::QueuedConnection);  // after the window has shown the state
}

// A file that was still being read, or looked for, is closed by the end of the program: what was saved before it stands.
void LastOpen::save()
{
    if (m_session.isShuttingDown() || (m_look.isRunning() && isFree())) {
        return;
    }
    m_settings.setValue(u"session/source"_s, m_session.published() ? QString() : m_session.sourcePath());
    m_settings.setValue(u"session/variant"_s, m_session.hasSource() ? QString() : m_session.catalogueVariant());
    const QWidget* page = m_pages.currentWidget();
    m_settings.setValue(u"session/page"_s, page == nullptr ? QString() : page->objectName());
}

// Nothing has been opened meanwhile.
bool LastOpen::isFree() const
{
    return !m_session.hasSource() && m_session.state() == Session::State::Empty;
}

void LastOpen::reopen()
{
    const QString source = m_settings.value(u"session/source"_s).toString();
    const QString variant = m_settings.value(u"session/variant"_s).toString();
    m_page = m_settings.value(u"session/page"_s).toString();
    if (!isFree()) {
        return;
    }
    if (source.isEmpty()) {
        m_session.selectVariant(variant);
        return;
    }
    m_look.ask([this, source](JobContext&) -> BackgroundCall::Answer {
        return [this, source, isThere = io::exists(pathBytes(source))] {
            if (isFree() && isThere) {
                m_session.open(source);
            } else if (!isThere && !source.startsWith(QDir::tempPath() + u'/')) {  // what is only temporary is expected to go
                Q_EMIT missed(source);
            }
        };
    });
}

void LastOpen::showPage()
{
    if (m_page.isEmpty() || !m_session.keyMap() || m_session.state() == Session::State::Inspecting) {
        return;
    }
    const QString name = std::exchange(m_page, QString());
    for (int i = 0; i < m_pages.count(); ++i) {
        if (m_pages.widget(i)->objectName() == name && m_pages.isTabEnabled(i) && m_pages.isTabVisible(i)) {
            m_pages.setCurrentIndex(i);
        }
    }
}

}  // namespace wb::ui
