#pragma once

#include "core/base/error.h"
#include "core/mapping/key_map.h"

#include <QObject>
#include <QSettings>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QWidget;

namespace wb::ui {

class KeyMapEditor;

// The decisions on a key map as *.keymap.json files, read and written beside the window's thread: those the user saves, of which the last is
// remembered for each source, and one beside the settings file that keeps what is not saved.
class KeyMapFiles : public QObject {
    Q_OBJECT

public:
    // All outlive it.
    KeyMapFiles(KeyMapEditor& editor, QSettings& settings, QWidget& window);
    // Waits for what is being written.
    ~KeyMapFiles() override;

    // Another source: what is remembered of it is found under this name. Empty: there is none.
    void setSource(const QString& source);
    bool hasUnsaved() const;
    // File of this source that was saved or loaded; empty: none.
    QString file() const { return m_file; }
    // Not saved when the program ended last; empty: nothing.
    QString leftOver() const;
    // Saved for this source earlier; empty: none, or it is gone.
    QString savedEarlier() const;
    void forgetLeftOver();

    void save(const std::function<void()>& then = {});
    void saveAs(const std::function<void()>& then = {});
    void load();
    void loadFrom(const QString& path);
    // Goes on at once where nothing is unsaved; else asks what shall become of it.
    void settleThen(const std::function<void()>& then);
    // The map that the last step led to is at hand.
    void keepLater();
    // Decisions that were loaded have come into force, or have not.
    void takeLoaded(bool fits);

Q_SIGNALS:
    void changed();
    // A file could not be read or written (file, reason).
    void failed(const wb::Error& error);

private:
    void write(const QString& path, const std::function<void()>& then);
    void keep();
    void remember(const QString& path);
    void takeEdits(const QString& path, std::vector<mapping::KeyEdit> edits);
    QString keptFile() const;

    KeyMapEditor& m_editor;
    QSettings& m_settings;
    QWidget& m_window;
    QThreadPool m_pool;  // one thread: in the order in which it was asked
    QTimer m_keep;
    QString m_source;
    QString m_file;
    QString m_loading;
    bool m_isAsking = false;
    bool m_hasKept = false;  // of this source, since it was opened
};

}  // namespace wb::ui
