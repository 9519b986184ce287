#pragma once

#include "ui/publishing.h"

#include <QObject>
#include <QString>

#include <optional>

class QSettings;

namespace wb::ui {

class Session;

// What the user has asked for on the Publish page. That a licence was accepted is not among it: that is said anew each time.
struct PublishWishes {
    QString repository;
    QString revision;  // empty: main
    QString message;
    QString licence;
    job::Visibility visibility = job::Visibility::Keep;
    bool pullRequest = false;
    std::optional<QString> card;  // as it was edited

    bool operator==(const PublishWishes&) const = default;
};

// Remembers in the settings, for the folders that were published last, what was asked for and how far an unfinished upload is; tells the session of
// one that an earlier session has left. Both outlive it. Never holds a token.
class PublishMemory : public QObject {
    Q_OBJECT

public:
    PublishMemory(Session& session, QSettings& settings, QObject* parent = nullptr);

    PublishWishes wishes(const QString& folder) const;
    void keepWishes(const QString& folder, const PublishWishes& wishes);
    // Something else is asked for now.
    void forgetUpload(const QString& folder);
    // The one that was seen last of all folders that are still there.
    std::optional<UnfinishedUpload> lastUpload() const;

private:
    std::optional<UnfinishedUpload> upload(const QString& folder) const;
    void keepUpload(const UnfinishedUpload& upload);
    void follow();
    void takeSample();
    void touch(const QString& folder);

    Session& m_session;
    QSettings& m_settings;
    int m_savedPercent = -1;
};

}  // namespace wb::ui
