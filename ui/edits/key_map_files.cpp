#include "ui/edits/key_map_files.h"

#include "ui/dialogs/map_dialogs.h"
#include "ui/edits/key_map_editor.h"
#include "ui/format.h"

#include "core/base/limits.h"
#include "core/io/byte_source.h"
#include "core/mapping/key_map_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QWidget>

#include <exception>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int keepMilliseconds = 500;
constexpr qsizetype mostRemembered = 100;

std::optional<Error> writeMap(const QString& path, const mapping::KeyMap& map)
{
    QSaveFile file(path);
    const std::string text = mapping::keyMapToJson(map);
    const auto size = static_cast<qint64>(text.size());
    if (file.open(QIODevice::WriteOnly) && file.write(text.data(), size) == size && file.commit()) {
        return std::nullopt;
    }
    return Error(ErrorCode::WriteFailed).file(pathBytes(path)).with("reason", file.errorString().toStdString());
}

struct Read {
    std::vector<mapping::KeyEdit> edits;
    std::optional<Error> error;
};

Read readEdits(const QString& path)
{
    Read read;
    try {
        const Limits limits;
        read.edits = mapping::keyEditsFromJson(io::readSmallFile(pathBytes(path), limits.jsonBytes), limits);
    } catch (Error& error) {
        error.withDefault("file", pathBytes(path));
        read.error = error;
    } catch (const std::exception& error) {
        read.error = Error(ErrorCode::Internal).with("reason", error.what());
    }
    return read;
}

}  // namespace

KeyMapFiles::KeyMapFiles(KeyMapEditor& editor, QSettings& settings, QWidget& window) : m_editor(editor), m_settings(settings), m_window(window)
{
    m_pool.setMaxThreadCount(1);
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepMilliseconds);
    connect(&m_keep, &QTimer::timeout, this, &KeyMapFiles::keep);
    connect(&m_editor.stack(), &QUndoStack::cleanChanged, this, &KeyMapFiles::changed);
}

KeyMapFiles::~KeyMapFiles()
{
    m_editor.stack().disconnect(this);
    if (m_keep.isActive()) {
        keep();
    }
    m_pool.waitForDone();
}

void KeyMapFiles::setSource(const QString& source)
{
    if (m_keep.isActive()) {
        keep();
    }
    m_source = source;
    m_file.clear();
    m_loading.clear();
    m_hasKept = false;
    Q_EMIT changed();
}

bool KeyMapFiles::hasUnsaved() const
{
    return !m_source.isEmpty() && !m_editor.stack().isClean();
}

QString KeyMapFiles::keptFile() const
{
    const QByteArray name = QCryptographicHash::hash(m_source.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
    return QFileInfo(m_settings.fileName()).absolutePath() + u"/unsaved/"_s + QString::fromLatin1(name) + u".keymap.json"_s;
}

QString KeyMapFiles::leftOver() const
{
    return !m_source.isEmpty() && QFileInfo::exists(keptFile()) ? keptFile() : QString();
}

QString KeyMapFiles::savedEarlier() const
{
    const QStringList entries = m_settings.value(u"keymap/saved"_s).toStringList();
    const qsizetype at = entries.indexOf(m_source);
    return at >= 0 && at % 2 == 0 && at + 1 < entries.size() && QFileInfo::exists(entries[at + 1]) ? entries[at + 1] : QString();
}

void KeyMapFiles::forgetLeftOver()
{
    m_keep.stop();
    m_pool.start([path = keptFile()] { QFile::remove(path); });
}

// Source and file by turns, the newest first.
void KeyMapFiles::remember(const QString& path)
{
    m_file = path;
    QStringList entries = m_settings.value(u"keymap/saved"_s).toStringList();
    if (const qsizetype at = entries.indexOf(m_source); at >= 0 && at % 2 == 0) {
        entries.remove(at, qMin<qsizetype>(2, entries.size() - at));
    }
    entries = QStringList{m_source, path} + entries.first(qMin(entries.size(), 2 * (mostRemembered - 1)));
    m_settings.setValue(u"keymap/saved"_s, entries);
    forgetLeftOver();
}

// The map that a step has led to is here: kept until it is saved.
void KeyMapFiles::keepLater()
{
    if (hasUnsaved()) {
        m_keep.start();
    } else if (m_hasKept) {
        forgetLeftOver();
    }
}

void KeyMapFiles::keep()
{
    m_keep.stop();
    if (hasUnsaved() && m_editor.map()) {
        m_hasKept = true;
        m_pool.start([path = keptFile(), map = m_editor.map()] {
            QDir().mkpath(QFileInfo(path).absolutePath());
            writeMap(path, *map);  // a home that cannot be written to is no reason to stop the user
        });
    }
}

void KeyMapFiles::write(const QString& path, const std::function<void()>& then)
{
    const int step = m_editor.stack().index();
    m_pool.start([this, path, then, step, map = m_editor.map()] {
        const std::optional<Error> error = writeMap(path, *map);
        QMetaObject::invokeMethod(this, [this, path, then, step, error] {
            if (error) {
                Q_EMIT failed(*error);
                return;
            }
            if (m_editor.stack().index() == step) {
                m_editor.stack().setClean();
            }
            remember(path);
            Q_EMIT changed();
            if (then) {
                then();
            }
        });
    });
}

void KeyMapFiles::save(const std::function<void()>& then)
{
    if (m_file.isEmpty()) {
        saveAs(then);
    } else if (m_editor.map()) {
        write(m_file, then);
    }
}

void KeyMapFiles::saveAs(const std::function<void()>& then)
{
    if (!m_editor.map()) {
        return;
    }
    const QFileInfo source(m_source);
    const QString proposal = m_file.isEmpty() ? source.absolutePath() + u'/' + source.completeBaseName() + u".keymap.json"_s : m_file;
    askWhereToSaveMap(&m_window, proposal, [this, then](const QString& path) { write(path, then); });
}

void KeyMapFiles::load()
{
    askForMap(&m_window, QFileInfo(m_file.isEmpty() ? m_source : m_file).absolutePath(), [this](const QString& path) { loadFrom(path); });
}

void KeyMapFiles::loadFrom(const QString& path)
{
    m_pool.start([this, path, source = m_source] {
        Read read = readEdits(path);
        QMetaObject::invokeMethod(this, [this, path, source, read = std::move(read)] {
            if (source != m_source) {
                return;
            }
            if (read.error) {
                Q_EMIT failed(*read.error);
            } else {
                takeEdits(path, read.edits);
            }
        });
    });
}

void KeyMapFiles::takeEdits(const QString& path, std::vector<mapping::KeyEdit> edits)
{
    const bool isNew = edits != m_editor.edits();
    m_loading = path;
    m_editor.replace(std::move(edits), tr("load %1").arg(shown(QFileInfo(path).fileName().toStdString())));
    if (!isNew) {
        takeLoaded(true);
    }
}

void KeyMapFiles::takeLoaded(bool fits)
{
    const QString path = std::exchange(m_loading, {});
    if (!fits || path.isEmpty() || path == keptFile()) {
        keepLater();
        return;
    }
    m_editor.stack().setClean();
    remember(path);
    Q_EMIT changed();
}

void KeyMapFiles::settleThen(const std::function<void()>& then)
{
    if (!hasUnsaved()) {
        then();
        return;
    }
    if (m_isAsking) {
        return;
    }
    m_isAsking = true;
    askAboutUnsavedMap(&m_window, [this, then](UnsavedAnswer answer) {
        m_isAsking = false;
        if (answer == UnsavedAnswer::Save) {
            save(then);
        } else if (answer == UnsavedAnswer::Discard) {
            m_editor.stack().setClean();
            forgetLeftOver();
            then();
        }
    });
}

}  // namespace wb::ui
