#include "ui/inspection.h"

#include "ui/dialogs/compare_dialog.h"
#include "ui/format.h"
#include "ui/models/recent_files.h"
#include "ui/pages/charts_page.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/key_map_page.h"
#include "ui/pages/row_inspector.h"
#include "ui/session.h"
#include "ui/values_columns.h"
#include "ui/widgets/values_pane.h"
#include "ui/window_actions.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QTabWidget>

namespace wb::ui {

using namespace Qt::StringLiterals;

Inspection::Inspection(Session& session, QTabWidget& tabs, KeyMapPage& keyMap, const RecentFiles& recent, const WindowActions& actions,
                       QWidget* parent)
    : QObject(parent), m_session(session), m_tabs(tabs), m_recent(recent), m_window(parent), m_chartsPage(new ChartsPage(session, parent)),
      m_comparePage(new ComparePage(session.pipeline(), parent))
{
    const auto cache = ValuesPane::userCache();
    auto* values = new ValuesPane(session, cache, parent);
    keyMap.inspector()->addSection(values);
    connect(keyMap.inspector(), &RowInspector::rowChanged, values, &ValuesPane::showRow);
    auto* columns = new ValuesColumns(session, keyMap, cache, *actions.computeValues);
    connect(values, &ValuesPane::found, columns, &ValuesColumns::take);
    m_tabs.insertTab(1, m_chartsPage, tr("Charts"));
    m_tabs.addTab(m_comparePage, tr("Compare"));
    m_tabs.setTabVisible(m_tabs.indexOf(m_comparePage), false);
    connect(m_comparePage, &ComparePage::otherWanted, this, &Inspection::askForOther);
    connectActions(actions);
}

void Inspection::connectActions(const WindowActions& actions)
{
    connect(actions.compare, &QAction::triggered, this, &Inspection::askForOther);
    connect(actions.compareResult, &QAction::triggered, this, [this] { compare(pathFromBytes(m_session.outcome()->converted.folder)); });
    const auto show = [this, compareAct = actions.compare, resultAct = actions.compareResult] {
        const bool hasFile = !m_session.sourcePath().isEmpty() && m_session.keyMap() != nullptr;
        compareAct->setEnabled(hasFile);
        resultAct->setEnabled(hasFile && m_session.outcome().has_value());
        m_tabs.setTabEnabled(m_tabs.indexOf(m_chartsPage), m_session.keyMap() != nullptr);
        if (!hasFile) {
            m_comparePage->stop();
            m_tabs.setTabVisible(m_tabs.indexOf(m_comparePage), false);
        }
    };
    connect(&m_session, &Session::stateChanged, this, show);
    show();
}

void Inspection::askForOther()
{
    QStringList recent;
    for (int row = 0; row < m_recent.rowCount(); ++row) {
        if (m_recent.name(row) != m_session.sourcePath()) {
            recent.append(m_recent.name(row));
        }
    }
    auto* dialog = new CompareDialog(recent, QFileInfo(m_session.sourcePath()).absolutePath(), m_window);
    connect(dialog, &CompareDialog::chosen, this, &Inspection::compare);
    dialog->open();
}

void Inspection::compare(const QString& other)
{
    if (m_session.sourcePath().isEmpty()) {
        return;
    }
    m_tabs.setTabVisible(m_tabs.indexOf(m_comparePage), true);
    m_tabs.setCurrentWidget(m_comparePage);
    m_comparePage->compare(m_session.sourcePath(), other);
}

bool Inspection::offerOnDrop(const QString& path, const QPoint& place)
{
    if (m_session.sourcePath().isEmpty() || m_session.keyMap() == nullptr || path.isEmpty()) {
        return false;
    }
    auto* menu = new QMenu(m_window);
    menu->setObjectName(u"dropMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* open = menu->addAction(tr("&Open instead"));
    open->setObjectName(u"dropOpen"_s);
    open->setEnabled(m_session.isEditable());
    connect(open, &QAction::triggered, this, [this, path] { Q_EMIT openWanted(path); });
    const QString name = shown(QFileInfo(m_session.sourcePath()).fileName().toStdString()).replace(u'&', u"&&"_s);
    QAction* other = menu->addAction(tr("&Compare with %1").arg(name));
    other->setObjectName(u"dropCompare"_s);
    connect(other, &QAction::triggered, this, [this, path] { compare(path); });
    menu->popup(place);
    return true;
}

}  // namespace wb::ui
