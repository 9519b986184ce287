#pragma once

#include "ui/worker/background_call.h"

#include <QAbstractListModel>
#include <QSet>
#include <QStringList>

#include <string>
#include <vector>

class QSettings;

namespace wb::ui {

class Session;

// The files and addresses that were opened last, newest first, kept in the settings (files/recent). An entry is a path or an address without anything
// secret in it. Whether a file is still there is looked up on a thread of its own, for a drive may not answer.
class RecentFiles : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int mostEntries = 10;
    enum Role { NameRole = Qt::UserRole, MissingRole };

    // Both outlive it. What the session opens and can read is entered by itself.
    RecentFiles(Session& session, QSettings& settings, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    QString name(int row) const { return m_names.value(row); }
    bool isMissing(int row) const { return m_missing.contains(name(row)); }
    void enter(const QString& name);
    // It is not entered from now on: it goes with the program.
    void leaveOut(const QString& name) { m_leftOut.insert(name); }
    // The file has moved.
    void replace(const QString& name, const QString& by);
    void remove(int row);
    void clear();
    // Looks again which files are there.
    void refresh();
    // Asks for one to be opened, or for the place of one that is missing.
    void ask(int row);

Q_SIGNALS:
    void changed();
    void openWanted(const QString& name);
    void placeWanted(const QString& name);

private:
    void take(QStringList names);
    void takeLook(const std::vector<std::string>& gone);

    QSettings& m_settings;
    QStringList m_names;
    QSet<QString> m_missing;
    QSet<QString> m_leftOut;
    BackgroundCall m_look;
    bool m_looksAgain = false;  // asked for meanwhile
};

}  // namespace wb::ui
