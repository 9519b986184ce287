#pragma once

#include "ui/worker/background_call.h"

#include <QObject>
#include <QString>

class QSettings;
class QTabWidget;

namespace wb::ui {

class Session;

// Remembers what is open: a file on this machine or a variant of the catalogue, and the page that shows it. Published files are remembered while
// they are fetched (unfinished_download.h). All outlive it.
class LastOpen : public QObject {
    Q_OBJECT

public:
    LastOpen(Session& session, QTabWidget& pages, QSettings& settings);

    // What an earlier run of the program left open, as soon as it is known to be there.
    void reopen();
    void save();

Q_SIGNALS:
    // The file is no longer there.
    void missed(const QString& path);

private:
    bool isFree() const;
    void showPage();

    Session& m_session;
    QTabWidget& m_pages;
    QSettings& m_settings;
    BackgroundCall m_look;
    QString m_page;  // to be shown once it can be; empty: none
};

}  // namespace wb::ui
