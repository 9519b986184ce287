#pragma once

#include "core/job/remote_source.h"
#include "core/plan/plan.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>

class QSettings;

namespace wb::ui {

class Session;

// What is remembered of a download or a streamed conversion that was begun, to go on with after a restart.
struct UnfinishedDownload {
    QString address;  // empty: it had a query, which may be a signature, and must be given anew
    QString shown;    // as job::Source::shown
    job::Way way = job::Way::Keep;
    QString folder;         // where the file is kept
    plan::Options options;  // output folder, variant, format, type
    bool overwrite = false;
    bool isAgreed = false;    // its plan was seen: it may be converted without asking again
    std::string fingerprint;  // of that plan
    uint64_t bytes = 0;       // of the whole file; 0: not known
};

void saveUnfinished(QSettings& settings, const std::optional<UnfinishedDownload>& download);
std::optional<UnfinishedDownload> loadUnfinished(const QSettings& settings);

// Gives a session what an earlier one left unfinished, and keeps the settings true from then on. Both outlive it.
class DownloadKeeper : public QObject {
    Q_OBJECT

public:
    DownloadKeeper(Session& session, QSettings& settings, QObject* parent = nullptr);

private:
    void save();

    Session& m_session;
    QSettings& m_settings;
};

}  // namespace wb::ui
