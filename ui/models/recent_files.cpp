#include "ui/models/recent_files.h"

#include "ui/format.h"
#include "ui/named_source.h"
#include "ui/session.h"

#include "core/io/folder.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 4096;
const QString settingsKey = u"files/recent"_s;

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

// A query or a name before the host may hold a secret.
bool isKeepable(const QString& name)
{
    if (name.isEmpty() || name.size() > longestName || std::any_of(name.begin(), name.end(), isControl)) {
        return false;
    }
    if (isAddress(name)) {
        const QUrl url(name);
        return !name.contains(u'?') && (url.scheme() == u"hf"_s || url.userInfo().isEmpty());
    }
    return QDir::isAbsolutePath(name);
}

// As others may have left it in the settings.
QStringList readNames(const QSettings& settings)
{
    QStringList names;
    for (const QString& name : settings.value(settingsKey).toStringList()) {
        if (names.size() < RecentFiles::mostEntries && isKeepable(name) && !names.contains(name)) {
            names.append(name);
        }
    }
    return names;
}

}  // namespace

RecentFiles::RecentFiles(Session& session, QSettings& settings, QObject* parent)
    : QAbstractListModel(parent), m_settings(settings), m_names(readNames(settings))
{
    connect(&session, &Session::keyMapChanged, this, [this, &session] {
        if (session.plan()) {
            enter(session.published() ? session.published()->address : session.sourcePath());
        }
    });
    refresh();
}

int RecentFiles::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

QVariant RecentFiles::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const QString& entry = m_names.at(index.row());
    const bool isGone = m_missing.contains(entry);
    switch (role) {
    case Qt::DisplayRole: {
        const QString text = shown(entry.toStdString());
        if (isAddress(entry)) {
            return text;
        }
        const QFileInfo info(entry);
        const QString label = u"%1  –  %2"_s.arg(shown(info.fileName().toStdString()), shown(info.path().toStdString()));
        return isGone ? tr("%1 (not there, Locate…)").arg(label) : label;
    }
    case Qt::ToolTipRole:
        return shown(entry.toStdString()).toHtmlEscaped();
    case NameRole:
        return entry;
    case MissingRole:
        return isGone;
    default:
        return {};
    }
}

void RecentFiles::take(QStringList names)
{
    if (names == m_names) {
        return;
    }
    beginResetModel();
    m_names = std::move(names);
    endResetModel();
    m_settings.setValue(settingsKey, m_names);
    Q_EMIT changed();
}

void RecentFiles::enter(const QString& name)
{
    if (!isKeepable(name) || m_leftOut.contains(name)) {
        return;
    }
    QStringList names = m_names;
    names.removeAll(name);
    names.prepend(name);
    while (names.size() > mostEntries) {
        names.removeLast();
    }
    m_missing.remove(name);
    take(std::move(names));
}

void RecentFiles::replace(const QString& name, const QString& by)
{
    QStringList names = m_names;
    names.removeAll(by);
    const qsizetype row = names.indexOf(name);
    if (row >= 0 && isKeepable(by)) {
        names[row] = by;
        m_missing.remove(by);
        take(std::move(names));
    }
}

void RecentFiles::remove(int row)
{
    QStringList names = m_names;
    if (row >= 0 && row < names.size()) {
        names.removeAt(row);
        take(std::move(names));
    }
}

void RecentFiles::clear()
{
    take({});
}

void RecentFiles::refresh()
{
    if (m_look.isRunning() || m_names.isEmpty()) {
        m_looksAgain = m_look.isRunning();
        return;
    }
    std::vector<std::string> paths;
    for (const QString& entry : m_names) {
        if (!isAddress(entry)) {
            paths.push_back(pathBytes(entry));
        }
    }
    m_look.ask([this, paths = std::move(paths)](JobContext&) mutable -> BackgroundCall::Answer {
        std::erase_if(paths, [](const std::string& path) { return io::exists(path); });
        return [this, gone = std::move(paths)] { takeLook(gone); };
    });
}

void RecentFiles::takeLook(const std::vector<std::string>& gone)
{
    QSet<QString> missing;
    for (const std::string& path : gone) {
        const QString entry = pathFromBytes(path);
        if (m_names.contains(entry)) {
            missing.insert(entry);
        }
    }
    if (missing != m_missing) {
        m_missing = std::move(missing);
        if (!m_names.isEmpty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
        Q_EMIT changed();
    }
    if (std::exchange(m_looksAgain, false)) {
        refresh();
    }
}

void RecentFiles::ask(int row)
{
    if (row < 0 || row >= rowCount()) {
        return;
    }
    const QString entry = m_names.at(row);  // a copy: what follows changes the list
    if (m_missing.contains(entry)) {
        Q_EMIT placeWanted(entry);
    } else {
        Q_EMIT openWanted(entry);
    }
}

}  // namespace wb::ui
