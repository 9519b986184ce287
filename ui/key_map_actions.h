#pragma once

#include "ui/key_map_export.h"

#include <QList>
#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace wb::ui {

class KeyMapPage;

// The acts on the key map that stand in the window's menus: copy, export, tree and columns. Enabled while there is a map.
class KeyMapActions : public QObject {
    Q_OBJECT

public:
    // Adds to the menus that the window has. Window and page outlive it.
    KeyMapActions(QMainWindow& window, KeyMapPage& page);

private:
    QAction* addTo(QMenu* menu, QAction* before, const QString& name, const QString& text);
    void addCopying(QMenu* edit);
    void addViews(QMenu* view);
    void askForExport();

    QMainWindow& m_window;
    KeyMapPage& m_page;
    KeyMapExport* m_export;
    QList<QAction*> m_actions;
    QString m_folder;  // of the last export
};

}  // namespace wb::ui
