#include "ui/key_map_actions.h"

#include "ui/pages/key_map_page.h"
#include "ui/pages/key_map_views.h"
#include "ui/widgets/key_table.h"
#include "ui/widgets/key_tree.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>

namespace wb::ui {

using namespace Qt::StringLiterals;
using mapping::KeyMapFormat;

KeyMapActions::KeyMapActions(QMainWindow& window, KeyMapPage& page)
    : QObject(&window), m_window(window), m_page(page), m_export(new KeyMapExport(this))
{
    const auto menu = [&window](const QString& name) { return window.menuBar()->findChild<QMenu*>(name); };
    QMenu* file = menu(u"fileMenu"_s);
    QAction* exporting = addTo(file, window.findChild<QAction*>(u"closeFileAction"_s), u"exportAction"_s, tr("&Export the key map…"));
    exporting->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    connect(exporting, &QAction::triggered, this, &KeyMapActions::askForExport);
    addCopying(menu(u"editMenu"_s));
    addViews(menu(u"viewMenu"_s));
    connect(m_export, &KeyMapExport::copied, &page, [&page](int rows) { page.say(tr("%n row(s) copied.", nullptr, rows)); });
    connect(m_export, &KeyMapExport::written, &page,
            [&page](const QString& path, int rows) { page.say(tr("%n row(s) written to %1.", nullptr, rows).arg(path)); });
    connect(m_export, &KeyMapExport::failed, &page, &KeyMapPage::say);
    const auto showEnabled = [this] {
        for (QAction* action : m_actions) {
            action->setEnabled(m_page.hasKeyMap());
        }
    };
    connect(&page, &KeyMapPage::keyMapChanged, this, showEnabled);
    showEnabled();
    // Of the page alone: elsewhere Alt+Down opens a list.
    for (const bool forward : {true, false}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | (forward ? Qt::Key_Down : Qt::Key_Up)), &page);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, &page, [&page, forward] { page.goToProblem(forward); });
    }
}

QAction* KeyMapActions::addTo(QMenu* menu, QAction* before, const QString& name, const QString& text)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    menu->insertAction(before, action);
    m_actions.append(action);
    return action;
}

void KeyMapActions::addCopying(QMenu* edit)
{
    auto* copy = m_window.findChild<QAction*>(u"copyAction"_s);
    const QList<QAction*> present = edit->actions();
    QAction* before = present.value(present.indexOf(copy) + 1);
    QAction* withHeaders = addTo(edit, before, u"copyWithHeadersAction"_s, tr("Copy cells with &headers"));
    withHeaders->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    withHeaders->setShortcutContext(Qt::WidgetShortcut);
    connect(withHeaders, &QAction::triggered, &m_page, [this] { m_page.views()->copyCells(true); });
    m_page.views()->table()->addAction(withHeaders);
    m_page.views()->tree()->addActions({copy, withHeaders});
    auto* whole = new QMenu(tr("Copy the rows &shown as"), edit);
    whole->setObjectName(u"copyRowsMenu"_s);
    edit->insertMenu(before, whole);
    const QList<std::pair<KeyMapFormat, QString>> formats{{KeyMapFormat::Csv, tr("&CSV")},
                                                          {KeyMapFormat::Json, tr("&JSON")},
                                                          {KeyMapFormat::Markdown, tr("&Markdown table")},
                                                          {KeyMapFormat::Python, tr("&Python dict")}};
    for (const auto& [format, text] : formats) {
        QAction* action = addTo(whole, nullptr, u"copyAs-"_s + QString::fromUtf8(mapping::formatName(format)), text);
        const KeyMapFormat chosen = format;
        connect(action, &QAction::triggered, this, [this, chosen] { m_export->toClipboard(m_page.rowsShown(), chosen); });
    }
}

void KeyMapActions::addViews(QMenu* view)
{
    view->addSeparator();
    QAction* tree = addTo(view, nullptr, u"treeAction"_s, tr("Key map by &stage and block"));
    tree->setCheckable(true);
    tree->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    connect(tree, &QAction::toggled, m_page.views(), &KeyMapViews::setTreeShown);
    connect(m_page.views(), &KeyMapViews::treeShownChanged, tree, &QAction::setChecked);
    KeyTable* table = m_page.views()->table();
    auto* columns = new QMenu(tr("&Columns"), view);
    columns->setObjectName(u"columnsMenu"_s);
    columns->addActions(table->columnActions());
    columns->addSeparator();
    connect(addTo(columns, nullptr, u"resetColumnsAction"_s, tr("&Reset columns")), &QAction::triggered, table, &KeyTable::resetColumns);
    view->addMenu(columns);
}

void KeyMapActions::askForExport()
{
    const QString title = m_page.isFiltered() ? tr("Export the rows shown") : tr("Export the key map");
    auto* dialog = new QFileDialog(&m_window, title, m_folder);
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QStringList suffixes{u"csv"_s, u"keymap.json"_s, u"md"_s, u"py"_s};
    const QStringList filters{tr("CSV (*.csv)"), tr("Key map as JSON (*.keymap.json)"), tr("Markdown table (*.md)"), tr("Python dict (*.py)")};
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffixes.first());
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog, filters, suffixes](const QString& filter) { dialog->setDefaultSuffix(suffixes.value(filters.indexOf(filter))); });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_folder = QFileInfo(path).absolutePath();
        m_export->toFile(m_page.rowsShown(), exportFormatOf(path), path);
    });
    dialog->open();
}

}  // namespace wb::ui
