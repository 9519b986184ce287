#pragma once

#include "ui/edits/edit_actions.h"
#include "ui/edits/key_map_editor.h"
#include "ui/edits/key_map_files.h"

#include <QObject>

#include <functional>

class QMainWindow;
class QSettings;

namespace wb::ui {

class KeyMapPage;
class OfferBar;
class Session;

// Editing in the window: connects the key map page, the actions and the session with the editor and its files.
class MapEditing : public QObject {
    Q_OBJECT

public:
    // All outlive it.
    MapEditing(Session& session, QSettings& settings, KeyMapPage& page, const EditActions& actions, QMainWindow& window);

    ~MapEditing() override;

    KeyMapEditor& editor() { return m_editor; }
    // True: it was a key-map file, which is loaded for the file that is open.
    bool takesFile(const QString& path);
    // Loads the key map when the source that is being opened now has its plan. Empty: none is wanted any more.
    void loadOncePlanned(const QString& path);
    // Once nothing is unsaved, or the user wants it so. Asks once, and returns at once.
    void settleThen(const std::function<void()>& then) { m_files.settleThen(then); }
    bool hasUnsaved() const { return m_files.hasUnsaved(); }
    // The user's file that holds the decisions as they are; empty: none does.
    QString savedFile() const { return hasUnsaved() ? QString() : m_files.file(); }

private:
    void connectActions();
    void connectEditor();
    void takeMap();
    void takeState();
    void showActions();
    void offerEarlier();
    void offerHeldPlace(const std::string& source, const std::string& destination, const std::string& holder);
    void showFailure(const Error& error);
    std::vector<std::string> selectedSources() const;
    // The row at hand with its destination, or with the suggestion that is chosen; empty: neither.
    std::optional<mapping::KeyEdit> editAtHand() const;
    void accept(int suggestion);
    void choose();
    void makeRule();

    Session& m_session;
    KeyMapPage& m_page;
    EditActions m_actions;
    QMainWindow& m_window;
    KeyMapEditor m_editor;
    KeyMapFiles m_files;
    OfferBar* m_bar;
    QString m_wantedMap;  // empty: none
    QString m_wantedFor;
};

}  // namespace wb::ui
